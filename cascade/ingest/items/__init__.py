"""Paragraphs to citations, targets and tasks."""
