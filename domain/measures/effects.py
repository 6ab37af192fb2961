"""What a measure does to the records of the agency that carries it out: pure, and the same for all.

An agency's ledger uses this when it carries a measure out, the plan when it shows the budget
after. Taking a measure back is the ledger's: it restores the versions before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.measures.acts import (
    applications,
    attachments,
    confirm,
    debt_plan,
    decisions,
    hold,
    instalments,
    lower,
    objections,
    regime,
    rights,
    threats,
)
from domain.measures.grant import GrantBasis
from domain.measures.measure import Measure, MeasureKind, Request
from domain.records import Record, RecordRef

ACTS: dict[MeasureKind, Callable[[Act], tuple[Change, ...]]] = {
    MeasureKind.HOLD: hold.changes,
    MeasureKind.REDUCE: lower.reduce_changes,
    MeasureKind.REMIT: lower.remit_changes,
    MeasureKind.END_REGIME: regime.changes,
    MeasureKind.ADVANCE: applications.advance_changes,
    MeasureKind.DECIDE_EARLIER: applications.decide_earlier_changes,
    MeasureKind.GRANT_FROM: applications.grant_changes,
    MeasureKind.CONFIRM: confirm.changes,
    MeasureKind.CORRECT: decisions.changes,
    MeasureKind.REVISE: decisions.changes,
    MeasureKind.APPLY_EXCEPTION: decisions.exception_changes,
    MeasureKind.OTHER_INCOME_YEAR: decisions.changes,
    MeasureKind.RESTORE: decisions.changes,
    MeasureKind.REGISTER_ADDRESS: decisions.changes,
    MeasureKind.TAILOR: rights.tailor_changes,
    MeasureKind.GRANT: rights.grant_changes,
    MeasureKind.CHANGE_PAYEE: rights.payee_changes,
    MeasureKind.NOT_COLLECT: lower.not_collect_changes,
    MeasureKind.WITHDRAW: lower.withdraw_changes,
    MeasureKind.ACCEPT_OBJECTION: objections.accept_changes,
    MeasureKind.RECOGNISE_OBJECTION: objections.recognise_changes,
    MeasureKind.ARRANGE_INSTALMENTS: instalments.changes,
    MeasureKind.PLAN: debt_plan.changes,
    MeasureKind.MORATORIUM: threats.postponed_changes,
    MeasureKind.RECOMPUTE: attachments.recompute_changes,
    MeasureKind.REFUND: attachments.refund_changes,
    MeasureKind.COORDINATE: attachments.coordinate_changes,
}


def changes_of(
    measure: Measure | Request,
    held: Mapping[RecordRef, Record],
    on: dt.date,
    basis: GrantBasis | None = None,
) -> tuple[Change, ...]:
    """What the measure changes in its holder's records; `held` stays as it is.

    Raises MeasureNotPossible as `apply_to_records` does.
    """
    for record_id in measure.on:
        if record_id not in held:
            raise MeasureNotPossible(f"Gegeven {record_id} is hier niet bekend.")
    return ACTS[measure.kind](Act(measure, held, on, basis))


def held_after(
    held: Mapping[RecordRef, Record], changes: Iterable[Change]
) -> dict[RecordRef, Record]:
    """The records by id once these changes are made; what is gone is held no longer."""
    after = dict(held)
    for change in changes:
        if change.gone:
            after.pop(change.record.id, None)
        else:
            after[change.record.id] = change.record
    return after


@dataclass(frozen=True, slots=True)
class RecordsAfter:
    """All records as they are after a measure, the ids that changed or came, what it means."""

    records: tuple[Record, ...]
    changed: tuple[RecordRef, ...]
    effects: tuple[Effect, ...]


def apply_to_records(
    measure: Measure | Request,
    records: tuple[Record, ...],
    on: dt.date,
    basis: GrantBasis | None = None,
) -> RecordsAfter:
    """The holder's records after this measure is carried out on this day.

    Deterministic; looks at possibility, not at lawfulness (that is `judge`). `basis` gives the
    amount of a grant that names none. Raises MeasureNotPossible with what stands in the way, in
    Dutch and without personal data.
    """
    held = {record.id: record for record in records}
    changes = changes_of(measure, held, on, basis)
    return RecordsAfter(
        records=tuple(held_after(held, changes).values()),
        changed=tuple(change.record.id for change in changes),
        effects=tuple(change.effect for change in changes),
    )
