"""The parts of the page: its words, what is drawn on it, and the template that puts them together."""
