"""The law: dated, cited data and one small pure function per decision table."""
