from __future__ import annotations

import datetime as dt

import pytest

from domain.explanations import body_name, day, euros, joined, scheme_name, sentence
from domain.records import Body, PartyRef
from domain.vocabulary import Agency, Department, PartyKind, Scheme
from tests.support.drafts import draft


@pytest.mark.parametrize(
    ("cents", "text"),
    [
        (48900, "€ 489,00"),
        (134849, "€ 1.348,49"),
        (5, "€ 0,05"),
        (0, "€ 0,00"),
        (-128603, "€ -1.286,03"),
        (123456789, "€ 1.234.567,89"),
    ],
)
def test_amounts_are_written_the_dutch_way(cents: int, text: str) -> None:
    assert euros(cents) == text


def test_days_and_lists_are_written_as_in_a_sentence() -> None:
    assert day(dt.date(2026, 12, 17)) == "17 december 2026"
    assert joined(["a", "b", "c"]) == "a, b en c"
    assert joined(["a"]) == "a"
    assert joined([]) == ""
    assert sentence("de gemeente") == "De gemeente"


def test_every_scheme_agency_and_kind_of_party_has_a_name() -> None:
    household = draft("J01")
    for kind in PartyKind:
        household.add_party(f"x-{kind.value.replace('_', '-')}", kind.value)
    picture = household.picture()
    assert all(scheme_name(scheme) for scheme in Scheme)
    assert all(body_name(Body(agency=agency), picture) for agency in Agency)
    parties = [Body(party=party.id) for party in picture.household.parties]
    assert "een andere partij" not in {body_name(body, picture) for body in parties}


def test_a_department_is_named_where_people_know_it_by_name() -> None:
    picture = draft("J01").picture()
    toeslagen = Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN)
    wmo = Body(agency=Agency.GEMEENTE, department=Department.WMO)
    assert body_name(toeslagen, picture) == "Dienst Toeslagen"
    assert body_name(wmo, picture) == "de gemeente"


def test_a_party_is_named_by_its_kind_and_never_by_its_name() -> None:
    picture = draft("J01").picture()
    assert body_name(Body(party=PartyRef("landlord")), picture) == "de verhuurder"
    assert body_name(Body(party=PartyRef("gone")), picture) == "een andere partij"
