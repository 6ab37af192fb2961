"""What the acts on debts, attachments, objections and announced acts do to records, and refuse."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import MeasureNotPossible
from domain.measures import Measure, MeasureKind
from domain.measures.effects import RecordsAfter, apply_to_records
from domain.records import (
    Application,
    Claim,
    ClaimPart,
    DateValue,
    DeterminationMade,
    MemberRef,
    Money,
    Notice,
    ProtectedAmount,
    Provision,
    Record,
    RecordRef,
    Recovery,
    ThreatenedAct,
    Value,
    WouldBe,
)
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    ClaimKind,
    ClaimPartKind,
    ClaimStatus,
    HandledAs,
    Law,
    LoweredBecause,
    NoticeDirection,
    NoticeKind,
    Outcome,
    Reason,
    RecoveryMethod,
    RecoveryStatus,
    Scheme,
    ThreatenedActKind,
)

R = TypeVar("R", bound=Record)

TODAY = dt.date(2026, 11, 23)
PERSON = (MemberRef("p1"),)
AWB_6_8 = Provision(Law.AWB, "6:8")
AWB_6_11 = Provision(Law.AWB, "6:11")
AWB_3_4_2 = Provision(Law.AWB, "3:4", "2")

CLAIM = Claim(
    id=RecordRef("claim"),
    persons=PERSON,
    scheme=Scheme.HUURTOESLAG,
    kind=ClaimKind.OVERPAYMENT,
    status=ClaimStatus.IN_COLLECTION,
    outstanding_cents=100000,
    liable=PERSON,
    determined_by=RecordRef("decision"),
)
DECISION = DeterminationMade(
    id=RecordRef("decision"),
    persons=PERSON,
    scheme=Scheme.HUURTOESLAG,
    made_on=dt.date(2026, 10, 16),
    outcome=Outcome.RECLAIMED,
    reason=Reason.AMOUNT_TOO_HIGH_PAID,
    objection_until=dt.date(2026, 11, 27),
)
SET_OFF = Recovery(
    id=RecordRef("set-off"),
    persons=PERSON,
    for_record=CLAIM.id,
    method=RecoveryMethod.SET_OFF,
    status=RecoveryStatus.RUNNING,
    amount_monthly_cents=20000,
    from_date=dt.date(2026, 10, 1),
)
ATTACHED = replace(
    SET_OFF,
    id=RecordRef("attached"),
    method=RecoveryMethod.WAGE_ATTACHMENT,
    protected_amount=ProtectedAmount(96320, LoweredBecause.NO_REGISTERED_ADDRESS),
)
AT_THE_BANK = replace(
    SET_OFF,
    id=RecordRef("bank"),
    method=RecoveryMethod.BANK_ATTACHMENT,
    status=RecoveryStatus.ENDED,
    amount_monthly_cents=0,
    taken_once_cents=64000,
)
REPORT = ThreatenedAct(
    id=RecordRef("report"),
    persons=PERSON,
    kind=ThreatenedActKind.REPORT_TO_CAK,
    date=dt.date(2026, 12, 1),
    about=CLAIM.id,
)
EVICTION = replace(REPORT, id=RecordRef("eviction"), kind=ThreatenedActKind.EVICTION)
END = replace(REPORT, id=RecordRef("end"), kind=ThreatenedActKind.END_OF_BENEFIT, about=None)
LAPSE = replace(
    REPORT, id=RecordRef("lapse"), kind=ThreatenedActKind.RIGHT_LAPSES, about=DECISION.id
)
LETTER = Notice(
    id=RecordRef("letter"),
    persons=PERSON,
    direction=NoticeDirection.RECEIVED,
    kind=NoticeKind.LETTER,
    on=dt.date(2026, 11, 2),
    about=DECISION.id,
    disputes_decision=True,
    handled_as=HandledAs.COMPLAINT,
)
REFUSED = replace(
    DECISION,
    id=RecordRef("refused"),
    scheme=Scheme.REMISSION,
    outcome=Outcome.REFUSED,
    reason=Reason.POWER_EXCLUDED_BY_LAW,
    about=CLAIM.id,
)
ASKED = Application(
    id=RecordRef("asked"),
    persons=PERSON,
    scheme=Scheme.DEBT_COUNSELLING,
    received=TODAY,
    status=ApplicationStatus.OPEN,
    first_talk_by=dt.date(2026, 12, 21),
    decide_by=dt.date(2027, 2, 15),
)


def act(
    kind: MeasureKind,
    *on: Record,
    amount: int | None = None,
    until: dt.date | None = None,
    from_date: dt.date | None = None,
    value: Value | None = None,
    provision: Provision = AWB_6_8,
) -> Measure:
    return Measure(
        ref="m-1",
        agency=Agency.UWV,
        department=None,
        kind=kind,
        provision=provision,
        on=tuple(record.id for record in on),
        deviates_from_law=False,
        amount_cents=amount,
        until=until,
        from_date=from_date,
        value=value,
    )


def applied(measure: Measure, *held: Record) -> RecordsAfter:
    """The records after it; the same in whatever order they are held."""
    after = apply_to_records(measure, held, TODAY)
    turned = apply_to_records(measure, held[::-1], TODAY)
    assert {each.id: each for each in after.records} == {each.id: each for each in turned.records}
    assert after == apply_to_records(measure, held, TODAY)
    return after


def held_in(after: RecordsAfter, wanted: R) -> R:
    found = next(record for record in after.records if record.id == wanted.id)
    assert isinstance(found, type(wanted))
    return found


def ids_in(after: RecordsAfter) -> set[str]:
    return {record.id for record in after.records}


def refuses(measure: Measure, *held: Record) -> str:
    with pytest.raises(MeasureNotPossible) as refused:
        apply_to_records(measure, held, TODAY)
    return str(refused.value)


def test_what_is_withdrawn_is_nil_and_nothing_is_taken_for_it() -> None:
    after = applied(act(MeasureKind.WITHDRAW, CLAIM), CLAIM, SET_OFF)
    assert held_in(after, CLAIM).outstanding_cents == 0
    assert held_in(after, SET_OFF).status is RecoveryStatus.ENDED
    assert sum(effect.debt_effect_cents for effect in after.effects) == -100000
    assert sum(effect.monthly_effect_cents for effect in after.effects) == 20000


@given(stays=st.integers(min_value=1, max_value=200000))
def test_withdrawn_in_part_the_amount_stays_and_never_rises(stays: int) -> None:
    measure = act(MeasureKind.WITHDRAW, CLAIM, amount=stays)
    if stays >= CLAIM.outstanding_cents:
        refuses(measure, CLAIM)
    else:
        assert held_in(applied(measure, CLAIM), CLAIM).outstanding_cents == stays


def test_of_the_increases_those_of_the_named_days_fall_first() -> None:
    parts = (
        ClaimPart(ClaimPartKind.PRINCIPAL, 60000),
        ClaimPart(ClaimPartKind.INCREASE, 20000, dt.date(2026, 8, 1)),
        ClaimPart(ClaimPartKind.INCREASE, 20000, dt.date(2026, 10, 1)),
    )
    claim = replace(CLAIM, components=parts)
    day = dt.date(2026, 10, 1)
    measure = act(MeasureKind.WITHDRAW, claim, amount=80000, from_date=day, until=day)
    after = applied(measure, claim)
    assert held_in(after, claim).components == parts[:2]


def test_a_small_amount_is_not_collected_and_a_larger_one_is() -> None:
    small = replace(CLAIM, outstanding_cents=12100)
    after = applied(act(MeasureKind.NOT_COLLECT, small), small)
    assert held_in(after, small).outstanding_cents == 0
    assert "grens" in refuses(act(MeasureKind.NOT_COLLECT, CLAIM), CLAIM)


def test_what_the_body_calculated_itself_is_not_collected_when_small() -> None:
    would_be = WouldBe(RecordRef("fact"), Money(1), amount_total_cents=9600)
    decision = replace(DECISION, would_be=(would_be,))
    measure = act(MeasureKind.NOT_COLLECT, CLAIM, amount=9600)
    after = applied(measure, CLAIM, decision)
    assert held_in(after, CLAIM).outstanding_cents == 100000 - 9600
    assert "hele bedrag" in refuses(measure, CLAIM, DECISION)


def test_a_reduction_answers_the_request_that_the_law_excluded() -> None:
    provision = Provision(Law.AWIR, "26", "2")
    measure = act(MeasureKind.REDUCE, CLAIM, amount=1000, provision=provision)
    answered = held_in(applied(measure, CLAIM, REFUSED), REFUSED)
    assert answered.outcome is Outcome.GRANTED
    assert answered.legal_basis == (provision,)
    assert (answered.made_on, answered.objection_until) == (TODAY, dt.date(2027, 1, 4))


def test_a_refusal_about_another_claim_or_on_the_merits_stays() -> None:
    measure = act(MeasureKind.REDUCE, CLAIM, amount=1000)
    other = replace(REFUSED, about=RecordRef("other"))
    on_merits = replace(REFUSED, reason=Reason.CONDITIONS_NOT_MET)
    assert held_in(applied(measure, CLAIM, other), other) == other
    assert held_in(applied(measure, CLAIM, on_merits), on_merits) == on_merits


@pytest.mark.parametrize("kind", [MeasureKind.REDUCE, MeasureKind.REMIT])
def test_what_is_left_of_an_overpayment_stands_on_a_weighing(kind: MeasureKind) -> None:
    after = applied(act(kind, CLAIM, amount=1000), CLAIM)
    assert held_in(after, CLAIM).legal_basis == (AWB_3_4_2,)
    loan = replace(CLAIM, kind=ClaimKind.LOAN)
    assert held_in(applied(act(kind, loan, amount=1000), loan), loan).legal_basis == ()


def test_instalments_replace_what_was_taken_and_keep_the_report_away() -> None:
    measure = act(MeasureKind.ARRANGE_INSTALMENTS, CLAIM, REPORT, amount=5000)
    after = applied(measure, CLAIM, SET_OFF, REPORT)
    assert ids_in(after) == {"claim", "set-off", "m-1-instalment"}
    assert held_in(after, SET_OFF).status is RecoveryStatus.ENDED
    paid = next(each for each in after.records if each.id == "m-1-instalment")
    assert isinstance(paid, Recovery)
    assert (paid.method, paid.amount_monthly_cents) == (RecoveryMethod.INSTALMENT, 5000)
    assert paid.from_date == dt.date(2026, 12, 1)
    assert sum(effect.monthly_effect_cents for effect in after.effects) == 15000


def test_an_eviction_is_called_off_only_when_it_is_named() -> None:
    unnamed = applied(act(MeasureKind.ARRANGE_INSTALMENTS, CLAIM, amount=5000), CLAIM, EVICTION)
    named = applied(
        act(MeasureKind.ARRANGE_INSTALMENTS, CLAIM, EVICTION, amount=5000), CLAIM, EVICTION
    )
    assert "eviction" in ids_in(unnamed)
    assert "eviction" not in ids_in(named)


def test_an_instalment_is_never_more_than_what_is_owed() -> None:
    after = applied(act(MeasureKind.ARRANGE_INSTALMENTS, CLAIM, amount=999999), CLAIM)
    (paid,) = (each for each in after.records if isinstance(each, Recovery))
    assert paid.amount_monthly_cents == 100000


@pytest.mark.parametrize(
    ("measure", "held"),
    [
        (act(MeasureKind.ARRANGE_INSTALMENTS, CLAIM), (CLAIM,)),
        (act(MeasureKind.ARRANGE_INSTALMENTS, CLAIM, amount=0), (CLAIM,)),
        (act(MeasureKind.ARRANGE_INSTALMENTS, REPORT, amount=1), (REPORT,)),
        (act(MeasureKind.ARRANGE_INSTALMENTS, CLAIM, END, amount=1), (CLAIM, END)),
    ],
)
def test_no_arrangement_without_an_amount_a_claim_or_a_tie(
    measure: Measure, held: tuple[Record, ...]
) -> None:
    assert refuses(measure, *held)


def test_an_announced_act_of_an_agency_is_put_off_to_the_day() -> None:
    until = dt.date(2027, 1, 31)
    after = applied(act(MeasureKind.HOLD, END, until=until), END)
    assert held_in(after, END).date == until
    assert ids_in(after) == {"end"}


def test_one_hold_pauses_a_claim_and_puts_an_act_off() -> None:
    until = dt.date(2027, 1, 31)
    after = applied(act(MeasureKind.HOLD, CLAIM, END, until=until), CLAIM, END, SET_OFF)
    assert held_in(after, END).date == until
    assert held_in(after, SET_OFF).status is RecoveryStatus.ENDED
    assert "m-1-hold" in ids_in(after)


@pytest.mark.parametrize("threat", [REPORT, LAPSE])
def test_what_the_law_brings_by_itself_cannot_be_put_off(threat: ThreatenedAct) -> None:
    assert refuses(act(MeasureKind.HOLD, threat, until=dt.date(2027, 1, 31)), threat)


@pytest.mark.parametrize("day", [dt.date(2026, 11, 22), dt.date(2027, 1, 31), dt.date(2027, 2, 1)])
def test_an_act_outside_the_time_of_the_hold_is_not_put_off(day: dt.date) -> None:
    threat = replace(END, date=day)
    assert refuses(act(MeasureKind.HOLD, threat, until=dt.date(2027, 1, 31)), threat)


def test_the_court_puts_an_eviction_off_but_no_hearing() -> None:
    until = dt.date(2027, 6, 1)
    after = applied(act(MeasureKind.MORATORIUM, EVICTION, until=until), EVICTION)
    assert held_in(after, EVICTION).date == until
    hearing = replace(EVICTION, kind=ThreatenedActKind.COURT_HEARING)
    assert refuses(act(MeasureKind.MORATORIUM, hearing, until=until), hearing)
    assert refuses(act(MeasureKind.MORATORIUM, CLAIM, until=until), CLAIM)


@pytest.mark.parametrize("named", [DECISION, LAPSE])
def test_an_objection_that_is_taken_in_cannot_lapse(named: Record) -> None:
    after = applied(act(MeasureKind.ACCEPT_OBJECTION, named), DECISION, LAPSE)
    assert held_in(after, DECISION).objection_received == TODAY
    assert "lapse" not in ids_in(after)


def test_after_the_term_an_objection_needs_an_excuse() -> None:
    late = replace(DECISION, objection_until=dt.date(2026, 11, 22))
    assert "voorbij" in refuses(act(MeasureKind.ACCEPT_OBJECTION, late), late)
    after = applied(act(MeasureKind.ACCEPT_OBJECTION, late, provision=AWB_6_11), late)
    assert held_in(after, late).objection_received == TODAY


def test_what_another_body_got_in_time_counts_from_that_day() -> None:
    late = replace(DECISION, objection_until=dt.date(2026, 11, 22))
    received = dt.date(2026, 11, 2)
    after = applied(act(MeasureKind.ACCEPT_OBJECTION, late, from_date=received), late)
    assert held_in(after, late).objection_received == received


@pytest.mark.parametrize("named", [END, CLAIM, replace(DECISION, objection_received=TODAY)])
def test_there_must_be_a_decision_that_can_still_be_objected_to(named: Record) -> None:
    assert refuses(act(MeasureKind.ACCEPT_OBJECTION, named), named)


def test_a_letter_becomes_an_objection_of_the_day_it_came() -> None:
    after = applied(act(MeasureKind.RECOGNISE_OBJECTION, LETTER), LETTER, DECISION)
    assert held_in(after, LETTER).handled_as is HandledAs.OBJECTION
    assert held_in(after, DECISION).objection_received == LETTER.on


def test_a_letter_on_a_claim_disputes_the_decision_behind_it() -> None:
    letter = replace(LETTER, about=CLAIM.id)
    after = applied(act(MeasureKind.RECOGNISE_OBJECTION, letter), letter, CLAIM, DECISION)
    assert held_in(after, DECISION).objection_received == letter.on


def test_a_letter_on_a_decision_of_another_body_is_forwarded() -> None:
    after = applied(act(MeasureKind.RECOGNISE_OBJECTION, LETTER), LETTER)
    assert held_in(after, LETTER).handled_as is HandledAs.OBJECTION


@pytest.mark.parametrize(
    "letter",
    [
        replace(LETTER, disputes_decision=False),
        replace(LETTER, direction=NoticeDirection.SENT),
        replace(LETTER, handled_as=HandledAs.OBJECTION),
        replace(LETTER, on=dt.date(2026, 11, 28)),
        replace(LETTER, on=dt.date(2026, 10, 15)),
    ],
)
def test_not_every_letter_is_an_objection(letter: Notice) -> None:
    assert refuses(act(MeasureKind.RECOGNISE_OBJECTION, letter), letter, DECISION)


def test_a_higher_protected_amount_lowers_what_is_taken_by_the_difference() -> None:
    after = applied(act(MeasureKind.RECOMPUTE, ATTACHED, amount=106320), ATTACHED)
    assert held_in(after, ATTACHED).protected_amount == ProtectedAmount(106320, None)
    assert held_in(after, ATTACHED).amount_monthly_cents == 10000
    assert [effect.monthly_effect_cents for effect in after.effects] == [10000]


def test_or_to_what_the_measure_says_is_taken_then() -> None:
    unknown = replace(ATTACHED, protected_amount=None)
    measure = act(MeasureKind.RECOMPUTE, unknown, amount=134849, value=Money(7000))
    assert held_in(applied(measure, unknown), unknown).amount_monthly_cents == 7000
    assert "Niet bekend" in refuses(act(MeasureKind.RECOMPUTE, unknown, amount=1), unknown)


@pytest.mark.parametrize(
    "measure",
    [
        act(MeasureKind.RECOMPUTE, ATTACHED),
        act(MeasureKind.RECOMPUTE, ATTACHED, amount=96319),
        act(MeasureKind.RECOMPUTE, ATTACHED, amount=106320, value=Money(20001)),
        act(MeasureKind.RECOMPUTE, AT_THE_BANK, amount=106320),
        act(MeasureKind.COORDINATE, ATTACHED),
        act(MeasureKind.COORDINATE, ATTACHED, amount=20000),
        act(MeasureKind.COORDINATE, ATTACHED, amount=-1),
        act(MeasureKind.COORDINATE, SET_OFF, amount=1),
        act(MeasureKind.REFUND, ATTACHED, amount=1),
        act(MeasureKind.REFUND, AT_THE_BANK),
        act(MeasureKind.REFUND, AT_THE_BANK, amount=64001),
    ],
)
def test_an_attachment_only_ever_takes_less(measure: Measure) -> None:
    assert refuses(measure, ATTACHED, SET_OFF, AT_THE_BANK)


def test_a_set_off_with_a_benefit_is_bound_by_the_same_amount() -> None:
    measure = act(MeasureKind.RECOMPUTE, SET_OFF, amount=134849, value=Money(5000))
    after = applied(measure, SET_OFF)
    assert held_in(after, SET_OFF).amount_monthly_cents == 5000
    assert held_in(after, SET_OFF).protected_amount == ProtectedAmount(134849, None)


@given(share=st.integers(min_value=0, max_value=39999))
def test_attachments_together_take_the_share(share: int) -> None:
    other = replace(ATTACHED, id=RecordRef("other"), from_date=dt.date(2026, 9, 1))
    measure = act(MeasureKind.COORDINATE, ATTACHED, other, amount=share)
    after = applied(measure, ATTACHED, other)
    taken = [held_in(after, each).amount_monthly_cents for each in (other, ATTACHED)]
    assert sum(taken) == share
    assert taken[0] == min(share, 20000)


@given(back=st.integers(min_value=1, max_value=64000))
def test_what_is_given_back_is_not_taken_any_more(back: int) -> None:
    after = applied(act(MeasureKind.REFUND, AT_THE_BANK, amount=back), AT_THE_BANK)
    assert held_in(after, AT_THE_BANK).taken_once_cents == 64000 - back


def test_a_plan_decides_the_application_and_holds_a_decision_of_its_own() -> None:
    after = applied(act(MeasureKind.PLAN, ASKED, amount=134849), ASKED)
    assert held_in(after, ASKED).status is ApplicationStatus.DECIDED
    (granted,) = (each for each in after.records if isinstance(each, DeterminationMade))
    assert (granted.outcome, granted.about, granted.made_on) == (Outcome.GRANTED, ASKED.id, TODAY)


@pytest.mark.parametrize(
    ("asked", "amount"),
    [
        (ASKED, None),
        (replace(ASKED, status=ApplicationStatus.DECIDED), 1),
        (replace(ASKED, scheme=Scheme.BIJSTAND), 1),
    ],
)
def test_no_plan_without_an_open_request_for_debt_help_and_an_amount(
    asked: Application, amount: int | None
) -> None:
    assert refuses(act(MeasureKind.PLAN, asked, amount=amount), asked)


def test_a_value_of_another_kind_says_nothing_of_what_is_taken() -> None:
    measure = act(MeasureKind.RECOMPUTE, ATTACHED, amount=106320, value=DateValue(TODAY))
    assert held_in(applied(measure, ATTACHED), ATTACHED).amount_monthly_cents == 10000
