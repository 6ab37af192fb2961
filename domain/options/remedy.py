"""What a remedy is: for one type of conflict, the measures and requests that may answer it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, Request
from domain.picture import Picture


def _no_requests(conflict: Conflict, picture: Picture) -> tuple[Request, ...]:
    return ()


@dataclass(frozen=True, slots=True)
class Remedy:
    """Both functions are pure, and propose only acts that a provision lets the body do.

    Measures may be alternatives of each other (a right and a deviation to the same end): the search
    (`domain.options.search`) takes the smallest set that resolves the conflict, rights first.
    """

    type: ConflictType
    measures_for: Callable[[Conflict, Picture], tuple[Measure, ...]]
    requests_for: Callable[[Conflict, Picture], tuple[Request, ...]] = _no_requests
