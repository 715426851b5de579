"""Withdrawal of consent, stock number C-8."""
