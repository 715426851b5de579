"""Wording that every sheet of a revision shares."""
