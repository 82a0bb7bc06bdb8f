"""Damaged words, read as they were meant."""
