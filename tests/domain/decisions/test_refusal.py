"""When a vote counts, and why not."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.bundles import Bundle
from domain.decisions import (
    Ballot,
    DecisionState,
    Liaison,
    Mandate,
    Vote,
    VoteKind,
    VoteRefusal,
    VoteRefused,
    refusal_of,
)
from domain.legislation.powers import FORBIDDEN, Forbidden
from domain.legislation.powers.provisions import AWB_3_2, AWIR_26_2, AWIR_31, PW_44, ZVW_18D_2C
from domain.measures import Measure, MeasureKind, Option
from domain.records import Provision, RecordRef
from domain.vocabulary import Agency, Law

TODAY = dt.date(2026, 11, 23)
MOTIVE = "Verrekenen laat dit gezin onder het bestaansminimum."
AWB_3_4 = Provision(Law.AWB, "3:4")
AWIR_31BIS = Provision(Law.AWIR, "31bis")


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
OPEN = Ballot(BUNDLE, DecisionState.OPEN)

MANDATE = Mandate(
    ref="md-1",
    provisions=(AWIR_31, AWIR_26_2),
    max_amount_cents=500000,
    valid_from=dt.date(2026, 1, 1),
    valid_until=dt.date(2026, 12, 31),
)
LIAISON = Liaison("l-1", Agency.BELASTINGDIENST, MANDATE)
SUBSTITUTE = replace(LIAISON, id="l-2", mandate=replace(MANDATE, substitute_for="l-1"))
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
ON_CONDITIONS = replace(
    AGREE, kind=VoteKind.AGREE_ON_CONDITIONS, conditions=("Niet meer dan drieduizend euro.",)
)
ASK = replace(AGREE, kind=VoteKind.ASK, legal_basis=())
RECUSE = replace(AGREE, kind=VoteKind.RECUSE, legal_basis=())
CAK = Liaison("l-cak", Agency.CAK, replace(MANDATE, provisions=(ZVW_18D_2C,)))
NOT_INVOLVED = replace(
    AGREE,
    liaison=CAK,
    agency=Agency.CAK,
    option="o-2",
    kind=VoteKind.NOT_INVOLVED,
    legal_basis=(ZVW_18D_2C,),
)
EVERY_KIND = (AGREE, ON_CONDITIONS, OBJECT, ASK, RECUSE, NOT_INVOLVED)


def refusal(vote: Vote, ballot: Ballot = OPEN) -> VoteRefusal | None:
    refused = refusal_of(vote, ballot, TODAY)
    return refused.refusal if refused else None


def mandated(mandate: Mandate | None, vote: Vote = AGREE) -> Vote:
    return replace(vote, liaison=replace(vote.liaison, mandate=mandate))


@pytest.mark.parametrize("vote", EVERY_KIND, ids=lambda vote: vote.kind.value)
def test_a_reasoned_mandated_vote_of_every_kind_counts(vote: Vote) -> None:
    assert refusal(vote) is None


def test_every_kind_is_tried_here() -> None:
    assert {vote.kind for vote in EVERY_KIND} == set(VoteKind)


@pytest.mark.parametrize(
    ("vote", "why"),
    [
        (replace(AGREE, agency=Agency.CAK), VoteRefusal.NOT_OWN_AGENCY),
        (replace(AGREE, option="o-9"), VoteRefusal.UNKNOWN_OPTION),
        (replace(AGREE, motive="  te kort          "), VoteRefusal.MOTIVE_MISSING),
        (replace(AGREE, legal_basis=()), VoteRefusal.LEGAL_BASIS_MISSING),
        (replace(OBJECT, legal_basis=()), VoteRefusal.LEGAL_BASIS_MISSING),
        (replace(NOT_INVOLVED, legal_basis=()), VoteRefusal.LEGAL_BASIS_MISSING),
        (replace(AGREE, legal_basis=(AWIR_31,)), VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION),
        (
            replace(AGREE, legal_basis=(AWIR_31, AWIR_26_2, PW_44)),
            VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
        ),
        (replace(ON_CONDITIONS, legal_basis=(AWIR_31,)), VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION),
        (replace(OBJECT, legal_basis=(PW_44,)), VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION),
        (replace(ASK, legal_basis=(PW_44,)), VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION),
        (
            replace(OBJECT, legal_basis=(Provision(Law.AWB, "6:7"),)),
            VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
        ),
        (
            replace(AGREE, legal_basis=(AWIR_31, AWIR_26_2, Provision(Law.AWIR, "3:4"))),
            VoteRefusal.PROVISION_UNKNOWN,
        ),
        (
            replace(OBJECT, legal_basis=(Provision(Law.AWB, "14:3"),)),
            VoteRefusal.PROVISION_UNKNOWN,
        ),
        (mandated(None), VoteRefusal.NO_MANDATE),
        (mandated(None, OBJECT), VoteRefusal.NO_MANDATE),
        (mandated(None, RECUSE), VoteRefusal.NO_MANDATE),
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
        (
            mandated(replace(MANDATE, max_amount_cents=431999), ON_CONDITIONS),
            VoteRefusal.MANDATE_LACKS_AMOUNT,
        ),
    ],
)
def test_a_vote_that_may_not_count_is_refused_with_its_reason(vote: Vote, why: VoteRefusal) -> None:
    assert refusal(vote) is why


@pytest.mark.parametrize("day", [dt.date(2026, 1, 1), dt.date(2026, 12, 31)])
def test_a_mandate_holds_on_its_first_and_its_last_day(day: dt.date) -> None:
    assert refusal_of(AGREE, OPEN, day) is None


def test_an_agency_outside_the_bundle_has_nothing_to_decide() -> None:
    outsider = replace(AGREE, agency=Agency.DUO, liaison=Liaison("l-2", Agency.DUO, MANDATE))
    assert refusal(outsider) is VoteRefusal.AGENCY_NOT_INVOLVED


@pytest.mark.parametrize("article", ["3:2", "3:4", "3:46", "4:84"])
def test_who_objects_may_stand_on_a_general_principle(article: str) -> None:
    assert refusal(replace(OBJECT, legal_basis=(Provision(Law.AWB, article, "2"),))) is None


@pytest.mark.parametrize("vote", [OBJECT, ASK, RECUSE], ids=lambda vote: vote.kind.value)
def test_who_commits_the_agency_to_nothing_needs_no_room_in_the_mandate(vote: Vote) -> None:
    poor = replace(MANDATE, max_amount_cents=0, provisions=())
    assert refusal(mandated(poor, vote)) is None


def test_a_mandate_without_a_limit_reaches_every_amount() -> None:
    assert refusal(mandated(replace(MANDATE, max_amount_cents=None))) is None


@pytest.mark.parametrize(
    "state", [each for each in DecisionState if each is not DecisionState.OPEN]
)
@pytest.mark.parametrize("vote", EVERY_KIND, ids=lambda vote: vote.kind.value)
def test_votes_are_taken_while_the_decision_is_open_only(vote: Vote, state: DecisionState) -> None:
    assert refusal(vote, replace(OPEN, state=state)) is VoteRefusal.DECISION_CLOSED


@pytest.mark.parametrize("conditions", [(), ("",), ("  ", "")])
def test_who_agrees_on_conditions_names_them(conditions: tuple[str, ...]) -> None:
    vote = replace(ON_CONDITIONS, conditions=conditions)
    assert refusal(vote) is VoteRefusal.CONDITIONS_MISSING


@pytest.mark.parametrize("vote", [AGREE, OBJECT, ASK, RECUSE, NOT_INVOLVED])
def test_nobody_else_makes_conditions(vote: Vote) -> None:
    conditional = replace(vote, conditions=("Alleen als de gemeente ook meedoet.",))
    assert refusal(conditional) is VoteRefusal.CONDITIONS_MISSING


def test_an_agency_that_is_asked_to_act_is_involved() -> None:
    assert refusal(replace(NOT_INVOLVED, option="o-1")) is VoteRefusal.ASKED_TO_ACT


@pytest.mark.parametrize("vote", EVERY_KIND, ids=lambda vote: vote.kind.value)
def test_a_vote_of_an_earlier_or_later_round_is_refused(vote: Vote) -> None:
    second = replace(OPEN, round=2)
    assert refusal(vote, second) is VoteRefusal.EARLIER_ROUND
    assert refusal(replace(vote, round=2), second) is None
    assert refusal(replace(vote, round=3), second) is VoteRefusal.EARLIER_ROUND


@pytest.mark.parametrize("vote", [AGREE, ON_CONDITIONS, OBJECT, ASK, RECUSE])
def test_who_stepped_aside_does_not_vote_again_and_a_substitute_does(vote: Vote) -> None:
    aside = replace(OPEN, votes=(replace(RECUSE, id="v-0", option="o-2"),))
    assert refusal(vote, aside) is VoteRefusal.RECUSED
    assert refusal(replace(vote, liaison=SUBSTITUTE), aside) is None


def test_stepping_aside_lasts_through_the_next_rounds() -> None:
    aside = replace(OPEN, votes=(replace(RECUSE, id="v-0"),), round=2)
    assert refusal(replace(AGREE, round=2), aside) is VoteRefusal.RECUSED


def test_nobody_agrees_to_the_own_proposal_but_a_colleague_may() -> None:
    proposed = replace(OPEN, proposed_by=(("o-1", "l-1"),))
    assert refusal(AGREE, proposed) is VoteRefusal.OWN_PROPOSAL
    assert refusal(replace(AGREE, liaison=SUBSTITUTE), proposed) is None
    assert refusal(OBJECT, proposed) is None
    assert refusal(replace(AGREE, option="o-2", legal_basis=(AWIR_31,)), proposed) is None


def asking(rule: Forbidden) -> tuple[Vote, Ballot]:
    """An option that asks what the rule forbids, and a vote that agrees to it on that rule."""
    measure = a_measure(rule.agency, rule.kind, rule.forbidden_by, 1000)
    bundle = Bundle("b", ("c",), (rule.agency,), (an_option("o-1", measure),))
    mandate = replace(MANDATE, provisions=(rule.forbidden_by,))
    vote = replace(
        AGREE,
        agency=rule.agency,
        liaison=Liaison("l-1", rule.agency, mandate),
        legal_basis=(rule.forbidden_by,),
    )
    return vote, Ballot(bundle, DecisionState.OPEN)


@pytest.mark.parametrize(
    "rule", FORBIDDEN, ids=lambda r: f"{r.agency.value}-{r.kind.value}-{r.forbidden_by.article}"
)
def test_nobody_agrees_on_the_provision_that_forbids_it(rule: Forbidden) -> None:
    vote, ballot = asking(rule)
    refused = refusal_of(vote, ballot, TODAY)
    assert refused is not None
    assert refused.refusal is VoteRefusal.PROVISION_FORBIDS
    assert str(rule.instead_use) in str(refused)
    conditional = replace(
        vote, kind=VoteKind.AGREE_ON_CONDITIONS, conditions=("Als het later mag.",)
    )
    assert refusal(conditional, ballot) is VoteRefusal.PROVISION_FORBIDS


@pytest.mark.parametrize("kind", [VoteKind.OBJECT, VoteKind.ASK])
def test_who_objects_or_asks_may_point_at_what_forbids_it(kind: VoteKind) -> None:
    toeslagen = next(rule for rule in FORBIDDEN if rule.forbidden_by == AWIR_31BIS)
    vote, ballot = asking(toeslagen)
    assert refusal(replace(vote, kind=kind), ballot) is None


def test_a_provision_that_forbids_one_act_may_carry_another() -> None:
    """Awir 31bis keeps remission from Toeslagen, not a hold."""
    vote = replace(AGREE, legal_basis=(AWIR_31, AWIR_31BIS), option="o-2")
    assert refusal(vote) is None


def limited(*amounts: int | None, kind: MeasureKind, limit: int) -> VoteRefusal | None:
    own = tuple(
        replace(a_measure(Agency.BELASTINGDIENST, kind, AWIR_31, amount), ref=f"m-{n}")
        for n, amount in enumerate(amounts)
    )
    bundle = Bundle("b", ("c",), (Agency.BELASTINGDIENST,), (an_option("o-1", *own),))
    vote = mandated(replace(MANDATE, max_amount_cents=limit))
    return refusal(replace(vote, legal_basis=(AWIR_31,)), Ballot(bundle, DecisionState.OPEN))


@pytest.mark.parametrize(
    "kind",
    [
        MeasureKind.ADVANCE,
        MeasureKind.GRANT,
        MeasureKind.GRANT_FROM,
        MeasureKind.NOT_COLLECT,
        MeasureKind.REDUCE,
        MeasureKind.REMIT,
        MeasureKind.TAILOR,
    ],
)
def test_the_limit_holds_for_all_that_an_agency_gives_together(kind: MeasureKind) -> None:
    assert limited(600, 400, kind=kind, limit=1000) is None
    assert limited(600, 401, kind=kind, limit=1000) is VoteRefusal.MANDATE_LACKS_AMOUNT


def test_what_is_left_of_a_claim_is_not_given_up() -> None:
    assert limited(600, 401, kind=MeasureKind.CORRECT, limit=0) is None


@pytest.mark.parametrize("kind", [MeasureKind.REMIT, MeasureKind.NOT_COLLECT])
def test_no_limit_reaches_giving_up_all_of_a_claim_of_which_the_amount_is_not_said(
    kind: MeasureKind,
) -> None:
    assert limited(None, kind=kind, limit=10**9) is VoteRefusal.MANDATE_LACKS_AMOUNT


def test_confirming_stands_on_careful_preparation() -> None:
    confirm = a_measure(Agency.UWV, MeasureKind.CONFIRM, AWB_3_2)
    bundle = Bundle("b", ("c",), (Agency.UWV,), (an_option("o-1", confirm),))
    mandate = replace(MANDATE, provisions=(AWB_3_2,))
    uwv = Liaison("l-3", Agency.UWV, mandate)
    vote = replace(AGREE, agency=Agency.UWV, liaison=uwv, legal_basis=(AWB_3_2,))
    assert refusal(vote, Ballot(bundle, DecisionState.OPEN)) is None


PROVISIONS = st.builds(
    Provision,
    st.sampled_from(Law),
    st.sampled_from(["31", "26", "44", "3:2", "3:4", "18d", "31bis", "9:99", "-", ""]),
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
LIAISONS = st.builds(
    Liaison, st.sampled_from(["l-1", "l-2", ""]), st.sampled_from(Agency), st.none() | MANDATES
)
VOTES = st.builds(
    Vote,
    id=st.text(max_size=3),
    liaison=LIAISONS,
    agency=st.sampled_from(Agency),
    option=st.sampled_from(["o-1", "o-2", "o-3", "o-9", ""]),
    kind=st.sampled_from(VoteKind),
    motive=st.text(max_size=40),
    legal_basis=st.lists(PROVISIONS, max_size=3).map(tuple),
    conditions=st.lists(st.text(max_size=5), max_size=2).map(tuple),
    round=st.integers(0, 3),
)
MEASURES = st.builds(a_measure, st.sampled_from(Agency), st.sampled_from(MeasureKind), PROVISIONS)
BUNDLES = st.lists(st.lists(MEASURES, max_size=4).map(tuple), max_size=3).map(
    lambda options: Bundle(
        "b",
        ("c",),
        tuple(sorted({m.agency for measures in options for m in measures})),
        tuple(an_option(f"o-{n}", *measures) for n, measures in enumerate(options, start=1)),
    )
)
BALLOTS = st.builds(
    Ballot,
    bundle=BUNDLES,
    state=st.sampled_from(DecisionState),
    round=st.integers(1, 3),
    votes=st.lists(VOTES, max_size=3).map(tuple),
    proposed_by=st.lists(
        st.tuples(st.sampled_from(["o-1", "o-2"]), st.sampled_from(["l-1", "l-2"])), max_size=2
    ).map(tuple),
)


@given(vote=VOTES, ballot=BALLOTS, today=DAYS)
def test_the_validator_answers_every_vote_and_never_raises(
    vote: Vote, ballot: Ballot, today: dt.date
) -> None:
    refused = refusal_of(vote, ballot, today)
    assert refused is None or isinstance(refused, VoteRefused)
    if refused is None:
        assert ballot.state is DecisionState.OPEN
        assert vote.round == ballot.round
        assert vote.agency is vote.liaison.agency
        assert vote.liaison.mandate is not None
        assert vote.liaison.mandate.is_valid_on(today)


@given(vote=st.sampled_from(EVERY_KIND), ballot=BALLOTS, today=DAYS)
def test_a_vote_that_would_count_is_held_against_any_ballot_without_raising(
    vote: Vote, ballot: Ballot, today: dt.date
) -> None:
    refused = refusal_of(vote, ballot, today)
    if refused is None and vote.kind is VoteKind.AGREE:
        assert ballot.proposer_of(vote.option) != vote.liaison.id
