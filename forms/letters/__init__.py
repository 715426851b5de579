"""Letters to clients and parents, and their envelopes, as one run to print."""
