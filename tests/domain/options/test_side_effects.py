"""Side effects under the rules of others, as far as the records show them."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.conflicts.catalogue import find_conflicts
from domain.measures import Measure, MeasureKind
from domain.options.catalogue import measures_for
from domain.options.side_effects import SideEffect, side_effects_of
from domain.picture import Picture
from domain.records import Provision, RecordRef
from domain.vocabulary import Agency, Department, Law
from tests.support.drafts import draft


def the(kind: MeasureKind, picture: Picture) -> Measure:
    return next(
        each for each in measures_for(find_conflicts(picture), picture) if each.kind is kind
    )


def provisions(effects: tuple[SideEffect, ...]) -> set[str]:
    return {str(each.provision) for each in effects}


def test_assistance_from_an_earlier_day_is_income_of_this_year_for_the_allowances() -> None:
    picture = draft("J01").picture()
    grant = replace(the(MeasureKind.GRANT_FROM, picture), from_date=dt.date(2026, 9, 2))
    (back_payment,) = (
        each for each in side_effects_of(grant, picture) if str(each.provision) == "Awir 8"
    )
    assert back_payment.body.department is Department.TOESLAGEN
    assert grant.amount_cents is not None
    assert back_payment.amount_cents == 2 * grant.amount_cents


def test_without_allowances_there_is_nothing_to_lower() -> None:
    household = draft("J01")
    for right in ("t-zorg", "t-huur", "t-kgb"):
        household.record(right)["status"] = "ended"
    picture = household.picture()
    grant = replace(the(MeasureKind.GRANT_FROM, picture), from_date=dt.date(2026, 9, 2))
    assert "Awir 8" not in provisions(side_effects_of(grant, picture))


def test_a_benefit_that_is_not_recovered_stays_income_of_its_year() -> None:
    picture = draft("J06").picture()
    less = Measure(
        ref="m-1",
        agency=Agency.UWV,
        department=None,
        kind=MeasureKind.REDUCE,
        provision=Provision(Law.WIA, "77"),
        on=(RecordRef("u-claim"),),
        deviates_from_law=True,
        amount_cents=10_000,
    )
    (effect,) = side_effects_of(less, picture)
    assert (str(effect.provision), effect.amount_cents) == ("Awir 8", 10_000)


def test_an_allowance_that_is_not_recovered_was_never_income() -> None:
    picture = draft("J01").picture()
    assert "Awir 8" not in provisions(side_effects_of(the(MeasureKind.REDUCE, picture), picture))


def test_a_pause_tells_of_interest_and_of_who_takes_what_it_frees() -> None:
    picture = draft("J02").picture()
    hold = next(
        each
        for each in measures_for(find_conflicts(picture), picture)
        if each.kind is MeasureKind.HOLD and "b-wage" in each.on
    )
    effects = side_effects_of(hold, picture)
    assert {"Awb 4:101", "Rv 475dc"} <= provisions(effects)
    (taker,) = (each.body for each in effects if str(each.provision) == "Rv 475dc")
    assert taker.party is not None


def test_once_the_regime_ends_the_own_premium_returns() -> None:
    picture = draft("J01").picture()
    assert "Zvw 16" in provisions(side_effects_of(the(MeasureKind.END_REGIME, picture), picture))
