"""Verdicts: is the lower plan asked at all, and how well does its answer carry out what is asked?

A verdict is assigned here; the checks judge it.
"""
