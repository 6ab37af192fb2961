"""What a measure, a request, an option (a set of both), a decision and its receipt are."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.records import PartyRef, Provision, RecordRef, Value
from domain.vocabulary import Agency, Department


class MeasureKind(StrEnum):
    """The acts that agencies can do for a plan, or that parties can be asked for.

    `correct`: a fact is put right, with the decisions that rest on it; `revise`: a decision is made
    anew; `apply_exception`: an exception that the law prescribes is applied; `tailor`: a benefit is
    fitted to the circumstances (Pw 18 lid 1); `grant`: a right that exists is paid;
    `restore`: a right that stopped goes on; `change_payee`: it is paid to whom it is meant for.
    """

    HOLD = "hold"
    REDUCE = "reduce"
    END_REGIME = "end_regime"
    ADVANCE = "advance"
    GRANT_FROM = "grant_from"
    DECIDE_EARLIER = "decide_earlier"
    CONFIRM = "confirm"
    REMIT = "remit"
    CORRECT = "correct"
    REVISE = "revise"
    APPLY_EXCEPTION = "apply_exception"
    TAILOR = "tailor"
    GRANT = "grant"
    RESTORE = "restore"
    OTHER_INCOME_YEAR = "other_income_year"
    CHANGE_PAYEE = "change_payee"
    REGISTER_ADDRESS = "register_address"
    NOT_COLLECT = "not_collect"
    WITHDRAW = "withdraw"
    ACCEPT_OBJECTION = "accept_objection"
    RECOGNISE_OBJECTION = "recognise_objection"
    ARRANGE_INSTALMENTS = "arrange_instalments"
    PLAN = "plan"
    MORATORIUM = "moratorium"
    RECOMPUTE = "recompute"
    REFUND = "refund"
    COORDINATE = "coordinate"


@dataclass(frozen=True, slots=True)
class Measure:
    """One act of one agency on records it holds.

    `ref` is unique within the plan and stable, so that it can serve in an idempotency key.
    `until` is the last day of a hold, the day from which a regime has ended, or the day by which a
    decision or confirmation is there; `from_date` the day from which a right is granted. Amounts
    are euro cents: what is lowered in total for reduce, remit and not_collect; what is claimed from
    then on for correct, revise and withdraw on a claim; per month for what pays, and for
    arrange_instalments. `value` is what a fact becomes (correct, revise, restore,
    register_address), or the member who is paid (change_payee).
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
    value: Value | None = None


@dataclass(frozen=True, slots=True)
class Request:
    """An act that a party is asked for, on records that the case director keeps of it.

    Nobody can make a party do it: it stands beside the agencies' measures, is not voted on, and
    works once the party (or, where `provision` says so, the court) has agreed. `through` is the
    agency that must ask for it. The other fields are as in `Measure`.
    """

    ref: str
    party: PartyRef
    kind: MeasureKind
    provision: Provision
    on: tuple[RecordRef, ...]
    through: Agency | None = None
    amount_cents: int | None = None
    from_date: dt.date | None = None
    until: dt.date | None = None
    value: Value | None = None

    @property
    def department(self) -> Department | None:
        """A party has none."""
        return None


class Approach(StrEnum):
    """How far an option goes: rights alone, or with as little deviation as resolves the most."""

    RIGHTS_ONLY = "rights_only"
    SMALLEST_DEVIATION = "smallest_deviation"
    ALL_ROOM = "all_room"


@dataclass(frozen=True, slots=True)
class Option:
    """A set of measures that together resolve conflicts, with the budget as it would then be.

    `resolves` and `leaves` are the refs of the bundle's conflicts that the detectors no longer
    find, or still find, once all is carried out (and the requests are agreed to).
    """

    ref: str
    measures: tuple[Measure, ...]
    net_before_cents: int
    net_after_cents: int
    debts_before_cents: int
    debts_after_cents: int
    requests: tuple[Request, ...] = ()
    resolves: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()
    approach: Approach = Approach.SMALLEST_DEVIATION


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
