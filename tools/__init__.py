"""What is run to make a release."""
