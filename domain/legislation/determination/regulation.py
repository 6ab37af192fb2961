"""A regulation: one rule of law that can be determined, with what is to be known about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.legislation.acts import Article
from domain.legislation.determination.determination import (
    Determination,
    Missing,
    MissingKind,
    Outcome,
)
from domain.legislation.determination.facts import Facts
from domain.legislation.determination.lines import Noted
from domain.legislation.parameters.parameter import Parameter
from domain.legislation.text import Text
from domain.vocabulary import Agency, Department, Scheme


@dataclass(frozen=True, slots=True)
class CarriedOutBy:
    """Which agency (and department) decides under a regulation."""

    agency: Agency
    department: Department | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Regulation:
    """One regulation; `determine` is pure: the same facts and day give the same determination.

    `carried_out_by` is empty for a rule that every body applies. `granted` and `refused` are the
    conclusion in words ("Er is recht op zorgtoeslag"). `scheme` is what it gives a right or a
    claim under, when the case file format has a word for it. `known_from` is the first day that it
    is written for: on a day before it nothing is determined.
    """

    id: str
    title: Text
    summary: Text
    articles: tuple[Article, ...]
    facts: type[Facts]
    determine: Callable[[Any, dt.date], Determination]
    parameters: tuple[Parameter, ...]
    granted: Text
    refused: Text
    known_from: dt.date
    carried_out_by: tuple[CarriedOutBy, ...] = ()
    scheme: Scheme | None = None

    def __post_init__(self) -> None:
        object.__setattr__(self, "determine", _guarded(self))


_LAW_OF_THAT_DAY = Text("de wet zoals die op deze dag was", "the law as it stood on that day")
_NOT_WRITTEN = Text(
    "deze regeling is hier niet geschreven voor een dag die zo lang geleden is",
    "this regulation is not written here for a day so long ago",
)


def _guarded(regulation: Regulation) -> Callable[[Any, dt.date], Determination]:
    """The regulation's own rule, which is not asked about a day before it is known."""
    rule, known_from = regulation.determine, regulation.known_from

    def determine(facts: Any, on: dt.date) -> Determination:
        if on >= known_from:
            return rule(facts, on)
        return Determination(
            regulation=regulation.id,
            on=on,
            outcome=Outcome.UNDETERMINED,
            results=(),
            period=None,
            missing=(Missing(MissingKind.LAW, regulation.id, _LAW_OF_THAT_DAY),),
            lines=(Noted(_NOT_WRITTEN, None),),
        )

    return determine
