"""The handbook: its chapters in two languages, read, searched and printed."""
