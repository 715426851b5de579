"""How a staff name finds its slot while the file shows no name."""

import hashlib
import unicodedata


def folded(name: str) -> str:
    """The name as it is looked up: without case, accents or spare spaces."""
    bare = "".join(
        c for c in unicodedata.normalize("NFKD", name) if unicodedata.category(c) != "Mn"
    )
    return " ".join(unicodedata.normalize("NFKC", bare.casefold()).split())


def tag(salt: bytes, name: str) -> bytes:
    """32 bytes that stand for the name in one vault. Kept only inside a wrapped slot: on its
    own it could be found with a list of names."""
    return hashlib.sha256(salt + folded(name).encode("utf-8", "surrogatepass")).digest()


def bucket(salt: bytes, name: str) -> int:
    """One byte of the tag, which may stand in the open: one name in 256 shares it."""
    return tag(salt, name)[0]
