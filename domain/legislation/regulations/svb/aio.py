"""AIO: assistance by the SVB that tops up the income of pensioners (Pw 47a, 22, 22a, 31-34).

The norm for pensioners, lowered when other adults share the costs, less the income that counts.
All amounts are net a month with holiday allowance. The lowering for a spouse without a right
(Pw 24) is not here. The law does not round: to the cent, as shown.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import month_of
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
    Figure,
    Number,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    answer_of,
    any_of,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.pension_age import PENSION_AGE
from domain.legislation.regulations.svb._pension_age import pension_day
from domain.vocabulary import Agency, Scheme

_WORK_RULE_FROM = dt.date(2026, 7, 1)

_NORM_SINGLE = parameter("pw_aow_alleenstaande")
_NORM_COUPLE = parameter("pw_aow_gehuwden")
_SHARED_FIXED = parameter("pw_kostendeler_vast")
_SHARED_EACH = parameter("pw_kostendeler_per_persoon")
_PENSION_FREE_SINGLE = parameter("aio_vrijlating_pensioen_1")
_PENSION_FREE_COUPLE = parameter("aio_vrijlating_pensioen_2")
_WORK_FREE_SHARE = parameter("aio_arbeid_vrij_deel")
_WORK_FREE_MOST = parameter("aio_arbeid_vrij_hoogste")
_ASSETS_SINGLE = parameter("pw_vermogen_alleenstaande")
_ASSETS_COUPLE = parameter("pw_vermogen_gezin")
_HOME_FREE = parameter("pw_vermogen_woning_vrijlating")

_TASK = Article(Act.PW, "47a", "1")
_RESIDENCE = Article(Act.PW, "11", "1")
_FROM = Article(Act.PW, "44", "1")
_NORM = Article(Act.PW, "22")
_SHARERS = Article(Act.PW, "22a", "1")
_RIGHT = Article(Act.PW, "19", "1")
_INCOME = Article(Act.PW, "32", "1")
_PRIVATE_PENSION = Article(Act.PW, "33", "5")
_WORK = Article(Act.PW, "34a", "1 onder c")
_HOME = Article(Act.PW, "34", "2 onder d")
_ASSETS = Article(Act.PW, "34", "3")


@dataclass(frozen=True, slots=True, kw_only=True)
class AioFacts(Facts):
    """One pensioner, or a couple of which one at least is, in the month of the day asked."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    has_partner: Annotated[
        YesNo,
        About(
            "is gehuwd of voert een gezamenlijke huishouding",
            "is married or keeps a joint household",
        ),
    ] = UNKNOWN
    partner_born: Annotated[
        Day, About("geboortedatum van de partner", "date of birth of the partner")
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo, About("woont rechtmatig in Nederland", "lives lawfully in the Netherlands")
    ] = UNKNOWN
    applied_on: Annotated[Day, About("dag van de melding", "day of the application")] = UNKNOWN
    cost_sharers: Annotated[
        Number,
        About(
            "andere medebewoners die in de kosten delen",
            "other residents who share the costs",
            Unit.PERSONS,
            at_least=0,
        ),
    ] = UNKNOWN
    income: Annotated[
        Cents,
        About(
            "netto AOW en ander inkomen met vakantietoeslag, zonder particulier pensioen en loon",
            "net AOW and other income with holiday pay, without private pension and wages",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    private_pension: Annotated[
        Cents,
        About(
            "netto particuliere oudedagsvoorziening",
            "net private pension",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    work_income: Annotated[
        Cents,
        About("netto inkomen uit arbeid", "net income from work", Unit.EUROCENT_PER_MONTH, 0),
    ] = UNKNOWN
    assets: Annotated[
        Cents,
        About("vermogen buiten de eigen woning", "assets outside the home", Unit.EUROCENT),
    ] = UNKNOWN
    equity_in_home: Annotated[
        Cents,
        About("vermogen in de eigen woning", "assets in the home", Unit.EUROCENT, at_least=0),
    ] = UNKNOWN


def determine(facts: AioFacts, on: dt.date) -> Determination:
    """The net assistance for the month of this day, in euro cents."""
    working = Working(ID, facts, on)
    partner = working.answer("has_partner")
    if partner is Answer.UNKNOWN:
        return working.undetermined()
    couple = partner is Answer.YES
    _require_pensioner(working, couple)
    working.require(_LAWFUL, working.answer("lawful_residence"), _RESIDENCE)
    applied = working.day("applied_on")
    working.require_days(_ASKED, applied, Relation.AT_MOST, working.on, _FROM)
    _require_assets_within_limit(working, couple)
    norm = _norm(working, couple)
    counted = _income_counted(working, couple)
    working.require_compared(_TOO_LITTLE, counted, Relation.LESS, norm, _RIGHT)
    month = working.subtract(_MONTH, norm, counted, by=_RIGHT)
    working.result("per_month", _MONTH, working.rounded(_MONTH, month, Rounding.TO_CENT, None))
    return working.conclude(Period(*month_of(on)))


def _require_pensioner(working: Working, couple: bool) -> None:
    own = _has_pension_age(working, "born", partner=False)
    if couple and own is not Answer.YES:
        own = any_of(own, _has_pension_age(working, "partner_born", partner=True))
    working.require(
        Text("een van beiden heeft de pensioenleeftijd", "one of them has the pension age")
        if couple
        else Text("heeft de pensioenleeftijd", "has the pension age"),
        own,
        _TASK,
    )


def _has_pension_age(working: Working, name: str, *, partner: bool) -> Answer:
    reached = pension_day(working, working.day(name), partner=partner)
    if isinstance(reached, Unknown):
        return Answer.UNKNOWN
    return answer_of(reached <= working.on)


def _require_assets_within_limit(working: Working, couple: bool) -> None:
    in_home = working.not_below_zero(
        Text("vermogen in de woning dat meetelt", "assets in the home that count"),
        working.subtract(
            Text("vermogen in de woning min vrijlating", "assets in the home less what is free"),
            working.fact("equity_in_home"),
            working.parameter(_HOME_FREE),
            by=_HOME,
        ),
        _HOME,
    )
    assets = working.add(
        Text("vermogen dat meetelt", "assets that count"),
        working.fact("assets"),
        in_home,
        by=_ASSETS,
    )
    limit = working.parameter(_ASSETS_COUPLE if couple else _ASSETS_SINGLE)
    within = Text("vermogen niet boven de grens", "assets within the limit")
    working.require_compared(within, assets, Relation.AT_MOST, limit, _ASSETS)


def _norm(working: Working, couple: bool) -> Figure:
    """The norm of article 22, or with sharers ((40 + A x 30) : A) percent of it (22a)."""
    sharers = working.fact("cost_sharers")
    if isinstance(sharers.value, Unknown) or sharers.value == 0:
        norm = working.parameter(_NORM_COUPLE if couple else _NORM_SINGLE)
        return norm if sharers.value == 0 else working.without_value(norm)
    own = 2 if couple else 1
    persons = working.add(
        Text("wie de kosten delen", "who share the costs"),
        sharers,
        plain(own, Unit.PERSONS),
        by=_SHARERS,
    )
    together = working.add(
        Text("kosten samen", "costs together"),
        working.parameter(_SHARED_FIXED),
        working.multiply(
            Text("kosten naar personen", "costs by persons"),
            working.parameter(_SHARED_EACH),
            persons,
            _SHARERS,
        ),
        by=_SHARERS,
    )
    each = working.divide(Text("deel per persoon", "part of each"), together, persons, _SHARERS)
    part = working.percentage(
        Text("norm per persoon", "norm for each"), working.parameter(_NORM_COUPLE), each, _SHARERS
    )
    return working.multiply(Text("norm", "norm"), part, own, _SHARERS)


def _income_counted(working: Working, couple: bool) -> Figure:
    return working.add(
        Text("inkomen dat meetelt", "income that counts"),
        working.fact("income"),
        _private_pension_counted(working, couple),
        _work_income_counted(working),
        by=_INCOME,
    )


def _private_pension_counted(working: Working, couple: bool) -> Figure:
    pension = working.fact("private_pension")
    if pension.value == 0:
        return pension
    free = working.parameter(_PENSION_FREE_COUPLE if couple else _PENSION_FREE_SINGLE)
    counts = Text("particulier pensioen dat meetelt", "private pension that counts")
    less = working.subtract(counts, pension, free, by=_PRIVATE_PENSION)
    return working.not_below_zero(counts, less, _PRIVATE_PENSION)


def _work_income_counted(working: Working) -> Figure:
    work = working.fact("work_income")
    if work.value == 0:
        return work
    if working.on < _WORK_RULE_FROM:
        working.note(_WORK_BEFORE, _WORK)
    free = working.least(
        Text("vrij arbeidsinkomen", "free income from work"),
        working.percentage(
            Text("deel van het arbeidsinkomen", "share of the income from work"),
            work,
            working.parameter(_WORK_FREE_SHARE),
            _WORK,
        ),
        working.parameter(_WORK_FREE_MOST),
        by=_WORK,
    )
    counts = Text("arbeidsinkomen dat meetelt", "income from work that counts")
    return working.subtract(counts, work, free, by=_WORK)


ID = "aio"

_MONTH = Text("aanvulling per maand", "top-up a month")
_LAWFUL = Text("rechtmatig verblijf in Nederland", "lawful residence in the Netherlands")
_ASKED = Text("aangevraagd", "applied for")
_TOO_LITTLE = Text("het inkomen is lager dan de norm", "the income is below the norm")
_WORK_BEFORE = Text(
    "welke vrijlating van loon vóór 1 juli 2026 gold is hier niet bekend",
    "what was free of wages before 1 July 2026 is not known here",
)

REGULATION = Regulation(
    id=ID,
    title=Text("AIO-aanvulling", "Top-up for pensioners (AIO)"),
    summary=Text(
        "Bijstand van de SVB tot de norm voor wie met pensioen is en te weinig heeft.",
        "Assistance by the SVB up to the norm for pensioners who have too little.",
    ),
    articles=(
        *(_TASK, _RESIDENCE, _FROM, _NORM, _SHARERS, _RIGHT, _INCOME, _PRIVATE_PENSION),
        *(_WORK, _HOME, _ASSETS),
    ),
    facts=AioFacts,
    determine=determine,
    parameters=(
        *(PENSION_AGE, _NORM_SINGLE, _NORM_COUPLE, _SHARED_FIXED, _SHARED_EACH),
        *(_PENSION_FREE_SINGLE, _PENSION_FREE_COUPLE, _WORK_FREE_SHARE, _WORK_FREE_MOST),
        *(_ASSETS_SINGLE, _ASSETS_COUPLE, _HOME_FREE),
    ),
    granted=Text("Er is recht op een AIO-aanvulling", "There is a right to a top-up"),
    refused=Text("Er is geen recht op een AIO-aanvulling", "There is no right to a top-up"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.SVB),),
    scheme=Scheme.AIO,
)
