"""Would this measure be lawful? An agency's own answer, from its powers and its own records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass, replace

from domain.errors import MeasureNotPossible
from domain.legislation.determination.lines import Answer
from domain.legislation.powers import Forbidden, Power, power_for, powers_of, prohibition_of
from domain.legislation.powers.claims import is_of_sort
from domain.measures.act import Effect
from domain.measures.effects import apply_to_records
from domain.measures.grant import GrantBasis
from domain.measures.measure import Measure, MeasureKind
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

LIKE: dict[MeasureKind, tuple[MeasureKind, ...]] = {
    MeasureKind.REMIT: (MeasureKind.REDUCE, MeasureKind.HOLD),
    MeasureKind.REDUCE: (MeasureKind.REMIT, MeasureKind.HOLD),
    MeasureKind.END_REGIME: (MeasureKind.HOLD,),
    MeasureKind.ADVANCE: (MeasureKind.DECIDE_EARLIER,),
    MeasureKind.GRANT_FROM: (MeasureKind.ADVANCE, MeasureKind.DECIDE_EARLIER),
}
"""The kinds of act that help in a comparable way, the nearest first."""


@dataclass(frozen=True, slots=True)
class MeasureJudgement:
    """Lawful or not, on which provision, with which effects; the explanation is Dutch.

    When not lawful: `forbidden_by` is the rule that forbids it, when there is one, and
    `instead_use` the provision under which the same or a comparable act would be allowed.
    """

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
    measure = with_department(measure, named)
    prohibition = prohibition_of(measure, records, on)
    if prohibition is not None:
        return _forbidden(prohibition)
    power = power_for(measure)
    if power is None or not all(reaches(power, record) for record in named):
        return _without_power(measure, named, records, on)
    return _possible(measure, records, on, basis, power)


def comparable_power(measure: Measure, records: Iterable[Record], on: dt.date) -> Power | None:
    """The agency's power that comes nearest to what is asked, on the same records, or None.

    The same kind of act under another provision first, then one that helps in a comparable way;
    never one that the law forbids for these records. `records` are all that the agency holds.
    """
    held = tuple(records)
    named = tuple(record for record in held if record.id in measure.on)
    for kind in (measure.kind, *LIKE.get(measure.kind, ())):
        for power in powers_of(measure.agency):
            asked = replace(measure, kind=kind, provision=power.provision)
            if (
                power.kind is kind
                and named
                and all(reaches(power, record) for record in named)
                and prohibition_of(asked, held, on) is None
            ):
                return power
    return None


def with_department(measure: Measure, named: Iterable[Record]) -> Measure:
    """The measure; one that names no department is of the department that holds its records."""
    departments = {record.department for record in named}
    if measure.department is None and len(departments) == 1:
        return replace(measure, department=departments.pop())
    return measure


def reaches(power: Power, record: Record) -> bool:
    """May this power be used on this record?"""
    in_reach = power.reaches(record.department, scheme_of(record))
    return in_reach and RecordKind(record.record) in power.on and _is_of_its_sort(power, record)


def _is_of_its_sort(power: Power, record: Record) -> bool:
    if power.claims is None or not isinstance(record, Claim):
        return True
    return is_of_sort(record, power.claims) is Answer.YES


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


def _without_power(
    measure: Measure, named: tuple[Record, ...], records: tuple[Record, ...], on: dt.date
) -> MeasureJudgement:
    sentence = f"Hiervoor is geen bevoegdheid op grond van {measure.provision}."
    if len(named) < len(measure.on):
        return MeasureJudgement(False, sentence)
    power = comparable_power(measure, records, on)
    if power is None:
        return MeasureJudgement(False, sentence)
    return MeasureJudgement(
        lawful=False,
        explanation_nl=f"{sentence} Wel kan ({power.provision}): {power.summary_nl}",
        instead_use=power.provision,
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
