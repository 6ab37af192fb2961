"""Everything that is told to people has its Dutch words, and provisions are read as people write
them."""

from __future__ import annotations

from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from agency_adapters.casefile import CaseFile, load_case_file
from agency_adapters.casefile.examples import example, names
from domain.budget.months import EventKind
from domain.conflicts import ConflictType, HarmUrgency
from domain.decisions import DecisionState, Opinion, VoteKind, VoteRefusal
from domain.decisions.weighing import REQUIRED
from domain.measures import MeasureKind
from domain.plan import PlanOutcome, PlanPhase
from domain.position import GapReason
from domain.records import Provision
from domain.vocabulary import Agency, Department, Law, Urgency
from services.api.deciding import WEIGHING_NAMES
from services.console import words
from services.console.records import described
from services.plans import dutch
from services.plans.provisions import ProvisionUnreadable, parse_provision


@pytest.mark.parametrize(
    ("kind", "table"),
    [
        (Agency, dutch.AGENCIES),
        (Department, dutch.DEPARTMENTS),
        (PlanPhase, dutch.PHASES),
        (PlanOutcome, dutch.OUTCOMES),
        (Urgency, dutch.URGENCIES),
        (HarmUrgency, dutch.HARM),
        (GapReason, dutch.GAPS),
        (ConflictType, dutch.CONFLICTS),
        (EventKind, dutch.EVENTS),
        (DecisionState, dutch.DECISIONS),
        (VoteKind, dutch.VOTES),
        (VoteKind, dutch.VOTE_HELP),
        (VoteKind, dutch.VOTED),
        (Opinion, dutch.OPINIONS),
        (VoteRefusal, dutch.REFUSALS),
        (MeasureKind, dutch.MEASURES),
    ],
)
def test_every_state_has_its_dutch_words(kind: type[StrEnum], table: dict[StrEnum, str]) -> None:
    assert set(table) == set(kind)


def test_every_field_of_a_weighing_has_its_name_and_its_question() -> None:
    assert set(REQUIRED) == set(dutch.WEIGHING_FIELDS) == set(dutch.WEIGHING_HELP)
    assert set(REQUIRED) == set(WEIGHING_NAMES)


@pytest.mark.parametrize("kind", list(words.WORDS), ids=lambda kind: kind.__name__)
def test_every_word_of_a_record_is_told_in_dutch(kind: type[StrEnum]) -> None:
    assert set(words.WORDS[kind]) == {member.value for member in kind}


@pytest.mark.parametrize("name", names())
def test_every_record_of_the_example_households_can_be_told(name: str) -> None:
    case: CaseFile = load_case_file(example(name))
    people = [part for person in case.people for part in (person.bsn, person.name)]
    for records in case.ledgers.values():
        for record in records:
            told = described(record)
            text = " ".join((told.title, *told.facts, told.law))
            assert told.title
            assert not any(part in text for part in people)
            assert "_" not in text


@given(
    law=st.sampled_from(Law),
    article=st.from_regex(r"[0-9]{1,3}[a-z]?(:[0-9]{1,3})?", fullmatch=True),
    paragraph=st.none() | st.from_regex(r"[0-9]( [a-z])?", fullmatch=True),
)
def test_a_provision_is_read_back_as_it_is_written(
    law: Law, article: str, paragraph: str | None
) -> None:
    provision = Provision(law, article, paragraph)
    assert parse_provision(str(provision)) == provision
    assert parse_provision(f"  {str(provision).lower()} ") == provision


@pytest.mark.parametrize("text", ["", "Awir", "de wet", "Grondwet 1", "31 Awir"])
def test_what_is_no_provision_is_refused_with_an_example(text: str) -> None:
    with pytest.raises(ProvisionUnreadable, match="Awir 31"):
        parse_provision(text)
