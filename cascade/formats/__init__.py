"""The forms of a report: each one file with one pure function from a result and a language to bytes."""
