"""A regulation: one rule of law that can be determined, with what is to be known about it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from domain.legislation.acts import Article
from domain.legislation.determination.determination import Determination
from domain.legislation.determination.facts import Facts
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
    is written for.
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
