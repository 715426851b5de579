"""Adult consent, stock number F11-13366."""
