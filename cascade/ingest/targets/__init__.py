"""What a document commits itself to."""
