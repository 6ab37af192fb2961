"""The twelve typed records that a body's position is made of (case file format 1.0).

A record is what one body holds about one household: frozen, comparable, without behaviour. Names
equal the case file's, but `from` and `for` (Python keywords) are `from_date` and `for_record`.
Money is whole euro cents, per calendar month where the name says `_monthly_`. Ids (members,
addresses, records, parties) are opaque references within one household; no BSN, name or address
text stands in a record.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, fields
from typing import Annotated, Literal, NewType, TypeAlias, get_args

from domain.vocabulary import (
    Agency,
    AmountSource,
    ApplicationStatus,
    AvertingStep,
    Certainty,
    ClaimKind,
    ClaimPartKind,
    ClaimStatus,
    Cover,
    Department,
    DutyKind,
    DutyStatus,
    EntitlementStatus,
    FactName,
    FactOrigin,
    Fault,
    HandledAs,
    HarmfulWhen,
    HoldStatus,
    Law,
    LoweredBecause,
    NoticeDirection,
    NoticeKind,
    NoticeStatus,
    Outcome,
    OverpaymentCause,
    Reason,
    RecoveryMethod,
    RecoveryStatus,
    Register,
    Scheme,
    StoppedAct,
    ThreatenedActKind,
    ThresholdCount,
)

MemberRef = NewType("MemberRef", str)
AddressRef = NewType("AddressRef", str)
RecordRef = NewType("RecordRef", str)
PartyRef = NewType("PartyRef", str)


@dataclass(frozen=True, slots=True, order=True)
class Provision:
    """One provision of law, as Dutch jurists cite it: law, article and, where needed, paragraph."""

    law: Law
    article: str
    paragraph: str | None = None

    def __str__(self) -> str:
        lid = f" lid {self.paragraph}" if self.paragraph else ""
        return f"{self.law.value} {self.article}{lid}"


@dataclass(frozen=True, slots=True)
class Body:
    """An agency (with its department where it matters) or a party: exactly one of the two."""

    agency: Agency | None = None
    department: Department | None = None
    party: PartyRef | None = None

    def __post_init__(self) -> None:
        if (self.agency is None) == (self.party is None):
            raise ValueError("a body is either an agency or a party")
        if self.party is not None and self.department is not None:
            raise ValueError("a party has no department")


@dataclass(frozen=True, slots=True)
class Payee:
    """Who receives money: exactly one of a member, an agency and a party.

    A payee whom the asking organisation may not know is `undisclosed`.
    """

    member: MemberRef | None = None
    agency: Agency | None = None
    party: PartyRef | None = None
    undisclosed: bool = False

    def __post_init__(self) -> None:
        named = [self.member is not None, self.agency is not None, self.party is not None]
        if sum(named) + self.undisclosed != 1:
            raise ValueError("a payee is exactly one of a member, an agency and a party")


@dataclass(frozen=True, slots=True)
class Money:
    """A value in whole euro cents."""

    amount_cents: int


@dataclass(frozen=True, slots=True)
class DateValue:
    """A value that is a calendar date."""

    date: dt.date


@dataclass(frozen=True, slots=True)
class Ref:
    """A member or address id, or None for 'there is none' (which is a value, not a missing one)."""

    ref: str | None


@dataclass(frozen=True, slots=True)
class Flag:
    """Yes or no."""

    flag: bool


@dataclass(frozen=True, slots=True)
class Count:
    """A whole number."""

    count: int


@dataclass(frozen=True, slots=True)
class Country:
    """ISO 3166-1 alpha-2."""

    country: str


Value: TypeAlias = Money | DateValue | Ref | Flag | Count | Country


@dataclass(frozen=True, slots=True)
class Wait:
    """A body whose act the holder says it needs first, the record meant when known, and the
    words."""

    body: Body
    what: str
    record: RecordRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What every record of a body has in common."""

    id: RecordRef
    persons: tuple[MemberRef, ...]
    department: Department | None = None
    legal_basis: tuple[Provision, ...] = ()
    waits_for: tuple[Wait, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Advance:
    """An advance due while a decision is pending."""

    due: dt.date
    amount_monthly_cents: int
    paid: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Application(_Held):
    """Something the household asked of this body."""

    record: Literal["application"] = "application"
    scheme: Scheme
    received: dt.date
    status: ApplicationStatus
    first_talk_by: dt.date | None = None
    decide_by: dt.date | None = None
    expected_on: dt.date | None = None
    advance: Advance | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entitlement(_Held):
    """A right to money at this body: paid, stopped, or existing without being paid."""

    record: Literal["entitlement"] = "entitlement"
    scheme: Scheme
    status: EntitlementStatus
    amount_monthly_cents: int
    payee: Payee
    full_amount_monthly_cents: int | None = None
    one_off_cents: int | None = None
    from_date: dt.date | None = None
    until: dt.date | None = None
    determined_by: RecordRef | None = None
    exempt_as_means: tuple[Provision, ...] = ()


@dataclass(frozen=True, slots=True)
class LimitTest:
    """The limit that a body tests one of its facts against."""

    fact: RecordRef
    harmful_when: HarmfulWhen
    limit_cents: int | None = None
    limit_count: int | None = None


@dataclass(frozen=True, slots=True)
class WouldBe:
    """What the same rule gives with another value of one fact: the body's own calculation."""

    fact: RecordRef
    value: Value
    amount_monthly_cents: int | None = None
    amount_total_cents: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DeterminationMade(_Held):
    """One outcome of one regulation, as the body decided it."""

    record: Literal["determination_made"] = "determination_made"
    scheme: Scheme
    made_on: dt.date
    outcome: Outcome
    reason: Reason
    effective_from: dt.date | None = None
    about: RecordRef | None = None
    amount_monthly_cents: int | None = None
    amount_total_cents: int | None = None
    rests_on: tuple[RecordRef, ...] = ()
    test: LimitTest | None = None
    would_be: tuple[WouldBe, ...] = ()
    objection_until: dt.date | None = None
    objection_received: dt.date | None = None
    can_be_corrected_from: dt.date | None = None


@dataclass(frozen=True, slots=True)
class ClaimPart:
    """One part of a claim, with the day it was added when known."""

    kind: ClaimPartKind
    amount_cents: int
    on: dt.date | None = None


@dataclass(frozen=True, slots=True)
class Overpayment:
    """How too much came to be paid."""

    period_from: dt.date
    period_until: dt.date
    cause: OverpaymentCause
    fault: Fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim(_Held):
    """What a body or party wants from the household."""

    record: Literal["claim"] = "claim"
    scheme: Scheme
    kind: ClaimKind
    status: ClaimStatus
    outstanding_cents: int
    liable: tuple[MemberRef, ...]
    arrears_cents: int | None = None
    components: tuple[ClaimPart, ...] = ()
    arose_from: MemberRef | None = None
    overpayment: Overpayment | None = None
    for_breach_of: RecordRef | None = None
    determined_by: RecordRef | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution(_Held):
    """A running contribution or premium for a period of cover or service."""

    record: Literal["contribution"] = "contribution"
    scheme: Scheme
    cover: Cover
    amount_monthly_cents: int
    cover_from: dt.date
    cover_until: dt.date | None = None
    overpaid_cents: int | None = None


@dataclass(frozen=True, slots=True)
class ProtectedAmount:
    """The amount left free by law as the taker applied it; lowered_because is None when it was not
    lowered."""

    applied_cents: int
    lowered_because: LoweredBecause | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recovery(_Held):
    """How a claim or contribution is taken, from which source, and until when."""

    record: Literal["recovery"] = "recovery"
    for_record: RecordRef
    method: RecoveryMethod
    status: RecoveryStatus
    amount_monthly_cents: int
    from_date: dt.date
    until: dt.date | None = None
    on: RecordRef | None = None
    taken_once_cents: int | None = None
    balance_before_cents: int | None = None
    protected_amount: ProtectedAmount | None = None
    on_behalf_of: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hold(_Held):
    """A pause on claims, with the acts it names as stopped."""

    record: Literal["hold"] = "hold"
    covers: tuple[RecordRef, ...]
    stops: tuple[StoppedAct, ...]
    status: HoldStatus
    from_date: dt.date
    until: dt.date | None = None


@dataclass(frozen=True, slots=True)
class AmountPart:
    """What an amount is made of: who paid it, under which scheme, or which intake asset was
    counted."""

    from_source: AmountSource
    amount_cents: int
    scheme: Scheme | None = None
    asset: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FactUsed(_Held):
    """A value of a fact that this body works with."""

    record: Literal["fact_used"] = "fact_used"
    fact: FactName
    value: Value
    origin: FactOrigin
    certainty: Certainty
    since: dt.date | None = None
    period_from: dt.date | None = None
    period_until: dt.date | None = None
    register: Register | None = None
    keeper: bool | None = None
    taken_from: RecordRef | None = None
    components: tuple[AmountPart, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Referral(_Held):
    """The body sent the household to another body as the place to be."""

    record: Literal["referral"] = "referral"
    scheme: Scheme
    to: Body
    on: dt.date
    to_scheme: Scheme | None = None


@dataclass(frozen=True, slots=True)
class WayOut:
    """An application whose outcome can avert a threatened act, and the step that must come
    first."""

    record: RecordRef
    step: AvertingStep


@dataclass(frozen=True, slots=True)
class Threshold:
    """The count that brings a threatened act about."""

    counts: ThresholdCount
    now: int
    limit: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ThreatenedAct(_Held):
    """A harmful act that will follow on a date."""

    record: Literal["threatened_act"] = "threatened_act"
    kind: ThreatenedActKind
    date: dt.date
    about: RecordRef | None = None
    rests_on: tuple[RecordRef, ...] = ()
    averted_by: tuple[WayOut, ...] = ()
    threshold: Threshold | None = None
    carried_out_by: Body | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty(_Held):
    """Something a member had to do."""

    record: Literal["duty"] = "duty"
    kind: DutyKind
    due: dt.date
    status: DutyStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice(_Held):
    """A message in or out."""

    record: Literal["notice"] = "notice"
    direction: NoticeDirection
    kind: NoticeKind
    on: dt.date
    status: NoticeStatus | None = None
    about: RecordRef | None = None
    disputes_decision: bool | None = None
    handled_as: HandledAs | None = None
    processed_on: dt.date | None = None


class ToldApartBy:
    """Marks a union whose members are told apart by one field with a literal value.

    Who reads such a union from JSON need not try every member in turn. Pydantic, at the edges, asks
    the mark itself for its schema (a plain dictionary): the domain does not import it.
    """

    def __init__(self, field: str) -> None:
        self._field = field

    def __get_pydantic_core_schema__(
        self, source: object, handler: Callable[[object], dict[str, object]]
    ) -> dict[str, object]:
        """The union as pydantic's tagged union."""
        return {
            "type": "tagged-union",
            "discriminator": self._field,
            "choices": {_tag_of(kind, self._field): handler(kind) for kind in get_args(source)},
        }


def _tag_of(kind: type, field: str) -> object:
    return next(each.default for each in fields(kind) if each.name == field)


Record: TypeAlias = Annotated[
    Application
    | Entitlement
    | DeterminationMade
    | Claim
    | Contribution
    | Recovery
    | Hold
    | FactUsed
    | Referral
    | ThreatenedAct
    | Duty
    | Notice,
    ToldApartBy("record"),
]

RECORD_TYPES: dict[str, type[Record]] = {
    "application": Application,
    "entitlement": Entitlement,
    "determination_made": DeterminationMade,
    "claim": Claim,
    "contribution": Contribution,
    "recovery": Recovery,
    "hold": Hold,
    "fact_used": FactUsed,
    "referral": Referral,
    "threatened_act": ThreatenedAct,
    "duty": Duty,
    "notice": Notice,
}
