"""Composes the record of a joint decision from what was decided, voted, weighed and carried out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from domain.bundles import Bundle
from domain.conflicts import ConflictType
from domain.decision_record.facts import facts_taken
from domain.decision_record.record import (
    FORMAT,
    AgencyPart,
    ComparedPrecedent,
    DecisionRecord,
    Effect,
    FollowUp,
    FollowUpKind,
    OwnDecision,
    RecordedAct,
    RecordedProposal,
    RecordedReview,
    RecordedVote,
    StillToSend,
)
from domain.decision_record.summary import summary_of
from domain.decision_record.withheld import Withheld
from domain.decision_record.words import NATURE
from domain.decisions import CounterProposal, PeerReview, Vote, Weighing
from domain.decisions.vote import POSITIONS
from domain.decisions.weighing import REQUIRED
from domain.measures import AgencyDecision, Measure, Option, Receipt
from domain.picture import Picture
from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class TimedVote:
    """A counted vote and when."""

    vote: Vote
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class TimedReview:
    """A given opinion and when."""

    review: PeerReview
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class TimedProposal:
    """A counter-proposal that was put to the vote: its option, the round it began, and when."""

    proposal: CounterProposal
    option: str
    round: int
    at: dt.datetime


@dataclass(frozen=True, slots=True)
class DecisionMade:
    """A joint decision that was carried out, with all that led to it.

    `decided` is the option as it was carried out. `picture` is the household as the decision found
    it; None when it is not known any more: then no facts are recorded.
    """

    id: str
    plan: str
    opened_on: dt.date
    made_on: dt.date
    bundle: Bundle
    decided: Option
    votes: tuple[TimedVote, ...]
    receipts: tuple[Receipt, ...]
    picture: Picture | None = None
    dissent: tuple[Agency, ...] = ()
    rounds: int = 1
    proposals: tuple[TimedProposal, ...] = ()
    weighing: Weighing | None = None
    reviews: tuple[TimedReview, ...] = ()
    to_be_sampled: bool = False
    precedents: tuple[ComparedPrecedent, ...] = ()


def record_of(
    made: DecisionMade, withheld: Withheld, *, version: int = 1, replaces: str | None = None
) -> DecisionRecord:
    """The record of this decision. Deterministic; `withheld` is taken out of all free text."""
    decided = made.decided
    agencies = tuple(_part(agency, made, withheld) for agency in _taking_part(made))
    effect = Effect(
        decided.net_before_cents,
        decided.net_after_cents,
        decided.debts_before_cents,
        decided.debts_after_cents,
    )
    question = _types(made.bundle.conflicts)
    still_to_send = tuple(_still_to_send(agencies))
    return DecisionRecord(
        format=FORMAT,
        id=made.id,
        version=version,
        replaces=replaces,
        plan=made.plan,
        made_on=made.made_on,
        opened_on=made.opened_on,
        nature=NATURE,
        summary=summary_of(made.made_on, question, agencies, effect, still_to_send),
        question=question,
        resolved=_types(decided.resolves),
        left_open=_types(decided.leaves),
        facts=facts_taken(made.bundle.conflicts, decided, made.picture) if made.picture else (),
        agencies=agencies,
        weighing=_clean_weighing(made.weighing, withheld),
        reviews=tuple(_review(each, withheld) for each in made.reviews),
        to_be_reviewed_afterwards=made.to_be_sampled,
        dissent=made.dissent,
        rounds=made.rounds,
        proposals=tuple(_proposal(each, withheld) for each in made.proposals),
        precedents=tuple(_precedent(each, withheld) for each in made.precedents),
        effect=effect,
        still_to_send=still_to_send,
        follow_up=tuple(sorted(_follow_up(agencies), key=_by_day)),
        policy_signal=_is_signal(decided),
    )


def _types(conflicts: Iterable[str]) -> tuple[ConflictType, ...]:
    found = {ConflictType(ref.split(":")[0]) for ref in conflicts}
    return tuple(kind for kind in ConflictType if kind in found)


def _taking_part(made: DecisionMade) -> tuple[Agency, ...]:
    """Who acts, who dissents, and who said something."""
    acting = {measure.agency for measure in made.decided.measures}
    spoke = {timed.vote.agency for timed in made.votes}
    return tuple(sorted(acting | spoke | set(made.dissent)))


def _part(agency: Agency, made: DecisionMade, withheld: Withheld) -> AgencyPart:
    own = [timed for timed in made.votes if timed.vote.agency is agency]
    votes = tuple(_vote(timed, withheld) for timed in own)
    on_decided = [
        vote for vote in votes if vote.option == made.decided.ref and vote.kind in POSITIONS
    ]
    return AgencyPart(
        agency=agency,
        dissents=agency in made.dissent,
        acts=tuple(
            _act(measure, made.receipts, withheld)
            for measure in made.decided.measures
            if measure.agency is agency
        ),
        position=on_decided[-1] if on_decided else None,
        votes=votes,
    )


def _vote(timed: TimedVote, withheld: Withheld) -> RecordedVote:
    vote = timed.vote
    mandate = vote.liaison.mandate
    return RecordedVote(
        liaison=vote.liaison.id,
        mandate=mandate.ref if mandate else None,
        kind=vote.kind,
        option=vote.option,
        motive=withheld.without(vote.motive),
        conditions=tuple(withheld.without(each) for each in vote.conditions),
        legal_basis=vote.legal_basis,
        round=vote.round,
        at=timed.at,
    )


def _act(measure: Measure, receipts: tuple[Receipt, ...], withheld: Withheld) -> RecordedAct:
    receipt = next((each for each in receipts if each.measure_ref == measure.ref), None)
    decision = receipt.decision if receipt else None
    return RecordedAct(
        measure=measure.ref,
        department=measure.department,
        kind=measure.kind,
        ground=measure.provision,
        deviates_from_law=measure.deviates_from_law,
        on=measure.on,
        amount_cents=measure.amount_cents,
        from_date=measure.from_date,
        until=measure.until,
        receipt=receipt.number if receipt else None,
        carried_out_on=receipt.decided_on if receipt else None,
        decision=_own(decision, withheld) if decision else None,
    )


def _own(decision: AgencyDecision, withheld: Withheld) -> OwnDecision:
    return OwnDecision(
        number=decision.number,
        made_on=decision.made_on,
        decided=withheld.without(decision.decided),
        ground=decision.ground,
        monthly_effect_cents=decision.monthly_effect_cents,
        debt_effect_cents=decision.debt_effect_cents,
        objection_clause=decision.objection_clause,
        objection_until=decision.objection_until,
        objection_to=decision.objection_to,
        reverted=decision.reverted,
    )


def _clean_weighing(weighing: Weighing | None, withheld: Withheld) -> Weighing | None:
    if weighing is None:
        return None
    clean = {name: withheld.without(getattr(weighing, name)) for name in REQUIRED}
    # every free text of a weighing is a required one
    return replace(weighing, **clean)  # type: ignore[arg-type]  # all of them are texts


def _review(timed: TimedReview, withheld: Withheld) -> RecordedReview:
    reviewer = timed.review.reviewer
    return RecordedReview(
        reviewer=reviewer.id,
        agency=reviewer.agency,
        mandate=reviewer.mandate.ref if reviewer.mandate else None,
        opinion=timed.review.opinion,
        motive=withheld.without(timed.review.motive),
        at=timed.at,
    )


def _proposal(timed: TimedProposal, withheld: Withheld) -> RecordedProposal:
    proposal = timed.proposal
    return RecordedProposal(
        option=timed.option,
        changes_option=proposal.option,
        round=timed.round,
        by=proposal.by.id,
        agency=proposal.by.agency,
        mandate=proposal.by.mandate.ref if proposal.by.mandate else None,
        changes=proposal.changes,
        motive=withheld.without(proposal.motive),
        at=timed.at,
    )


def _precedent(compared: ComparedPrecedent, withheld: Withheld) -> ComparedPrecedent:
    differences = tuple(withheld.without(each) for each in compared.differences)
    return replace(compared, differences=differences, why=withheld.without(compared.why))


def _still_to_send(agencies: Iterable[AgencyPart]) -> Iterator[StillToSend]:
    for part in agencies:
        for act in part.acts:
            if act.decision is None:
                yield StillToSend(part.agency, act.department, act.measure, act.kind, act.ground)


def _follow_up(agencies: Iterable[AgencyPart]) -> Iterator[FollowUp]:
    for part in agencies:
        for act in part.acts:
            objection_until = act.decision.objection_until if act.decision else None
            for on, kind in (
                (act.from_date, FollowUpKind.ACT_BEGINS),
                (act.until, FollowUpKind.ACT_ENDS),
                (objection_until, FollowUpKind.OBJECTION_CLOSES),
            ):
                if on is not None:
                    yield FollowUp(on, kind, part.agency, act.measure)


def _by_day(one: FollowUp) -> tuple[dt.date, str, str]:
    return one.on, one.agency.value, one.measure


def _is_signal(decided: Option) -> bool:
    """Where the law had to be departed from, or left something unsolved, its makers should know."""
    return bool(decided.leaves) or any(act.deviates_from_law for act in decided.measures)
