"""Checks on targets: less, later, or not at all."""
