"""Minor consent, stock number C-7."""
