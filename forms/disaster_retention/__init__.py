"""Disaster information retention consent, stock number F11-12956."""
