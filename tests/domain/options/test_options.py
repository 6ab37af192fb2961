"""Which measures answer which conflicts: lawful ones only, and the same whatever the ids."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import replace

import pytest

from domain.bundles import bundles_of
from domain.conflicts import Conflict, ConflictType, HarmUrgency
from domain.conflicts.catalogue import find_conflicts
from domain.household import Household, Income
from domain.legislation.calendar import add_months
from domain.legislation.powers.provisions import PW_41, PW_44, WGS_4_1, WGS_4_2
from domain.measures import Measure, MeasureKind, Option
from domain.measures.outlook import day_all_work, household_after
from domain.options.catalogue import ORDER, measures_for, remedies
from domain.options.time_outs import time_outs_for
from domain.picture import Picture
from domain.records import (
    Application,
    Body,
    Claim,
    Contribution,
    DeterminationMade,
    Entitlement,
    Hold,
    MemberRef,
    Overpayment,
    Provision,
    Record,
    RecordRef,
    ThreatenedAct,
)
from domain.vocabulary import (
    Agency,
    ExpenseKind,
    Fault,
    IncomeKind,
    Law,
    MemberRole,
    Scheme,
    ThreatenedActKind,
)

Change = Callable[[Record], Record | None]


def changed(picture: Picture, change: Change) -> Picture:
    """The picture with every record as `change` makes it; None leaves a record out."""
    positions = tuple(
        replace(position, records=_all(position.records, change)) for position in picture.positions
    )
    parties = tuple(
        replace(party, records=_all(party.records, change)) for party in picture.household.parties
    )
    household = replace(picture.household, parties=parties)
    return replace(picture, household=household, positions=positions)


def _all(records: tuple[Record, ...], change: Change) -> tuple[Record, ...]:
    return tuple(after for after in map(change, records) if after is not None)


def proposed(picture: Picture) -> tuple[Measure, ...]:
    return measures_for(find_conflicts(picture), picture)


def of_kind(kind: MeasureKind, picture: Picture) -> tuple[Measure, ...]:
    return tuple(measure for measure in proposed(picture) if measure.kind is kind)


def with_household(picture: Picture, household: Household) -> Picture:
    return replace(picture, household=household)


def test_every_type_of_conflict_has_one_remedy() -> None:
    assert sorted(remedy.type for remedy in remedies()) == sorted(ConflictType)


def test_measures_come_in_the_order_in_which_they_are_carried_out(j01: Picture) -> None:
    assert set(ORDER) == set(MeasureKind)
    places = [ORDER.index(measure.kind) for measure in proposed(j01)]
    assert places == sorted(places)


def test_a_measure_asked_for_by_two_conflicts_stands_once(j01: Picture) -> None:
    assert len(of_kind(MeasureKind.HOLD, j01)) == 1
    refs = [measure.ref for measure in proposed(j01)]
    assert len(refs) == len(set(refs))


def test_refs_are_opaque_and_stay_the_same(j01: Picture) -> None:
    refs = [measure.ref for measure in proposed(j01)]
    assert refs == [measure.ref for measure in proposed(replace(j01))]
    assert all(ref.startswith("m-") and len(ref) == 14 for ref in refs)
    assert not any("kot" in ref or "awir" in ref.lower() for ref in refs)


def test_a_hold_lasts_as_long_as_the_pause_that_others_gave(j01: Picture) -> None:
    shorter = changed(
        j01,
        lambda each: replace(each, until=dt.date(2027, 2, 1)) if isinstance(each, Hold) else each,
    )
    (hold,) = of_kind(MeasureKind.HOLD, shorter)
    assert hold.until == dt.date(2027, 2, 1)


def test_without_a_pause_of_others_a_hold_lasts_six_months(j01: Picture) -> None:
    without = changed(j01, lambda each: None if isinstance(each, Hold) else each)
    (hold,) = of_kind(MeasureKind.HOLD, without)
    assert hold.until == dt.date(2027, 5, 23)


def test_the_punitive_premium_ends_only_when_the_premium_debt_is_stabilised(j01: Picture) -> None:
    assert len(of_kind(MeasureKind.END_REGIME, j01)) == 1
    uncovered = changed(
        j01,
        lambda each: (
            replace(each, covers=(RecordRef("t-kot"),)) if isinstance(each, Hold) else each
        ),
    )
    assert of_kind(MeasureKind.END_REGIME, uncovered) == ()


@pytest.mark.parametrize(
    ("fault", "is_proposed"),
    [
        (Fault.OTHER_BODY, True),
        (Fault.THIS_BODY, True),
        (Fault.NONE, True),
        (Fault.HOUSEHOLD, False),
        (Fault.NOT_ASSESSED, False),
    ],
)
def test_half_is_proposed_only_when_the_overpayment_is_not_the_households_fault(
    j01: Picture, fault: Fault, is_proposed: bool
) -> None:
    def blamed(each: Record) -> Record:
        if isinstance(each, Claim) and isinstance(each.overpayment, Overpayment):
            return replace(each, overpayment=replace(each.overpayment, fault=fault))
        return each

    amounts = [each.amount_cents for each in of_kind(MeasureKind.REDUCE, changed(j01, blamed))]
    assert amounts == ([432000] if is_proposed else [])


def test_each_refused_claim_is_lowered_once_also_when_remission_was_asked_of_the_decision(
    j01: Picture,
) -> None:
    def of_the_decision(each: Record) -> Record:
        if isinstance(each, Claim) and each.id == RecordRef("t-kot"):
            return replace(each, determined_by=RecordRef("t-decided"))
        if isinstance(each, DeterminationMade) and each.scheme is Scheme.REMISSION:
            return replace(each, about=RecordRef("t-decided"))
        return each

    (reduce,) = of_kind(MeasureKind.REDUCE, changed(j01, of_the_decision))
    assert reduce.on == ("t-kot",)


def _option_of(picture: Picture) -> Option:
    (bundle,) = bundles_of(picture, find_conflicts(picture))
    return bundle.options[0]


def test_what_starts_or_stops_anyhow_before_the_measures_work_is_not_booked_on_them(
    j01: Picture,
) -> None:
    def child_benefit_stops(each: Record) -> Record:
        if isinstance(each, Entitlement) and each.id == RecordRef("s-akw"):
            return replace(each, until=dt.date(2026, 12, 31))
        return each

    assert _option_of(changed(j01, child_benefit_stops)) == _option_of(j01)
    assert _option_of(j01).net_after_cents == 43910
    assert _option_of(j01).debts_after_cents == 796440


def test_who_has_enough_income_is_not_granted_bijstand(j01: Picture) -> None:
    wage = Income(RecordRef("w"), MemberRef("p1"), IncomeKind.WAGE, "Loon", 150000)
    assert (
        of_kind(MeasureKind.GRANT_FROM, with_household(j01, replace(j01.household, income=(wage,))))
        == ()
    )


def test_own_income_lowers_the_grant_and_allowances_do_not(j01: Picture) -> None:
    wage = Income(RecordRef("w"), MemberRef("p1"), IncomeKind.WAGE, "Loon", 35133)
    (grant,) = of_kind(
        MeasureKind.GRANT_FROM, with_household(j01, replace(j01.household, income=(wage,)))
    )
    assert grant.amount_cents == 100000


def test_too_many_means_give_no_grant(j01: Picture) -> None:
    rich = tuple(replace(each, amount_cents=1_600_001) for each in j01.household.assets)
    just = tuple(replace(each, amount_cents=1_600_000) for each in j01.household.assets)
    assert (
        of_kind(MeasureKind.GRANT_FROM, with_household(j01, replace(j01.household, assets=rich)))
        == ()
    )
    assert (
        len(
            of_kind(
                MeasureKind.GRANT_FROM, with_household(j01, replace(j01.household, assets=just))
            )
        )
        == 1
    )


def test_a_household_with_a_cost_sharer_or_a_youth_gets_no_wrong_amount(j01: Picture) -> None:
    def born(role: MemberRole, day: dt.date) -> Picture:
        members = tuple(
            replace(each, born=day) if each.role is role else each for each in j01.household.members
        )
        return with_household(j01, replace(j01.household, members=members))

    grown = born(MemberRole.CHILD, dt.date(1999, 1, 1))
    youth = born(MemberRole.APPLICANT, dt.date(2006, 1, 1))
    assert of_kind(MeasureKind.GRANT_FROM, grown) == ()
    assert of_kind(MeasureKind.GRANT_FROM, youth) == ()


def test_below_27_the_grant_in_the_search_period_is_a_deviation(j01: Picture) -> None:
    members = tuple(
        replace(each, born=dt.date(2001, 1, 1)) if each.role is MemberRole.APPLICANT else each
        for each in j01.household.members
    )
    young = with_household(j01, replace(j01.household, members=members))
    (in_search,) = of_kind(MeasureKind.GRANT_FROM, young)
    (grown,) = of_kind(MeasureKind.GRANT_FROM, j01)
    assert (in_search.provision, in_search.deviates_from_law) == (PW_41, True)
    assert (grown.provision, grown.deviates_from_law) == (PW_44, False)


def test_an_advance_that_was_paid_is_not_asked_again(j01: Picture) -> None:
    def paid(each: Record) -> Record:
        if isinstance(each, Application) and each.advance is not None:
            return replace(each, advance=replace(each.advance, paid=True))
        return each

    assert of_kind(MeasureKind.ADVANCE, changed(j01, paid)) == ()


def test_in_a_circle_without_a_ready_letter_every_waiting_agency_lets_go(j01: Picture) -> None:
    def instead(each: Record) -> Record | None:
        if each.id == RecordRef("u-ww-refused"):
            letter = next(h.record for h in j01.held if h.record.id == RecordRef("u-ww-letter"))
            return replace(each, waits_for=letter.waits_for)
        return None if each.id == RecordRef("u-ww-letter") else each

    confirmed = of_kind(MeasureKind.CONFIRM, changed(j01, instead))
    assert {measure.agency for measure in confirmed} == {Agency.UWV, Agency.GEMEENTE}


def _act(kind: ThreatenedActKind, day: dt.date) -> Change:
    return lambda each: (
        replace(each, kind=kind, date=day) if isinstance(each, ThreatenedAct) else each
    )


def test_a_threat_to_the_home_is_answered_within_three_working_days(j01: Picture) -> None:
    (earlier,) = of_kind(MeasureKind.DECIDE_EARLIER, j01)
    assert (earlier.provision, earlier.until) == (WGS_4_2, dt.date(2026, 11, 26))


def test_a_decision_is_asked_before_the_act_however_near_it_is(j01: Picture) -> None:
    near = changed(j01, _act(ThreatenedActKind.EVICTION, dt.date(2026, 11, 25)))
    (earlier,) = of_kind(MeasureKind.DECIDE_EARLIER, near)
    assert earlier.until == dt.date(2026, 11, 24)


def test_an_act_of_today_cannot_be_averted_any_more(j01: Picture) -> None:
    at_once = changed(j01, _act(ThreatenedActKind.EVICTION, j01.today))
    assert of_kind(MeasureKind.DECIDE_EARLIER, at_once) == ()


def test_another_threat_is_answered_on_the_last_working_day_before_it(
    picture_of: Callable[[str], Picture],
) -> None:
    (earlier,) = of_kind(MeasureKind.DECIDE_EARLIER, picture_of("J02"))
    assert (earlier.provision, earlier.until) == (WGS_4_1, dt.date(2026, 11, 26))


def test_only_the_applications_that_avert_the_act_are_hurried(j01: Picture) -> None:
    def one_way_out(each: Record) -> Record:
        if isinstance(each, ThreatenedAct):
            ways = tuple(way for way in each.averted_by if way.record == RecordRef("g-debt-app"))
            return replace(each, averted_by=ways)
        return each

    (earlier,) = of_kind(MeasureKind.DECIDE_EARLIER, changed(j01, one_way_out))
    assert earlier.on == ("g-debt-app",)


def test_only_critical_conflicts_ask_for_a_time_out(j01: Picture) -> None:
    conflicts = find_conflicts(j01)
    calm = tuple(replace(each, urgency=HarmUrgency.HIGH) for each in conflicts)
    assert len(time_outs_for(conflicts, j01)) == 1
    assert time_outs_for(calm, j01) == ()


def test_a_time_out_of_the_claimant_does_not_shorten_the_hold_that_is_asked(j01: Picture) -> None:
    (time_out,) = time_outs_for(find_conflicts(j01), j01)
    (hold,) = of_kind(MeasureKind.HOLD, j01)
    assert time_out.ref != hold.ref
    assert time_out.until is not None
    assert hold.until is not None
    assert time_out.until < hold.until


def test_the_own_premium_comes_back_from_the_day_the_regime_ends(j01: Picture) -> None:
    (regime,) = of_kind(MeasureKind.END_REGIME, j01)
    household = household_after((regime,), j01, j01.today)
    (premium,) = set(household.expenses) - set(j01.household.expenses)
    assert (premium.kind, premium.amount_monthly_cents, premium.from_date) == (
        ExpenseKind.HEALTH_PREMIUM,
        15890,
        dt.date(2027, 1, 1),
    )
    assert day_all_work((regime,), j01.today) == dt.date(2027, 1, 1)


def test_a_premium_that_still_runs_is_not_counted_twice(j01: Picture) -> None:
    running = changed(
        j01,
        lambda each: (
            replace(each, cover_until=None)
            if isinstance(each, Contribution) and each.id == RecordRef("i-cover")
            else each
        ),
    )
    regimes = of_kind(MeasureKind.END_REGIME, j01)
    assert household_after(regimes, running, j01.today) == running.household


def _conflict(ref: str, provision: Provision, *records: str) -> Conflict:
    return Conflict(
        type=ConflictType.WACHT_OP_ELKAAR,
        bodies=(Body(agency=Agency.SVB), Body(agency=Agency.DUO)),
        records=tuple(RecordRef(each) for each in (ref, *records)),
        provisions=(provision,),
        monthly_harm_cents=None,
        urgency=HarmUrgency.NORMAL,
    )


def test_conflicts_that_share_records_or_provisions_are_one_bundle_also_through_a_third(
    j01: Picture,
) -> None:
    one = _conflict("a", Provision(Law.AKW, "7"), "x")
    other = _conflict("b", Provision(Law.WSF_2000, "6.10"), "y")
    apart = _conflict("c", Provision(Law.AOW, "9"))
    link = _conflict("d", Provision(Law.WSF_2000, "6.10"), "x")
    assert len(bundles_of(j01, (one, other, apart))) == 3
    joined = bundles_of(j01, (one, other, apart, link))
    assert [len(bundle.conflicts) for bundle in joined] == [3, 1]


def test_a_bundle_does_not_depend_on_the_order_of_its_conflicts(j01: Picture) -> None:
    conflicts = find_conflicts(j01)
    (bundle,) = bundles_of(j01, conflicts)
    (reverse,) = bundles_of(j01, conflicts[::-1])
    assert (bundle.ref, bundle.conflicts, bundle.agencies) == (
        reverse.ref,
        reverse.conflicts,
        reverse.agencies,
    )
    assert bundle.options == reverse.options


def test_a_bundle_without_a_lawful_measure_still_shows_who_is_in_it(j01: Picture) -> None:
    (bundle,) = bundles_of(j01, (_conflict("unknown", Provision(Law.AKW, "7")),))
    assert bundle.options == ()
    assert bundle.agencies == (Agency.DUO, Agency.SVB)


@pytest.mark.parametrize(
    ("day", "months", "then"),
    [
        (dt.date(2026, 11, 23), 6, dt.date(2027, 5, 23)),
        (dt.date(2026, 8, 31), 6, dt.date(2027, 2, 28)),
        (dt.date(2026, 12, 1), 2, dt.date(2027, 2, 1)),
    ],
)
def test_months_count_to_the_same_day_or_the_last_of_the_month(
    day: dt.date, months: int, then: dt.date
) -> None:
    assert add_months(day, months) == then
