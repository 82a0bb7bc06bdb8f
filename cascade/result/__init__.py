"""The result of an audit as one flat value: all that any form of a report shows, filled once, in both languages."""
