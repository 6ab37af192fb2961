"""Decisions made anew: what changes with the right fact, and what is refused for want of one."""

from __future__ import annotations

import datetime as dt
import itertools
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import MeasureNotPossible
from domain.measures import Measure, MeasureKind
from domain.measures.effects import RecordsAfter, apply_to_records
from domain.records import (
    AmountPart,
    Claim,
    ClaimPart,
    Contribution,
    Count,
    DeterminationMade,
    Entitlement,
    FactUsed,
    LimitTest,
    MemberRef,
    Money,
    Payee,
    Provision,
    Record,
    RecordRef,
    Recovery,
    Ref,
    ThreatenedAct,
    Value,
    WouldBe,
)
from domain.vocabulary import (
    Agency,
    AmountSource,
    Certainty,
    ClaimKind,
    ClaimPartKind,
    ClaimStatus,
    Cover,
    EntitlementStatus,
    FactName,
    FactOrigin,
    HarmfulWhen,
    Law,
    Outcome,
    Reason,
    RecoveryMethod,
    RecoveryStatus,
    Scheme,
    ThreatenedActKind,
)

TODAY = dt.date(2026, 11, 23)
PERSON = (MemberRef("p1"),)
GROUND = Provision(Law.AWB, "4:6")

INCOME = FactUsed(
    id=RecordRef("income"),
    persons=PERSON,
    fact=FactName.INCOME_YEAR,
    value=Money(5200000),
    origin=FactOrigin.OWN_ESTIMATE,
    certainty=Certainty.ESTIMATED,
    components=(AmountPart(AmountSource.EMPLOYER, 5200000),),
)
DECISION = DeterminationMade(
    id=RecordRef("decision"),
    persons=PERSON,
    scheme=Scheme.ZORGTOESLAG,
    made_on=dt.date(2026, 6, 1),
    outcome=Outcome.RECLAIMED,
    reason=Reason.AMOUNT_TOO_HIGH_PAID,
    amount_total_cents=100000,
    rests_on=(INCOME.id,),
    would_be=(WouldBe(INCOME.id, Money(2000000), amount_total_cents=30000),),
    objection_until=dt.date(2026, 7, 13),
)
REFUSED = replace(
    DECISION,
    outcome=Outcome.REFUSED,
    reason=Reason.INCOME_ABOVE_LIMIT,
    amount_monthly_cents=0,
    amount_total_cents=None,
    effective_from=dt.date(2026, 9, 1),
    would_be=(WouldBe(INCOME.id, Money(2000000), amount_monthly_cents=12900),),
)
CLAIM = Claim(
    id=RecordRef("claim"),
    persons=PERSON,
    scheme=Scheme.ZORGTOESLAG,
    kind=ClaimKind.OVERPAYMENT,
    status=ClaimStatus.IN_COLLECTION,
    outstanding_cents=100000,
    liable=PERSON,
    determined_by=DECISION.id,
)
SET_OFF = Recovery(
    id=RecordRef("set-off"),
    persons=PERSON,
    for_record=CLAIM.id,
    method=RecoveryMethod.SET_OFF,
    status=RecoveryStatus.RUNNING,
    amount_monthly_cents=5000,
    from_date=dt.date(2026, 10, 1),
)
RIGHT = Entitlement(
    id=RecordRef("right"),
    persons=PERSON,
    scheme=Scheme.ZORGTOESLAG,
    status=EntitlementStatus.ENDED,
    amount_monthly_cents=12900,
    payee=Payee(member=MemberRef("p1")),
    from_date=dt.date(2026, 1, 1),
    until=dt.date(2026, 8, 31),
    determined_by=DECISION.id,
)


def _measure(*on: str, kind: MeasureKind = MeasureKind.REVISE, **more: object) -> Measure:
    measure = Measure(
        ref="m-1",
        agency=Agency.BELASTINGDIENST,
        department=None,
        kind=kind,
        provision=GROUND,
        on=tuple(RecordRef(each) for each in on),
        deviates_from_law=False,
    )
    return replace(measure, **more)  # type: ignore[arg-type]


def _after(measure: Measure, *records: Record) -> RecordsAfter:
    return apply_to_records(measure, records, TODAY)


def _found(after: RecordsAfter, ref: str) -> Record:
    return next(each for each in after.records if each.id == ref)


def _claimed(after: RecordsAfter) -> int:
    claim = _found(after, "claim")
    assert isinstance(claim, Claim)
    return claim.outstanding_cents


def _right(after: RecordsAfter) -> Entitlement:
    (right,) = (each for each in after.records if isinstance(each, Entitlement))
    return right


def _decided(after: RecordsAfter) -> DeterminationMade:
    decision = _found(after, "decision")
    assert isinstance(decision, DeterminationMade)
    return decision


# -- facts


def test_a_fact_becomes_the_value_of_the_measure_and_is_established() -> None:
    after = _after(_measure("income", value=Money(1)), INCOME)
    fact = _found(after, "income")
    assert isinstance(fact, FactUsed)
    assert (fact.value, fact.certainty) == (Money(1), Certainty.ESTABLISHED)
    assert fact.origin is FactOrigin.OWN_INVESTIGATION
    assert fact.components == ()


def test_what_is_in_a_register_stays_registered() -> None:
    entry = replace(
        INCOME,
        fact=FactName.REGISTERED_ADDRESS,
        value=Ref(None),
        origin=FactOrigin.BASE_REGISTER,
        certainty=Certainty.REGISTERED,
        components=(),
    )
    measure = _measure("income", kind=MeasureKind.REGISTER_ADDRESS, value=Ref("a1"))
    fact = _found(_after(measure, entry), "income")
    assert isinstance(fact, FactUsed)
    assert (fact.value, fact.certainty, fact.since) == (Ref("a1"), Certainty.REGISTERED, TODAY)


def test_without_a_value_it_is_the_one_that_the_body_calculated_with() -> None:
    after = _after(_measure("income", "decision"), INCOME, DECISION)
    fact = _found(after, "income")
    assert isinstance(fact, FactUsed)
    assert fact.value == Money(2000000)


@pytest.mark.parametrize("would_be", [(), (*DECISION.would_be, WouldBe(INCOME.id, Money(1)))])
def test_without_one_value_nothing_changes(would_be: tuple[WouldBe, ...]) -> None:
    decision = replace(DECISION, would_be=would_be)
    with pytest.raises(MeasureNotPossible):
        _after(_measure("income", "decision"), INCOME, decision)


def test_what_is_right_already_is_not_put_right_again() -> None:
    measure = _measure("income", "decision")
    once = _after(measure, INCOME, REFUSED)
    with pytest.raises(MeasureNotPossible):
        apply_to_records(replace(measure, value=Money(2000000)), once.records, TODAY)


def test_what_was_announced_on_it_does_not_come_and_other_acts_are_refused() -> None:
    act = ThreatenedAct(
        id=RecordRef("act"),
        persons=PERSON,
        kind=ThreatenedActKind.END_OF_BENEFIT,
        date=dt.date(2026, 12, 1),
        rests_on=(INCOME.id,),
    )
    measure = _measure("income", "act", value=Money(1))
    after = _after(measure, INCOME, act)
    assert [each.id for each in after.records] == ["income"]
    with pytest.raises(MeasureNotPossible):
        _after(measure, INCOME, replace(act, rests_on=()))


# -- what is claimed


def test_the_claim_falls_to_what_the_body_itself_calculates() -> None:
    after = _after(_measure("income", "decision"), INCOME, DECISION, CLAIM, SET_OFF)
    decision = _decided(after)
    assert _claimed(after) == 30000
    assert (decision.outcome, decision.amount_total_cents) == (Outcome.RECLAIMED, 30000)
    assert decision.legal_basis == (GROUND,)
    assert (decision.made_on, decision.objection_until) == (TODAY, dt.date(2027, 1, 4))
    assert sum(each.debt_effect_cents for each in after.effects) == -70000


def test_what_was_paid_of_it_counts() -> None:
    paid = replace(CLAIM, outstanding_cents=80000)
    assert _claimed(_after(_measure("income", "decision"), INCOME, DECISION, paid)) == 10000


def test_where_nothing_is_owed_any_more_what_is_taken_ends() -> None:
    nothing = replace(DECISION, would_be=(WouldBe(INCOME.id, Money(2000000), None, 0),))
    after = _after(_measure("income", "decision"), INCOME, nothing, CLAIM, SET_OFF)
    taken = _found(after, "set-off")
    assert isinstance(taken, Recovery)
    assert (_claimed(after), taken.status) == (0, RecoveryStatus.ENDED)
    assert _decided(after).outcome is Outcome.GRANTED
    assert sum(each.monthly_effect_cents for each in after.effects) == 5000


def test_by_its_own_test_a_value_within_the_limit_gives_no_ground() -> None:
    tested = replace(
        DECISION, would_be=(), test=LimitTest(INCOME.id, HarmfulWhen.ABOVE, limit_cents=4000000)
    )
    measure = _measure("income", "decision", value=Money(4000000))
    assert _claimed(_after(measure, INCOME, tested, CLAIM)) == 0
    with pytest.raises(MeasureNotPossible):
        _after(replace(measure, value=Money(4000001)), INCOME, tested, CLAIM)


@pytest.mark.parametrize(
    ("value", "left"), [(2000001, None), (2000000, 30000), (1999999, 30000), (0, 30000)]
)
def test_a_calculation_on_the_way_to_the_right_value_is_the_least_that_comes_of_it(
    value: int, left: int | None
) -> None:
    measure = _measure("income", "decision", value=Money(value))
    if left is None:
        with pytest.raises(MeasureNotPossible):
            _after(measure, INCOME, DECISION, CLAIM)
    else:
        assert _claimed(_after(measure, INCOME, DECISION, CLAIM)) == left


def test_a_number_counts_in_the_same_way() -> None:
    weeks = replace(INCOME, fact=FactName.WEEKS_WORKED, value=Count(19), components=())
    decision = replace(DECISION, would_be=(WouldBe(INCOME.id, Count(26), None, 30000),))
    measure = _measure("income", "decision", value=Count(30))
    assert _claimed(_after(measure, weeks, decision, CLAIM)) == 30000


def test_nothing_gets_worse_by_it() -> None:
    worse = replace(DECISION, would_be=(WouldBe(INCOME.id, Money(2000000), None, 100001),))
    with pytest.raises(MeasureNotPossible):
        _after(_measure("income", "decision"), INCOME, worse, CLAIM)


def test_an_assessment_of_which_nothing_is_claimed_waits_for_its_calculation() -> None:
    assessed = replace(DECISION, outcome=Outcome.ASSESSED, would_be=())
    after = _after(_measure("income", "decision", value=Money(1)), INCOME, assessed)
    decision = _decided(after)
    assert (decision.outcome, decision.amount_total_cents) == (Outcome.ASSESSED, None)


def test_what_is_set_per_month_lowers_what_is_paid_and_not_the_debt() -> None:
    monthly = replace(
        DECISION,
        outcome=Outcome.ASSESSED,
        amount_total_cents=None,
        amount_monthly_cents=5000,
        would_be=(WouldBe(INCOME.id, Money(2000000), amount_monthly_cents=1000),),
    )
    after = _after(_measure("income", "decision"), INCOME, monthly, CLAIM, SET_OFF)
    taken = _found(after, "set-off")
    assert isinstance(taken, Recovery)
    assert (taken.amount_monthly_cents, _claimed(after)) == (1000, 100000)


def test_a_claim_without_a_decision_falls_to_the_amount_of_the_measure() -> None:
    alone = replace(CLAIM, determined_by=None)
    assert _claimed(_after(_measure("claim", amount_cents=40000), alone)) == 40000
    for measure in (_measure("claim"), _measure("claim", amount_cents=100000)):
        with pytest.raises(MeasureNotPossible):
            _after(measure, alone)


def test_what_was_added_falls_before_what_it_was_added_to() -> None:
    parts = (
        ClaimPart(ClaimPartKind.PRINCIPAL, 60000),
        ClaimPart(ClaimPartKind.COSTS, 40000),
    )
    claim = replace(CLAIM, determined_by=None, components=parts)
    after = _found(_after(_measure("claim", amount_cents=50000), claim), "claim")
    assert isinstance(after, Claim)
    assert after.components == (ClaimPart(ClaimPartKind.PRINCIPAL, 50000),)


# -- what is paid


def test_what_was_refused_is_paid_since_it_was_due() -> None:
    after = _after(_measure("income", "decision"), INCOME, REFUSED)
    right, decision = _right(after), _decided(after)
    assert (decision.outcome, decision.reason) == (Outcome.GRANTED, Reason.CONDITIONS_MET)
    assert (right.amount_monthly_cents, right.from_date) == (12900, dt.date(2026, 9, 1))
    assert right.one_off_cents == 3 * 12900
    assert right.determined_by == decision.id
    assert sum(each.monthly_effect_cents for each in after.effects) == 12900


def test_what_ended_goes_on_at_what_it_paid() -> None:
    ended = replace(REFUSED, outcome=Outcome.ENDED, would_be=())
    after = _after(_measure("decision", "right", kind=MeasureKind.RESTORE), ended, RIGHT)
    right = _right(after)
    assert (right.status, right.until) == (EntitlementStatus.IN_PAYMENT, None)
    assert right.amount_monthly_cents == 12900
    assert _decided(after).outcome is Outcome.GRANTED


def test_what_is_lowered_rises_to_what_the_body_calculates() -> None:
    lowered = replace(REFUSED, outcome=Outcome.GRANTED_LOWER, amount_monthly_cents=10000)
    paid = replace(
        RIGHT, status=EntitlementStatus.IN_PAYMENT, until=None, amount_monthly_cents=10000
    )
    after = _after(_measure("income", "decision"), INCOME, lowered, paid)
    assert _right(after).amount_monthly_cents == 12900
    assert sum(each.monthly_effect_cents for each in after.effects) == 2900


@pytest.mark.parametrize("outcome", [Outcome.REFUSED, Outcome.ENDED, Outcome.GRANTED_LOWER])
def test_what_follows_from_the_right_fact_must_be_known(outcome: Outcome) -> None:
    decision = replace(REFUSED, outcome=outcome, would_be=())
    with pytest.raises(MeasureNotPossible):
        _after(_measure("income", "decision", value=Money(1)), INCOME, decision, RIGHT)


def test_a_right_without_a_known_decision_goes_on_as_it_was() -> None:
    alone = replace(RIGHT, determined_by=None)
    after = _after(_measure("right", kind=MeasureKind.RESTORE), alone)
    assert _right(after).status is EntitlementStatus.IN_PAYMENT
    with pytest.raises(MeasureNotPossible):
        apply_to_records(_measure("right", kind=MeasureKind.RESTORE), after.records, TODAY)


# -- what is levied


LEVY = Contribution(
    id=RecordRef("levy"),
    persons=PERSON,
    scheme=Scheme.TREATY_HEALTH_CONTRIBUTION,
    cover=Cover.HEALTH_CARE,
    amount_monthly_cents=5000,
    cover_from=dt.date(2026, 1, 1),
)


def test_a_contribution_stops_on_the_day_and_so_does_what_is_withheld_for_it() -> None:
    withheld = replace(SET_OFF, for_record=LEVY.id)
    after = _after(_measure("levy", from_date=dt.date(2026, 9, 1)), LEVY, withheld)
    levy, taken = _found(after, "levy"), _found(after, "set-off")
    assert isinstance(levy, Contribution)
    assert isinstance(taken, Recovery)
    assert (levy.cover_until, taken.status) == (dt.date(2026, 8, 31), RecoveryStatus.ENDED)
    assert sum(each.monthly_effect_cents for each in after.effects) == 5000


def test_a_contribution_that_began_later_was_never_due() -> None:
    after = _after(_measure("levy", from_date=LEVY.cover_from), LEVY)
    assert after.records == ()
    with pytest.raises(MeasureNotPossible):
        _after(_measure("levy"), LEVY)


# -- exceptions


def _exception(**more: object) -> Measure:
    return _measure("decision", kind=MeasureKind.APPLY_EXCEPTION, **more)


LOWERED = replace(REFUSED, outcome=Outcome.GRANTED_LOWER, amount_monthly_cents=10000, would_be=())
PAID = replace(
    RIGHT,
    status=EntitlementStatus.IN_PAYMENT,
    until=None,
    amount_monthly_cents=10000,
    full_amount_monthly_cents=12900,
)


def test_an_exception_that_adds_is_paid_besides_the_right() -> None:
    after = _after(_exception(amount_cents=2000), LOWERED, PAID)
    decision = _decided(after)
    assert GROUND in decision.legal_basis
    assert (decision.outcome, decision.amount_monthly_cents) == (Outcome.GRANTED_LOWER, 12000)
    amounts = [each.amount_monthly_cents for each in after.records if isinstance(each, Entitlement)]
    assert amounts == [10000, 2000]


def test_an_exception_that_undoes_brings_what_is_paid_in_full() -> None:
    after = _after(_exception(), LOWERED, PAID)
    assert _right(after).amount_monthly_cents == 12900
    assert _decided(after).outcome is Outcome.GRANTED


@pytest.mark.parametrize(
    "decision", [replace(LOWERED, legal_basis=(GROUND,)), replace(LOWERED, outcome=Outcome.REFUSED)]
)
def test_an_exception_is_applied_once_and_never_without_an_amount(
    decision: DeterminationMade,
) -> None:
    unknown = replace(PAID, full_amount_monthly_cents=None)
    with pytest.raises(MeasureNotPossible):
        _after(_exception(), decision, unknown)


# -- properties


ALL: tuple[Record, ...] = (INCOME, DECISION, CLAIM, SET_OFF)


@pytest.mark.parametrize("records", list(itertools.permutations(ALL)))
def test_the_order_of_the_ledger_changes_nothing(records: tuple[Record, ...]) -> None:
    measure = _measure("income", "decision")
    expected = {each.id: each for each in _after(measure, *ALL).records}
    assert {each.id: each for each in _after(measure, *records).records} == expected


@given(
    right=st.integers(0, 9000000),
    stated=st.integers(0, 9000000),
    total=st.integers(0, 200000),
    outstanding=st.integers(0, 150000),
)
def test_a_claim_never_rises_and_never_falls_below_nil(
    right: int, stated: int, total: int, outstanding: int
) -> None:
    decision = replace(DECISION, would_be=(WouldBe(INCOME.id, Money(stated), None, total),))
    claim = replace(CLAIM, outstanding_cents=outstanding)
    value: Value = Money(right)
    try:
        after = _after(_measure("income", "decision", value=value), INCOME, decision, claim)
    except MeasureNotPossible:
        return
    assert 0 <= _claimed(after) <= outstanding
