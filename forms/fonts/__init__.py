"""The typefaces of the sheets (SIL Open Font License 1.1, see OFL.txt)."""
