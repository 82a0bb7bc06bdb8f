"""The paragraphs of a document and the sections they stand in."""
