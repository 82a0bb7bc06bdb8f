"""Checks on whole plans: level, period, areas, repetitions."""
