"""Bundles: conflicts that share provisions or records are put before the liaisons as one question."""

from __future__ import annotations

from dataclasses import dataclass

from domain.measures import Option
from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class Bundle:
    """Conflicts to be decided together, the agencies that must decide, and the options before them.

    `ref` is stable as long as the same conflicts are in it. `conflicts` are `Conflict.ref`s.
    """

    ref: str
    conflicts: tuple[str, ...]
    agencies: tuple[Agency, ...]
    options: tuple[Option, ...]
