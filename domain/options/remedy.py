"""What a remedy is: for one type of conflict, the measures that may answer it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure
from domain.picture import Picture


@dataclass(frozen=True, slots=True)
class Remedy:
    """`measures_for` is pure; it proposes only acts that a provision lets the agency do."""

    type: ConflictType
    measures_for: Callable[[Conflict, Picture], tuple[Measure, ...]]
