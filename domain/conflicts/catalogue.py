"""The catalogue of detectors: every module of this package that defines DETECTOR."""

from __future__ import annotations

import importlib
import pkgutil

from domain import conflicts
from domain.conflicts.bodies import counted
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.detector import Detector
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture


def _detectors() -> dict[ConflictType, Detector]:
    modules = (
        importlib.import_module(f"{conflicts.__name__}.{found.name}")
        for found in pkgutil.iter_modules(conflicts.__path__)
        if f"{conflicts.__name__}.{found.name}" != __name__
    )
    defined = (getattr(module, "DETECTOR", None) for module in modules)
    found = {detector.type: detector for detector in defined if isinstance(detector, Detector)}
    return {kind: found[kind] for kind in ConflictType if kind in found}


DETECTORS: dict[ConflictType, Detector] = _detectors()
"""The detectors by type, in the order of the types."""


def find_conflicts(picture: Picture) -> tuple[Conflict, ...]:
    """Every conflict in the picture, by type and then by its records.

    Deterministic, whatever the order of the records. Raises ParameterMissing when the law of the
    picture's day is not known.
    """
    return tuple(
        conflict
        for detector in DETECTORS.values()
        for conflict in sorted(detector.find(picture), key=lambda found: found.ref)
    )


def told_to_household(conflict: Conflict, picture: Picture) -> Text:
    """One short paragraph in plain words, without names: what clashes and what it costs."""
    return DETECTORS[conflict.type].household(conflict, picture)


def told_to_liaison(conflict: Conflict, picture: Picture) -> Text:
    """One precise paragraph: the computation, the records per body by number, the provisions."""
    computed = DETECTORS[conflict.type].computation(conflict, picture)
    records, law = _records(conflict, picture), ", ".join(map(str, conflict.provisions))
    return Text(
        f"{computed.nl} Gegevens: {records.nl}. Bepalingen: {law}.",
        f"{computed.en} Records: {records.en}. Provisions: {law}.",
    )


def plain_dutch(conflict: Conflict, picture: Picture) -> str:
    """What the household is told, in Dutch."""
    return told_to_household(conflict, picture).nl


def _records(conflict: Conflict, picture: Picture) -> Text:
    """The records by their holder, in the order of the conflict; what the intake shows, last."""
    by_holder: dict[Text, list[str]] = {}
    for ref in conflict.records:
        held = picture.find(ref)
        holder = _INTAKE if held is None else texts.body(counted(held.holder), picture)
        by_holder.setdefault(holder, []).append(ref)
    told = [
        Text(f"{holder.nl} ({', '.join(ids)})", f"{holder.en} ({', '.join(ids)})")
        for holder, ids in by_holder.items()
    ]
    return Text("; ".join(each.nl for each in told), "; ".join(each.en for each in told))


_INTAKE = Text("opgave bij de intake", "stated at intake")
