"""C21: the municipality counts another income for a month than came in.

Assistance is what the norm leaves after the income of that month (Pw 19 lid 2, 32); what was
counted too low is set off within six months (Pw 58 lid 4). Wages and benefits come four-weekly or
late, and an allowance goes by an estimate of the year. Held against each other are incomes of the
same persons in the same month: what the municipality uses, and what UWV has from the pay
administration or documents show. What the case director noted as wage or pension is that of this
month: it is held against what the municipality counts now, where nothing of the two is there and no
benefit is in it. Months further back than the set-off reaches are left out.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.running import is_in_payment
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN, UWV, assistance_in_payment
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.grounds import shown_refs
from domain.explanations import texts
from domain.household import FactShown, Income
from domain.legislation.calendar import add_months, month_of, year_of
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import (
    Body,
    Entitlement,
    FactUsed,
    MemberRef,
    Money,
    Provision,
    RecordRef,
)
from domain.vocabulary import Agency, Certainty, FactName, IncomeKind, Law

_MONTHS_BACK = parameter("pw_verrekening_middelen")

PER_MONTH = (
    Provision(Law.PW, "19", "2"),
    Provision(Law.PW, "32"),
    Provision(Law.PW, "58", "4"),
)
LATER = (Provision(Law.AWIR, "16"), Provision(Law.PW, "34b"))

_NOT_FIXED = frozenset({Certainty.ESTIMATED, Certainty.DECLARED})


@dataclass(frozen=True, slots=True)
class _Month:
    """One month that the municipality and another source give another income for."""

    counted: FactUsed
    other: FactUsed | FactShown | Income
    counted_cents: int
    received_cents: int


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one, over all months that differ, while assistance is paid."""
    if not assistance_in_payment(picture):
        return ()
    months = tuple(_months(picture))
    return (_collision(picture, months),) if months else ()


def household(collision: Collision, picture: Picture) -> Text:
    """Too little now, or a bill later."""
    if collision.monthly_harm_cents:
        short = texts.amount(collision.monthly_harm_cents)
        return Text(
            "De gemeente rekent in uw bijstand met een hoger inkomen dan u die maand kreeg. "
            f"Daardoor komt u {short.nl} tekort. Vraag de gemeente om dit snel te herstellen.",
            "The municipality counts a higher income in your assistance than you got in that "
            f"month. So you are {short.en} short. Ask the municipality to correct this soon.",
        )
    later = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        "De gemeente rekent in uw bijstand met een lager inkomen dan u die maand kreeg. "
        f"Later gaat er daardoor {later.nl} van uw bijstand af. Houd dat geld apart, en vraag om "
        "een vast bedrag per maand.",
        "The municipality counts a lower income in your assistance than you got in that month. "
        f"So later {later.en} will be taken off your assistance. Put that money aside, and ask for "
        "a fixed amount a month.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Per month what was counted and what came in."""
    told = texts.joined(
        Text(
            f"geteld {texts.amount(each.counted_cents).nl}, ontvangen "
            f"{texts.amount(each.received_cents).nl}",
            f"counted {texts.amount(each.counted_cents).en}, received "
            f"{texts.amount(each.received_cents).en}",
        )
        for each in _months(picture)
        if each.counted.id in collision.records
    )
    return Text(f"Per maand: {told.nl}.", f"Per month: {told.en}.")


def _months(picture: Picture) -> Iterator[_Month]:
    persons = {person for right in assistance_in_payment(picture) for person in right.persons}
    months_back = int(last_known_on(_MONTHS_BACK, picture.today))
    since = add_months(month_of(picture.today)[0], -months_back)
    elsewhere = _elsewhere(picture)
    for holder, fact in sorted(picture.of(FactUsed), key=lambda each: each[1].id):
        if (
            holder.agency is not Agency.GEMEENTE
            or fact.fact is not FactName.INCOME_MONTH
            or persons.isdisjoint(fact.persons)
            or not isinstance(fact.value, Money)
        ):
            continue
        month = None if fact.period_from is None else month_of(fact.period_from)[0]
        others = elsewhere[month, frozenset(fact.persons)] if month is not None else []
        if not others and month in (None, month_of(picture.today)[0]):
            stated = _stated(fact, picture)
            if stated is not None and stated.amount_monthly_cents != fact.value.amount_cents:
                yield _Month(fact, stated, fact.value.amount_cents, stated.amount_monthly_cents)
        elif fact.period_from is not None and since <= fact.period_from <= picture.today:
            other = next((each for each in others if each.value != fact.value), None)
            if other is not None and isinstance(other.value, Money):
                yield _Month(fact, other, fact.value.amount_cents, other.value.amount_cents)


def _stated(fact: FactUsed, picture: Picture) -> Income | None:
    """The one wage or pension of the person that the municipality counts an income of."""
    paid = any(
        not frozenset(fact.persons).isdisjoint(right.persons)
        for holder, right in picture.of(Entitlement)
        if holder.agency in (Agency.UWV, Agency.SVB) and is_in_payment(right, picture.today)
    )
    earned = [
        income
        for income in picture.household.income
        if income.kind is not IncomeKind.GIFT and fact.persons == (income.person,)
    ]
    return earned[0] if len(earned) == 1 and not paid else None


def _elsewhere(
    picture: Picture,
) -> dict[tuple[dt.date, frozenset[MemberRef]], list[FactUsed | FactShown]]:
    """What UWV has, and then what documents show, by month and the persons together."""
    found: dict[tuple[dt.date, frozenset[MemberRef]], list[FactUsed | FactShown]]
    found = defaultdict(list)
    for holder, used in sorted(picture.of(FactUsed), key=lambda each: each[1].id):
        if holder.agency is Agency.UWV and used.fact is FactName.INCOME_MONTH and used.period_from:
            found[month_of(used.period_from)[0], frozenset(used.persons)].append(used)
    for shown in sorted(picture.household.evidence, key=lambda each: each.id):
        if shown.fact is FactName.INCOME_MONTH and shown.from_date is not None:
            for month in _months_shown(shown.from_date, shown.until or picture.today):
                found[month, frozenset(shown.persons)].append(shown)
    return found


def _months_shown(first: dt.date, last: dt.date) -> Iterator[dt.date]:
    month = month_of(first)[0]
    while month <= last:
        yield month
        month = add_months(month, 1)


def _estimates(picture: Picture) -> Iterator[FactUsed]:
    """The income of this year that Dienst Toeslagen pays by, while it is not fixed."""
    first, last = year_of(picture.today)
    for holder, fact in picture.of(FactUsed):
        if (
            counted(holder) == TOESLAGEN
            and fact.fact is FactName.INCOME_YEAR
            and fact.certainty in _NOT_FIXED
            and (fact.period_from, fact.period_until) == (first, last)
        ):
            yield fact


def _collision(picture: Picture, months: tuple[_Month, ...]) -> Collision:
    used = [each.other for each in months if isinstance(each.other, FactUsed)]
    shown = [each.other for each in months if isinstance(each.other, FactShown)]
    stated = tuple(each.other.id for each in months if isinstance(each.other, Income))
    estimates = tuple(_estimates(picture))
    bodies: tuple[Body, ...] = (
        GEMEENTE,
        *((UWV,) if used else ()),
        *((TOESLAGEN,) if estimates else ()),
    )
    counted_too_high = max(each.counted_cents - each.received_cents for each in months)
    set_off_later = sum(max(each.received_cents - each.counted_cents, 0) for each in months)
    wrong: tuple[RecordRef, ...] = refs(each.counted for each in months)
    return Collision(
        code=CollisionCode.C21,
        bodies=in_order(bodies),
        records=(
            *wrong,
            *refs(used),
            *shown_refs(shown),
            *stated,
            *refs(estimates),
            *refs(assistance_in_payment(picture)),
        ),
        harmed_by=wrong,
        provisions=(*PER_MONTH, *LATER),
        monthly_harm_cents=counted_too_high if counted_too_high > 0 else None,
        urgency=HarmUrgency.CRITICAL if counted_too_high > 0 else HarmUrgency.HIGH,
        one_off_harm_cents=set_off_later or None,
    )


RULE = CollisionRule(
    code=CollisionCode.C21,
    name=Text("Verrekening wisselend inkomen", "Monthly bijstand, irregular wage"),
    one=Side(
        Text(
            "De bijstand volgt het inkomen van elke maand en wordt binnen zes maanden verrekend.",
            "Assistance follows the income of each month and is set off within six months.",
        ),
        PER_MONTH,
    ),
    other=Side(
        Text(
            "Loon en uitkering komen per vier weken of later; toeslagen gaan uit van een "
            "schatting over het jaar.",
            "Wage and benefit come four-weekly or later; allowances go by an estimate of the year.",
        ),
        LATER,
    ),
    trigger=Text(
        "De gemeente telt voor een maand een ander inkomen dan UWV of documenten voor die maand "
        "laten zien, of dan het loon dat de intake noemt.",
        "The municipality counts another income for a month than UWV has, documents show or the "
        "intake tells as wage.",
    ),
    room=Text(
        "Bufferbudget (Pw 34b, een bevoegdheid), vrijlating van loon (Pw 31 lid 2 n en r).",
        "Buffer budget (Pw 34b, a power), exemption of earnings (Pw 31(2)(n) and (r)).",
    ),
    deciders=Text("het college", "the college"),
    together=Text(
        "Een vaste schatting met afrekening per kwartaal, en een buffer.",
        "A fixed estimate with settlement by the quarter, and a buffer.",
    ),
    source="MinBZK/regelrecht-corpus: Pw, Awir (2026)",
    verified=True,
    faces=(
        ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT,
        ConflictType.GEGEVEN_WERKT_DOOR,
        ConflictType.DUBBEL_GETROFFEN,
    ),
    find=find,
    household=household,
    computation=computation,
)
