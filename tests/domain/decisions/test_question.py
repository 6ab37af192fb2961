"""The question of an escalation in one sentence."""

from __future__ import annotations

import pytest

from agency_adapters.casefile.examples import names
from domain.bundles import bundles_of
from domain.conflicts.catalogue import find_conflicts
from domain.decisions.question import question_of
from tests.support.drafts import draft


def questions(name: str) -> list[str]:
    picture = draft(name).picture()
    found = find_conflicts(picture)
    return [
        question_of(bundle, [each for each in found if each.ref in bundle.conflicts], picture).nl
        for bundle in bundles_of(picture, found)
    ]


def test_it_names_who_is_asked_the_most_urgent_conflict_and_its_cost() -> None:
    (question,) = questions("J01")
    assert question == (
        "Willen de Belastingdienst, het CAK, de gemeente en UWV samen dit oplossen: inhoudingen "
        "van verschillende organisaties stapelen onder het bestaansminimum (€ 489,00 per maand), "
        "met de 4 botsingen die daarmee samenhangen?"
    )


def test_one_agency_is_asked_alone_and_nobody_is_named_where_nobody_can_act() -> None:
    assert any(each.startswith("Wil de gemeente dit oplossen: ") for each in questions("J05"))
    assert any(each.startswith("Wie kan dit oplossen: ") for each in questions("J08"))


@pytest.mark.parametrize("name", names())
def test_it_is_one_sentence_that_asks(name: str) -> None:
    for question in questions(name):
        assert question.endswith("?")
        assert question.count("?") == 1
        assert "\n" not in question
