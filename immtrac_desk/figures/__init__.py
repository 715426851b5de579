"""Figures: what the reports count. Records in, numbers out; each number knows what is behind it."""
