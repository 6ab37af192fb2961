"""C24: gifts stay free to a limit a year, and what is above it must be told.

Pw 31 lid 2 m leaves gifts free up to 1,200 euro in a calendar year together with what contributions
save on costs (18 lid 8), food banks never count; above it Pw 17 asks for a report, on pain of
recovery and a fine (58 lid 1, 18a). Gifts are those that intake records per month, over the months
of this calendar year in which assistance is paid; savings on costs are not recorded. Told is a
change report to the municipality in this year by one of the persons, a report duty that was met, or
an income of a month that the municipality counts as declared.
"""

from __future__ import annotations

import datetime as dt

from domain.budget.means import applicant_and_partner
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.named_bodies import GEMEENTE, assistance_in_payment
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import HarmUrgency
from domain.explanations import texts
from domain.household import Income
from domain.legislation.calendar import year_of
from domain.legislation.parameters import parameter
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Duty, FactUsed, MemberRef, Notice, Provision, Record
from domain.vocabulary import (
    Agency,
    DutyKind,
    DutyStatus,
    FactName,
    FactOrigin,
    IncomeKind,
    Law,
    NoticeDirection,
    NoticeKind,
)

_FREE = parameter("pw_giften_vrijlating")

FREE = (Provision(Law.PW, "31", "2 m"), Provision(Law.PW, "18", "8"))
TELL = (Provision(Law.PW, "17", "1"), Provision(Law.PW, "18a"), Provision(Law.PW, "58", "1"))

_MONTHS = 12


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: gifts above the limit that the municipality was not told of."""
    free = _FREE.on(picture.today)
    if free is None or not assistance_in_payment(picture) or _is_told(picture):
        return ()
    above = _gifts_in_year(picture) - int(free.value)
    return (_collision(picture, above),) if above > 0 else ()


def household(collision: Collision, picture: Picture) -> Text:
    """Report it now, so that no fine follows."""
    above = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        "U krijgt giften. Een deel per jaar mag u houden naast uw bijstand. Dit jaar komt u daar "
        f"{above.nl} boven. Dat moet u aan de gemeente doorgeven, anders vraagt zij het terug en "
        "volgt er een boete. Wij helpen u om het te melden. Vraag of u ook dit deel mag houden.",
        "You get gifts. Part of them each year you may keep beside your assistance. This year you "
        f"come {above.en} above that. You must tell the municipality, or it will claim it back and "
        "a fine follows. We help you to report it. Ask whether you may keep this part as well.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Gifts of the months with assistance in this year, against the limit."""
    gifts = texts.amount(_gifts_in_year(picture))
    above = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        f"Giften in de maanden met bijstand van dit jaar {gifts.nl}; boven de vrijlating "
        f"{above.nl}.",
        f"Gifts in the months with assistance of this year {gifts.en}; above the limit {above.en}.",
    )


def _gifts(picture: Picture) -> tuple[Income, ...]:
    earners = applicant_and_partner(picture)
    return tuple(
        income
        for income in picture.household.income
        if income.kind is IncomeKind.GIFT and income.person in earners
    )


def _gifts_in_year(picture: Picture) -> int:
    """What is received in this calendar year while assistance is paid, if it goes on."""
    first, _ = year_of(picture.today)
    since = min(max(right.from_date or first, first) for right in assistance_in_payment(picture))
    months = _MONTHS - since.month + 1
    return months * sum(gift.amount_monthly_cents for gift in _gifts(picture))


def _is_told(picture: Picture) -> bool:
    persons, year = applicant_and_partner(picture), year_of(picture.today)
    return any(
        held.holder.agency is Agency.GEMEENTE and _tells(held.record, persons, year)
        for held in picture.held
    )


def _tells(record: Record, persons: frozenset[MemberRef], year: tuple[dt.date, dt.date]) -> bool:
    if persons.isdisjoint(record.persons):
        return False
    match record:
        case Notice():
            return (
                record.direction is NoticeDirection.RECEIVED
                and record.kind is NoticeKind.CHANGE_REPORT
                and year[0] <= record.on <= year[1]
            )
        case Duty():
            return record.kind is DutyKind.REPORT_CHANGE and record.status is DutyStatus.MET
        case FactUsed():
            return (
                record.fact is FactName.INCOME_MONTH
                and record.origin is FactOrigin.DECLARED
                and (record.period_from is None or year[0] <= record.period_from <= year[1])
            )
        case _:
            return False


def _collision(picture: Picture, above: int) -> Collision:
    assistance = assistance_in_payment(picture)
    gifts = tuple(sorted(gift.id for gift in _gifts(picture)))
    return Collision(
        code=CollisionCode.C24,
        bodies=in_order((GEMEENTE,)),
        records=(*refs(assistance), *gifts),
        harmed_by=refs(assistance),
        provisions=(*FREE, *TELL),
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH,
        one_off_harm_cents=above,
    )


RULE = CollisionRule(
    code=CollisionCode.C24,
    name=Text("Giften en kostenbesparing", "Gifts, food bank and the norm"),
    one=Side(
        Text(
            "Giften en bespaarde kosten blijven vrij tot een bedrag per kalenderjaar.",
            "Gifts and saved costs stay free up to an amount per calendar year.",
        ),
        FREE,
    ),
    other=Side(
        Text(
            "Wat daarboven komt, moet worden gemeld; anders volgen terugvordering en boete.",
            "What is above it must be reported; otherwise recovery and a fine follow.",
        ),
        TELL,
    ),
    trigger=Text(
        "De giften in de maanden met bijstand van dit jaar komen boven de vrijlating, en de "
        "gemeente weet het niet.",
        "The gifts in the months with assistance of this year pass the limit, and the municipality "
        "was not told.",
    ),
    room=Text(
        "Meer vrijlaten als dat verantwoord is (Pw 31 lid 2 s); waarschuwing (18a lid 4); "
        "dringende redenen (58 lid 8).",
        "Leaving more free where justified (Pw 31(2)(s)); a warning (18a(4)); urgent reasons "
        "(58(8)).",
    ),
    deciders=Text("het college", "the college"),
    together=Text(
        "Een meldingsformulier in het plan; een beroep op Pw 31 lid 2 s.",
        "A report form in the plan; an appeal to Pw 31(2)(s).",
    ),
    source="MinBZK/regelrecht-corpus: Pw 2026-07-01 (17, 18, 18a, 31, 58)",
    verified=True,
    find=find,
    household=household,
    computation=computation,
)
