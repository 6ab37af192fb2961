"""Every remedy of this package, found by being there, and the measures they propose together."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Iterable, Iterator
from functools import cache

import domain.options
from domain.conflicts import Conflict, ConflictType
from domain.measures import Measure, MeasureKind, Request
from domain.measures.judge import judge
from domain.options.remedy import Remedy
from domain.picture import Picture
from domain.records import Record
from domain.vocabulary import Agency

ORDER = (
    MeasureKind.CONFIRM,
    MeasureKind.RECOGNISE_OBJECTION,
    MeasureKind.ACCEPT_OBJECTION,
    MeasureKind.HOLD,
    # an address first: what stopped for the lack of one rests on it
    MeasureKind.REGISTER_ADDRESS,
    MeasureKind.CORRECT,
    MeasureKind.REVISE,
    MeasureKind.APPLY_EXCEPTION,
    MeasureKind.OTHER_INCOME_YEAR,
    MeasureKind.RESTORE,
    MeasureKind.CHANGE_PAYEE,
    MeasureKind.DECIDE_EARLIER,
    # an advance bridges until the decision: it cannot follow the grant
    MeasureKind.ADVANCE,
    MeasureKind.GRANT,
    MeasureKind.GRANT_FROM,
    MeasureKind.TAILOR,
    MeasureKind.REDUCE,
    MeasureKind.NOT_COLLECT,
    MeasureKind.WITHDRAW,
    MeasureKind.REMIT,
    MeasureKind.PLAN,
    MeasureKind.ARRANGE_INSTALMENTS,
    MeasureKind.COORDINATE,
    MeasureKind.RECOMPUTE,
    MeasureKind.REFUND,
    MeasureKind.MORATORIUM,
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


@cache
def _remedies_by_type() -> dict[ConflictType, tuple[Remedy, ...]]:
    by_type: dict[ConflictType, tuple[Remedy, ...]] = {}
    for remedy in remedies():
        by_type[remedy.type] = (*by_type.get(remedy.type, ()), remedy)
    return by_type


def measures_for(conflicts: Iterable[Conflict], picture: Picture) -> tuple[Measure, ...]:
    """The lawful, possible measures for these conflicts, each once, in order of execution."""
    proposed = (measure for each in conflicts for measure in _proposed(each, picture))
    return in_order_of_execution(each for each in proposed if _is_lawful(each, picture))


def in_order_of_execution(measures: Iterable[Measure]) -> tuple[Measure, ...]:
    """The measures, each once, in the order in which they are carried out."""
    return tuple(sorted(_merged(measures), key=_place))


def requests_for(conflicts: Iterable[Conflict], picture: Picture) -> tuple[Request, ...]:
    """What parties may be asked for these conflicts, as far as it is possible, each once."""
    asked = {
        request.ref: request
        for conflict in conflicts
        for remedy in _remedies_by_type().get(conflict.type, ())
        for request in remedy.requests_for(conflict, picture)
    }
    return tuple(sorted(asked.values(), key=lambda each: (ORDER.index(each.kind), each.party)))


def _proposed(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for remedy in _remedies_by_type().get(conflict.type, ()):
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


def _place(measure: Measure) -> tuple[int, bool, str]:
    """By kind, rights first; of one agency's acts of one kind the one proposed first goes first."""
    return ORDER.index(measure.kind), measure.deviates_from_law, measure.agency.value
