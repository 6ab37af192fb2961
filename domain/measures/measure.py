"""What a measure, an option (a set of measures), an agency's decision and its receipt are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.records import Provision, RecordRef
from domain.vocabulary import Agency, Department


class MeasureKind(StrEnum):
    """The acts that agencies can do for a plan."""

    HOLD = "hold"
    REDUCE = "reduce"
    END_REGIME = "end_regime"
    ADVANCE = "advance"
    GRANT_FROM = "grant_from"
    DECIDE_EARLIER = "decide_earlier"
    CONFIRM = "confirm"
    REMIT = "remit"


@dataclass(frozen=True, slots=True)
class Measure:
    """One act of one agency on records it holds.

    `ref` is unique within the plan and stable, so that it can serve in an idempotency key.
    `until` is the last day of a hold, the day from which a regime has ended, or the day by which a
    decision or confirmation is there; `from_date` the day from which a right is granted. Amounts
    are euro cents: total for reduce, per month for advance and grant_from.
    """

    ref: str
    agency: Agency
    department: Department | None
    kind: MeasureKind
    provision: Provision
    on: tuple[RecordRef, ...]
    deviates_from_law: bool
    amount_cents: int | None = None
    from_date: dt.date | None = None
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A set of measures that together resolve conflicts, with the budget as it would then be."""

    ref: str
    measures: tuple[Measure, ...]
    net_before_cents: int
    net_after_cents: int
    debts_before_cents: int
    debts_after_cents: int


@dataclass(frozen=True, slots=True)
class AgencyDecision:
    """The agency's own decision (beschikking) by which it carried a measure out.

    `decided` says in plain Dutch, without personal data, what is decided; amounts are euro cents:
    `amount_cents` what is lowered or remitted in total, or paid per month, the effects as in
    `Effect`. `objection_until` is the last day for an objection, sent to `objection_to`; without
    one no objection is open, by the provision in `objection_by`.
    """

    number: str
    made_on: dt.date
    kind: MeasureKind
    ground: Provision
    decided: str
    monthly_effect_cents: int
    debt_effect_cents: int
    objection_by: Provision
    objection_until: dt.date | None = None
    objection_to: str | None = None
    amount_cents: int | None = None
    from_date: dt.date | None = None
    until: dt.date | None = None
    reverted: bool = False

    @property
    def objection_clause(self) -> str:
        """The clause under the decision (Awb 3:45), in Dutch."""
        if self.objection_until is None:
            return f"Tegen deze beslissing staat geen bezwaar open ({self.objection_by})."
        return (
            f"Tegen dit besluit kan tot en met {self.objection_until:%d-%m-%Y} schriftelijk "
            f"bezwaar worden gemaakt bij {self.objection_to} ({self.objection_by})."
        )


@dataclass(frozen=True, slots=True)
class Receipt:
    """The agency's own proof that it carried out (or took back) a measure, under its own number.

    `decision` is the decision itself; None for what was carried out before decisions were kept.
    """

    number: str
    agency: Agency
    measure_ref: str
    idempotency_key: str
    decided_on: dt.date
    changed: tuple[RecordRef, ...]
    reverted: bool = False
    decision: AgencyDecision | None = None
