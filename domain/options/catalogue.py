"""Every remedy of this package, found by being there, and the measures they propose together."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache

import domain.options
from domain.conflicts import Conflict
from domain.measures import Measure, MeasureKind
from domain.measures.judge import judge
from domain.options.remedy import Remedy
from domain.picture import Picture
from domain.records import Record
from domain.vocabulary import Agency

ORDER = (
    MeasureKind.CONFIRM,
    MeasureKind.HOLD,
    MeasureKind.DECIDE_EARLIER,
    # an advance bridges until the decision: it cannot follow the grant
    MeasureKind.ADVANCE,
    MeasureKind.GRANT_FROM,
    MeasureKind.REDUCE,
    MeasureKind.REMIT,
    MeasureKind.END_REGIME,
)
"""The order in which measures are carried out."""

SOONEST_COUNTS = frozenset({MeasureKind.CONFIRM, MeasureKind.DECIDE_EARLIER})
"""Acts that must be there by a day answer all by the soonest day; a pause does by its last day."""


@cache
def remedies() -> tuple[Remedy, ...]:
    """The remedies, in the order of their modules' names."""
    names = sorted(info.name for info in pkgutil.iter_modules(domain.options.__path__))
    modules = (importlib.import_module(f"{domain.options.__name__}.{name}") for name in names)
    found = (getattr(module, "REMEDY", None) for module in modules)
    return tuple(remedy for remedy in found if isinstance(remedy, Remedy))


def measures_for(conflicts: Iterable[Conflict], picture: Picture) -> tuple[Measure, ...]:
    """The lawful, possible measures for these conflicts, each once, in order of execution."""
    proposed = (measure for each in conflicts for measure in _proposed(each, picture))
    lawful = (measure for measure in proposed if _is_lawful(measure, picture))
    return tuple(sorted(_merged(lawful), key=_place))


def _proposed(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for remedy in remedies():
        if remedy.type is conflict.type:
            yield from remedy.measures_for(conflict, picture)


def _is_lawful(measure: Measure, picture: Picture) -> bool:
    return judge(measure, _records_of(measure.agency, picture), picture.today).lawful


def _records_of(agency: Agency, picture: Picture) -> tuple[Record, ...]:
    return tuple(
        record
        for position in picture.positions
        if position.agency is agency
        for record in position.records
    )


def _merged(measures: Iterable[Measure]) -> Iterable[Measure]:
    by_ref: dict[str, Measure] = {}
    for measure in measures:
        other = by_ref.get(measure.ref, measure)
        by_ref[measure.ref] = _fitting_both(other, measure)
    return by_ref.values()


def _fitting_both(one: Measure, other: Measure) -> Measure:
    if one.until is None or other.until is None:
        return one
    first, last = (one, other) if one.until <= other.until else (other, one)
    return first if one.kind in SOONEST_COUNTS else last


def _place(measure: Measure) -> tuple[int, str, tuple[str, ...]]:
    return ORDER.index(measure.kind), measure.agency.value, measure.on
