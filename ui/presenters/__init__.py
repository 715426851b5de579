"""What each screen knows and does, with no window in sight."""
