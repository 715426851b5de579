"""The office: records, law, acts, filing and the safe. No Qt here."""

__version__ = "0.1.0"
