"""Plan beside plan: every item of a higher plan with what the lower plan makes of it, and a verdict.

Here a status is assigned; the checks judge it (style.md, OpenFastTrace).
"""
