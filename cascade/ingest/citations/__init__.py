"""What a document cites."""
