"""The income that counts in a month (Pw 31-33): net, less what the law leaves out.

What is no means at all (31 lid 2: kinderbijslag, allowances, and so on) is not among the facts.
Works through the `Working` that it is given.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import NamedTuple

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Unit,
    Unknown,
    Working,
    any_of,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.gemeente._earnings import counted_earnings
from domain.legislation.regulations.gemeente._household import IN_BALANCE_SINCE, is_pensioner
from domain.legislation.regulations.gemeente._means import MeansFacts
from domain.legislation.regulations.gemeente._norm_couples import couple_at_home
from domain.legislation.regulations.gemeente._norm_parts import APPLICANT, PARTNER, Norm

GIFTS_LIMIT = parameter("pw_giften_vrijlating")
PENSION_SINGLE = parameter("aio_vrijlating_pensioen_1")
PENSION_COUPLE = parameter("aio_vrijlating_pensioen_2")
INCOME_PARAMETERS = (GIFTS_LIMIT, PENSION_SINGLE, PENSION_COUPLE)

INCOME = Article(Act.PW, "32", "1")
PARTNERS_INCOME = Article(Act.PW, "32", "3")
PENSION = Article(Act.PW, "33", "5")
GIFTS = Article(Act.PW, "31", "2 onder m")
GIFTS_ACCEPTED = Article(Act.PW, "31", "2 onder s")

_ACCEPTED_IN_THE_TEXT = dt.date(2026, 7, 1)
_TEXT_NOT_CERTAIN = Text(
    "verdere giften staan in de tekst van 1 juli 2026, maar niet in die van 1 januari 2026",
    "further gifts stand in the text of 1 July 2026, but not in that of 1 January 2026",
)
_NOTHING = plain(0, Unit.EUROCENT_PER_MONTH)


class Gifts(NamedTuple):
    """The gifts that count: as income when they come back, otherwise as assets."""

    as_income: Figure
    as_assets: Figure


def counted_income(
    working: Working, facts: MeansFacts, gifts: Gifts, own_norm: Callable[[], Norm]
) -> Figure:
    """The income of the month that counts; `own_norm` is only asked for when it matters (32)."""
    own = _own_income(working, facts, gifts)
    match working.answer("has_partner"):
        case Answer.NO:
            return own
        case Answer.UNKNOWN:
            return working.without_value(own)
    match working.answer("partner_has_right"):
        case Answer.YES:
            return own
        case Answer.UNKNOWN:
            return working.without_value(own)
        case Answer.NO:
            part = _part_of_partners_income(working, facts, own, own_norm)
            return working.add(_COUNTED, own, part, by=PARTNERS_INCOME)


def _own_income(working: Working, facts: MeansFacts, gifts: Gifts) -> Figure:
    earners = working.listed("earners", facts.earners)
    other = working.fact("other_income")
    if isinstance(earners, Unknown):
        return working.without_value(other)
    earned = [
        counted_earnings(working, facts, index, earner) for index, earner in enumerate(earners)
    ]
    pension = _counted_pension(working)
    return working.add(_COUNTED, *earned, pension, gifts.as_income, other, by=INCOME)


def _counted_pension(working: Working) -> Figure:
    """A private pension above what is left out once somebody has the pension age (33 lid 5)."""
    pension = working.fact("private_pension")
    if pension.value == 0:
        return pension
    partner = working.answer("has_partner")
    adults = (APPLICANT, PARTNER) if partner is Answer.YES else (APPLICANT,)
    old = [is_pensioner(working, who.words, working.day(who.born)) for who in adults]
    match any_of(*old):
        case Answer.NO if partner is not Answer.UNKNOWN:
            return pension
        case Answer.YES if partner is not Answer.UNKNOWN:
            exempt = PENSION_COUPLE if partner is Answer.YES else PENSION_SINGLE
            label = Text("pensioen dat meetelt", "pension that counts")
            rest = working.subtract(label, pension, working.parameter(exempt), by=PENSION)
            return working.not_below_zero(label, rest, PENSION)
        case _:
            return working.without_value(pension)


def _part_of_partners_income(
    working: Working, facts: MeansFacts, own: Figure, own_norm: Callable[[], Norm]
) -> Figure:
    """What together with the assistance goes above the norm of a couple (32 lid 3)."""
    income = working.fact("income_of_partner_without_right")
    if income.value == 0:
        return income
    norm = own_norm().per_month
    assistance = working.not_below_zero(
        _WITHOUT_IT,
        working.subtract(_WITHOUT_IT, norm, own, by=PARTNERS_INCOME),
        PARTNERS_INCOME,
    )
    together = working.add(_TOGETHER, own, income, assistance, by=PARTNERS_INCOME)
    couple = couple_at_home(working, facts).per_month
    above = working.subtract(_ABOVE, together, couple, by=PARTNERS_INCOME)
    most = working.least(
        _PART, working.not_below_zero(_ABOVE, above, PARTNERS_INCOME), income, by=PARTNERS_INCOME
    )
    return most


_NO_GIFTS = Gifts(_NOTHING, plain(0, Unit.EUROCENT))


def counted_gifts(working: Working) -> Gifts:
    """The gifts of the month above what is exempt and what the college further accepts."""
    gifts = working.fact("gifts")
    if gifts.value == 0:
        return _NO_GIFTS
    rest = _above_the_limit(working, gifts) if working.on >= IN_BALANCE_SINCE else gifts
    if rest.value == 0:
        return _NO_GIFTS
    by = GIFTS_ACCEPTED if working.on >= IN_BALANCE_SINCE else GIFTS
    label = Text("giften die meetellen", "gifts that count")
    accepted = working.fact("gifts_accepted")
    if IN_BALANCE_SINCE <= working.on < _ACCEPTED_IN_THE_TEXT and accepted.value != 0:
        working.note(_TEXT_NOT_CERTAIN, GIFTS_ACCEPTED)
    less = working.subtract(label, rest, accepted, by=by)
    counted = working.not_below_zero(label, less, by)
    match working.answer("gifts_recur"):
        case Answer.YES:
            return Gifts(counted, _NOTHING)
        case Answer.NO:
            once = Text("eenmalige giften, als vermogen", "one-off gifts, as assets")
            return Gifts(_NOTHING, working.multiply(once, counted, 1, GIFTS, Unit.EUROCENT))
        case Answer.UNKNOWN:
            return Gifts(working.without_value(counted), working.without_value(counted))


def _above_the_limit(working: Working, gifts: Figure) -> Figure:
    room = Text("ruimte voor giften in dit jaar", "room for gifts in this year")
    left = working.subtract(
        room, working.parameter(GIFTS_LIMIT), working.fact("gifts_earlier"), by=GIFTS
    )
    exempt = working.least(
        Text("vrijgelaten giften", "exempt gifts"),
        gifts,
        working.not_below_zero(room, left, GIFTS),
        by=GIFTS,
    )
    return working.subtract(
        Text("giften boven de vrijlating", "gifts above the exemption"), gifts, exempt, by=GIFTS
    )


_COUNTED = Text("inkomen dat meetelt", "income that counts")
_WITHOUT_IT = Text(
    "bijstand als dat inkomen niet meetelt", "assistance when that income does not count"
)
_TOGETHER = Text("inkomen samen, met die bijstand", "income together, with that assistance")
_ABOVE = Text("boven de norm voor gehuwden", "above the norm for a couple")
_PART = Text("inkomen van de partner dat meetelt", "partner's income that counts")
