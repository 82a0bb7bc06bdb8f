"""Damaged Vietnamese read as it was meant: a syllable model and a channel of misprints, decoded word by word."""
