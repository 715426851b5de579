"""The packet of the site agreement, revision built-in 2026-11."""
