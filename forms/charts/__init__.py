"""The pictures of the reports: drawn once, for the screen and for paper alike."""
