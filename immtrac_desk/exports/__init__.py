"""Exports: what leaves as a file another program reads: tables, and records of one client."""
