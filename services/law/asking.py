"""Asking a regulation: on which days it can be asked, and with which reservation."""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import Determination, Facts, Regulation, Text
from domain.legislation.determination.shown import day_shown
from domain.legislation.text import Language
from services.law.kinds import LAST_DAY

LAST_DAY_READ = dt.date(2026, 12, 31)
"""The last day of which the laws were read; one year further with each new year's numbers."""


class DayOutOfReach(Exception):
    """The regulation is not written for this day: `what` says for which days it is."""

    def __init__(self, what: Text) -> None:
        super().__init__(what.en)
        self.what = what


def determined(regulation: Regulation, facts: Facts, on: dt.date) -> Determination:
    """The determination; raises DayOutOfReach, because no law of today is applied to an earlier
    day."""
    if not regulation.known_from <= on <= LAST_DAY:
        raise DayOutOfReach(
            Text(
                f"{regulation.id} is te bepalen voor dagen van"
                f" {day_shown(regulation.known_from, Language.NL)}"
                f" tot en met {day_shown(LAST_DAY, Language.NL)}",
                f"{regulation.id} can be determined for days from"
                f" {day_shown(regulation.known_from, Language.EN)}"
                f" to {day_shown(LAST_DAY, Language.EN)}",
            )
        )
    return regulation.determine(facts, on)


def reservation(on: dt.date) -> Text | None:
    """What must be said of a day of which the law was not read; None for the others."""
    if on <= LAST_DAY_READ:
        return None
    return Text(
        f"De wet is gelezen tot en met {day_shown(LAST_DAY_READ, Language.NL)}: wat daarna is"
        " veranderd, is hier niet verwerkt.",
        f"The law was read up to {day_shown(LAST_DAY_READ, Language.EN)}: what changed after that"
        " is not in this.",
    )
