"""Readers: files to model values, every fault with its file, line and column, and nothing lost."""
