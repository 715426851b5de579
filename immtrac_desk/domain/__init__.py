"""The nouns: frozen records and small values. Nothing here reads, writes or asks the time."""
