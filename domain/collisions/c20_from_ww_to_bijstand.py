"""C20: unemployment benefit ends, and who is under 27 must search four weeks before assistance.

Pw 41 lid 4 keeps the college from taking up the application in the four weeks after the report;
since 2026 it may do so earlier (lid 11). It is granted from the report (Pw 44), yet is not paid
before. The gap runs from the end of the WW to four weeks after the report; a report that came four
weeks before the end leaves none. Not recorded, so left out: special school, limited hours (lid 4 a
and b), and whether the college waived the term without deciding.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from domain.budget.means import applicant_and_partner, means_of
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import income_is_known
from domain.collisions.named_bodies import GEMEENTE, UWV
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.conflicts.missed_assistance import missed_assistance
from domain.explanations import texts
from domain.legislation.calendar import years_on
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Application, Entitlement, Provision, Record, ThreatenedAct
from domain.vocabulary import (
    Agency,
    ApplicationStatus,
    EntitlementStatus,
    IncomeKind,
    Law,
    Scheme,
    ThreatenedActKind,
)

_SEARCH = parameter("pw_zoektermijn_jongeren")

END = (Provision(Law.WW, "42"), Provision(Law.PW, "41", "4"))
FROM_REPORT = (Provision(Law.PW, "44", "1"), Provision(Law.PW, "52", "1"))

_YOUNG_UNDER = 27
_SEEN_AHEAD = dt.timedelta(weeks=8)
"""UWV can hand over so long before the end: early enough to leave no gap."""


@dataclass(frozen=True, slots=True)
class _Ending:
    right: Entitlement
    act: ThreatenedAct | None
    last_day: dt.date

    @property
    def records(self) -> tuple[Record, ...]:
        return (self.right,) if self.act is None else (self.right, self.act)


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the WW that ends without another income."""
    if not income_is_known(picture) or not _all_young(picture):
        return ()
    asked = _asked(picture)
    ending = [each for each in _endings(picture) if _leaves_a_gap(each.last_day, asked, picture)]
    without = _without([each.right for each in ending], picture)
    if not ending or _has_income(without):
        return ()
    missed = missed_assistance(without)
    return (_collision(ending, asked, missed),) if missed else ()


def household(collision: Collision, picture: Picture) -> Text:
    """The weeks without income, and what to do now."""
    missed = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "Uw WW stopt. Omdat u nog geen 27 bent, moet u eerst vier weken zelf werk of een opleiding "
        f"zoeken voordat de gemeente uw bijstand behandelt. In die weken mist u {missed.nl} per "
        "maand. Meld u nu alvast, en vraag de gemeente om niet te wachten en een voorschot te "
        "geven.",
        "Your unemployment benefit stops. As you are not 27 yet, you must first look for work or "
        "training for four weeks before the municipality handles your assistance. In those weeks "
        f"you miss {missed.en} a month. Report now, and ask the municipality not to wait and to "
        "give an advance.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The assistance that would be paid without the WW."""
    missed = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Zonder de WW is er geen inkomen; de bijstand zou {missed.nl} per maand zijn (zonder "
        "vakantietoeslag), maar wordt in de zoektermijn niet betaald.",
        f"Without the WW there is no income; assistance would be {missed.en} a month (without "
        "holiday allowance), but is not paid in the search period.",
    )


def _all_young(picture: Picture) -> bool:
    adults = applicant_and_partner(picture)
    return all(
        years_on(member.born, picture.today) < _YOUNG_UNDER
        for member in picture.household.members
        if member.id in adults
    )


def _asked(picture: Picture) -> tuple[Application, ...]:
    return tuple(
        application
        for holder, application in picture.of(Application)
        if holder.agency is Agency.GEMEENTE
        and application.scheme is Scheme.BIJSTAND
        and application.status is not ApplicationStatus.WITHDRAWN
        and not applicant_and_partner(picture).isdisjoint(application.persons)
    )


def _endings(picture: Picture) -> Iterator[_Ending]:
    """The WW of applicant or partner with a known last day, by its own record or an act ahead."""
    ends = {
        act.about: act
        for _, act in picture.of(ThreatenedAct)
        if act.kind is ThreatenedActKind.END_OF_BENEFIT
    }
    for holder, right in picture.of(Entitlement):
        if (
            holder.agency is Agency.UWV
            and right.scheme is Scheme.WW
            and right.status in (EntitlementStatus.IN_PAYMENT, EntitlementStatus.ENDED)
            and not applicant_and_partner(picture).isdisjoint(right.persons)
        ):
            act = ends.get(right.id)
            if right.until is not None:
                yield _Ending(right, None, right.until)
            elif act is not None and right.status is EntitlementStatus.IN_PAYMENT:
                yield _Ending(right, act, act.date - dt.timedelta(days=1))


def _leaves_a_gap(last_day: dt.date, asked: tuple[Application, ...], picture: Picture) -> bool:
    term = dt.timedelta(weeks=int(last_known_on(_SEARCH, picture.today)))
    if last_day > picture.today + _SEEN_AHEAD:
        return False
    if any(each.status is ApplicationStatus.DECIDED for each in asked):
        return False
    if not asked:
        # who waits longer with the report is not kept waiting by the term of searching
        return last_day + term >= picture.today
    over = min(each.received for each in asked) + term
    return over > picture.today and over > last_day + dt.timedelta(days=1)


def _without(rights: list[Entitlement], picture: Picture) -> Picture:
    gone = {right.id for right in rights}
    positions = tuple(
        replace(
            position,
            records=tuple(record for record in position.records if record.id not in gone),
        )
        for position in picture.positions
    )
    return replace(picture, positions=positions)


def _has_income(picture: Picture) -> bool:
    """Gifts are no income to live on (Pw 31 lid 2 m)."""
    earners = applicant_and_partner(picture)
    gifts = sum(
        income.amount_monthly_cents
        for income in picture.household.income
        if income.kind is IncomeKind.GIFT and income.person in earners
    )
    return means_of(picture) > gifts


def _collision(ending: list[_Ending], asked: tuple[Application, ...], missed: int) -> Collision:
    ended = [record for each in ending for record in each.records]
    return Collision(
        code=CollisionCode.C20,
        bodies=in_order((UWV, GEMEENTE)),
        records=(*refs(ended), *refs(asked)),
        harmed_by=(*refs(ended), *refs(asked)),
        provisions=(*END, *FROM_REPORT),
        monthly_harm_cents=missed,
        urgency=HarmUrgency.CRITICAL,
    )


RULE = CollisionRule(
    code=CollisionCode.C20,
    name=Text(
        "WW-bijstandgat jongeren",
        "From WW to bijstand: four weeks without income",
    ),
    one=Side(
        Text(
            "De WW eindigt op een vaste dag; wie jonger is dan 27 moet daarna eerst vier weken "
            "zoeken.",
            "The WW ends on a fixed day; who is under 27 must then first search four weeks.",
        ),
        END,
    ),
    other=Side(
        Text(
            "Bijstand gaat in op de dag van de melding, met een voorschot binnen vier weken.",
            "Assistance starts on the day of the report, with an advance within four weeks.",
        ),
        FROM_REPORT,
    ),
    trigger=Text(
        "De WW van wie jonger is dan 27 eindigt, er is geen ander inkomen, en de vier weken "
        "zoektijd zijn niet voorbij als de WW stopt.",
        "The WW of somebody under 27 ends, there is no other income, and the four weeks of "
        "searching are not over when it stops.",
    ),
    room=Text(
        "De aanvraag eerder behandelen (Pw 41 lid 11, sinds 2026), voorschot (Pw 52), tot drie "
        "maanden terug (Pw 44 lid 5).",
        "Taking up the application earlier (Pw 41(11), since 2026), an advance (Pw 52), up to "
        "three months back (Pw 44(5)).",
    ),
    deciders=Text(
        "het college; UWV neemt de melding in ontvangst", "the college; UWV takes the report"
    ),
    together=Text(
        "Overdracht acht weken voor het einde van de WW, geen zoektermijn, een voorschot en een "
        "pauze van de invordering.",
        "A hand-over eight weeks before the WW ends, no search period, an advance and a pause of "
        "recoveries.",
    ),
    source="MinBZK/regelrecht-corpus: WW, Pw 2026-01-01 (41, 44, 52)",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)
