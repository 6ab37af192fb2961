"""What a plan remembers, and the pure questions it asks of its memory. No Temporal in here.

One serialisable object, so that a plan can be handed on (to a later run, to a query) as a whole.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from dataclasses import dataclass, field, replace

from domain.assessment import Assessment
from domain.bundles import Bundle
from domain.conflicts import HarmUrgency
from domain.decisions import DecisionState
from domain.household import Household
from domain.measures import Measure, MeasureKind, Option
from domain.measures.outlook import household_after
from domain.picture import Picture
from domain.plan import PlanOutcome, PlanPhase, next_phase
from domain.position import Gap, Position
from domain.vocabulary import Agency
from workflows import timing
from workflows.contracts import (
    DecisionSnapshot,
    Outlook,
    PlanRef,
    PlanSnapshot,
    PlanStart,
    TimeOut,
)
from workflows.judging import Judgement, Question


@dataclass
class PlanState:
    """One plan's memory. Changed by its workflow only, through the methods below."""

    ref: PlanRef
    household: Household
    intake_date: dt.date
    administration: str
    started_at: dt.datetime
    sequence: int = 0
    phase: PlanPhase = PlanPhase.INTAKE
    outcome: PlanOutcome | None = None
    positions: dict[Agency, Position] = field(default_factory=dict)
    gaps: dict[Agency, Gap] = field(default_factory=dict)
    rounds_asked_again: int = 0
    assessment: Assessment | None = None
    first_assessment: Assessment | None = None
    outlook: Outlook | None = None
    time_outs: list[TimeOut] = field(default_factory=list)
    decisions: list[DecisionSnapshot] = field(default_factory=list)
    open_bundles: dict[str, Bundle] = field(default_factory=dict)
    decided: set[str] = field(default_factory=set)
    parked: set[str] = field(default_factory=set)
    with_person: set[str] = field(default_factory=set)
    decisions_opened: int = 0
    next_review: dt.datetime | None = None

    @classmethod
    def starting(cls, start: PlanStart, now: dt.datetime) -> PlanState:
        """The memory of a plan that starts now."""
        return cls(
            ref=start.ref,
            household=start.household,
            intake_date=start.intake_date,
            administration=start.administration,
            started_at=now,
        )

    def today(self, now: dt.datetime) -> dt.date:
        """The plan's own calendar: it starts on the intake date and counts on with the clock."""
        return self.intake_date + (now.date() - self.started_at.date())

    def go_to(self, phase: PlanPhase) -> None:
        """Move on; raises TransitionNotAllowed when the table of phases does not have the step."""
        if phase is not self.phase:
            self.phase = next_phase(self.phase, phase)

    def answered(self, position: Position) -> None:
        """An agency answered: its gap, if any, is closed."""
        self.positions[position.agency] = position
        self.gaps.pop(position.agency, None)

    def stayed_silent(self, gap: Gap) -> None:
        """An agency did not answer. What it said before still stands; the gap keeps its first
        moment. A new gap is asked again soon, whatever older ones came to."""
        if gap.agency not in self.gaps:
            self.gaps[gap.agency] = gap
            self.rounds_asked_again = 0

    def picture(self, now: dt.datetime) -> Picture:
        """Everything known today."""
        agencies = list(Agency)
        return Picture(
            household=self.household,
            positions=tuple(self.positions[a] for a in agencies if a in self.positions),
            gaps=tuple(self.gaps[a] for a in agencies if a in self.gaps),
            today=self.today(now),
        )

    def question(self, now: dt.datetime) -> Question:
        """What the law is asked today."""
        return Question(self.picture(now), self.carried_out_measures())

    def answer(self, judgement: Judgement) -> None:
        """Remember what the law answered; the first assessment is kept beside the last."""
        self.assessment = judgement.assessment
        self.first_assessment = self.first_assessment or judgement.assessment
        self.outlook = judgement.outlook

    def bundles_to_open(self) -> list[Bundle]:
        """Bundles that ask for a decision now: something in them is new, and none of it is being
        decided."""
        if self.assessment is None:
            return []
        being_decided = {ref for bundle in self.open_bundles.values() for ref in bundle.conflicts}
        settled = self.decided | self.parked | self.with_person
        return [
            bundle
            for bundle in self.assessment.bundles
            # where the smallest step is to ask a party there is nothing to vote on yet
            if bundle.options
            and bundle.options[0].measures
            and being_decided.isdisjoint(bundle.conflicts)
            and not settled.issuperset(bundle.conflicts)
        ]

    def open_decision(self, bundle: Bundle) -> str:
        """Remember that this bundle is being decided; gives the decision's own reference."""
        self.decisions_opened += 1
        name = f"{self.ref.plan}/{bundle.ref}/{self.decisions_opened}"
        ref = "d-" + hashlib.sha256(name.encode()).hexdigest()[:16]
        self.open_bundles[ref] = bundle
        return ref

    def close_decision(self, snapshot: DecisionSnapshot, now: dt.datetime) -> None:
        """Remember how a decision ended. Carried out: settled, with its side effects on the
        household. Otherwise: parked until the next review, when it is asked again if it still
        stands."""
        bundle = self.open_bundles.pop(snapshot.ref)
        self.decisions.append(snapshot)
        if snapshot.state is DecisionState.NEEDS_PERSON:
            self.with_person.update(bundle.conflicts)
        elif snapshot.state is DecisionState.CARRIED_OUT:
            left_open = set(_chosen_option_leaves(snapshot))
            self.decided.update(set(bundle.conflicts) - left_open)
            # what the option did not resolve is asked again at the next review, if it still stands
            self.parked.update(left_open)
            self.household = household_after(
                _chosen_measures(snapshot), self.picture(now), self.today(now)
            )
        else:
            self.parked.update(bundle.conflicts)

    def slimmed(self) -> PlanState:
        """The same memory for a new run: of decisions that ended only the option that was chosen is
        still needed, and each stands in full where decisions are kept."""
        return replace(self, decisions=[_with_chosen_option_only(each) for each in self.decisions])

    def lose_decision(self, ref: str) -> None:
        """A decision's workflow was ended from outside: its conflicts wait for the next review."""
        self.parked.update(self.open_bundles.pop(ref).conflicts)

    def start_review(self) -> None:
        """A review looks at everything anew, also at what was left undecided."""
        self.parked.clear()
        self.next_review = None

    def carried_out_measures(self) -> tuple[Measure, ...]:
        """Every measure of every decision that was carried out."""
        return tuple(
            measure
            for snapshot in self.decisions
            if snapshot.state is DecisionState.CARRIED_OUT
            for measure in _chosen_measures(snapshot)
        )

    def time_outs_to_ask(self) -> list[Measure]:
        """Protective holds that were not asked before."""
        asked = {time_out.measure.ref for time_out in self.time_outs}
        if self.assessment is None:
            return []
        return [measure for measure in self.assessment.time_outs if measure.ref not in asked]

    def running_time_outs(self) -> list[TimeOut]:
        """Holds that are, or may be, in force, and that no decision has taken the place of."""
        settled = {ref for measure in self.carried_out_measures() for ref in measure.on}
        return [
            time_out
            for time_out in self.time_outs
            if (time_out.receipt is not None or time_out.uncertain)
            and not time_out.ended
            and time_out.left is None
            and settled.isdisjoint(time_out.measure.on)
        ]

    def time_outs_over(self, today: dt.date) -> list[TimeOut]:
        """Holds to be taken back now: their last day went by, or nobody knows whether they are in
        force. Not while their records are being decided about: the decision takes their place."""
        being_decided = self._records_being_decided()
        return [
            time_out
            for time_out in self.running_time_outs()
            if _is_over(time_out, today) and being_decided.isdisjoint(time_out.measure.on)
        ]

    def _records_being_decided(self) -> set[str]:
        bundles = self.open_bundles.values()
        conflicts = {ref for bundle in bundles for ref in bundle.conflicts}
        touched = {
            str(record)
            for bundle in bundles
            for option in bundle.options
            for measure in option.measures
            for record in measure.on
        }
        return touched | {record for ref in conflicts for record in ref.split(":")[1:]}

    def time_out_became(self, before: TimeOut, after: TimeOut) -> None:
        """Remember what came of taking a hold back."""
        self.time_outs[self.time_outs.index(before)] = after

    def decide_by(self, bundle: Bundle, today: dt.date) -> dt.date | None:
        """The last day on which deciding still helps: the day before the one by which a body must
        then have decided, so that it can."""
        days = [
            measure.until - dt.timedelta(days=1)
            for option in bundle.options
            for measure in option.measures
            if measure.kind is MeasureKind.DECIDE_EARLIER and measure.until is not None
        ]
        return max(min(days), today) if days else None

    def is_urgent(self, bundle: Bundle) -> bool:
        """A critical conflict is among those to be decided."""
        conflicts = self.assessment.conflicts if self.assessment else ()
        return any(
            conflict.urgency is HarmUrgency.CRITICAL and conflict.ref in bundle.conflicts
            for conflict in conflicts
        )

    def wait_until_next(self, now: dt.datetime) -> dt.timedelta:
        """How long the clock alone leaves the plan at rest: until a silent agency is asked again, a
        time-out is over, or the review is due."""
        waits = [timing.REVIEW_AFTER]
        if self.next_review is not None:
            waits.append(self.next_review - now)
        if self.gaps:
            rounds = min(self.rounds_asked_again, len(timing.ASK_AGAIN) - 1)
            waits.append(timing.ASK_AGAIN[rounds])
        today = self.today(now)
        if self.time_outs_over(today):
            waits.append(timing.TIME_OUT_AGAIN)
        for time_out in self.running_time_outs():
            if time_out.measure.until is not None and not _is_over(time_out, today):
                waits.append(time_out.measure.until - today + dt.timedelta(days=1))
        return max(min(waits), timing.SHORTEST_WAIT)

    def takes_standard_route(self) -> bool:
        """Nothing collides, every agency answered, and nothing was ever escalated: level 0 of the
        ladder."""
        found = self.assessment
        collides = found is not None and bool(found.conflicts or found.collisions)
        return not (collides or self.gaps or self.decisions or self.open_bundles)

    def standing(self) -> PlanOutcome | None:
        """How the plan stands while it is followed: stable when nothing is left open and the month
        adds up."""
        if self.assessment is None:
            return None
        open_conflicts = {c.ref for c in self.assessment.conflicts} - self.decided
        budget = self.outlook.budget if self.outlook else self.assessment.budget
        if open_conflicts:
            return PlanOutcome.UNDECIDED if self.parked or self.with_person else None
        return PlanOutcome.STABLE if budget.net_cents >= 0 else None

    def snapshot(self, now: dt.datetime) -> PlanSnapshot:
        """Everything as it stands, under the present sequence number."""
        picture = self.picture(now)
        return PlanSnapshot(
            ref=self.ref,
            sequence=self.sequence,
            phase=self.phase,
            outcome=self.outcome,
            on=picture.today,
            started_at=self.started_at,
            changed_at=now,
            household=self.household,
            positions=picture.positions,
            gaps=picture.gaps,
            assessment=self.assessment,
            first_assessment=self.first_assessment,
            outlook=self.outlook,
            time_outs=tuple(self.time_outs),
            decisions=tuple(self.decisions),
            next_review=self.next_review,
        )


def _is_over(time_out: TimeOut, today: dt.date) -> bool:
    until = time_out.measure.until
    return time_out.uncertain or (until is not None and until < today)


def _with_chosen_option_only(snapshot: DecisionSnapshot) -> DecisionSnapshot:
    chosen = tuple(o for o in snapshot.bundle.options if o.ref == snapshot.chosen_option)
    return replace(snapshot, bundle=replace(snapshot.bundle, options=chosen))


def _chosen_option_leaves(snapshot: DecisionSnapshot) -> tuple[str, ...]:
    chosen = snapshot.decided or _chosen_option(snapshot)
    return () if chosen is None else chosen.leaves


def _chosen_measures(snapshot: DecisionSnapshot) -> tuple[Measure, ...]:
    chosen = snapshot.decided or _chosen_option(snapshot)
    return () if chosen is None else chosen.measures


def _chosen_option(snapshot: DecisionSnapshot) -> Option | None:
    return next((o for o in snapshot.bundle.options if o.ref == snapshot.chosen_option), None)
