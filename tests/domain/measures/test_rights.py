"""Rights that are fitted, paid at last, or paid to another: what changes, and what is refused."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.errors import MeasureNotPossible
from domain.measures import Measure, MeasureKind
from domain.measures.effects import RecordsAfter, apply_to_records
from domain.records import (
    Application,
    Body,
    DeterminationMade,
    Entitlement,
    MemberRef,
    Money,
    Payee,
    Provision,
    Record,
    RecordRef,
    Ref,
    Referral,
    Value,
)
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    EntitlementStatus,
    Law,
    Outcome,
    Reason,
    Scheme,
)

TODAY = dt.date(2026, 11, 23)
PERSON = (MemberRef("p1"),)
PW_18_1 = Provision(Law.PW, "18", "1")
PW_20_3 = Provision(Law.PW, "20", "3")


def a_right(
    status: EntitlementStatus = EntitlementStatus.ELIGIBLE,
    amount: int = 12_900,
    from_date: dt.date | None = dt.date(2026, 1, 1),
    full: int | None = None,
    determined_by: str | None = None,
) -> Entitlement:
    return Entitlement(
        id=RecordRef("e1"),
        persons=PERSON,
        scheme=Scheme.BIJSTAND,
        status=status,
        amount_monthly_cents=amount,
        full_amount_monthly_cents=full,
        payee=Payee(member=MemberRef("p1")),
        from_date=from_date,
        determined_by=RecordRef(determined_by) if determined_by else None,
        legal_basis=(Provision(Law.PW, "24"),),
    )


def a_decision(outcome: Outcome = Outcome.GRANTED_LOWER) -> DeterminationMade:
    return DeterminationMade(
        id=RecordRef("d1"),
        persons=PERSON,
        scheme=Scheme.BIJSTAND,
        made_on=dt.date(2026, 4, 13),
        outcome=outcome,
        reason=Reason.SPOUSE_WITHOUT_RIGHT,
        effective_from=dt.date(2026, 4, 1),
        amount_monthly_cents=96_523,
        legal_basis=(Provision(Law.PW, "24"),),
    )


def an_application(status: ApplicationStatus = ApplicationStatus.NOT_OPENED) -> Application:
    return Application(
        id=RecordRef("a1"),
        persons=PERSON,
        scheme=Scheme.BIJSTAND,
        received=dt.date(2026, 10, 19),
        status=status,
    )


def a_referral(id_: str = "v1", scheme: Scheme = Scheme.BIJSTAND, person: str = "p1") -> Referral:
    return Referral(
        id=RecordRef(id_),
        persons=(MemberRef(person),),
        scheme=scheme,
        to=Body(agency=Agency.UWV),
        on=dt.date(2026, 10, 19),
    )


def measured(
    kind: MeasureKind,
    *records: Record,
    on: tuple[str, ...],
    provision: Provision = PW_18_1,
    amount: int | None = None,
    from_date: dt.date | None = None,
    until: dt.date | None = None,
    value: Value | None = None,
) -> RecordsAfter:
    measure = Measure(
        ref="m1",
        agency=Agency.GEMEENTE,
        department=None,
        kind=kind,
        provision=provision,
        on=tuple(RecordRef(each) for each in on),
        deviates_from_law=False,
        amount_cents=amount,
        from_date=from_date,
        until=until,
        value=value,
    )
    return apply_to_records(measure, records, TODAY)


def found(after: RecordsAfter, wanted: str) -> Record:
    return next(record for record in after.records if record.id == wanted)


def ids(after: RecordsAfter) -> set[str]:
    return {record.id for record in after.records}


def test_a_right_that_is_tailored_rises_and_its_decision_no_longer_gives_less() -> None:
    right = a_right(EntitlementStatus.IN_PAYMENT, 96_523, full=135_133, determined_by="d1")
    after = measured(MeasureKind.TAILOR, right, a_decision(), on=("e1",), amount=135_133)
    raised, decision = found(after, "e1"), found(after, "d1")
    assert isinstance(raised, Entitlement)
    assert isinstance(decision, DeterminationMade)
    assert (raised.amount_monthly_cents, raised.full_amount_monthly_cents) == (135_133, 135_133)
    assert (decision.outcome, decision.amount_monthly_cents) == (Outcome.GRANTED, 135_133)
    assert decision.made_on == TODAY
    assert raised.legal_basis[0] == decision.legal_basis[0] == PW_18_1
    assert [each.monthly_effect_cents for each in after.effects] == [38_610, 0]


def test_tailored_below_the_full_amount_it_stays_a_decision_that_gives_less() -> None:
    right = a_right(EntitlementStatus.IN_PAYMENT, 96_523, full=135_133, determined_by="d1")
    after = measured(MeasureKind.TAILOR, right, a_decision(), on=("e1",), amount=100_000)
    decision = found(after, "d1")
    assert isinstance(decision, DeterminationMade)
    assert decision.outcome is Outcome.GRANTED_LOWER
    assert decision.reason is Reason.SPOUSE_WITHOUT_RIGHT


def test_the_day_until_which_it_is_tailored_is_told() -> None:
    right = a_right(EntitlementStatus.IN_PAYMENT)
    until = dt.date(2028, 5, 14)
    after = measured(MeasureKind.TAILOR, right, on=("e1",), amount=20_000, until=until)
    assert after.effects[0].what == "De uitkering wordt hoger, tot en met 14-05-2028."


@pytest.mark.parametrize(
    ("right", "amount"),
    [
        (a_right(EntitlementStatus.IN_PAYMENT), 12_900),
        (a_right(EntitlementStatus.IN_PAYMENT), None),
        (a_right(EntitlementStatus.ENDED), 20_000),
        (a_right(EntitlementStatus.ELIGIBLE), 20_000),
    ],
)
def test_what_is_not_paid_or_would_not_rise_is_not_tailored(
    right: Entitlement, amount: int | None
) -> None:
    with pytest.raises(MeasureNotPossible):
        measured(MeasureKind.TAILOR, right, on=("e1",), amount=amount)


def test_an_application_is_granted_at_the_amount_that_fits() -> None:
    after = measured(MeasureKind.TAILOR, an_application(), on=("a1",), amount=105_925)
    right = found(after, "m1-right")
    assert isinstance(right, Entitlement)
    assert (right.status, right.amount_monthly_cents) == (EntitlementStatus.IN_PAYMENT, 105_925)
    assert right.legal_basis == (PW_18_1,)


def test_a_right_that_exists_is_paid_with_the_months_that_were_missed() -> None:
    after = measured(MeasureKind.GRANT, a_right(), on=("e1",))
    right, decision = found(after, "e1"), found(after, "m1-decision")
    assert isinstance(right, Entitlement)
    assert isinstance(decision, DeterminationMade)
    assert right.status is EntitlementStatus.IN_PAYMENT
    assert right.determined_by == decision.id
    assert decision.outcome is Outcome.GRANTED
    assert after.effects[1].what == "Er wordt betaald; over 11 maanden wordt ineens nabetaald."
    assert sum(each.monthly_effect_cents for each in after.effects) == 12_900


@pytest.mark.parametrize(
    ("right", "what"),
    [
        (a_right(from_date=dt.date(2026, 11, 1)), "Er wordt betaald; over 1 maand wordt ineens"),
        (a_right(from_date=dt.date(2026, 9, 15)), "Er wordt betaald; over 2 maanden wordt ineens"),
        (a_right(from_date=dt.date(2027, 1, 1)), "Er wordt betaald."),
        (a_right(from_date=None), "Er wordt betaald."),
        (replace(a_right(amount=0), one_off_cents=40_000), "Er wordt ineens betaald."),
        (replace(a_right(), until=dt.date(2026, 3, 31)), "Er wordt betaald; over 3 maanden wordt"),
    ],
)
def test_only_whole_months_until_now_are_due(right: Entitlement, what: str) -> None:
    assert measured(MeasureKind.GRANT, right, on=("e1",)).effects[1].what.startswith(what)


def test_a_right_that_ran_out_adds_nothing_per_month() -> None:
    past = replace(a_right(), until=dt.date(2026, 3, 31))
    after = measured(MeasureKind.GRANT, past, on=("e1",))
    assert sum(each.monthly_effect_cents for each in after.effects) == 0


def test_what_was_asked_for_is_decided_with_it_and_nobody_is_sent_on() -> None:
    records = (a_right(), an_application(), a_referral(), a_referral("v2", Scheme.WW))
    after = measured(MeasureKind.GRANT, *records, on=("e1", "a1"))
    application = found(after, "a1")
    assert isinstance(application, Application)
    assert application.status is ApplicationStatus.DECIDED
    assert "v1" not in ids(after)
    assert "v2" in ids(after)
    assert not any("Nodig is nog een aanvraag" in each.what for each in after.effects)


def test_who_did_not_ask_yet_still_has_to() -> None:
    after = measured(MeasureKind.GRANT, a_right(), on=("e1",))
    assert after.effects[0].what == "Het recht is toegekend. Nodig is nog een aanvraag."


@pytest.mark.parametrize(
    "status",
    [each for each in EntitlementStatus if each is not EntitlementStatus.ELIGIBLE],
)
def test_only_what_is_calculated_and_not_paid_is_paid_at_last(status: EntitlementStatus) -> None:
    with pytest.raises(MeasureNotPossible):
        measured(MeasureKind.GRANT, a_right(status), on=("e1",))


def test_nothing_is_paid_when_what_was_asked_is_decided_already() -> None:
    records = (a_right(), an_application(ApplicationStatus.DECIDED))
    with pytest.raises(MeasureNotPossible):
        measured(MeasureKind.GRANT, *records, on=("e1", "a1"))


def test_the_raised_norm_for_the_young_tells_what_is_still_to_be_shown() -> None:
    after = measured(
        MeasureKind.GRANT, an_application(), on=("a1",), provision=PW_20_3, amount=105_925
    )
    assert "de ouders" in after.effects[0].what
    assert found(after, "m1-right").legal_basis == (PW_20_3,)


def test_without_an_amount_no_application_is_granted() -> None:
    with pytest.raises(MeasureNotPossible, match="Niet bekend"):
        measured(MeasureKind.GRANT, an_application(), on=("a1",), provision=PW_20_3)


def test_granting_ends_the_referrals_of_the_same_persons_for_the_same_scheme() -> None:
    records = (
        an_application(),
        a_referral(),
        a_referral("v2", Scheme.WW),
        a_referral("v3", person="p2"),
    )
    after = measured(MeasureKind.GRANT_FROM, *records, on=("a1",), amount=105_925)
    assert {"v1", "v2", "v3"} & ids(after) == {"v2", "v3"}


def test_who_takes_up_what_was_left_lying_no_longer_refers() -> None:
    until = dt.date(2026, 12, 7)
    records = (an_application(), a_referral())
    assert "v1" not in ids(measured(MeasureKind.DECIDE_EARLIER, *records, on=("a1",), until=until))
    opened = (an_application(ApplicationStatus.OPEN), a_referral())
    assert "v1" in ids(measured(MeasureKind.DECIDE_EARLIER, *opened, on=("a1",), until=until))


def test_a_referral_is_taken_back() -> None:
    after = measured(MeasureKind.CONFIRM, a_referral(), on=("v1",))
    assert ids(after) == set()
    assert after.changed == ("v1",)


def test_a_grant_pays_the_right_that_was_calculated_for_it() -> None:
    records = (a_right(amount=98_765), an_application())
    after = measured(MeasureKind.GRANT_FROM, *records, on=("a1",), amount=98_765)
    right = found(after, "e1")
    assert isinstance(right, Entitlement)
    assert right.status is EntitlementStatus.IN_PAYMENT
    assert "m1-right" not in ids(after)


def test_the_payee_changes_and_what_was_asked_for_it_is_decided() -> None:
    records = (a_right(EntitlementStatus.IN_PAYMENT), an_application())
    after = measured(MeasureKind.CHANGE_PAYEE, *records, on=("e1", "a1"), value=Ref("p2"))
    right, application = found(after, "e1"), found(after, "a1")
    assert isinstance(right, Entitlement)
    assert isinstance(application, Application)
    assert right.payee == Payee(member=MemberRef("p2"))
    assert application.status is ApplicationStatus.DECIDED
    assert right.amount_monthly_cents == 12_900


@pytest.mark.parametrize(
    ("from_date", "told"),
    [(None, "Voortaan "), (TODAY, "Voortaan "), (dt.date(2027, 1, 1), "Vanaf 01-01-2027 ")],
)
def test_a_day_that_is_still_to_come_is_told(from_date: dt.date | None, told: str) -> None:
    after = measured(
        MeasureKind.CHANGE_PAYEE,
        a_right(EntitlementStatus.IN_PAYMENT),
        on=("e1",),
        from_date=from_date,
        value=Ref("p2"),
    )
    assert after.effects[0].what.startswith(told)


@pytest.mark.parametrize("value", [None, Ref(None), Ref("p1"), Money(5)])
def test_nobody_or_the_same_member_is_no_new_payee(value: Value | None) -> None:
    with pytest.raises(MeasureNotPossible):
        measured(
            MeasureKind.CHANGE_PAYEE, a_right(EntitlementStatus.IN_PAYMENT), on=("e1",), value=value
        )


@pytest.mark.parametrize("records", [(a_right(),), (an_application(),)])
def test_what_is_not_paid_goes_to_nobody_else(records: tuple[Record, ...]) -> None:
    on = tuple(str(record.id) for record in records)
    with pytest.raises(MeasureNotPossible):
        measured(MeasureKind.CHANGE_PAYEE, *records, on=on, value=Ref("p2"))


LIMITED = replace(a_decision(), can_be_corrected_from=dt.date(2026, 9, 1))


def test_a_correction_reaches_back_to_the_day_of_the_measure() -> None:
    since = dt.date(2026, 6, 1)
    after = measured(MeasureKind.GRANT_FROM, LIMITED, on=("d1",), from_date=since)
    decision = found(after, "d1")
    assert isinstance(decision, DeterminationMade)
    assert decision.can_be_corrected_from == since
    assert decision.legal_basis[0] == PW_18_1


def test_it_never_reaches_back_before_the_decision_itself() -> None:
    after = measured(MeasureKind.GRANT_FROM, LIMITED, on=("d1",), from_date=dt.date(2025, 1, 1))
    decision = found(after, "d1")
    assert isinstance(decision, DeterminationMade)
    assert decision.can_be_corrected_from == decision.effective_from


@pytest.mark.parametrize(
    ("decision", "from_date"),
    [
        (LIMITED, None),
        (LIMITED, dt.date(2026, 9, 1)),
        (a_decision(), dt.date(2026, 6, 1)),
        (replace(LIMITED, effective_from=None), dt.date(2026, 6, 1)),
    ],
)
def test_without_a_limit_or_an_earlier_day_there_is_nothing_to_reach(
    decision: DeterminationMade, from_date: dt.date | None
) -> None:
    with pytest.raises(MeasureNotPossible):
        measured(MeasureKind.GRANT_FROM, decision, on=("d1",), from_date=from_date)


@given(st.permutations((a_right(), an_application(), a_referral(), a_referral("v2", Scheme.WW))))
def test_the_order_of_the_ledger_does_not_matter(records: list[Record]) -> None:
    first = measured(MeasureKind.GRANT, *sorted(records, key=lambda each: each.id), on=("e1", "a1"))
    again = measured(MeasureKind.GRANT, *records, on=("e1", "a1"))
    assert {each.id: each for each in again.records} == {each.id: each for each in first.records}
    assert again.effects == first.effects


def test_a_grant_or_another_payee_comes_once_only() -> None:
    granted = measured(MeasureKind.GRANT, a_right(), on=("e1",))
    with pytest.raises(MeasureNotPossible):
        measured(MeasureKind.GRANT, *granted.records, on=("e1",))
    right = a_right(EntitlementStatus.IN_PAYMENT)
    changed = measured(MeasureKind.CHANGE_PAYEE, right, on=("e1",), value=Ref("p2"))
    with pytest.raises(MeasureNotPossible):
        measured(MeasureKind.CHANGE_PAYEE, *changed.records, on=("e1",), value=Ref("p2"))
