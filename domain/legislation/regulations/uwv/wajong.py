"""Wajong: the benefit of a decided right, with income set against it (chapters 1a, 2 and 3).

Since 2021 the three regimes reckon alike: 70% of the base less income, or 75% of it for who has no
lasting possibilities of taking part in work; the base is the minimum wage for the age per day
(1a:4, 2:40, 2:46, 3:7-3:8b). With wage dispensation income counts by the compensation factor, and
the benefit tops the wage up when that is more. Not in here: the guaranteed amount of the change of
2021, help for who is helpless (1a:5, 2:51, 3:9), and the holiday allowance.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import month_of
from domain.legislation.determination import (
    UNKNOWN,
    About,
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
    not_,
)
from domain.legislation.regulations.uwv import _wajong_amounts
from domain.legislation.regulations.uwv._wages import DAYS_IN_A_MONTH, PER_DAY, PER_MONTH, shown
from domain.legislation.regulations.uwv._wajong_amounts import (
    BASE,
    EXCLUSIONS,
    REGIMES,
    RESIDENCE,
    WajongRegime,
)
from domain.vocabulary import Agency, Scheme


@dataclass(frozen=True, slots=True, kw_only=True)
class WajongFacts(Facts):
    """One person with a decided right, in the month of the day asked."""

    regime: Annotated[WajongRegime | Unknown, About("regeling", "regime", words=REGIMES)] = UNKNOWN
    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    no_lasting_possibilities: Annotated[
        YesNo,
        About(
            "heeft duurzaam geen mogelijkheden tot arbeidsparticipatie",
            "lastingly has no possibilities of taking part in work",
        ),
    ] = UNKNOWN
    takes_part_in_plan: Annotated[
        YesNo,
        About(
            "werkt mee aan het participatieplan, of hoeft dat niet",
            "takes part in the participation plan, or need not",
        ),
    ] = UNKNOWN
    lives_in_netherlands: Annotated[
        YesNo, About("woont in Nederland", "lives in the Netherlands")
    ] = UNKNOWN
    lawful_residence: Annotated[
        YesNo, About("verblijft rechtmatig in Nederland", "resides lawfully in the Netherlands")
    ] = UNKNOWN
    detained_over_a_month: Annotated[
        YesNo,
        About(
            "is langer dan een maand rechtens van de vrijheid beroofd",
            "has been lawfully detained for over a month",
        ),
    ] = UNKNOWN
    pension_day: Annotated[
        Day,
        About(
            "dag waarop de pensioengerechtigde leeftijd wordt bereikt",
            "day on which the pension age is reached",
        ),
    ] = UNKNOWN
    income: Annotated[
        Cents,
        About(
            "inkomen in de maand zonder loondispensatie",
            "income in the month without wage dispensation",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    has_dispensation: Annotated[
        YesNo, About("werkt met loondispensatie", "works with wage dispensation")
    ] = UNKNOWN
    dispensed_income: Annotated[
        Cents,
        About(
            "loon met loondispensatie in de maand",
            "wage with wage dispensation in the month",
            Unit.EUROCENT_PER_MONTH,
            at_least=0,
        ),
    ] = UNKNOWN
    work_performance: Annotated[
        Number,
        About(
            "loonwaarde in procenten",
            "work performance in percent",
            Unit.PERCENT,
            at_least=1,
        ),
    ] = UNKNOWN


def determine(facts: WajongFacts, on: dt.date) -> Determination:
    """The gross benefit per day and for a full month, in euro cents."""
    working = Working(ID, facts, on)
    regime = working.choice("regime", WajongRegime)
    _require_not_excluded(working, regime)
    if isinstance(regime, Unknown):
        return working.undetermined()
    per_day = _wajong_amounts.per_day(working, regime)
    if per_day is None:
        return working.undetermined()
    by = BASE[regime]
    month = working.multiply(PER_MONTH, per_day, DAYS_IN_A_MONTH, by, Unit.EUROCENT_PER_MONTH)
    working.result("per_month", PER_MONTH, shown(working, PER_MONTH, month))
    working.result("per_day", PER_DAY, shown(working, PER_DAY, per_day))
    return working.conclude(Period(*month_of(on)))


def _require_not_excluded(working: Working, regime: WajongRegime | Unknown) -> None:
    """What excludes in every regime; where it stands is not said when the regime is not known."""
    by = None if isinstance(regime, Unknown) else EXCLUSIONS[regime]
    lives = Text("woont in Nederland", "lives in the Netherlands")
    working.require(lives, working.answer("lives_in_netherlands"), by)
    working.require(
        Text("niet langer dan een maand gedetineerd", "not detained for over a month"),
        not_(working.answer("detained_over_a_month")),
        by,
    )
    working.require_days(
        Text("de pensioenleeftijd is niet bereikt", "the pension age is not reached"),
        working.on,
        Relation.LESS,
        working.day("pension_day"),
        by,
    )
    if regime is WajongRegime.WAJONG_2015:
        lawful = Text("rechtmatig verblijf", "lawful residence")
        working.require(lawful, working.answer("lawful_residence"), RESIDENCE)


ID = "wajong"

REGULATION = Regulation(
    id=ID,
    title=Text("Wajong-uitkering", "Benefit for the young disabled"),
    summary=Text(
        "Uitkering bij arbeidsongeschiktheid van jongs af, met verrekening van inkomen.",
        "Benefit on incapacity since youth, with income set against it.",
    ),
    articles=_wajong_amounts.ARTICLES,
    facts=WajongFacts,
    determine=determine,
    parameters=_wajong_amounts.PARAMETERS,
    granted=Text("Er is recht op een Wajong-uitkering", "There is a right to a Wajong benefit"),
    refused=Text(
        "Er is geen recht op een Wajong-uitkering", "There is no right to a Wajong benefit"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.UWV),),
    scheme=Scheme.WAJONG,
)
