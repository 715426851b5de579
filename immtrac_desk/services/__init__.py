"""The acts of the office, one file each: (command, unit of work, occasion) -> outcome."""
