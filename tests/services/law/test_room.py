"""The room as it is told: of a paragraph, of a whole article, and only what holds on the day."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.legislation.catalogue import REGULATIONS, regulation
from services.law.articles import article_of
from services.law.room import room_of_provision, room_of_regulation

ON = dt.date(2026, 5, 5)


def test_of_an_article_all_paragraphs_are_told_and_of_a_paragraph_only_that() -> None:
    whole = room_of_provision(article_of("Awir 26b"), ON)
    second = room_of_provision(article_of("Awir 26b lid 2"), ON)
    assert {each.artikel.artikel for each in whole.uitzonderingen} == {
        "Awir 26b lid 1",
        "Awir 26b lid 2",
        "Awir 26b lid 3",
    }
    assert [each.artikel.artikel for each in second.uitzonderingen] == ["Awir 26b lid 2"]


def test_a_paragraph_is_not_mistaken_for_one_that_begins_with_the_same_digit() -> None:
    for asked in ("Pw 19a lid 1", "Awir 26 lid 2"):
        found = room_of_provision(article_of(asked), ON)
        named = [
            {each.artikel.artikel, each.uitzondering_op.artikel} for each in found.uitzonderingen
        ]
        named += [{each.artikel.artikel} for each in found.ruimte]
        assert named
        assert all(any(f"{one} ".startswith(f"{asked} ") for one in each) for each in named)


def test_the_exceptions_to_a_rule_are_told_with_their_conditions() -> None:
    found = room_of_provision(article_of("Pw 22a"), ON)
    assert "Pw 19a lid 1 onder d" in {each.artikel.artikel for each in found.uitzonderingen}
    assert all(each.als_alle or each.als_een_van for each in found.uitzonderingen)


def test_what_is_not_written_for_a_day_is_not_told_of_it() -> None:
    article = article_of("Awir 26a")
    assert room_of_provision(article, ON).uitzonderingen
    assert not room_of_provision(article, dt.date(2027, 1, 1)).uitzonderingen


@pytest.mark.parametrize("asked", list(REGULATIONS))
def test_of_every_regulation_the_room_can_be_told(asked: str) -> None:
    found = room_of_regulation(regulation(asked), ON)
    told = [each.artikel.artikel for each in found.uitzonderingen]
    assert all(each.regeling in (asked, None) for each in found.uitzonderingen), told
    assert all(each.bevoegd or each.beslist_door for each in found.ruimte)
