"""The workshop: what measures, builds and checks the desk, and is no part of it."""
