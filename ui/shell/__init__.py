"""The shell: what stands around every room: theme, actions, window, lock."""
