"""What a person settles of a draft: the questions, the answers, and the edits of the file that they make."""
