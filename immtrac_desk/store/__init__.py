"""The filing room: one encrypted file, the drawers in it, and how it is kept whole."""
