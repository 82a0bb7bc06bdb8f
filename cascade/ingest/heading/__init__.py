"""What the head of a plan is read from: lines of print, units named, letterhead, title, years."""
