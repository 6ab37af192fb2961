"""Stopping to recover assistance after a breach of duty (Participatiewet 58 lid 7).

The college may stop after ten years of payment, of arrears made good, or of nothing to be had; or
when half of the rest is paid at once.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import birthday
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Cents,
    Day,
    Determination,
    Facts,
    Period,
    Regulation,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    all_of,
    any_of,
    plain,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Department, Scheme

_YEARS = parameter("pw_terugvordering_kwijtschelding")
_AT_ONCE = parameter("pw_terugvordering_afkoop")

_PAID = Article(Act.PW, "58", "7 onder a")
_ARREARS = Article(Act.PW, "58", "7 onder b")
_NOTHING = Article(Act.PW, "58", "7 onder c")
_LUMP_SUM = Article(Act.PW, "58", "7 onder d")
_STOP = Article(Act.PW, "58", "7")


@dataclass(frozen=True, slots=True, kw_only=True)
class AfzienFacts(Facts):
    """A debt after a breach of the duty to inform, and how it was paid."""

    first_due: Annotated[
        Day, About("begin van de betalingsverplichting", "start of the duty to pay")
    ] = UNKNOWN
    paid_in_full: Annotated[
        YesNo,
        About(
            "heeft de hele tijd volledig aan de verplichting voldaan",
            "has met the duty in full all the time",
        ),
    ] = UNKNOWN
    arrears_made_good: Annotated[
        YesNo,
        About(
            "heeft de achterstand met rente en kosten alsnog betaald",
            "has paid the arrears with interest and costs after all",
        ),
    ] = UNKNOWN
    paid_nothing: Annotated[
        YesNo,
        About(
            "heeft niets betaald en zal dat naar verwachting niet gaan doen",
            "has paid nothing and is not expected to",
        ),
    ] = UNKNOWN
    rest: Annotated[Cents, About("restsom", "amount that is left", Unit.EUROCENT, at_least=0)] = (
        UNKNOWN
    )
    lump_sum: Annotated[
        Cents,
        About("bedrag dat ineens wordt afgelost", "amount paid at once", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN


def determine(facts: AfzienFacts, on: dt.date) -> Determination:
    """Whether the college may stop recovering."""
    working = Working(ID, facts, on)
    may_stop = _half_at_once(working)
    if may_stop is not Answer.YES:
        may_stop = any_of(may_stop, _after_ten_years(working))
    working.require(_MAY_STOP, may_stop, _STOP)
    return working.conclude(Period(on))


def _half_at_once(working: Working) -> Answer:
    paid = working.fact("lump_sum")
    if paid.value == 0:
        return Answer.NO
    half = working.percentage(
        Text("ten minste af te lossen", "to be paid at least"),
        working.fact("rest"),
        working.parameter(_AT_ONCE),
        _LUMP_SUM,
    )
    enough = working.compare(_ENOUGH, paid, Relation.AT_LEAST, half, _LUMP_SUM)
    some = working.compare(_SOME, paid, Relation.MORE, plain(0, Unit.EUROCENT), _LUMP_SUM)
    return all_of(enough, some)


def _after_ten_years(working: Working) -> Answer:
    years = working.parameter(_YEARS).value
    first = working.day("first_due")
    until = UNKNOWN if isinstance(years, Unknown) else birthday(first, int(years))
    ended = working.compare_days(_TEN_YEARS, until, Relation.AT_MOST, working.on, _STOP)
    if ended is Answer.NO:
        return Answer.NO
    found: list[Answer] = []
    for fact in ("paid_in_full", "arrears_made_good", "paid_nothing"):
        found.append(working.answer(fact))
        if found[-1] is Answer.YES:
            return ended
    return all_of(ended, any_of(*found))


ID = "afzien_terugvordering_bijstand"

_MAY_STOP = Text(
    "tien jaar verstreken of de helft ineens afgelost", "ten years gone by or half paid at once"
)
_ENOUGH = Text("genoeg ineens afgelost", "enough paid at once")
_SOME = Text("er wordt iets ineens afgelost", "something is paid at once")
_TEN_YEARS = Text("tien jaar zijn verstreken", "ten years have gone by")

REGULATION = Regulation(
    id=ID,
    title=Text("Afzien van verdere terugvordering", "Stopping to recover"),
    summary=Text(
        "Of de gemeente mag stoppen met het terugvorderen van bijstand na een schending.",
        "Whether the municipality may stop recovering assistance after a breach.",
    ),
    articles=(_STOP, _PAID, _ARREARS, _NOTHING, _LUMP_SUM),
    facts=AfzienFacts,
    determine=determine,
    parameters=(_YEARS, _AT_ONCE),
    granted=Text(
        "Het college mag van verdere terugvordering afzien", "The college may stop recovering"
    ),
    refused=Text(
        "Het college mag nog niet van verdere terugvordering afzien",
        "The college may not yet stop recovering",
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
    scheme=Scheme.BIJSTAND,
)
