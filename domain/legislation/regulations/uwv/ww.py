"""WW: the benefit on unemployment, its right, duration and gross amount (Werkloosheidswet).

The amount is 0,75 and from the third month 0,7 times the monthly wage less the income that counts,
less the income in connection with work (WW 47); the right ends in a month in which that income is
over 87,5% of the monthly wage (WW 20), and nothing is paid when the benefit usually is under an
eighth of the minimum wage (WW 41). Not in here: measures (WW 27), the revival of an ended right and
what is left of its duration (WW 21, 42b), and benefit by the weather (WW 18); years of care (WW
42a) are counted in the facts.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    CarriedOutBy,
    Cents,
    Day,
    Determination,
    Facts,
    Number,
    Regulation,
    Relation,
    Text,
    Unit,
    Working,
    YesNo,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.uwv import _ww_amount, _ww_right
from domain.legislation.regulations.uwv._wages import PER_MONTH, shown
from domain.legislation.regulations.uwv._work_history import (
    DURATION,
    Duration,
    last_day,
    months_of_benefit,
)
from domain.legislation.regulations.uwv._ww_amount import Right
from domain.vocabulary import Agency, Scheme

_BEGIN = Article(Act.WW, "16a", "1")
_END_BY_DURATION = Article(Act.WW, "20", "1 onder b")
_LENGTH = Article(Act.WW, "42", "1")

_DURATION = Duration(
    least=parameter("ww_duur_minimum"),
    most=parameter("ww_duur_maximum"),
    first_years=parameter("ww_opbouw_eerste_jaren"),
    per_later_year=parameter("ww_opbouw_na_2015"),
    bounds_by=_LENGTH,
    by=Article(Act.WW, "42", "2"),
    rest_by=Article(Act.WW, "42", "4"),
    whole_by=Article(Act.WW, "42", "5"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class WwFacts(Facts):
    """One employee out of one employment, in the month of the day asked."""

    employee: Annotated[
        YesNo, About("is werknemer voor de WW", "is an employee insured under the WW")
    ] = UNKNOWN
    first_day: Annotated[Day, About("eerste dag van werkloosheid", "first day of unemployment")] = (
        UNKNOWN
    )
    hours_in_26_weeks: Annotated[
        Number,
        About(
            "arbeidsuren in de 26 weken vooraf, samen",
            "hours of work in the 26 weeks before, together",
            Unit.HOURS,
            at_least=0,
        ),
    ] = UNKNOWN
    hours_left: Annotated[
        Number,
        About(
            "arbeidsuren per week die overblijven",
            "hours of work a week that are left",
            Unit.HOURS,
            at_least=0,
        ),
    ] = UNKNOWN
    available: Annotated[
        YesNo,
        About(
            "is beschikbaar om arbeid te aanvaarden, of volgt noodzakelijke scholing",
            "is available for work, or is in training that is needed for it",
        ),
    ] = UNKNOWN
    weeks_worked: Annotated[
        Number,
        About(
            "weken met arbeid in de 36 weken vooraf",
            "weeks with work in the 36 weeks before",
            Unit.WEEKS,
            at_least=0,
        ),
    ] = UNKNOWN
    sickness_benefit: Annotated[
        YesNo, About("ontvangt ziekengeld", "receives sickness benefit")
    ] = UNKNOWN
    disability_benefit: Annotated[
        YesNo,
        About(
            "ontvangt een IVA of loongerelateerde WGA-uitkering",
            "receives a full or wage-related disability benefit",
        ),
    ] = UNKNOWN
    detained: Annotated[
        YesNo, About("is rechtens van de vrijheid beroofd", "is lawfully detained")
    ] = UNKNOWN
    other_exclusion: Annotated[
        YesNo,
        About(
            "een andere uitsluitingsgrond van artikel 19 geldt",
            "another ground of exclusion of article 19 holds",
        ),
    ] = UNKNOWN
    lives_in_netherlands: Annotated[
        YesNo, About("woont en verblijft in Nederland", "lives and stays in the Netherlands")
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo, About("verblijft rechtmatig in Nederland", "resides lawfully in the Netherlands")
    ] = UNKNOWN
    pension_day: Annotated[
        Day,
        About(
            "dag waarop de pensioengerechtigde leeftijd wordt bereikt",
            "day on which the pension age is reached",
        ),
    ] = UNKNOWN
    notice_until: Annotated[
        Day,
        About(
            "laatste dag van de dienstbetrekking of van de opzegtermijn die gold",
            "last day of the employment or of the notice period that was due",
        ),
    ] = UNKNOWN
    wage_in_four_of_five_years: Annotated[
        YesNo,
        About(
            "loon over genoeg uren in vier van de vijf jaren vooraf, of een WIA-uitkering",
            "enough wages in four of the five years before, or an incapacity benefit",
        ),
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
    income_related_to_work: Annotated[
        Cents,
        About(
            "inkomen in verband met arbeid in de maand",
            "income in connection with work in the month",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    usually_too_small: Annotated[
        YesNo,
        About(
            "de uitkering is doorgaans lager dan een achtste van het minimumloon",
            "the benefit is usually under an eighth of the minimum wage",
        ),
    ] = UNKNOWN


def determine(facts: WwFacts, on: dt.date) -> Determination:
    """The gross benefit for the month of this day in euro cents, with its duration."""
    working = Working(ID, facts, on)
    _ww_right.require_unemployed(working)
    _ww_right.require_weeks_worked(working)
    _ww_right.require_not_excluded(working)
    right = _require_within_duration(working)
    amount = _ww_amount.amount(working, right)
    working.result("per_month", PER_MONTH, shown(working, PER_MONTH, amount))
    working.result("duration_months", DURATION, right.months)
    working.finding("last_day", _LAST_DAY, right.last)
    return working.conclude(_ww_amount.days_of_the_month(on, right))


def _require_within_duration(working: Working) -> Right:
    first = working.day("first_day")
    working.require_days(
        Text("de werkloosheid is begonnen", "the unemployment has begun"),
        first,
        Relation.AT_MOST,
        working.on,
        _BEGIN,
    )
    extended = working.answer("wage_in_four_of_five_years")
    months = months_of_benefit(working, extended, _DURATION)
    how = Text("de uitkeringsduur vanaf de eerste dag", "the duration from the first day")
    last = working.dated(_LAST_DAY, last_day(first, months), how, _LENGTH)
    working.require_days(
        Text("de uitkeringsduur is niet verstreken", "the duration is not over"),
        working.on,
        Relation.AT_MOST,
        last,
        _END_BY_DURATION,
    )
    return Right(first, last, months, working.day("pension_day"))


ID = "ww"

_LAST_DAY = Text("laatste dag", "last day")

REGULATION = Regulation(
    id=ID,
    title=Text("WW-uitkering", "Unemployment benefit"),
    summary=Text(
        "Uitkering bij werkloosheid, naar dagloon, arbeidsverleden en inkomen.",
        "Benefit on unemployment, by daily wage, work history and income.",
    ),
    articles=(*_ww_right.ARTICLES, _END_BY_DURATION, _DURATION.by, *_ww_amount.ARTICLES),
    facts=WwFacts,
    determine=determine,
    parameters=(*_ww_right.PARAMETERS, *_DURATION.parameters, *_ww_amount.PARAMETERS),
    granted=Text("Er is recht op een WW-uitkering", "There is a right to unemployment benefit"),
    refused=Text(
        "Er is geen recht op een WW-uitkering", "There is no right to unemployment benefit"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
    scheme=Scheme.WW,
)
