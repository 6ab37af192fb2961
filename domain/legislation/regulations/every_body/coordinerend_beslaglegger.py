"""Coordinerend beslaglegger: who collects for all when several have seized one periodic payment
(Rv 478 lid 1-2).

The bailiff of the oldest seizure does. When the oldest is of a body that seizes without a bailiff,
for a claim that ranks above all that follow, that body does. Seizures of one day: the first in the
list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, NamedTuple

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    Day,
    Determination,
    Facts,
    Regulation,
    Relation,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
    abouts,
    not_,
    plain,
)
from domain.legislation.regulations.every_body._creditor_rank import Rank

_OLDEST = Article(Act.RV, "478", "1")
_PREFERENT = Article(Act.RV, "478", "2")
_FEWEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Seizure:
    """One executory seizure under the same payer."""

    seized_on: Annotated[Day, About("dag van het beslag", "day of the seizure")] = UNKNOWN
    rank: Annotated[
        Rank | Unknown,
        About(
            "rang van de vordering",
            "rank of the claim",
            words={rank: rank.about.words for rank in Rank},
        ),
    ] = UNKNOWN
    without_bailiff: Annotated[
        YesNo,
        About(
            "gelegd door een orgaan dat geen deurwaarder nodig heeft",
            "laid by a body that needs no bailiff",
        ),
    ] = UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class CoordinerendBeslagleggerFacts(Facts):
    """The seizures on one periodic payment of one debtor."""

    enough_for_all: Annotated[
        YesNo,
        About(
            "vooraf staat vast dat alle beslagleggers kunnen worden voldaan",
            "it is certain beforehand that all seizing creditors can be paid",
        ),
    ] = UNKNOWN
    seizures: Annotated[tuple[Seizure, ...] | Unknown, About("beslagen", "seizures")] = UNKNOWN


class _Known(NamedTuple):
    seized_on: dt.date
    position: int
    rank: Rank
    without_bailiff: bool


def determine(facts: CoordinerendBeslagleggerFacts, on: dt.date) -> Determination:
    """The number in the list, from one, of the seizure whose creditor collects."""
    working = Working(ID, facts, on)
    working.require(
        Text("niet zeker dat allen worden voldaan", "not certain that all are paid"),
        not_(working.answer("enough_for_all")),
        _OLDEST,
    )
    seizures = working.listed("seizures", facts.seizures)
    if isinstance(seizures, Unknown):
        return working.undetermined()
    working.require_compared(
        Text("er is meer dan één beslag", "there is more than one seizure"),
        plain(len(seizures), Unit.COUNT),
        Relation.AT_LEAST,
        plain(_FEWEST, Unit.COUNT),
        _OLDEST,
    )
    read = [_read(working, position, each) for position, each in enumerate(seizures)]
    known = sorted(each for each in read if each is not None)
    if len(known) < len(read) or not known:
        return working.undetermined()
    working.result("collector", _COLLECTOR, plain(_collector(working, known), Unit.COUNT))
    return working.conclude()


def _read(working: Working, position: int, seizure: Seizure) -> _Known | None:
    name, about = f"seizures[{position}]", abouts(Seizure)
    day = working.given_day(f"{name}.seized_on", about["seized_on"].label, seizure.seized_on)
    words = None if isinstance(seizure.rank, Unknown) else seizure.rank.about.words
    rank = working.given_choice(f"{name}.rank", about["rank"].label, seizure.rank, words)
    without = seizure.without_bailiff
    working.given_answer(f"{name}.without_bailiff", about["without_bailiff"].label, without)
    if isinstance(day, Unknown) or isinstance(rank, Unknown) or isinstance(without, Unknown):
        return None
    return _Known(day, position, rank, without)


def _collector(working: Working, oldest_first: Sequence[_Known]) -> int:
    oldest, *others = oldest_first
    if not oldest.without_bailiff:
        working.note(_OLDEST_COLLECTS, _OLDEST)
        return oldest.position + 1
    if all(oldest.rank.place < other.rank.place for other in others):
        working.note(_PREFERENT_COLLECTS, _PREFERENT)
        return oldest.position + 1
    working.note(_OLDEST_COLLECTS, _OLDEST)
    by_bailiff = (other for other in others if not other.without_bailiff)
    return next(by_bailiff, oldest).position + 1


ID = "coordinerend_beslaglegger"

_COLLECTOR = Text("nummer van het beslag dat voor allen int", "number of the seizure that collects")
_OLDEST_COLLECTS = Text(
    "de deurwaarder die het oudste beslag heeft gelegd, int voor allen",
    "the bailiff who laid the oldest seizure collects for all",
)
_PREFERENT_COLLECTS = Text(
    "het oudste beslag is van een orgaan met een hogere rang: dat int voor allen",
    "the oldest seizure is of a body that ranks higher: it collects for all",
)

REGULATION = Regulation(
    id=ID,
    title=Text("Coördinerend beslaglegger", "Coordinating creditor"),
    summary=Text(
        "Wie van de beslagleggers voor allen int en de beslagvrije voet vaststelt.",
        "Which seizing creditor collects for all and sets the protected amount.",
    ),
    articles=(_OLDEST, _PREFERENT),
    facts=CoordinerendBeslagleggerFacts,
    determine=determine,
    parameters=(),
    granted=Text("Eén beslaglegger int voor allen", "One creditor collects for all"),
    refused=Text("Er hoeft niet voor allen te worden geïnd", "There is no need to collect for all"),
    known_from=dt.date(2024, 1, 1),
)
