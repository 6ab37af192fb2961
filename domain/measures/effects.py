"""What a measure does to the records of the agency that carries it out: pure, and the same for all.

An agency's ledger uses this when it carries a measure out, the plan when it shows the budget
after. Taking a measure back is the ledger's: it restores the versions before.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.measures.acts import applications, confirm, hold, lower, regime
from domain.measures.grant import GrantBasis
from domain.measures.measure import Measure, MeasureKind
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
}


@dataclass(frozen=True, slots=True)
class RecordsAfter:
    """All records as they are after a measure, the ids that changed or came, what it means."""

    records: tuple[Record, ...]
    changed: tuple[RecordRef, ...]
    effects: tuple[Effect, ...]


def apply_to_records(
    measure: Measure,
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
    for record_id in measure.on:
        if record_id not in held:
            raise MeasureNotPossible(f"Gegeven {record_id} is hier niet bekend.")
    changes = ACTS[measure.kind](Act(measure, held, on, basis))
    after = held | {change.record.id: change.record for change in changes}
    return RecordsAfter(
        records=tuple(after.values()),
        changed=tuple(change.record.id for change in changes),
        effects=tuple(change.effect for change in changes),
    )
