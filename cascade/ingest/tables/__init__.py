"""Appendix tables, ruled or flattened to text, to rows, and rows to targets and tasks."""
