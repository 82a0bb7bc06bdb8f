"""Lines to paragraphs, and paragraphs to an outline: what each stands under."""
