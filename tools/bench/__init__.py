"""The stop-watch room: each figure measured beside its plainest rival, in one run."""
