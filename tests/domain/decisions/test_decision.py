"""When a vote counts, and when a bundle is decided."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.bundles import Bundle
from domain.decisions import (
    DecisionState,
    Liaison,
    Mandate,
    Vote,
    VoteKind,
    VoteRefusal,
    VoteRefused,
    outcome_of,
    refusal_of,
)
from domain.legislation.powers.provisions import AWB_3_2, AWIR_26_2, AWIR_31, PW_44, ZVW_18D_2C
from domain.measures import Measure, MeasureKind, Option
from domain.records import Provision, RecordRef
from domain.vocabulary import Agency, Law

TODAY = dt.date(2026, 11, 23)
MOTIVE = "Verrekenen laat dit gezin onder het bestaansminimum."


def a_measure(
    agency: Agency, kind: MeasureKind, provision: Provision, amount: int | None = None
) -> Measure:
    return Measure(
        ref=f"m-{agency}-{kind}",
        agency=agency,
        department=None,
        kind=kind,
        provision=provision,
        on=(RecordRef("r1"),),
        deviates_from_law=True,
        amount_cents=amount,
    )


def an_option(ref: str, *measures: Measure) -> Option:
    return Option(ref, measures, -1, 1, 2, 1)


HOLD = a_measure(Agency.BELASTINGDIENST, MeasureKind.HOLD, AWIR_31)
REDUCE = a_measure(Agency.BELASTINGDIENST, MeasureKind.REDUCE, AWIR_26_2, 432000)
END = a_measure(Agency.CAK, MeasureKind.END_REGIME, ZVW_18D_2C)
GRANT = a_measure(Agency.GEMEENTE, MeasureKind.GRANT_FROM, PW_44)

BUNDLE = Bundle(
    ref="b-1",
    conflicts=("c",),
    agencies=(Agency.BELASTINGDIENST, Agency.CAK, Agency.GEMEENTE),
    options=(an_option("o-1", HOLD, REDUCE, END, GRANT), an_option("o-2", HOLD, GRANT)),
)

MANDATE = Mandate(
    ref="md-1",
    provisions=(AWIR_31, AWIR_26_2),
    max_amount_cents=500000,
    valid_from=dt.date(2026, 1, 1),
    valid_until=dt.date(2026, 12, 31),
)
LIAISON = Liaison("l-1", Agency.BELASTINGDIENST, MANDATE)
AGREE = Vote(
    id="v-1",
    liaison=LIAISON,
    agency=Agency.BELASTINGDIENST,
    option="o-1",
    kind=VoteKind.AGREE,
    motive=MOTIVE,
    legal_basis=(AWIR_31, AWIR_26_2),
)
OBJECT = replace(AGREE, kind=VoteKind.OBJECT, legal_basis=(AWIR_31,))


def refusal(vote: Vote, state: DecisionState = DecisionState.OPEN) -> VoteRefusal | None:
    refused = refusal_of(vote, BUNDLE, state, TODAY)
    return refused.refusal if refused else None


def mandated(mandate: Mandate) -> Vote:
    return replace(AGREE, liaison=replace(LIAISON, mandate=mandate))


def test_a_reasoned_mandated_vote_counts() -> None:
    assert refusal(AGREE) is None
    assert refusal(OBJECT) is None


@pytest.mark.parametrize(
    ("vote", "why"),
    [
        (replace(AGREE, agency=Agency.CAK), VoteRefusal.NOT_OWN_AGENCY),
        (replace(AGREE, option="o-9"), VoteRefusal.UNKNOWN_OPTION),
        (replace(AGREE, motive="  te kort          "), VoteRefusal.MOTIVE_MISSING),
        (replace(AGREE, legal_basis=()), VoteRefusal.LEGAL_BASIS_MISSING),
        (replace(OBJECT, legal_basis=()), VoteRefusal.LEGAL_BASIS_MISSING),
        (replace(AGREE, legal_basis=(AWIR_31,)), VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION),
        (
            replace(AGREE, legal_basis=(AWIR_31, AWIR_26_2, PW_44)),
            VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
        ),
        (replace(OBJECT, legal_basis=(PW_44,)), VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION),
        (
            replace(OBJECT, legal_basis=(Provision(Law.AWB, "6:7"),)),
            VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
        ),
        (replace(AGREE, liaison=replace(LIAISON, mandate=None)), VoteRefusal.NO_MANDATE),
        (replace(OBJECT, liaison=replace(LIAISON, mandate=None)), VoteRefusal.NO_MANDATE),
        (
            mandated(replace(MANDATE, valid_until=dt.date(2026, 11, 22))),
            VoteRefusal.MANDATE_NOT_VALID_TODAY,
        ),
        (
            mandated(replace(MANDATE, valid_from=dt.date(2026, 11, 24))),
            VoteRefusal.MANDATE_NOT_VALID_TODAY,
        ),
        (mandated(replace(MANDATE, provisions=(AWIR_31,))), VoteRefusal.MANDATE_LACKS_PROVISION),
        (mandated(replace(MANDATE, provisions=())), VoteRefusal.MANDATE_LACKS_PROVISION),
        (mandated(replace(MANDATE, max_amount_cents=431999)), VoteRefusal.MANDATE_LACKS_AMOUNT),
    ],
)
def test_a_vote_that_may_not_count_is_refused_with_its_reason(vote: Vote, why: VoteRefusal) -> None:
    assert refusal(vote) is why


def test_an_agency_outside_the_bundle_has_nothing_to_decide() -> None:
    outsider = replace(AGREE, agency=Agency.DUO, liaison=Liaison("l-2", Agency.DUO, MANDATE))
    assert refusal(outsider) is VoteRefusal.AGENCY_NOT_INVOLVED


@pytest.mark.parametrize("article", ["3:2", "3:4", "3:46", "4:84"])
def test_who_objects_may_stand_on_a_general_principle(article: str) -> None:
    assert refusal(replace(OBJECT, legal_basis=(Provision(Law.AWB, article, "2"),))) is None


def test_who_objects_needs_no_mandate_for_the_amount() -> None:
    poor = replace(MANDATE, max_amount_cents=0, provisions=())
    assert refusal(replace(OBJECT, liaison=replace(LIAISON, mandate=poor))) is None


def test_a_mandate_without_a_limit_reaches_every_amount() -> None:
    assert refusal(mandated(replace(MANDATE, max_amount_cents=None))) is None


@pytest.mark.parametrize(
    "state", [each for each in DecisionState if each is not DecisionState.OPEN]
)
def test_votes_are_taken_while_the_decision_is_open_only(state: DecisionState) -> None:
    assert refusal(AGREE, state) is VoteRefusal.DECISION_CLOSED


PROVISIONS = st.builds(
    Provision,
    st.sampled_from(Law),
    st.sampled_from(["31", "26", "44", "3:2", "3:4", "18d", ""]),
    st.none() | st.sampled_from(["2", "2 c"]),
)
DAYS = st.dates(dt.date(2026, 11, 1), dt.date(2026, 12, 31))
MANDATES = st.builds(
    Mandate,
    ref=st.just("md"),
    provisions=st.lists(PROVISIONS, max_size=3).map(tuple),
    max_amount_cents=st.none() | st.integers(-1, 10**6),
    valid_from=DAYS,
    valid_until=DAYS,
)
LIAISONS = st.builds(Liaison, st.text(max_size=3), st.sampled_from(Agency), st.none() | MANDATES)
VOTES = st.builds(
    Vote,
    id=st.text(max_size=3),
    liaison=LIAISONS,
    agency=st.sampled_from(Agency),
    option=st.sampled_from(["o-1", "o-2", "o-3", "o-9", ""]),
    kind=st.sampled_from(VoteKind),
    motive=st.text(max_size=40),
    legal_basis=st.lists(PROVISIONS, max_size=3).map(tuple),
)
MEASURES = st.builds(a_measure, st.sampled_from(Agency), st.sampled_from(MeasureKind), PROVISIONS)
OPTIONS = st.lists(MEASURES, max_size=4).map(tuple)
BUNDLES = st.lists(OPTIONS, max_size=3).map(
    lambda options: Bundle(
        "b",
        ("c",),
        tuple(sorted({m.agency for measures in options for m in measures})),
        tuple(an_option(f"o-{n}", *measures) for n, measures in enumerate(options, start=1)),
    )
)
LAST_VOTES = st.lists(VOTES, max_size=6).map(lambda votes: {vote.agency: vote for vote in votes})


@given(vote=VOTES, bundle=BUNDLES, state=st.sampled_from(DecisionState), today=DAYS)
def test_the_validator_answers_every_vote_and_never_raises(
    vote: Vote, bundle: Bundle, state: DecisionState, today: dt.date
) -> None:
    refused = refusal_of(vote, bundle, state, today)
    assert refused is None or isinstance(refused, VoteRefused)
    if refused is None:
        assert state is DecisionState.OPEN
        assert vote.agency is vote.liaison.agency
        assert vote.liaison.mandate is not None


@given(bundle=BUNDLES, votes=LAST_VOTES)
def test_agreed_means_that_every_agency_that_must_act_agreed_to_the_same_option(
    bundle: Bundle, votes: Mapping[Agency, Vote]
) -> None:
    state, option = outcome_of(bundle, votes)
    assert (option is not None) == (state is DecisionState.AGREED)
    if option is not None:
        assert option.measures
        for measure in option.measures:
            vote = votes[measure.agency]
            assert (vote.kind, vote.option) == (VoteKind.AGREE, option.ref)


@given(bundle=BUNDLES, votes=LAST_VOTES)
def test_one_objection_is_enough_and_is_never_overruled(
    bundle: Bundle, votes: Mapping[Agency, Vote]
) -> None:
    state, _ = outcome_of(bundle, votes)
    objects = any(vote.kind is VoteKind.OBJECT for vote in votes.values())
    assert (state is DecisionState.OBJECTED) == objects


@given(bundle=BUNDLES, votes=LAST_VOTES, missing=st.sampled_from(Agency))
def test_without_the_vote_of_an_agency_that_must_act_nothing_is_agreed(
    bundle: Bundle, votes: Mapping[Agency, Vote], missing: Agency
) -> None:
    without = {agency: vote for agency, vote in votes.items() if agency is not missing}
    _, option = outcome_of(bundle, without)
    assert option is None or missing not in {measure.agency for measure in option.measures}


def test_a_bundle_without_options_stays_open() -> None:
    empty = replace(BUNDLE, options=(an_option("o-1"),))
    assert outcome_of(empty, {}) == (DecisionState.OPEN, None)


def test_confirming_stands_on_careful_preparation() -> None:
    confirm = a_measure(Agency.UWV, MeasureKind.CONFIRM, AWB_3_2)
    bundle = Bundle("b", ("c",), (Agency.UWV,), (an_option("o-1", confirm),))
    mandate = replace(MANDATE, provisions=(AWB_3_2,))
    vote = replace(
        AGREE,
        agency=Agency.UWV,
        liaison=Liaison("l-3", Agency.UWV, mandate),
        legal_basis=(AWB_3_2,),
    )
    assert refusal_of(vote, bundle, DecisionState.OPEN, TODAY) is None
    assert outcome_of(bundle, {Agency.UWV: vote}) == (DecisionState.AGREED, bundle.options[0])
