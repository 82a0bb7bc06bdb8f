"""Checks on tasks: what was asked and is not done."""
