"""The JSON of a decision record, in English names: the form in which it is kept and handed out.

What is written back equals what was read, word for word, so that whoever has it can make its hash
again. What only an agency's own people may see is None for others.
"""

from __future__ import annotations

import datetime as dt

from pydantic import BaseModel, ConfigDict, JsonValue

from domain.vocabulary import Agency


class Part(BaseModel):
    """Base: frozen, and closed to what this version does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class BothLanguages(Part):
    """The same words in Dutch and in English."""

    nl: str
    en: str


class SummaryLine(Part):
    """One plain sentence."""

    agency: str | None
    text: BothLanguages


class Holder(Part):
    """Who holds a fact: an agency (with its department), or a party by its reference."""

    agency: str | None
    department: str | None
    party: str | None


class Fact(Part):
    """A fact that the decision rests on."""

    record: str | None
    holder: Holder
    about: list[str] | None
    fact: str
    value: JsonValue
    certainty: str
    origin: str
    since: dt.date | None
    standing: str
    contradicted_by: list[str] | None
    settled_by: list[str]


class OwnDecision(Part):
    """The agency's own decision (beschikking)."""

    number: str
    made_on: dt.date
    decided: str
    ground: str
    monthly_effect_cents: int
    debt_effect_cents: int
    objection_clause: str
    objection_until: dt.date | None
    objection_to: str | None
    reverted: bool


class Act(Part):
    """One act of an agency."""

    measure: str
    department: str | None
    kind: str
    ground: str
    deviates_from_law: bool
    on: list[str] | None
    amount_cents: int | None
    from_date: dt.date | None
    until: dt.date | None
    receipt: str | None
    carried_out_on: dt.date | None
    decision: OwnDecision | None


class Vote(Part):
    """What a liaison said, under which mandate."""

    liaison: str
    mandate: str | None
    kind: str
    option: str
    motive: str
    conditions: list[str]
    legal_basis: list[str]
    round: int
    at: str


class AgencyPart(Part):
    """One agency in the decision."""

    agency: str
    dissents: bool
    acts: list[Act]
    position: Vote | None
    votes: list[Vote]


class Weighing(Part):
    """The balance of interests (Awb 3:4, 4:84)."""

    by: str
    aim_of_the_rule: str
    effect_on_household: str
    alternatives: str
    third_parties: str
    special_circumstances: str
    legitimacy: str
    involvement: str
    return_on_effort: str
    harm_monthly_cents: int | None
    days_to_harm: int | None


class Review(Part):
    """A colleague's opinion."""

    reviewer: str
    agency: str
    mandate: str | None
    opinion: str
    motive: str
    at: str


class Change(Part):
    """What a counter-proposal makes of one measure."""

    measure: str
    left_out: bool
    amount_cents: int | None
    from_date: dt.date | None
    until: dt.date | None


class Proposal(Part):
    """A counter-proposal."""

    option: str
    changes_option: str
    round: int
    by: str
    agency: str
    mandate: str | None
    changes: list[Change]
    motive: str
    at: str


class Precedent(Part):
    """An earlier decision that this one was compared with."""

    record: str
    differences: list[str]
    decided_the_same: bool
    why: str


class Effect(Part):
    """The month and the debts before and after, in euro cents."""

    net_before_cents: int
    net_after_cents: int
    debts_before_cents: int
    debts_after_cents: int


class StillToSend(Part):
    """A decision that an agency still has to send."""

    agency: str
    department: str | None
    measure: str
    kind: str
    ground: str


class FollowUp(Part):
    """A day to watch."""

    on: dt.date
    kind: str
    agency: str
    measure: str


class Document(Part):
    """A whole decision record (`domain.decision_record.DecisionRecord`)."""

    format: str
    id: str
    version: int
    replaces: str | None
    plan: str
    made_on: dt.date
    opened_on: dt.date
    nature: BothLanguages
    summary: list[SummaryLine]
    question: list[str]
    resolved: list[str]
    left_open: list[str]
    facts: list[Fact]
    agencies: list[AgencyPart]
    weighing: Weighing | None
    reviews: list[Review]
    to_be_reviewed_afterwards: bool
    dissent: list[str]
    rounds: int
    proposals: list[Proposal]
    precedents: list[Precedent]
    effect: Effect
    still_to_send: list[StillToSend]
    follow_up: list[FollowUp]
    policy_signal: bool


class RecordJson(Part):
    """A record with its place in the chain.

    `hash` is SHA-256 over `previous_hash` and the record as JSON with sorted keys and no white
    space; it can be made again only from a `complete` record.
    """

    hash: str
    previous_hash: str
    complete: bool
    record: Document


def seen_by(agency: Agency, document: Document) -> Document:
    """The record as a liaison of this agency may see it: of others that they act, on which ground
    and why, and nothing of what their ledgers hold."""
    own_measures = {
        act.measure for part in document.agencies if part.agency == agency for act in part.acts
    }
    return document.model_copy(
        update={
            "facts": [_fact(fact, agency) for fact in document.facts],
            "agencies": [_part(part, agency) for part in document.agencies],
            "proposals": [_proposal(one, own_measures) for one in document.proposals],
        }
    )


def _fact(fact: Fact, agency: Agency) -> Fact:
    if fact.holder.agency == agency:
        return fact.model_copy(update={"contradicted_by": None})
    hidden = {"record": None, "about": None, "value": None, "contradicted_by": None}
    return fact.model_copy(update=hidden)


def _part(part: AgencyPart, agency: Agency) -> AgencyPart:
    if part.agency == agency:
        return part
    hidden = {"on": None, "amount_cents": None, "decision": None}
    return part.model_copy(update={"acts": [act.model_copy(update=hidden) for act in part.acts]})


def _proposal(proposal: Proposal, own_measures: set[str]) -> Proposal:
    changes = [
        change
        if change.measure in own_measures
        else change.model_copy(update={"amount_cents": None})
        for change in proposal.changes
    ]
    return proposal.model_copy(update={"changes": changes})
