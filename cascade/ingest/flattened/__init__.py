"""Tables that lost their lines, found in the text again."""
