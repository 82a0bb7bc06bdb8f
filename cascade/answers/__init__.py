"""Answers: which item of a lower plan answers which item of the plan that it carries out, or none does.

An item becomes a statement, evidence is weighed for every pair of statements, rivals divide what they
claim, and what is left says which answers which and how sure that is.
Source: docs/domain.md, Tasks ("Words differ between levels; the substance decides").
"""

from __future__ import annotations

import os

# The matrices are small and processes share the work already: threads of each product would wait for one another.
# Before numpy is imported; whoever runs the program may say otherwise.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
