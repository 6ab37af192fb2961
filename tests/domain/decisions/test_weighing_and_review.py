"""What deviates is weighed on every side, and looked at by somebody who had no say."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from domain.decisions import Opinion, PeerReview, VoteKind, Weighing
from domain.decisions.peer_review import (
    SAMPLE_ONE_IN,
    is_sampled,
    needs_weighing,
    review_refusal,
)
from domain.decisions.weighing import REQUIRED, what_is_missing
from domain.vocabulary import Agency
from tests.support.decisions import ADVANCE, BUNDLE, END_REGIME, HOLD, liaison, vote_on, weighing

TODAY = dt.date(2026, 11, 23)
OPTION = BUNDLE.options[0]
VOTES = tuple(vote_on(OPTION, each) for each in BUNDLE.agencies)
SOUND = PeerReview(
    liaison(Agency.SVB), Opinion.SOUND, "De afweging draagt het besluit, ook voor anderen."
)


def test_a_full_weighing_misses_nothing() -> None:
    assert what_is_missing(weighing()) == ()


@pytest.mark.parametrize("side", REQUIRED)
def test_every_side_is_weighed(side: str) -> None:
    weighed = weighing()
    # frozen, but a test may: `replace` does not take a field by a name that is not known here
    object.__setattr__(weighed, side, " te kort             ")
    assert what_is_missing(weighed) == (side,)


def test_every_field_in_words_is_required_but_who_wrote_it() -> None:
    words = {name for name, kind in Weighing.__annotations__.items() if kind == "str"}
    assert set(REQUIRED) == words - {"by"}


def test_only_what_deviates_is_weighed() -> None:
    assert needs_weighing(OPTION)
    assert not needs_weighing(replace(OPTION, measures=(END_REGIME, ADVANCE)))
    assert needs_weighing(replace(OPTION, measures=(HOLD,)))


def test_a_mandated_colleague_of_another_agency_may_review() -> None:
    assert review_refusal(SOUND, VOTES, TODAY) is None


@pytest.mark.parametrize("agency", BUNDLE.agencies)
def test_a_colleague_of_an_agency_that_took_a_position_may_not(agency: Agency) -> None:
    colleague = replace(SOUND, reviewer=liaison(agency, who="other"))
    assert "another agency" in str(review_refusal(colleague, VOTES, TODAY))


@pytest.mark.parametrize("kind", [VoteKind.ASK, VoteKind.RECUSE, VoteKind.NOT_INVOLVED])
def test_a_colleague_of_who_took_no_position_may_but_not_that_person(kind: VoteKind) -> None:
    votes = (vote_on(OPTION, Agency.CAK, kind), vote_on(OPTION, Agency.GEMEENTE))
    colleague = replace(SOUND, reviewer=liaison(Agency.CAK, who="other"))
    assert review_refusal(colleague, votes, TODAY) is None
    itself = replace(SOUND, reviewer=votes[0].liaison)
    assert "does not review" in str(review_refusal(itself, votes, TODAY))


def test_who_proposed_or_weighed_does_not_review() -> None:
    assert "does not review" in str(review_refusal(SOUND, VOTES, TODAY, (SOUND.reviewer.id,)))


def test_a_review_needs_a_mandate_and_reasons() -> None:
    no_mandate = replace(SOUND, reviewer=replace(SOUND.reviewer, mandate=None))
    assert "mandate" in str(review_refusal(no_mandate, VOTES, TODAY))
    assert "mandate" in str(review_refusal(SOUND, VOTES, dt.date(2100, 1, 1)))
    assert "reasons" in str(review_refusal(replace(SOUND, motive="Prima."), VOTES, TODAY))


def test_the_sample_follows_from_the_reference_alone() -> None:
    refs = [f"d-{number}" for number in range(2000)]
    sampled = [ref for ref in refs if is_sampled(ref)]
    assert sampled == [ref for ref in refs if is_sampled(ref)]
    assert 0.7 < len(sampled) * SAMPLE_ONE_IN / len(refs) < 1.3
