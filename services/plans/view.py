"""What people see of a plan and of a decision: snapshots with the explanations and names that
belong."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from domain.collisions import Collision
from domain.collisions import catalogue as collisions
from domain.collisions.catalogue import RULES
from domain.collisions.faces import faces_of
from domain.conflicts import Conflict
from domain.conflicts.catalogue import plain_dutch
from domain.decisions import Mandate
from domain.decisions.question import question_of as in_one_sentence
from domain.pauses import PausedClaim, paused_by
from domain.picture import Picture
from domain.precedents import Precedent
from domain.records import Hold, MemberRef, RecordRef
from domain.vocabulary import Agency
from services.store.plans import PlanLine
from workflows.contracts import DecisionSnapshot, PlanSnapshot, TimeOut


@dataclass(frozen=True, slots=True)
class ExplainedCollision:
    """A collision of provisions by its Dutch name, with its explanation in plain Dutch."""

    collision: Collision
    name: str
    explanation: str


@dataclass(frozen=True, slots=True)
class ExplainedConflict:
    """A conflict with its explanation in plain Dutch, and the collisions with the same harm."""

    conflict: Conflict
    explanation: str
    collisions: tuple[ExplainedCollision, ...] = ()


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision: the question it answers, and whose eyes it is for.

    `own` is the liaison's agency, `mandate` the liaison's mandate of today; both None for people of
    the municipality. `precedents` are earlier decisions in the viewer's own sight.
    """

    snapshot: DecisionSnapshot
    question: tuple[ExplainedConflict, ...]
    own: Agency | None = None
    mandate: Mandate | None = None
    in_one_sentence: str = ""
    precedents: tuple[Precedent, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanView:
    """One plan; `names` is empty for who may not see them, `snapshot` None before the first look.

    `collisions` are those whose harm no conflict describes.
    """

    line: PlanLine
    snapshot: PlanSnapshot | None
    conflicts: tuple[ExplainedConflict, ...]
    decisions: tuple[DecisionView, ...]
    names: Mapping[MemberRef, str]
    collisions: tuple[ExplainedCollision, ...] = ()


def picture_of(snapshot: PlanSnapshot) -> Picture:
    """The picture that a snapshot shows."""
    return Picture(snapshot.household, snapshot.positions, snapshot.gaps, snapshot.on)


def explained(snapshot: PlanSnapshot) -> tuple[ExplainedConflict, ...]:
    """The conflicts that stand now, explained."""
    if snapshot.assessment is None:
        return ()
    return _explained(snapshot.assessment.conflicts, snapshot)


def explained_collisions(snapshot: PlanSnapshot) -> tuple[ExplainedCollision, ...]:
    """The collisions that stand now with a harm of their own, explained."""
    found = snapshot.assessment
    if found is None:
        return ()
    picture = picture_of(snapshot)
    own = faces_of(found.conflicts, found.collisions).own
    return tuple(_explained_collision(each, picture) for each in own)


def question_of(decision: DecisionSnapshot, plan: PlanSnapshot) -> tuple[ExplainedConflict, ...]:
    """The conflicts that a decision is about, also when they are solved by now."""
    known: dict[str, Conflict] = {}
    for assessment in (plan.first_assessment, plan.assessment):
        known |= {found.ref: found for found in (assessment.conflicts if assessment else ())}
    asked = tuple(known[ref] for ref in decision.bundle.conflicts if ref in known)
    return _explained(asked, plan)


def question_in_one_sentence(decision: DecisionSnapshot, plan: PlanSnapshot) -> str:
    """What is asked of whom, in Dutch; empty when the plan no longer knows the conflicts."""
    asked = [each.conflict for each in question_of(decision, plan)]
    if not asked:
        return ""
    return in_one_sentence(decision.bundle, asked, picture_of(plan)).nl


def paused_in(plan: PlanSnapshot, time_out: TimeOut) -> tuple[PausedClaim, ...]:
    """What a time-out that was granted does to set-off, interest and limitation, by claim."""
    held = picture_of(plan).find(RecordRef(f"{time_out.measure.ref}-hold"))
    if time_out.receipt is None or held is None or not isinstance(held.record, Hold):
        return ()
    return tuple(paused_by(held.record, picture_of(plan)))


def _explained(
    conflicts: tuple[Conflict, ...], snapshot: PlanSnapshot
) -> tuple[ExplainedConflict, ...]:
    picture = picture_of(snapshot)
    found = snapshot.assessment.collisions if snapshot.assessment else ()
    same_harm = faces_of(conflicts, found).of_conflict
    return tuple(
        ExplainedConflict(
            conflict,
            plain_dutch(conflict, picture),
            tuple(_explained_collision(each, picture) for each in same_harm.get(conflict.ref, ())),
        )
        for conflict in conflicts
    )


def _explained_collision(collision: Collision, picture: Picture) -> ExplainedCollision:
    told = collisions.told_to_household(collision, picture)
    return ExplainedCollision(collision, RULES[collision.code].name.nl, told.nl)
