"""What an administrative text names, found once, with its place in the text."""
