"""Evidence: each file a pure function from two plans side by side to a grid, a row an asked item, a column one
that may answer it, in thousandths of what would be full evidence. What each weighs stands in `rules/answers.yaml`.
"""
