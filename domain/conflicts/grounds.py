"""What a conflict stands on, found again by the numbers it names, for who must tell it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from typing import TypeVar

from domain.conflicts.conflict import Conflict
from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import RecordRef

R = TypeVar("R")


def records_in(conflict: Conflict, picture: Picture, kind: type[R]) -> tuple[R, ...]:
    """The records of one kind that the conflict names, in its order, as far as they are known."""
    held = (picture.find(ref) for ref in conflict.records)
    return tuple(each.record for each in held if each and isinstance(each.record, kind))


def shown_in(conflict: Conflict, picture: Picture) -> tuple[FactShown, ...]:
    """The facts shown with documents that the conflict names."""
    named = frozenset(conflict.records)
    return tuple(shown for shown in picture.household.evidence if shown.id in named)


def shown_refs(facts: Iterable[FactShown]) -> tuple[RecordRef, ...]:
    """The ids of these shown facts, each once, sorted."""
    return tuple(sorted({shown.id for shown in facts}))


def spans(facts: Iterable[FactShown]) -> Text:
    """The periods in which these shown facts hold, in a sentence, each once."""
    periods = sorted({(_start(shown), shown.until or dt.date.max) for shown in facts})
    return texts.joined(_span(first, last) for first, last in periods)


def _start(shown: FactShown) -> dt.date:
    return shown.from_date or dt.date.min


def _span(first: dt.date, last: dt.date) -> Text:
    since, until = texts.date(first), texts.date(last)
    if first == dt.date.min:
        return Text(f"tot en met {until.nl}", f"until {until.en}") if last < dt.date.max else _EVER
    if last == dt.date.max:
        return Text(f"sinds {since.nl}", f"since {since.en}")
    return Text(f"van {since.nl} tot en met {until.nl}", f"from {since.en} until {until.en}")


_EVER = Text("zonder begin- of einddatum", "without a first or last day")
