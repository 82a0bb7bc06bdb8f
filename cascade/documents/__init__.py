"""Submitted documents, whatever their format, read to lines with places and tables with cells."""
