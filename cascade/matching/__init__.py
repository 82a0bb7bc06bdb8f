"""Matching: which item of a lower plan does the work that an item of the higher plan asks for.

Source: domain.md, Tasks ("the words differ between levels; the substance decides").
"""
