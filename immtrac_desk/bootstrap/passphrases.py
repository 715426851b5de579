"""How good a passphrase is, before there is a desk to ask."""

from immtrac_desk.vault import passphrase as policy

_STRONG = 22
"""Characters from which a passphrase that passes is called strong: about five words."""


def weigh_passphrase(passphrase: str, staff_name: str, clinic: str) -> str:
    """Return `fair` or `strong`, or refuse with InputError `passphrase.*` (NIST SP 800-63B-4)."""
    policy.weigh(passphrase, staff_name, clinic_words=tuple(clinic.split()))
    return "strong" if len(passphrase) >= _STRONG else "fair"
