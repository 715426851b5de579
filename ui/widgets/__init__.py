"""The widgets: fields and panes that every room is built from."""
