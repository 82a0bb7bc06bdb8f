"""Checks: each a pure function from the linked corpus to findings, in a file named after its rule."""
