"""What a decision record says, of every example household."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

import pytest

from domain.decision_record import (
    DecisionMade,
    TimedProposal,
    TimedVote,
    Withheld,
    canonical,
    record_of,
)
from domain.decision_record.record import FollowUpKind, Standing
from domain.decision_record.withheld import INSTEAD
from domain.decision_record.words import ACTS
from domain.decisions import CounterProposal, MeasureChange, VoteKind
from domain.measures import MeasureKind
from domain.vocabulary import Agency
from tests.support.decisions import vote_of
from tests.support.records import AT, case_of, decisions_made, every_decision_made, withheld_of

EVERY = [pytest.param(name, made, id=made.id) for name, made in every_decision_made()]


@pytest.mark.parametrize(("name", "made"), EVERY)
def test_no_name_number_or_address_of_anybody_stands_in_it(name: str, made: DecisionMade) -> None:
    case = case_of(name)
    full = ", ".join(
        (*(f"{person.name} ({person.bsn})" for person in case.people), *case.address_lines.values())
    )
    indiscreet = tuple(
        replace(timed, vote=replace(timed.vote, motive=f"Dit is nodig voor {full}."))
        for timed in made.votes
    )
    text = canonical(record_of(replace(made, votes=indiscreet), withheld_of(name)))
    for person in case.people:
        assert person.bsn not in text
        for part in person.name.split():
            assert len(part) < 4 or not re.search(rf"\b{re.escape(part)}\b", text)
    assert all(line not in text for line in case.address_lines.values() if line)
    assert all(party not in text for party in case.party_names.values() if len(party) > 5)
    assert INSTEAD in text


@pytest.mark.parametrize(("name", "made"), EVERY)
def test_every_act_has_its_ground_its_signature_and_its_proof(
    name: str, made: DecisionMade
) -> None:
    record = record_of(made, withheld_of(name))
    acts = [(part.agency, act) for part in record.agencies for act in part.acts]
    assert {act.measure for _, act in acts} == {each.ref for each in made.decided.measures}
    assert all(act.receipt for _, act in acts)
    for part in record.agencies:
        assert part.position is not None
        assert part.position.mandate
        assert {act.ground for act in part.acts} <= set(part.position.legal_basis)


@pytest.mark.parametrize(("name", "made"), EVERY)
def test_a_decision_is_either_there_or_still_to_be_sent(name: str, made: DecisionMade) -> None:
    record = record_of(made, withheld_of(name))
    sent = {a.measure for p in record.agencies for a in p.acts if a.decision is not None}
    waiting = {one.measure for one in record.still_to_send}
    assert sent | waiting == {each.ref for each in made.decided.measures}
    assert not sent & waiting
    closes = [one for one in record.follow_up if one.kind is FollowUpKind.OBJECTION_CLOSES]
    assert {one.measure for one in closes} == sent
    assert list(record.follow_up) == sorted(record.follow_up, key=lambda one: one.on)


@pytest.mark.parametrize(("name", "made"), EVERY)
def test_the_summary_is_short_sentences_without_codes(name: str, made: DecisionMade) -> None:
    record = record_of(made, withheld_of(name))
    for line in record.summary:
        assert line.text.nl.endswith(".")
        assert line.text.en.endswith(".")
        assert "_" not in line.text.nl
        sentences = re.split(r"(?<=[.:])\s", line.text.nl)
        assert all(len(sentence.split()) <= 25 for sentence in sentences)


def test_it_says_that_it_is_not_itself_a_decision() -> None:
    record = record_of(decisions_made("J01")[0], Withheld())
    assert "geen besluit" in record.nature.nl
    assert "Awb 1:3" in record.nature.nl
    assert "not itself a decision" in record.nature.en


def test_there_are_words_for_every_act() -> None:
    assert set(ACTS) == set(MeasureKind)


def test_disputed_facts_are_told_apart_with_what_contradicts_them() -> None:
    facts = [f for made in decisions_made("J05") for f in record_of(made, Withheld()).facts]
    partner = [fact for fact in facts if fact.fact == "partner"]
    assert {fact.standing for fact in partner} == {Standing.DISPUTED}
    assert all(fact.contradicted_by for fact in partner)


def test_where_somebody_lives_is_named_as_a_fact_but_not_told() -> None:
    facts = [f for made in decisions_made("J08") for f in record_of(made, Withheld()).facts]
    assert any(fact.fact == "registered_address" for fact in facts)
    assert all(fact.value is None for fact in facts if fact.fact == "registered_address")


def test_who_does_not_join_stands_in_it_with_the_reason() -> None:
    made = decisions_made("J01")[0]
    objection = vote_of(Agency.CAK, made.bundle, VoteKind.OBJECT)
    rest = replace(
        made.decided, measures=tuple(m for m in made.decided.measures if m.agency != Agency.CAK)
    )
    votes = (*(v for v in made.votes if v.vote.agency != Agency.CAK), TimedVote(objection, AT))
    record = record_of(replace(made, decided=rest, votes=votes, dissent=(Agency.CAK,)), Withheld())
    (cak,) = (part for part in record.agencies if part.agency is Agency.CAK)
    assert record.dissent == (Agency.CAK,)
    assert cak.dissents
    assert cak.acts == ()
    assert cak.position is not None
    assert cak.position.motive == objection.motive
    assert any("doet niet mee" in line.text.nl for line in record.summary)


def test_proposals_and_rounds_stand_in_it() -> None:
    made = decisions_made("J01")[0]
    change = MeasureChange(made.decided.measures[0].ref, until=dt.date(2027, 3, 1))
    liaison = made.votes[0].vote.liaison
    proposal = CounterProposal(
        "p-1", liaison, "o-1", (change,), "Korter is hier genoeg, vinden wij."
    )
    record = record_of(
        replace(made, rounds=2, proposals=(TimedProposal(proposal, "o-9", 2, AT),)), Withheld()
    )
    assert record.rounds == 2
    assert record.proposals[0].changes == (change,)
    assert record.proposals[0].by == liaison.id


@pytest.mark.parametrize(
    "text",
    [
        "BSN 999901217.",
        "Bel 06 12345678 of 0612345678.",
        "Woont op 1234 AB 12.",
        "Woont op 12, 1234AB.",
        "Rekening NL91 ABNA 0417 1643 00.",
        "Mail naar iemand@voorbeeld.nl vandaag.",
    ],
)
def test_what_looks_like_personal_data_is_taken_out(text: str) -> None:
    clean = Withheld().without(text)
    assert INSTEAD in clean
    assert not re.search(r"\d{4}|@", clean)
    assert Withheld().without(clean) == clean


def test_provisions_amounts_and_dates_stay() -> None:
    text = "Op 24-11-2026 is € 1.234,56 toegekend (Awb 4:93 lid 5, besluit UWV-2026-000012)."
    assert Withheld().without(text) == text
