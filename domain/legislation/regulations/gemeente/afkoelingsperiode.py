"""Afkoelingsperiode: the cooling-off period that the court pronounces for debt counselling (Wgs 5).

The municipality asks for it and the court decides; it stops recovery from the client's goods for
six months at most. It does not name set-off and withholding at source, which are no recovery from
goods.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import add_months
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Facts,
    Period,
    Regulation,
    Relation,
    Text,
    Unknown,
    Working,
    YesNo,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Department, Scheme

_MOST = parameter("wgs_moratorium")

_COURT = Article(Act.WGS, "5", "1")
_CONDITIONS = Article(Act.WGS, "5", "2")

_ONE_DAY = dt.timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class AfkoelingsperiodeFacts(Facts):
    """One client of debt counselling."""

    is_client: Annotated[
        YesNo, About("krijgt schuldhulpverlening", "receives debt counselling")
    ] = UNKNOWN
    necessary: Annotated[
        YesNo,
        About(
            "noodzakelijk voor de schuldhulpverlening, en de voorwaarden zijn vervuld",
            "necessary for the debt counselling, and the conditions are met",
        ),
    ] = UNKNOWN
    pronounced: Annotated[
        YesNo, About("de rechtbank heeft haar afgekondigd", "the court has pronounced it")
    ] = UNKNOWN
    first_day: Annotated[
        Day, About("eerste dag volgens de rechtbank", "first day as the court set it")
    ] = UNKNOWN


def determine(facts: AfkoelingsperiodeFacts, on: dt.date) -> Determination:
    """Whether recovery from goods can be stopped on this day, and until when at most."""
    working = Working(ID, facts, on)
    for name, label, by in _REQUIREMENTS:
        working.require(label, working.answer(name), by)
    first = working.day("first_day")
    last = _last(working, first)
    working.require_days(_BEGUN, first, Relation.AT_MOST, on, _COURT)
    working.require_days(_NOT_OVER, last, Relation.AT_LEAST, on, _COURT)
    working.finding("until_at_most", _UNTIL, last)
    if isinstance(first, Unknown) or isinstance(last, Unknown):
        return working.undetermined()
    return working.conclude(Period(first, last))


def _last(working: Working, first: Day) -> Day:
    months = working.parameter(_MOST).value
    last = (
        UNKNOWN
        if isinstance(first, Unknown) or isinstance(months, Unknown)
        else add_months(first, int(months)) - _ONE_DAY
    )
    how = Text("zes maanden na de eerste dag", "six months after the first day")
    return working.dated(_UNTIL, last, how, _COURT)


ID = "afkoelingsperiode"

_UNTIL = Text("laatste dag van de afkoelingsperiode", "last day of the cooling-off period")
_BEGUN = Text("de afkoelingsperiode is begonnen", "the cooling-off period has begun")
_NOT_OVER = Text("de langste duur is niet voorbij", "the longest time is not over")
_REQUIREMENTS = (
    ("is_client", Text("krijgt schuldhulpverlening", "receives debt counselling"), _COURT),
    ("necessary", Text("noodzakelijk en aan voorwaarden voldaan", "necessary"), _CONDITIONS),
    ("pronounced", Text("afgekondigd door de rechtbank", "pronounced by the court"), _COURT),
)

REGULATION = Regulation(
    id=ID,
    title=Text("Afkoelingsperiode (breed moratorium)", "Cooling-off period (broad moratorium)"),
    summary=Text(
        "Stopt op verzoek van de gemeente het verhaal op goederen, door de rechter afgekondigd.",
        "Stops recovery from goods, asked by the municipality and pronounced by the court.",
    ),
    articles=(_COURT, _CONDITIONS),
    facts=AfkoelingsperiodeFacts,
    determine=determine,
    parameters=(_MOST,),
    granted=Text("Er geldt een afkoelingsperiode", "A cooling-off period holds"),
    refused=Text("Er geldt geen afkoelingsperiode", "No cooling-off period holds"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.SCHULDHULPVERLENING),),
    scheme=Scheme.DEBT_COUNSELLING,
)
