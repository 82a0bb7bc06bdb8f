"""Answers: which item of a lower plan answers which item of the plan that it carries out, or none does.

An item becomes a statement, evidence is weighed for every pair of statements, rivals divide what they
claim, and what is left says which answers which and how sure that is.
Source: docs/domain.md, Tasks ("Words differ between levels; the substance decides").
"""
