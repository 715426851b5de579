"""The screens: widgets and layout; they decide nothing."""
