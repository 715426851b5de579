"""The front office: the window, its rooms and what they are made of."""
