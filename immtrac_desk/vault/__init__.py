"""The safe: one random data key, the slots that wrap it, and the ways in. No SQL, no records."""
