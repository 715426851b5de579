"""Authorization to release the immunization history, stock number F11-11406."""
