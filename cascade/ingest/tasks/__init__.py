"""What a document sets to be done."""
