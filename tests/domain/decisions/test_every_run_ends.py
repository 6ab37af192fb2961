"""A model of the decision as the workflow runs it: whatever people do, it ends, and rightly."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import replace
from itertools import product

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from domain.bundles import Bundle
from domain.decisions import (
    Ballot,
    DecisionState,
    Opinion,
    Outcome,
    PeerReview,
    ReviewPolicy,
    Vote,
    VoteKind,
    VoteRefusal,
    Weighing,
    outcome_of,
    refusal_of,
)
from domain.decisions.outcome import Without, acting
from domain.decisions.peer_review import needs_weighing, review_refusal
from domain.measures import Option
from domain.vocabulary import Agency
from tests.support.decisions import ADVANCE, BUNDLE, HOLD, liaison, vote_on, weighing

TAX, CAK, TOWN = Agency.BELASTINGDIENST, Agency.CAK, Agency.GEMEENTE
TODAY = dt.date(2026, 11, 23)
ALL = BUNDLE.options[0]
PAIR = Option("o-2", (HOLD, ADVANCE), -1, 1, 2, 1)
OPTIONS = (ALL, PAIR)
ENDED = frozenset({DecisionState.CARRIED_OUT, DecisionState.LAPSED, DecisionState.OBJECTED})
MOST_ROUNDS = 4


def nothing_serves(option: Option, agencies: frozenset[Agency]) -> Option | None:
    return None


def rest_serves(option: Option, agencies: frozenset[Agency]) -> Option | None:
    measures = tuple(each for each in option.measures if each.agency not in agencies)
    return replace(option, measures=measures) if measures else None


def only_without_the_cak(option: Option, agencies: frozenset[Agency]) -> Option | None:
    return rest_serves(option, agencies) if agencies == {CAK} else None


WITHOUTS: tuple[Without, ...] = (nothing_serves, rest_serves, only_without_the_cak)


class ADecision(RuleBasedStateMachine):
    """The decision with two liaisons per agency, two options, proposals, weighing and review."""

    @initialize(policy=st.none() | st.sampled_from(ReviewPolicy), without=st.sampled_from(WITHOUTS))
    def open_(self, policy: ReviewPolicy | None, without: Without) -> None:
        self.policy, self.without = policy, without
        self.question = Bundle("b", ("c",), (TAX, CAK, TOWN), OPTIONS)
        self.state = DecisionState.OPEN
        self.round = 1
        self.votes: list[Vote] = []
        self.proposed: dict[str, str] = {}
        self.found = Outcome(DecisionState.OPEN)
        self.weighed: Weighing | None = None
        self.reviews: list[tuple[int, PeerReview]] = []
        self.was_ended: DecisionState | None = None

    @property
    def is_over(self) -> bool:
        return self.state in ENDED

    @property
    def this_round(self) -> list[Vote]:
        return [vote for vote in self.votes if vote.round == self.round]

    @precondition(lambda self: not self.is_over)
    @rule(
        agency=st.sampled_from((TAX, CAK, TOWN)),
        option=st.integers(0, 5),
        kind=st.sampled_from((*VoteKind, VoteKind.AGREE, VoteKind.AGREE, VoteKind.OBJECT)),
        who=st.sampled_from("12"),
        late=st.booleans(),
    )
    def vote(self, agency: Agency, option: int, kind: VoteKind, who: str, late: bool) -> None:
        asked = self.question.options[option % len(self.question.options)]
        made = vote_on(asked, agency, kind, this_round=self.round - late, who=who)
        if kind is VoteKind.AGREE_ON_CONDITIONS:
            asked_for = tuple(each.provision for each in asked.measures if each.agency is agency)
            made = replace(
                made,
                conditions=("Alleen met een lager bedrag.",),
                legal_basis=(*made.legal_basis, *asked_for),
            )
        self._cast(made)

    @precondition(lambda self: self.state is DecisionState.OPEN)
    @rule(
        option=st.integers(0, 5),
        against=st.none() | st.sampled_from((TAX, CAK, TOWN)),
        who=st.sampled_from("12"),
    )
    def everybody_speaks(self, option: int, against: Agency | None, who: str) -> None:
        asked = self.question.options[option % len(self.question.options)]
        for agency in sorted(acting(asked)):
            kind = VoteKind.OBJECT if agency is against else VoteKind.AGREE
            self._cast(vote_on(asked, agency, kind, this_round=self.round, who=who))

    def _cast(self, made: Vote) -> None:
        ballot = Ballot(
            self.question, self.state, self.round, tuple(self.votes), tuple(self.proposed.items())
        )
        if made in self.votes or refusal_of(made, ballot, TODAY) is not None:
            return
        self.votes.append(made)
        self.found = outcome_of(self.question, self.this_round, self.without)
        self.state = self.found.state
        if self.state is DecisionState.AGREED:
            self._weigh_or_go_on()

    @precondition(lambda self: self.state is DecisionState.OPEN and self.round < MOST_ROUNDS)
    @rule(agency=st.sampled_from((TAX, CAK, TOWN)), who=st.sampled_from("12"))
    def propose(self, agency: Agency, who: str) -> None:
        new = replace(PAIR, ref=f"o-{len(self.question.options) + 1}")
        self.question = replace(self.question, options=(*self.question.options, new))
        self.proposed[new.ref] = liaison(agency, who=who).id
        self.round += 1

    @precondition(lambda self: self.state in (DecisionState.OPEN, DecisionState.WEIGHING))
    @rule()
    def weigh(self) -> None:
        self.weighed = weighing()
        if self.state is DecisionState.WEIGHING:
            self._weigh_or_go_on()

    @precondition(lambda self: self.state is DecisionState.IN_REVIEW)
    @rule(agency=st.sampled_from((Agency.SVB, Agency.DUO, CAK)), opinion=st.sampled_from(Opinion))
    def review(self, agency: Agency, opinion: Opinion) -> None:
        given = PeerReview(liaison(agency, who="r"), opinion, "Hier is goed naar gekeken, ja.")
        if review_refusal(given, self.votes, TODAY, self.proposed.values()) is not None:
            return
        self.reviews.append((self.round, given))
        if opinion is Opinion.SOUND:
            self.state = DecisionState.CARRIED_OUT
        else:
            self.state, self.found = DecisionState.OPEN, Outcome(DecisionState.OPEN)
            self.round += 1

    @precondition(lambda self: not self.is_over)
    @rule(patience=st.integers(0, 20))
    def let_the_term_end(self, patience: int) -> None:
        # seldom, or few runs would come as far as a review
        if patience == 20:
            self.state = DecisionState.LAPSED

    @precondition(lambda self: self.is_over)
    @rule(agency=st.sampled_from((TAX, TOWN)), kind=st.sampled_from(VoteKind))
    def vote_too_late(self, agency: Agency, kind: VoteKind) -> None:
        ballot = Ballot(self.question, self.state, self.round)
        refused = refusal_of(vote_on(PAIR, agency, kind, this_round=self.round), ballot, TODAY)
        assert refused is not None
        assert refused.refusal is VoteRefusal.DECISION_CLOSED

    def _weigh_or_go_on(self) -> None:
        option = self.found.option
        assert option is not None
        if self.policy is None or not needs_weighing(option):
            self.state = DecisionState.CARRIED_OUT
        elif self.weighed is None:
            self.state = DecisionState.WEIGHING
        elif self.policy is ReviewPolicy.BEFORE:
            self.state = DecisionState.IN_REVIEW
        else:
            self.state = DecisionState.CARRIED_OUT

    @invariant()
    def no_end_is_ever_left(self) -> None:
        if self.was_ended is not None:
            assert self.state is self.was_ended
        self.was_ended = self.state if self.is_over else None

    @invariant()
    def no_vote_counts_twice(self) -> None:
        assert len({vote.id for vote in self.votes}) == len(self.votes)
        assert len(set(self.votes)) == len(self.votes)

    @invariant()
    def agreed_by_every_competent_agency_in_this_round(self) -> None:
        if self.found.option is None:
            return
        asked = next(each for each in self.question.options if each.ref == self.found.option.ref)
        last = self._last_said(asked)
        dissent = {agency for agency, vote in last.items() if vote.kind is VoteKind.OBJECT}
        agreeing = {agency for agency, vote in last.items() if vote.kind is VoteKind.AGREE}
        assert agreeing == acting(self.found.option)
        assert agreeing | dissent == acting(asked)
        assert set(self.found.dissent) == dissent
        if dissent:
            assert self.without(asked, frozenset(dissent)) == self.found.option

    @invariant()
    def nobody_decides_who_proposed_or_stepped_aside(self) -> None:
        if self.found.option is None:
            return
        aside = {vote.liaison.id for vote in self.votes if vote.kind is VoteKind.RECUSE}
        for vote in self._last_said(self.found.option).values():
            assert vote.liaison.id not in aside
            if vote.kind is VoteKind.AGREE:
                assert vote.liaison.id != self.proposed.get(vote.option)

    @invariant()
    def what_deviates_takes_effect_weighed_and_reviewed_only(self) -> None:
        if self.state is not DecisionState.CARRIED_OUT or self.policy is None:
            return
        assert self.found.option is not None
        if not needs_weighing(self.found.option):
            return
        assert self.weighed is not None
        if self.policy is ReviewPolicy.BEFORE:
            in_round, given = self.reviews[-1]
            assert (in_round, given.opinion) == (self.round, Opinion.SOUND)
            took_position = {v.agency for v in self.votes if v.kind is not VoteKind.ASK}
            assert given.reviewer.agency not in took_position & acting(self.found.option)

    def _last_said(self, option: Option) -> dict[Agency, Vote]:
        """Written apart from the code under test: in this round, by who did not step aside."""
        aside = {vote.liaison.id for vote in self.votes if vote.kind is VoteKind.RECUSE}
        positions = (VoteKind.AGREE, VoteKind.AGREE_ON_CONDITIONS, VoteKind.OBJECT)
        return {
            vote.agency: vote
            for vote in self.this_round
            if vote.option == option.ref
            and vote.kind in positions
            and vote.liaison.id not in aside
            and vote.agency in acting(next(o for o in self.question.options if o.ref == option.ref))
        }

    def teardown(self) -> None:
        """Every state that is not an end waits with a term, and its passing is an end."""
        if hasattr(self, "state") and not self.is_over:
            assert self.state in (
                DecisionState.OPEN,
                DecisionState.WEIGHING,
                DecisionState.IN_REVIEW,
            )


TestADecision = ADecision.TestCase
TestADecision.settings = settings(max_examples=150, stateful_step_count=25, deadline=None)


SMALL = Bundle("b", ("c",), (TAX, TOWN), (replace(PAIR, ref="o-1"), PAIR))
MOVES = tuple(
    vote_on(option, agency, kind)
    for option, agency, kind in product(
        SMALL.options,
        (TAX, TOWN),
        (VoteKind.AGREE, VoteKind.AGREE_ON_CONDITIONS, VoteKind.OBJECT),
    )
)
LONGEST = 4


def open_runs(without: Without) -> Iterator[tuple[Vote, ...]]:
    """Every sequence of fewer than four votes that leaves the decision open."""
    waiting: list[tuple[Vote, ...]] = [()]
    while waiting:
        votes = waiting.pop()
        if outcome_of(SMALL, votes, without).state is not DecisionState.OPEN:
            continue
        if len(votes) < LONGEST:
            yield votes
            waiting.extend((*votes, move) for move in MOVES)


@pytest.mark.parametrize("without", [nothing_serves, rest_serves], ids=lambda each: each.__name__)
def test_every_next_vote_moves_a_small_decision_only_where_it_points(without: Without) -> None:
    for votes in open_runs(without):
        for move in MOVES:
            found = outcome_of(SMALL, (*votes, move), without)
            match move.kind:
                case VoteKind.AGREE:
                    assert found.state is not DecisionState.OBJECTED
                case VoteKind.OBJECT:
                    assert found.state is not DecisionState.AGREED or found.dissent
                case _:
                    assert found.state is DecisionState.OPEN


@pytest.mark.parametrize("without", [nothing_serves, rest_serves], ids=lambda each: each.__name__)
def test_no_small_decision_is_ever_locked(without: Without) -> None:
    """From wherever it stands people can still agree to either option, and object to all."""
    for votes in open_runs(without):
        for option in SMALL.options:
            agreeing = [vote_on(option, agency, who="2") for agency in SMALL.agencies]
            assert _ends(votes, agreeing, without) is DecisionState.AGREED
        against = [
            vote_on(option, agency, VoteKind.OBJECT, who="2")
            for option in SMALL.options
            for agency in SMALL.agencies
        ]
        ended = _ends(votes, against, without)
        assert ended in (DecisionState.OBJECTED, DecisionState.AGREED)
        if without is nothing_serves:
            assert ended is DecisionState.OBJECTED


def _ends(votes: tuple[Vote, ...], more: list[Vote], without: Without) -> DecisionState:
    """Where it ends as these votes come in one by one: the first end counts."""
    for each in more:
        votes = (*votes, each)
        state = outcome_of(SMALL, votes, without).state
        if state is not DecisionState.OPEN:
            return state
    return DecisionState.OPEN
