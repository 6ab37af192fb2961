"""Who has a right to WW: unemployed, worked enough weeks, and not excluded (WW 16-19)."""

from __future__ import annotations

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Relation,
    Text,
    Unit,
    Working,
    any_of,
    not_,
)
from domain.legislation.parameters import parameter

HOURS_LOST = parameter("ww_urenverlies")
WEEKS_AVERAGED = parameter("ww_weken_gemiddelde")
WEEKS_WORKED = parameter("ww_weken_gewerkt")

_INSURED = Article(Act.WW, "15")
_UNEMPLOYED = Article(Act.WW, "16", "1 onder a")
_AVERAGE = Article(Act.WW, "16", "2")
_AVAILABLE = Article(Act.WW, "16", "1 onder b")
_WORKED = Article(Act.WW, "17", "1")
_NOTICE = Article(Act.WW, "19", "3")
_PENSION = Article(Act.WW, "19", "1 onder i")
_HALF = 2

_EXCLUDED = {
    "sickness_benefit": (
        Text("geen ziekengeld", "no sickness benefit"),
        Article(Act.WW, "19", "1 onder a"),
    ),
    "disability_benefit": (
        Text("geen IVA of loongerelateerde WGA", "no full or wage-related disability benefit"),
        Article(Act.WW, "19", "1 onder b"),
    ),
    "detained": (
        Text("niet rechtens van de vrijheid beroofd", "not lawfully detained"),
        Article(Act.WW, "19", "1 onder g"),
    ),
    "other_exclusion": (
        Text("geen andere uitsluitingsgrond", "no other ground of exclusion"),
        Article(Act.WW, "19", "1"),
    ),
}

PARAMETERS = (HOURS_LOST, WEEKS_AVERAGED, WEEKS_WORKED)
ARTICLES = (_INSURED, _UNEMPLOYED, _AVERAGE, _AVAILABLE, _WORKED, _NOTICE, _PENSION)


def require_unemployed(working: Working) -> None:
    """An insured employee who lost enough hours and is available (WW 15, 16)."""
    label = Text("werknemer in de zin van de WW", "an employee insured under the WW")
    working.require(label, working.answer("employee"), _INSURED)
    lost = Text("genoeg arbeidsuren verloren", "enough hours of work lost")
    working.require(lost, _lost_enough_hours(working), _UNEMPLOYED)
    available = Text("beschikbaar om arbeid te aanvaarden", "available for work")
    working.require(available, working.answer("available"), _AVAILABLE)


def require_weeks_worked(working: Working) -> None:
    """At least one hour in 26 of the 36 weeks before (WW 17)."""
    working.require_compared(
        Text("genoeg weken gewerkt", "enough weeks worked"),
        working.fact("weeks_worked"),
        Relation.AT_LEAST,
        working.parameter(WEEKS_WORKED),
        _WORKED,
    )


def require_not_excluded(working: Working) -> None:
    """None of the grounds of WW 19 lid 1, and the notice period is over (lid 3)."""
    for name, (label, article) in _EXCLUDED.items():
        working.require(label, not_(working.answer(name)), article)
    working.require(
        Text("woont en verblijft in Nederland", "lives and stays in the Netherlands"),
        working.answer("lives_in_netherlands"),
        Article(Act.WW, "19", "1 onder e"),
    )
    working.require(
        Text("rechtmatig verblijf", "lawful residence"),
        working.answer("lawful_residence"),
        Article(Act.WW, "19", "1 onder f"),
    )
    working.require_days(
        Text("de pensioenleeftijd is niet bereikt", "the pension age is not reached"),
        working.on,
        Relation.LESS,
        working.day("pension_day"),
        _PENSION,
    )
    working.require_days(
        Text("de opzegtermijn is verstreken", "the notice period is over"),
        working.day("notice_until"),
        Relation.LESS,
        working.on,
        _NOTICE,
    )


def _lost_enough_hours(working: Working) -> Answer:
    average = working.divide(
        Text("gemiddelde arbeidsuren per week", "average hours of work a week"),
        working.fact("hours_in_26_weeks"),
        working.parameter(WEEKS_AVERAGED),
        _AVERAGE,
        Unit.HOURS,
    )
    left = working.fact("hours_left")
    lost = Text("verlies van arbeidsuren", "loss of hours of work")
    five_lost = working.compare(
        Text("ten minste vijf uur minder", "at least five hours less"),
        working.subtract(lost, average, left, by=_UNEMPLOYED),
        Relation.AT_LEAST,
        working.parameter(HOURS_LOST),
        _UNEMPLOYED,
    )
    half = Text("helft van het gemiddelde", "half of the average")
    half_lost = working.compare(
        Text("ten hoogste de helft over", "at most half left"),
        left,
        Relation.AT_MOST,
        working.divide(half, average, _HALF, _UNEMPLOYED),
        _UNEMPLOYED,
    )
    return any_of(five_lost, half_lost)
