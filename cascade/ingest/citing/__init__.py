"""What a citation is made of: numbers, issuers, titles, and which paragraphs are the basis."""
