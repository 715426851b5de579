"""The drawers: each speaks the records of one kind, never rows, and never commits."""
