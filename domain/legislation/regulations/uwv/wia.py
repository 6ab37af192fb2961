"""WIA: the benefit on incapacity for work as decided, with income set against it (Wet WIA).

Full and permanent incapacity gives the IVA (WIA 47, 51, 52). Otherwise an incapacity from 35%
gives the WGA (WIA 5, 54): first wage-related when the weeks worked are enough (58, 59), then a
supplement to the wage for who earns half of the remaining earning capacity, or a follow-up benefit
by class of the minimum wage (60-62). The phase is that of the day asked, for the whole month. Not
in here: help for who is helpless (53, 63), the months that a right lasts on after the incapacity
fell below 35% (56), a second illness (61 lid 9, 62 lid 5), a duration after an IVA or lengthened
(59 lid 5 and 7), a follow-up benefit outside Europe (62 lid 2) and voluntary insurance (21).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

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
    Number,
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
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.uwv import _wia_amounts
from domain.legislation.regulations.uwv._wages import PER_MONTH, shown
from domain.legislation.regulations.uwv._wia_parts import KINDS, days_of_the_month
from domain.vocabulary import Agency, Scheme

_WAITING_TIME = parameter("wia_wachttijd")
_PARTIAL_FROM = parameter("wia_gedeeltelijk_vanaf")

_WAITING = Article(Act.WIA, "23", "1")
_SHORTENED = Article(Act.WIA, "23", "6")
_PARTIAL = Article(Act.WIA, "5")
_DETAINED = Article(Act.WIA, "44", "2")
_EXCLUDED = Article(Act.WIA, "43")
_ABROAD = Article(Act.WIA, "43", "onder f")
_PENSION = Article(Act.WIA, "43", "onder g")
_BEGIN = Article(Act.WIA, "54", "2")


@dataclass(frozen=True, slots=True, kw_only=True)
class WiaFacts(Facts):
    """One insured person in the month of the day asked, after the medical assessment."""

    ill_since: Annotated[Day, About("eerste ziektedag", "first day of illness")] = UNKNOWN
    first_day: Annotated[Day, About("eerste dag van de uitkering", "first day of the benefit")] = (
        UNKNOWN
    )
    shortened_waiting_time: Annotated[
        YesNo,
        About(
            "het UWV heeft een verkorte wachttijd vastgesteld die voorbij is",
            "the UWV has set a shortened waiting time, which is over",
        ),
    ] = UNKNOWN
    permanently_incapable: Annotated[
        YesNo,
        About(
            "is volledig en duurzaam arbeidsongeschikt",
            "is fully and permanently incapable of work",
        ),
    ] = UNKNOWN
    incapacity: Annotated[
        Number,
        About(
            "arbeidsongeschiktheid, naar beneden op hele procenten",
            "incapacity, down to whole percents",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    weeks_worked_enough: Annotated[
        YesNo,
        About("voldoet aan de referte-eis", "meets the requirement of weeks worked"),
    ] = UNKNOWN
    quarters_before_2016: Annotated[
        Number,
        About(
            "arbeidsverleden vóór 2016, in kwartalen van een jaar",
            "work history before 2016, in quarters of a year",
            Unit.QUARTERS,
            at_least=0,
        ),
    ] = UNKNOWN
    quarters_from_2016: Annotated[
        Number,
        About(
            "arbeidsverleden vanaf 2016, in kwartalen van een jaar",
            "work history from 2016, in quarters of a year",
            Unit.QUARTERS,
            at_least=0,
        ),
    ] = UNKNOWN
    months_of_ww_received: Annotated[
        Number,
        About(
            "maanden WW-uitkering die van de duur afgaan (artikel 59 lid 6)",
            "months of unemployment benefit that the duration is less (article 59 lid 6)",
            Unit.MONTHS,
            at_least=0,
        ),
    ] = UNKNOWN
    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    detained_over_a_month: Annotated[
        YesNo,
        About(
            "is langer dan een maand rechtens van de vrijheid beroofd",
            "has been lawfully detained for over a month",
        ),
    ] = UNKNOWN
    lives_where_it_is_paid: Annotated[
        YesNo,
        About(
            "woont in Nederland of een verdragsland",
            "lives in the Netherlands or a treaty country",
        ),
    ] = UNKNOWN
    other_exclusion: Annotated[
        YesNo,
        About(
            "een andere uitsluitingsgrond van artikel 43 geldt",
            "another ground of exclusion of article 43 holds",
        ),
    ] = UNKNOWN
    pension_day: Annotated[
        Day,
        About(
            "dag waarop de pensioengerechtigde leeftijd wordt bereikt",
            "day on which the pension age is reached",
        ),
    ] = UNKNOWN
    daily_wage: Annotated[
        Cents,
        About(
            "geïndexeerd dagloon zonder het maximum",
            "indexed daily wage without the maximum",
            Unit.EUROCENT_PER_DAY,
            at_least=1,
        ),
    ] = UNKNOWN
    income: Annotated[
        Cents,
        About("inkomen in de maand", "income in the month", Unit.EUROCENT_PER_MONTH, at_least=0),
    ] = UNKNOWN
    no_requirement_yet: Annotated[
        YesNo,
        About(
            "was korter dan 24 maanden geleden nog volledig arbeidsongeschikt (artikel 60 lid 3)",
            "was fully incapable of work less than 24 months ago (article 60 lid 3)",
        ),
    ] = UNKNOWN
    remaining_earning_capacity: Annotated[
        Cents,
        About(
            "resterende verdiencapaciteit per maand",
            "remaining earning capacity a month",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN


def determine(facts: WiaFacts, on: dt.date) -> Determination:
    """The kind of benefit and its gross amount for the month of this day, in euro cents."""
    working = Working(ID, facts, on)
    _require_not_excluded(working)
    days = _require_begun(working)
    permanently = working.answer("permanently_incapable")
    if permanently is Answer.UNKNOWN:
        return working.undetermined()
    if permanently is Answer.NO:
        working.require_compared(
            Text("gedeeltelijk arbeidsgeschikt", "partially fit for work"),
            working.fact("incapacity"),
            Relation.AT_LEAST,
            working.parameter(_PARTIAL_FROM),
            _PARTIAL,
        )
    benefit = _wia_amounts.benefit(working, days, permanently is Answer.YES)
    if benefit is None:
        return working.undetermined()
    amount = shown(working, PER_MONTH, benefit.amount)
    working.result("per_month", PER_MONTH, amount)
    working.finding("kind", _KIND, benefit.kind, KINDS[benefit.kind])
    return working.conclude(days)


def _require_not_excluded(working: Working) -> None:
    working.require(
        Text("niet langer dan een maand gedetineerd", "not detained for over a month"),
        not_(working.answer("detained_over_a_month")),
        _DETAINED,
    )
    working.require(
        Text("woont in Nederland of een verdragsland", "lives where it is paid"),
        working.answer("lives_where_it_is_paid"),
        _ABROAD,
    )
    other = Text("geen andere uitsluitingsgrond", "no other ground of exclusion")
    working.require(other, not_(working.answer("other_exclusion")), _EXCLUDED)
    working.require_days(
        Text("de pensioenleeftijd is niet bereikt", "the pension age is not reached"),
        working.on,
        Relation.LESS,
        working.day("pension_day"),
        _PENSION,
    )


def _require_begun(working: Working) -> Period | None:
    """After the waiting time, and begun; the days of the right in this month."""
    waiting_time = working.parameter(_WAITING_TIME).value
    ill_since, first = working.day("ill_since"), working.day("first_day")
    over: Day = UNKNOWN
    if not isinstance(ill_since, Unknown) and not isinstance(waiting_time, Unknown):
        over = ill_since + dt.timedelta(weeks=int(waiting_time))
    label = Text("de wachttijd is voorbij op", "the waiting time is over on")
    how = Text("de wachttijd vanaf de eerste ziektedag", "the waiting time from the first day ill")
    over = working.dated(label, over, how, _WAITING)
    _require_waited(working, first, over)
    begun = Text("de uitkering is ingegaan", "the benefit has begun")
    working.require_days(begun, first, Relation.AT_MOST, working.on, _BEGIN)
    return days_of_the_month(working.on, first, working.day("pension_day"))


def _require_waited(working: Working, first: Day, over: Day) -> None:
    """The 104 weeks, or a shorter time for who is fully and permanently incapable (lid 6)."""
    passed = Text("de wachttijd is doorlopen", "the waiting time has passed")
    if not isinstance(first, Unknown) and not isinstance(over, Unknown) and first >= over:
        working.require_days(passed, first, Relation.AT_LEAST, over, _WAITING)
        return
    whole = Text("de volle wachttijd is doorlopen", "the whole waiting time has passed")
    waited = working.compare_days(whole, first, Relation.AT_LEAST, over, _WAITING)
    shortened = working.answer("permanently_incapable")
    if shortened is not Answer.NO:
        shortened = all_of(shortened, working.answer("shortened_waiting_time"))
    working.require(passed, any_of(waited, shortened), _SHORTENED)


ID = "wia"

_KIND = Text("soort uitkering", "kind of benefit")

REGULATION = Regulation(
    id=ID,
    title=Text("WIA-uitkering", "Work incapacity benefit"),
    summary=Text(
        "Uitkering bij arbeidsongeschiktheid (IVA of WGA), met verrekening van inkomen.",
        "Benefit on incapacity for work (IVA or WGA), with income set against it.",
    ),
    articles=(
        _PARTIAL,
        _WAITING,
        _SHORTENED,
        _DETAINED,
        _EXCLUDED,
        _ABROAD,
        _PENSION,
        *_wia_amounts.ARTICLES,
    ),
    facts=WiaFacts,
    determine=determine,
    parameters=(_WAITING_TIME, _PARTIAL_FROM, *_wia_amounts.PARAMETERS),
    granted=Text("Er is recht op een WIA-uitkering", "There is a right to incapacity benefit"),
    refused=Text(
        "Er is geen recht op een WIA-uitkering", "There is no right to incapacity benefit"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
    scheme=Scheme.WIA,
)
