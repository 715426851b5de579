"""The print shop: specs, wording and flat answers in; PDF bytes out."""
