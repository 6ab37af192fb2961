"""Would this measure be lawful? An agency's own answer, from its powers and its own records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from domain.errors import MeasureNotPossible
from domain.legislation.powers import Forbidden, Power, power_for, prohibition_of
from domain.measures.act import Effect
from domain.measures.effects import apply_to_records
from domain.measures.grant import GrantBasis
from domain.measures.measure import Measure
from domain.records import (
    Application,
    Claim,
    Contribution,
    DeterminationMade,
    Entitlement,
    Provision,
    Record,
    Referral,
)
from domain.vocabulary import RecordKind, Scheme


@dataclass(frozen=True, slots=True)
class MeasureJudgement:
    """Lawful or not, on which provision, with which effects; the explanation is Dutch."""

    lawful: bool
    explanation_nl: str
    allowed_by: Provision | None = None
    forbidden_by: Provision | None = None
    instead_use: Provision | None = None
    effects: tuple[Effect, ...] = ()


def judge(
    measure: Measure,
    records: tuple[Record, ...],
    on: dt.date,
    basis: GrantBasis | None = None,
) -> MeasureJudgement:
    """Is this measure lawful and possible on the holder's records on this day?

    Deterministic, changes nothing, never raises for a measure that cannot be carried out.
    """
    named = tuple(record for record in records if record.id in measure.on)
    measure = _with_department(measure, named)
    prohibition = prohibition_of(measure)
    if prohibition is not None:
        return _forbidden(prohibition)
    power = power_for(measure)
    if power is None or not all(reaches(power, record) for record in named):
        return MeasureJudgement(
            False, f"Hiervoor is geen bevoegdheid op grond van {measure.provision}."
        )
    return _possible(measure, records, on, basis, power)


def _with_department(measure: Measure, named: Iterable[Record]) -> Measure:
    """A measure that names no department is one of the department that holds its records."""
    departments = {record.department for record in named}
    if measure.department is None and len(departments) == 1:
        return replace(measure, department=departments.pop())
    return measure


def reaches(power: Power, record: Record) -> bool:
    """May this power be used on this record?"""
    in_reach = power.reaches(record.department, scheme_of(record))
    return in_reach and RecordKind(record.record) in power.on


def scheme_of(record: Record) -> Scheme | None:
    """The scheme that a record is about, when its kind has one."""
    if isinstance(
        record, Application | Claim | Contribution | Entitlement | DeterminationMade | Referral
    ):
        return record.scheme
    return None


def _forbidden(rule: Forbidden) -> MeasureJudgement:
    return MeasureJudgement(
        lawful=False,
        explanation_nl=rule.summary_nl,
        forbidden_by=rule.forbidden_by,
        instead_use=rule.instead_use,
    )


def _possible(
    measure: Measure,
    records: tuple[Record, ...],
    on: dt.date,
    basis: GrantBasis | None,
    power: Power,
) -> MeasureJudgement:
    try:
        after = apply_to_records(measure, records, on, basis)
    except MeasureNotPossible as reason:
        return MeasureJudgement(False, str(reason))
    return MeasureJudgement(
        lawful=True,
        explanation_nl=power.summary_nl,
        allowed_by=power.provision,
        effects=after.effects,
    )
