"""The catalogue of detectors: every module of this package that defines DETECTOR."""

from __future__ import annotations

import importlib
import pkgutil

from domain import conflicts
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.detector import Detector
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


def plain_dutch(conflict: Conflict, picture: Picture) -> str:
    """One short paragraph in plain Dutch, without names: what clashes and what it costs."""
    return DETECTORS[conflict.type].plain_dutch(conflict, picture)
