"""From a submitted document to a draft of its plan: lines → sections → items → draft."""
