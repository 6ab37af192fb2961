"""What a party may be asked: under a row of its kind, on its own records, when it can be done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind, Request
from domain.measures.requests import is_possible, power_behind
from domain.options.catalogue import requests_for
from domain.picture import Picture
from domain.records import PartyRef, Provision, RecordRef
from domain.vocabulary import Agency, Law
from tests.support.drafts import Draft, draft


def _asked(household: Draft, kind: ConflictType) -> tuple[Request, Picture]:
    picture = household.picture()
    (request,) = requests_for(household.found(kind), picture)
    return request, picture


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("J02", ConflictType.DUBBEL_BESLAG),
        ("J04", ConflictType.DREMPEL_NADERT),
        ("J05", ConflictType.BESLAG_ONDER_VRIJE_VOET),
        ("J05", ConflictType.TERMIJN_BOTSING),
        ("J08", ConflictType.VERHOGING_STAPELT),
    ],
)
def test_what_a_remedy_asks_is_possible_and_its_ref_tells_nothing(
    name: str, kind: ConflictType
) -> None:
    request, picture = _asked(draft(name), kind)
    assert is_possible(request, picture)
    assert request.ref.startswith("r-")
    assert len(request.ref) == 14
    assert request.ref == _asked(draft(name), kind)[0].ref
    assert request.department is None


def test_what_no_provision_gives_a_party_is_not_asked() -> None:
    request, picture = _asked(draft("J05"), ConflictType.TERMIJN_BOTSING)
    for other in (
        replace(request, provision=Provision(Law.AWB, "3:4")),
        replace(request, kind=MeasureKind.WITHDRAW),
        replace(request, party=PartyRef("bailiff")),
        replace(request, party=PartyRef("nobody")),
        replace(request, through=None),
        replace(request, through=Agency.UWV),
    ):
        assert power_behind(other, picture.household) is None
        assert not is_possible(other, picture)


def test_records_of_another_or_of_another_kind_are_not_asked_about() -> None:
    request, picture = _asked(draft("J05"), ConflictType.TERMIJN_BOTSING)
    assert not is_possible(replace(request, on=(RecordRef("t-huur25"),)), picture)
    assert not is_possible(replace(request, on=(RecordRef("l-rent"),)), picture)


def test_what_cannot_be_done_is_not_possible() -> None:
    request, picture = _asked(draft("J08"), ConflictType.VERHOGING_STAPELT)
    assert not is_possible(replace(request, amount_cents=131200), picture)
    assert is_possible(replace(request, amount_cents=131199), picture)
