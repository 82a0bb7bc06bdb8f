"""Checks on citations: what a plan says that it carries out."""
