"""A bundle checked before it leaves: by the FHIR library, and for what the library lets pass."""

import hashlib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from immtrac_desk.errors import DeskError
from immtrac_desk.exports.fhir_terms import Json

if TYPE_CHECKING:
    from fhir.resources.R4B.bundle import Bundle


def checked(bundle: Json) -> "Bundle":
    """Return the bundle as the library reads it.

    Raises DeskError `fhir.invalid` (`place`, an element's path, and `what`): what the library
    refuses, a code outside its required list, a reference that leads nowhere or to the wrong
    kind, an attachment whose bytes, size and digest disagree, a consent without a policy.
    Neither names a person: no value is repeated.
    """
    from fhir.resources.R4B.bundle import Bundle
    from pydantic import ValidationError

    try:
        read = Bundle.model_validate(bundle)
    except ValidationError as error:
        first = error.errors(include_input=False, include_context=False)[0]
        where = ".".join(str(part) for part in first["loc"])
        raise DeskError("fhir.invalid", place=where, what=first["type"]) from None
    kinds = _addresses(bundle)
    for where, model in _walk(read, "Bundle"):
        for what, found in _faults(model, kinds):
            raise DeskError("fhir.invalid", place=f"{where}.{found}", what=what)
    return read


def _addresses(bundle: Json) -> dict[str, str]:
    kinds: dict[str, str] = {}
    for entry in bundle.get("entry", ()):
        address = entry.get("fullUrl", "")
        if not address or address in kinds:
            raise DeskError("fhir.invalid", place="Bundle.entry.fullUrl", what="not_unique")
        kinds[address] = entry["resource"]["resourceType"]
    return kinds


def _walk(model: Any, where: str) -> Iterator[tuple[str, Any]]:
    yield where, model
    for name in type(model).model_fields:
        value = getattr(model, name)
        for one in value if isinstance(value, list) else [value]:
            if hasattr(type(one), "model_fields"):
                yield from _walk(one, f"{where}.{name}")


def _faults(model: Any, kinds: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with one element, and in which of its own elements."""
    for name, info in type(model).model_fields.items():
        told = info.json_schema_extra if isinstance(info.json_schema_extra, dict) else {}
        value = getattr(model, name)
        codes, targets = told.get("enum_values"), told.get("enum_reference_types")
        if codes and value is not None and value not in codes:
            yield "code", name
        if targets:
            for one in value if isinstance(value, list) else [value]:
                if one is not None and not _leads(one, targets, kinds):
                    yield "reference", name
    kind = type(model).__name__
    if kind == "Attachment" and not _whole(model):
        yield "bytes", "data"
    if kind == "Consent" and not (model.policy or model.policyRule):
        yield "ppc-1", "policyRule"
    if kind == "Period" and model.start and model.end and str(model.start) > str(model.end):
        yield "per-1", "end"


def _leads(one: Any, targets: Any, kinds: Mapping[str, str]) -> bool:
    """True for a name alone, or an address of this bundle whose resource may stand here."""
    if not one.reference:
        return bool(one.display)
    kind = kinds.get(one.reference, "")
    return bool(kind) and one.type == kind and (kind in targets or "Resource" in targets)


def _whole(attachment: Any) -> bool:
    """The library has decoded both, forgivingly: what it dropped shows in size and digest."""
    if attachment.data is None:
        return attachment.hash is None and attachment.size is None
    digest = hashlib.sha1(attachment.data, usedforsecurity=False).digest()
    told = (attachment.size, attachment.hash)
    return bool(attachment.contentType) and told == (len(attachment.data), digest)
