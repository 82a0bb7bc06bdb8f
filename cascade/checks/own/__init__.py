"""Rules that a reviewer writes: conditions asked of plans and items, and what follows where they do not hold."""
