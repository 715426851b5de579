"""The packet of the site agreement: the clinic's signed record of what it applied for."""
