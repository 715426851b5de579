"""E22: the refusal of one of two parents who disagree is no mere note: it makes a conflict."""

import pytest

from immtrac_desk.domain.act import ActKind
from immtrac_desk.domain.client import Client
from immtrac_desk.domain.words import Choice, Status, Who
from tests.services.counter import Counter


@pytest.mark.parametrize(
    ("who", "kind", "status"),
    [
        (Who.PARENT, ActKind.CONSENT_DECLINED, Status.CONFLICT),
        (Who.DISAGREEING_PARENT, ActKind.CONSENT_DECLINED, Status.CONFLICT),
        (Who.GRANDPARENT, ActKind.REFUSAL_NOTED, Status.SIGNED_TO_AFFIRM),
    ],
)
def test_e22_a_refusal_beside_the_mothers_grant(
    counter: Counter, minor: Client, who: Who, kind: ActKind, status: Status
) -> None:
    counter.verify_packs()
    counter.existing(minor)
    refusal = counter.begin(
        minor, despite=True, choice=Choice.DECLINE, who=who, signer_name="Luis López"
    )
    assert counter.sign(refusal).act.kind is kind
    assert counter.standing(minor).status is status
