"""What goes in and out of the plan's workflows: one typed argument each way, no personal data in
the clear.

Everything here is encrypted by the payload codec with the household's key before it leaves the
process; even so it holds no BSN, name or address, only opaque references.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import StrEnum

from domain.assessment import Assessment
from domain.budget import Budget
from domain.bundles import Bundle
from domain.decisions import (
    CounterProposal,
    DecisionState,
    PeerReview,
    ReviewPolicy,
    Vote,
    Weighing,
)
from domain.household import Household
from domain.measures import Measure, Option, Receipt
from domain.picture import Picture
from domain.plan import PlanOutcome, PlanPhase
from domain.position import Gap, Position
from domain.records import Provision
from domain.vocabulary import Agency


class PlanScope(StrEnum):
    """How far a plan goes: to its end, or only up to the first assessment (`plan assess`)."""

    FULL = "full"
    ASSESSMENT_ONLY = "assessment_only"


@dataclass(frozen=True, slots=True)
class PlanRef:
    """Which plan: opaque references of the municipality it belongs to, its household and itself."""

    municipality: str
    household: str
    plan: str


@dataclass(frozen=True, slots=True)
class PlanStart:
    """What starts a plan. `intake_date` is the plan's first "today"; later days count on from
    it. `review`: when its deviations are reviewed; None for plans from before there was review.
    """

    ref: PlanRef
    household: Household
    intake_date: dt.date
    scope: PlanScope = PlanScope.FULL
    administration: str = ""
    review: ReviewPolicy | None = None


@dataclass(frozen=True, slots=True)
class CountedVote:
    """A vote that was counted, and when."""

    vote: Vote
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class AskContext:
    """For which plan an agency is asked, on which legal ground, in which administration."""

    plan: PlanRef
    ground: Provision
    administration: str


@dataclass(frozen=True, slots=True)
class PutProposal:
    """A counter-proposal that was put to the vote: its option, its round, when."""

    proposal: CounterProposal
    option: str
    round: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class GivenReview:
    """A colleague's opinion, and when it was given."""

    review: PeerReview
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class DecisionStart:
    """What starts a joint decision: the bundle to decide, the plan's calendar day, and the term.

    The term is so many working days, and ends on the day `latest` at the latest: what it is to
    prevent comes after that. `picture` is what proposals and dissent are held against; None for
    decisions that began before those were there. `review`: when a deviation is reviewed.
    """

    ref: str
    context: AskContext
    bundle: Bundle
    on: dt.date
    working_days: int
    latest: dt.date | None = None
    picture: Picture | None = None
    review: ReviewPolicy | None = None


@dataclass(frozen=True, slots=True)
class DecisionMoved:
    """Told by a decision to its plan when it starts to carry measures out."""

    ref: str
    state: DecisionState


@dataclass(frozen=True, slots=True)
class UndoneMeasure:
    """A measure of a decision that failed: what came of taking it back."""

    measure: Measure
    reverted: bool
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class MeasureProblem:
    """Why a measure could not be assessed as lawful or carried out, in the agency's words (no
    personal data)."""

    measure_ref: str
    agency: Agency
    problem: str
    forbidden: bool = False


@dataclass(frozen=True, slots=True)
class DecisionSnapshot:
    """One joint decision as it stands: what a console shows and the law wants kept.

    `decided` is the option as it is carried out: the chosen one, without the measures of who
    dissents. `review_by` is the day by which weighing and review are to be there.
    """

    ref: str
    plan: PlanRef
    bundle: Bundle
    state: DecisionState
    sequence: int
    opened_at: dt.datetime
    deadline: dt.datetime
    reminded_at: dt.datetime | None = None
    votes: tuple[CountedVote, ...] = ()
    chosen_option: str | None = None
    receipts: tuple[Receipt, ...] = ()
    undone: tuple[UndoneMeasure, ...] = ()
    problems: tuple[MeasureProblem, ...] = ()
    closed_at: dt.datetime | None = None
    round: int = 1
    proposals: tuple[PutProposal, ...] = ()
    decided: Option | None = None
    dissent: tuple[Agency, ...] = ()
    weighing: Weighing | None = None
    reviews: tuple[GivenReview, ...] = ()
    review_by: dt.datetime | None = None
    to_be_sampled: bool = False


@dataclass(frozen=True, slots=True)
class TimeOut:
    """A protective hold that was asked at once: granted with a receipt, or refused with the
    agency's reason.

    `uncertain`: no answer came, so it may be in force; it is taken back as soon as the agency
    answers. `ended`: it was taken back, so what it paused goes on again. `left`: why it could not
    be taken back; a person must look."""

    measure: Measure
    receipt: Receipt | None
    refused: str | None = None
    uncertain: bool = False
    ended: bool = False
    left: str | None = None


@dataclass(frozen=True, slots=True)
class Outlook:
    """The household's budget on the day that every measure carried out has its effect."""

    on: dt.date
    budget: Budget


@dataclass(frozen=True, slots=True)
class PlanSnapshot:
    """One plan as it stands. `sequence` grows with every change, so that an old write never hides a
    new one."""

    ref: PlanRef
    sequence: int
    phase: PlanPhase
    outcome: PlanOutcome | None
    on: dt.date
    started_at: dt.datetime
    changed_at: dt.datetime
    household: Household
    positions: tuple[Position, ...]
    gaps: tuple[Gap, ...]
    assessment: Assessment | None
    first_assessment: Assessment | None
    outlook: Outlook | None
    time_outs: tuple[TimeOut, ...]
    decisions: tuple[DecisionSnapshot, ...]
    next_review: dt.datetime | None


@dataclass(frozen=True, slots=True)
class VoteReceipt:
    """The answer to a counted vote: where the decision then stands."""

    decision: str
    vote: str
    state: DecisionState


@dataclass(frozen=True, slots=True)
class CloseRequest:
    """Who closes a plan (opaque worker id) and why."""

    by: str
    outcome: PlanOutcome
    reason: str
