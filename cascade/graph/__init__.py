"""The graph of plans: citations resolved to plans, and who carries out whom."""
