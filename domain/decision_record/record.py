"""What a joint decision record holds: every field is written once and never changed.

Members of the household appear by their opaque references only; who acted for an agency by the
reference of the liaison. Amounts are euro cents.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.conflicts import ConflictType
from domain.decisions import MeasureChange, Opinion, VoteKind, Weighing
from domain.legislation.text import Text
from domain.measures import MeasureKind
from domain.records import Body, MemberRef, Provision, RecordRef, Value
from domain.vocabulary import Agency, Certainty, Department, FactName, FactOrigin

FORMAT = "1.0"
"""The version of this form; a reader of another version refuses it."""


class Standing(StrEnum):
    """How the decision takes a fact: as established, or knowing that it is disputed."""

    ESTABLISHED = "established"
    DISPUTED = "disputed"


@dataclass(frozen=True, slots=True)
class FactTaken:
    """A fact that the decision rests on, as its holder has it.

    `value` is left out where it would tell who somebody is. `contradicted_by`: the other records of
    the same fact that say otherwise; `settled_by`: the measures of this decision that put it right.
    """

    record: RecordRef
    holder: Body
    about: tuple[MemberRef, ...]
    fact: FactName
    value: Value | None
    certainty: Certainty
    origin: FactOrigin
    since: dt.date | None
    standing: Standing
    contradicted_by: tuple[RecordRef, ...]
    settled_by: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnDecision:
    """The agency's own decision (beschikking) that follows: against it an objection is made."""

    number: str
    made_on: dt.date
    decided: str
    ground: Provision
    monthly_effect_cents: int
    debt_effect_cents: int
    objection_clause: str
    objection_until: dt.date | None
    objection_to: str | None
    reverted: bool


@dataclass(frozen=True, slots=True)
class RecordedAct:
    """One act of an agency: what, on which ground, how much, from when until when, and the proof.

    `receipt` is the agency's own number; None when no proof came. `decision` is None while the
    agency still has to send its own decision.
    """

    measure: str
    department: Department | None
    kind: MeasureKind
    ground: Provision
    deviates_from_law: bool
    on: tuple[RecordRef, ...]
    amount_cents: int | None
    from_date: dt.date | None
    until: dt.date | None
    receipt: str | None
    carried_out_on: dt.date | None
    decision: OwnDecision | None


@dataclass(frozen=True, slots=True)
class RecordedVote:
    """What a liaison said, under which mandate: the signature of the agency."""

    liaison: str
    mandate: str | None
    kind: VoteKind
    option: str
    motive: str
    conditions: tuple[str, ...]
    legal_basis: tuple[Provision, ...]
    round: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class AgencyPart:
    """One agency in the decision: what it does, its last position on what was decided, and all it
    said on the way. `dissents`: it does not join, and is not bound."""

    agency: Agency
    dissents: bool
    acts: tuple[RecordedAct, ...]
    position: RecordedVote | None
    votes: tuple[RecordedVote, ...]


@dataclass(frozen=True, slots=True)
class RecordedReview:
    """The opinion of a colleague who had no say."""

    reviewer: str
    agency: Agency
    mandate: str | None
    opinion: Opinion
    motive: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class RecordedProposal:
    """A counter-proposal: who wanted what changed, why, and the round that it began."""

    option: str
    changes_option: str
    round: int
    by: str
    agency: Agency
    mandate: str | None
    changes: tuple[MeasureChange, ...]
    motive: str
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class ComparedPrecedent:
    """An earlier decision that this one was compared with, and why it is the same or not."""

    record: str
    differences: tuple[str, ...]
    decided_the_same: bool
    why: str


@dataclass(frozen=True, slots=True)
class Effect:
    """The month and the debts before and after, in euro cents."""

    net_before_cents: int
    net_after_cents: int
    debts_before_cents: int
    debts_after_cents: int


@dataclass(frozen=True, slots=True)
class StillToSend:
    """A decision (beschikking) that an agency still has to send, by which act it is owed."""

    agency: Agency
    department: Department | None
    measure: str
    kind: MeasureKind
    ground: Provision


class FollowUpKind(StrEnum):
    """Why a day must be watched."""

    ACT_BEGINS = "act_begins"
    ACT_ENDS = "act_ends"
    OBJECTION_CLOSES = "objection_closes"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """A day to watch, whose act it is about."""

    on: dt.date
    kind: FollowUpKind
    agency: Agency
    measure: str


@dataclass(frozen=True, slots=True)
class SummaryLine:
    """One plain sentence (B1); `agency` is the agency whose acts it tells, if one's alone."""

    agency: Agency | None
    text: Text


@dataclass(frozen=True, slots=True)
class DecisionRecord:
    """One joint decision as it was carried out.

    `version` counts from 1; a later version names in `replaces` the hash of the one before.
    `question`: what collided; `resolved` and `left_open` of that. `nature` says what this document
    is not. `policy_signal`: the makers of rules should hear of it, because keeping to the rule
    would not do.
    """

    format: str
    id: str
    version: int
    replaces: str | None
    plan: str
    made_on: dt.date
    opened_on: dt.date
    nature: Text
    summary: tuple[SummaryLine, ...]
    question: tuple[ConflictType, ...]
    resolved: tuple[ConflictType, ...]
    left_open: tuple[ConflictType, ...]
    facts: tuple[FactTaken, ...]
    agencies: tuple[AgencyPart, ...]
    weighing: Weighing | None
    reviews: tuple[RecordedReview, ...]
    to_be_reviewed_afterwards: bool
    dissent: tuple[Agency, ...]
    rounds: int
    proposals: tuple[RecordedProposal, ...]
    precedents: tuple[ComparedPrecedent, ...]
    effect: Effect
    still_to_send: tuple[StillToSend, ...]
    follow_up: tuple[FollowUp, ...]
    policy_signal: bool
