"""Objections that were not recognised, or that come too late through nobody's fault."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.conflicts import ConflictType
from domain.measures import MeasureKind
from domain.records import DeterminationMade, Notice
from domain.vocabulary import HandledAs
from tests.support.answered import answered
from tests.support.drafts import Draft, draft

NOT_RECOGNISED = ConflictType.BEZWAAR_NIET_HERKEND
TOO_LATE = ConflictType.BEZWAARTERMIJN_VERLOPEN


def _term_missed() -> Draft:
    household = draft("J04")
    household.record("d-end")["objection_until"] = "2026-11-22"
    household.intake["evidence"].append(
        {
            "record": "fact_shown",
            "id": "x-ill",
            "persons": ["p1"],
            "fact": "unable_to_act",
            "value": {"flag": True},
            "documents": ["verklaring"],
            "from": "2026-10-20",
            "until": "2026-11-10",
        }
    )
    return household


def _sent_to(agency: str) -> Draft:
    """The letter on the decision of UWV came in at another body."""
    household = draft("J06")
    letter = household.record("u-letter")
    household.remove("u-letter")
    household.ledger(agency).append(letter)
    return household


def test_the_letter_is_dealt_with_as_an_objection_of_the_day_it_came() -> None:
    found = answered(
        draft("J06"), NOT_RECOGNISED, lambda each: each.kind is MeasureKind.RECOGNISE_OBJECTION
    )
    assert found.done_acts == [("uwv", "recognise_objection", "Awb 6:15", ("u-letter",))]
    letter, decision = found.record("u-letter"), found.record("u-reclaim")
    assert isinstance(letter, Notice)
    assert isinstance(decision, DeterminationMade)
    assert letter.handled_as is HandledAs.OBJECTION
    assert decision.objection_received == dt.date(2026, 10, 20)
    assert not found.deviates
    assert NOT_RECOGNISED not in found.after


@pytest.mark.parametrize("handled_as", ["complaint", "information", "change"])
def test_however_it_was_filed(handled_as: str) -> None:
    household = draft("J06")
    household.record("u-letter")["handled_as"] = handled_as
    assert NOT_RECOGNISED not in answered(household, NOT_RECOGNISED).after


def test_two_letters_on_one_decision_count_from_the_first() -> None:
    household = draft("J06")
    second = dict(household.record("u-letter"), id="u-letter2", on="2026-10-28")
    household.ledger("uwv").insert(0, second)
    found = answered(household, NOT_RECOGNISED)
    decision = found.record("u-reclaim")
    assert isinstance(decision, DeterminationMade)
    assert decision.objection_received == dt.date(2026, 10, 20)
    assert NOT_RECOGNISED not in found.after


def test_a_letter_at_another_body_is_forwarded_and_counts_from_its_receipt() -> None:
    found = answered(_sent_to("svb"), NOT_RECOGNISED)
    assert ("svb", "recognise_objection", "Awb 6:15", ("u-letter",)) in found.done_acts
    assert ("uwv", "accept_objection", "Awb 6:15", ("u-reclaim",)) in found.done_acts
    decision = found.record("u-reclaim")
    assert isinstance(decision, DeterminationMade)
    assert decision.objection_received == dt.date(2026, 10, 20)
    assert NOT_RECOGNISED not in found.after


def test_an_objection_that_nobody_could_make_in_time_is_taken_in() -> None:
    found = answered(
        _term_missed(), TOO_LATE, lambda each: each.kind is MeasureKind.ACCEPT_OBJECTION
    )
    assert found.done_acts == [("duo", "accept_objection", "Awb 6:11", ("d-end",))]
    assert not found.deviates
    assert TOO_LATE not in found.after


def test_the_collection_act_keeps_objections_away() -> None:
    household = _term_missed()
    household.record("d-end")["legal_basis"] = [{"law": "IW 1990", "article": "19"}]
    kinds = {each.kind for each in answered(household, TOO_LATE).measures}
    assert MeasureKind.ACCEPT_OBJECTION not in kinds
