"""What each act does to records, and what stands in its way."""

from __future__ import annotations

import datetime as dt
from typing import TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import MeasureNotPossible
from domain.measures import Measure, MeasureKind
from domain.measures.effects import ACTS, RecordsAfter, apply_to_records
from domain.measures.grant import GrantBasis
from domain.records import (
    Advance,
    Application,
    Body,
    Claim,
    ClaimPart,
    Contribution,
    DeterminationMade,
    Entitlement,
    Hold,
    MemberRef,
    Notice,
    Provision,
    Record,
    RecordRef,
    Recovery,
    Wait,
)
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    ClaimKind,
    ClaimPartKind,
    ClaimStatus,
    Cover,
    HoldStatus,
    Law,
    NoticeDirection,
    NoticeKind,
    NoticeStatus,
    Outcome,
    RecoveryMethod,
    RecoveryStatus,
    Scheme,
    StoppedAct,
)

R = TypeVar("R", bound=Record)

TODAY = dt.date(2026, 11, 23)
YESTERDAY = dt.date(2026, 11, 22)
PERSON = (MemberRef("p1"),)
ANY_PROVISION = Provision(Law.AWB, "4:94")


def a_claim(id_: str = "c1", owed: int = 10_000, parts: tuple[ClaimPart, ...] = ()) -> Claim:
    return Claim(
        id=RecordRef(id_),
        persons=PERSON,
        scheme=Scheme.KINDEROPVANGTOESLAG,
        kind=ClaimKind.OVERPAYMENT,
        status=ClaimStatus.IN_COLLECTION,
        outstanding_cents=owed,
        liable=PERSON,
        components=parts,
    )


def a_recovery(
    id_: str = "r1",
    for_record: str = "c1",
    method: RecoveryMethod = RecoveryMethod.SET_OFF,
    status: RecoveryStatus = RecoveryStatus.RUNNING,
) -> Recovery:
    return Recovery(
        id=RecordRef(id_),
        persons=PERSON,
        for_record=RecordRef(for_record),
        method=method,
        status=status,
        amount_monthly_cents=500,
        from_date=dt.date(2026, 11, 1),
    )


def a_contribution() -> Contribution:
    return Contribution(
        id=RecordRef("k1"),
        persons=PERSON,
        scheme=Scheme.ADMINISTRATIVE_HEALTH_PREMIUM,
        cover=Cover.HEALTH_CARE,
        amount_monthly_cents=17270,
        cover_from=dt.date(2026, 9, 1),
    )


def an_application(
    advance: Advance | None = None,
    status: ApplicationStatus = ApplicationStatus.OPEN,
    first_talk_by: dt.date | None = None,
) -> Application:
    return Application(
        id=RecordRef("a1"),
        persons=PERSON,
        scheme=Scheme.BIJSTAND,
        received=dt.date(2026, 11, 2),
        status=status,
        decide_by=dt.date(2026, 12, 28),
        first_talk_by=first_talk_by,
        advance=advance,
        waits_for=(Wait(Body(agency=Agency.UWV), "beschikking"),),
    )


def an_unsent_letter() -> Notice:
    return Notice(
        id=RecordRef("n1"),
        persons=PERSON,
        direction=NoticeDirection.SENT,
        kind=NoticeKind.DECISION_LETTER,
        on=dt.date(2026, 11, 19),
        status=NoticeStatus.NOT_SENT,
        waits_for=(Wait(Body(agency=Agency.GEMEENTE), "bevestiging"),),
    )


def a_measure(
    kind: MeasureKind,
    *on: str,
    amount: int | None = None,
    until: dt.date | None = None,
    from_date: dt.date | None = None,
    provision: Provision = ANY_PROVISION,
) -> Measure:
    return Measure(
        ref="m-1",
        agency=Agency.GEMEENTE,
        department=None,
        kind=kind,
        provision=provision,
        on=tuple(RecordRef(each) for each in on),
        deviates_from_law=False,
        amount_cents=amount,
        from_date=from_date,
        until=until,
    )


def carried_out(
    measure: Measure, *records: Record, basis: GrantBasis | None = None
) -> RecordsAfter:
    return apply_to_records(measure, records, TODAY, basis)


def only(kind: type[R], after: RecordsAfter) -> R:
    (found,) = (record for record in after.records if isinstance(record, kind))
    return found


def test_every_kind_of_measure_has_an_act() -> None:
    assert set(ACTS) == set(MeasureKind)


def test_a_hold_stops_every_act_set_off_included_and_ends_the_set_off_the_day_before() -> None:
    until = dt.date(2027, 5, 31)
    measure = a_measure(MeasureKind.HOLD, "c1", until=until)
    after = carried_out(measure, a_claim(), a_recovery())
    hold, recovery = only(Hold, after), only(Recovery, after)
    assert (hold.status, hold.covers, hold.from_date, hold.until) == (
        HoldStatus.IN_FORCE,
        ("c1",),
        TODAY,
        until,
    )
    assert set(hold.stops) == set(StoppedAct)
    assert (recovery.status, recovery.until) == (RecoveryStatus.ENDED, YESTERDAY)
    assert after.changed == ("m-1-hold", "r1")
    assert sum(effect.monthly_effect_cents for effect in after.effects) == 500


def test_a_hold_on_a_recovery_covers_the_claim_behind_it_and_leaves_other_claims_alone() -> None:
    measure = a_measure(MeasureKind.HOLD, "r1", until=dt.date(2027, 1, 1))
    other = a_recovery("r2", for_record="c2")
    after = carried_out(measure, a_claim(), a_recovery(), a_claim("c2"), other)
    assert only(Hold, after).covers == ("c1",)
    assert other in after.records


def test_a_hold_leaves_what_the_household_pays_itself_unless_it_is_named() -> None:
    own = a_recovery(method=RecoveryMethod.INSTALMENT)
    unnamed = a_measure(MeasureKind.HOLD, "c1", until=dt.date(2027, 1, 1))
    named = a_measure(MeasureKind.HOLD, "c1", "r1", until=dt.date(2027, 1, 1))
    assert own in carried_out(unnamed, a_claim(), own).records
    assert only(Recovery, carried_out(named, a_claim(), own)).status is RecoveryStatus.ENDED


def test_a_hold_can_follow_an_earlier_one_that_already_ended_the_set_off() -> None:
    ended = a_recovery(status=RecoveryStatus.ENDED)
    measure = a_measure(MeasureKind.HOLD, "c1", "r1", until=dt.date(2027, 1, 1))
    after = carried_out(measure, a_claim(), ended)
    assert after.changed == ("m-1-hold",)


def test_a_reduction_falls_on_what_was_added_before_it_falls_on_the_principal() -> None:
    parts = (
        ClaimPart(ClaimPartKind.PRINCIPAL, 8_000),
        ClaimPart(ClaimPartKind.COSTS, 2_000),
    )
    measure = a_measure(MeasureKind.REDUCE, "c1", amount=3_000)
    claim = only(Claim, carried_out(measure, a_claim(owed=10_000, parts=parts)))
    assert claim.components == (ClaimPart(ClaimPartKind.PRINCIPAL, 7_000),)


@given(
    parts=st.lists(st.tuples(st.sampled_from(ClaimPartKind), st.integers(1, 10_000)), max_size=4),
    less=st.integers(1, 50_000),
)
def test_a_reduced_claim_is_never_below_nil_and_its_parts_add_up(
    parts: list[tuple[ClaimPartKind, int]], less: int
) -> None:
    components = tuple(ClaimPart(kind, amount) for kind, amount in parts)
    owed = sum(part.amount_cents for part in components) or 5_000
    measure = a_measure(MeasureKind.REDUCE, "c1", amount=less)
    after = carried_out(measure, a_claim(owed=owed, parts=components), a_recovery())
    claim, recovery = only(Claim, after), only(Recovery, after)
    assert claim.outstanding_cents == max(owed - less, 0)
    if components:
        assert sum(part.amount_cents for part in claim.components) == claim.outstanding_cents
    assert (recovery.status is RecoveryStatus.ENDED) == (claim.outstanding_cents == 0)
    assert sum(e.debt_effect_cents for e in after.effects) == claim.outstanding_cents - owed


def test_a_reduction_over_two_claims_takes_the_amount_once() -> None:
    measure = a_measure(MeasureKind.REDUCE, "c1", "c2", amount=12_000)
    after = carried_out(measure, a_claim(), a_claim("c2"))
    owed = [record.outstanding_cents for record in after.records if isinstance(record, Claim)]
    assert owed == [0, 8_000]


def test_remission_without_an_amount_leaves_nothing_owed() -> None:
    after = carried_out(a_measure(MeasureKind.REMIT, "c1"), a_claim(), a_recovery())
    assert only(Claim, after).outstanding_cents == 0
    assert only(Recovery, after).status is RecoveryStatus.ENDED


def test_a_regime_ends_the_day_before_with_all_that_is_withheld_for_it() -> None:
    until = dt.date(2027, 1, 1)
    redirected = a_recovery(for_record="k1", method=RecoveryMethod.REDIRECTION)
    measure = a_measure(MeasureKind.END_REGIME, "k1", until=until)
    after = carried_out(measure, a_contribution(), redirected)
    last_day = dt.date(2026, 12, 31)
    assert only(Contribution, after).cover_until == last_day
    assert only(Recovery, after).until == last_day
    assert sum(effect.monthly_effect_cents for effect in after.effects) == 17270


def test_an_advance_is_paid_once() -> None:
    due = Advance(dt.date(2026, 11, 30), 134849, paid=False)
    after = carried_out(a_measure(MeasureKind.ADVANCE, "a1"), an_application(due))
    paid = only(Application, after)
    assert paid.advance == Advance(dt.date(2026, 11, 30), 134849, paid=True)
    with pytest.raises(MeasureNotPossible):
        carried_out(a_measure(MeasureKind.ADVANCE, "a1"), paid)


def test_a_grant_decides_the_application_and_pays_the_person_from_its_day() -> None:
    from_date = dt.date(2026, 11, 2)
    measure = a_measure(MeasureKind.GRANT_FROM, "a1", amount=135133, from_date=from_date)
    after = carried_out(measure, an_application())
    application, right = only(Application, after), only(Entitlement, after)
    decision = only(DeterminationMade, after)
    assert (application.status, application.waits_for) == (ApplicationStatus.DECIDED, ())
    assert (right.amount_monthly_cents, right.payee.member, right.from_date) == (
        135133,
        "p1",
        from_date,
    )
    assert right.determined_by == decision.id
    assert (decision.outcome, decision.objection_until) == (
        Outcome.GRANTED,
        dt.date(2027, 1, 4),
    )


def test_a_grant_without_an_amount_takes_it_from_the_basis() -> None:
    basis = GrantBasis(norm_cents=141946, holiday_reserve_cents=6813, counted_income_cents=0)
    after = carried_out(a_measure(MeasureKind.GRANT_FROM, "a1"), an_application(), basis=basis)
    assert only(Entitlement, after).amount_monthly_cents == 135133


def test_deciding_earlier_never_makes_a_term_longer() -> None:
    later = a_measure(MeasureKind.DECIDE_EARLIER, "a1", until=dt.date(2027, 3, 1))
    sooner = a_measure(MeasureKind.DECIDE_EARLIER, "a1", until=dt.date(2026, 11, 26))
    assert only(Application, carried_out(later, an_application())).decide_by == dt.date(
        2026, 12, 28
    )
    assert only(Application, carried_out(sooner, an_application())).decide_by == dt.date(
        2026, 11, 26
    )


def test_an_earlier_first_talk_does_not_move_the_decision() -> None:
    asked = an_application(first_talk_by=dt.date(2026, 12, 21))
    until = dt.date(2026, 11, 26)
    measure = a_measure(
        MeasureKind.DECIDE_EARLIER, "a1", until=until, provision=Provision(Law.WGS, "4", "1")
    )
    after = only(Application, carried_out(measure, asked))
    assert (after.first_talk_by, after.decide_by) == (until, dt.date(2026, 12, 28))


def test_deciding_earlier_what_has_been_decided_changes_nothing() -> None:
    decided = an_application(status=ApplicationStatus.DECIDED)
    measure = a_measure(MeasureKind.DECIDE_EARLIER, "a1", until=dt.date(2026, 11, 26))
    assert carried_out(measure, decided) == RecordsAfter((decided,), (), ())


def test_confirming_sends_the_letter_today_and_ends_only_its_own_wait() -> None:
    measure = a_measure(MeasureKind.CONFIRM, "n1", until=dt.date(2026, 11, 25))
    other = an_application()
    after = carried_out(measure, an_unsent_letter(), other)
    letter = only(Notice, after)
    assert (letter.status, letter.on, letter.waits_for) == (NoticeStatus.SENT, TODAY, ())
    assert other in after.records


@pytest.mark.parametrize(
    ("measure", "records"),
    [
        (a_measure(MeasureKind.HOLD, "unknown", until=dt.date(2027, 1, 1)), (a_claim(),)),
        (a_measure(MeasureKind.HOLD, "c1"), (a_claim(),)),
        (a_measure(MeasureKind.HOLD, "c1", until=YESTERDAY), (a_claim(),)),
        (
            a_measure(MeasureKind.HOLD, "r1", until=dt.date(2027, 1, 1)),
            (a_contribution(), a_recovery(for_record="k1")),
        ),
        (a_measure(MeasureKind.REDUCE, "c1"), (a_claim(),)),
        (a_measure(MeasureKind.REDUCE, "c1", amount=1), (a_claim(owed=0),)),
        (a_measure(MeasureKind.REMIT, "c1"), (a_claim(owed=0),)),
        (a_measure(MeasureKind.END_REGIME, "c1", until=dt.date(2027, 1, 1)), (a_claim(),)),
        (a_measure(MeasureKind.END_REGIME, "k1"), (a_contribution(),)),
        (a_measure(MeasureKind.ADVANCE, "a1"), (an_application(),)),
        (a_measure(MeasureKind.GRANT_FROM, "a1"), (an_application(),)),
        (
            a_measure(MeasureKind.GRANT_FROM, "a1", amount=1),
            (an_application(status=ApplicationStatus.DECIDED),),
        ),
        (a_measure(MeasureKind.CONFIRM, "c1"), (a_claim(),)),
    ],
)
def test_what_cannot_be_carried_out_is_refused_with_words_and_without_personal_data(
    measure: Measure, records: tuple[Record, ...]
) -> None:
    with pytest.raises(MeasureNotPossible) as refusal:
        carried_out(measure, *records)
    assert str(refusal.value).endswith(".")
    assert "p1" not in str(refusal.value)


def test_carrying_out_is_repeatable_and_leaves_unnamed_records_in_place() -> None:
    records: tuple[Record, ...] = (a_claim("c0"), a_claim(), a_recovery(), a_contribution())
    measure = a_measure(MeasureKind.HOLD, "c1", until=dt.date(2027, 1, 1))
    first = apply_to_records(measure, records, TODAY)
    assert first == apply_to_records(measure, records, TODAY)
    assert [record.id for record in first.records] == ["c0", "c1", "r1", "k1", "m-1-hold"]
