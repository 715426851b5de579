"""The ground floor: every refusal is a code with facts; sentences are made at the edge."""

from collections.abc import Sequence
from typing import Protocol

Fact = str | int | bool | None


class HasCode(Protocol):
    """What a refusal may list: anything that carries a code (findings do)."""

    @property
    def code(self) -> str: ...


class DeskError(Exception):
    """A refusal: `code` names the sentence, `facts` fill it. Facts never name a person."""

    def __init__(self, code: str, **facts: Fact) -> None:
        super().__init__(code)
        self.code = code
        self.facts = facts


class InputError(DeskError):
    """One field was refused; `field` is where the sentence belongs."""

    def __init__(self, code: str, field: str, **facts: Fact) -> None:
        super().__init__(code, field=field, **facts)
        self.field = field


class RefusedError(DeskError):
    """An act was refused by rule or by right; `findings` say why, one by one."""

    def __init__(self, code: str, findings: Sequence[HasCode] = (), **facts: Fact) -> None:
        super().__init__(code, **facts)
        self.findings = tuple(findings)


class VaultError(DeskError):
    """The vault did not open, or is damaged. Codes begin with `vault.`."""
