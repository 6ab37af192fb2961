"""Votes: what a liaison says to an option, under which mandate, and why one may not count."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from domain.errors import DomainError
from domain.records import Provision
from domain.vocabulary import Agency

MOTIVE_MIN_LENGTH = 20
"""A motive shorter than this cannot give reasons (Awb 3:46)."""


class VoteKind(StrEnum):
    """What a liaison says to an option.

    `agree_on_conditions`: only if something changes; it counts once a counter-proposal with that
    change is agreed to. `ask`: first an answer is needed. `recuse`: this liaison steps aside, a
    substitute votes. `not_involved`: the agency has nothing to do in this option.
    """

    AGREE = "agree"
    AGREE_ON_CONDITIONS = "agree_on_conditions"
    OBJECT = "object"
    ASK = "ask"
    RECUSE = "recuse"
    NOT_INVOLVED = "not_involved"


POSITIONS = frozenset({VoteKind.AGREE, VoteKind.AGREE_ON_CONDITIONS, VoteKind.OBJECT})
"""The answers that say where the agency stands; the others do not change that."""

COMMITS = frozenset({VoteKind.AGREE, VoteKind.AGREE_ON_CONDITIONS})
"""The answers by which the agency binds itself to act."""


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a liaison may decide: on which provisions, up to which amount (euro cents), until when.

    An empty tuple of provisions mandates nothing. `max_amount_cents` None sets no limit; it holds
    for all that the agency gives up or pays by one option together. `substitute_for`: the liaison
    in whose place this one may decide.
    """

    ref: str
    provisions: tuple[Provision, ...]
    max_amount_cents: int | None
    valid_from: dt.date
    valid_until: dt.date
    substitute_for: str | None = None

    def is_valid_on(self, day: dt.date) -> bool:
        """Does it hold on this day?"""
        return self.valid_from <= day <= self.valid_until


@dataclass(frozen=True, slots=True)
class Liaison:
    """Who votes: an opaque id, the agency acted for, the mandate held on the day of the vote."""

    id: str
    agency: Agency
    mandate: Mandate | None


@dataclass(frozen=True, slots=True)
class Vote:
    """One liaison's answer to one option: kind, motive in words, the provisions it stands on.

    `conditions`: what must change for `agree_on_conditions`. `round`: the round it was cast in.
    """

    id: str
    liaison: Liaison
    agency: Agency
    option: str
    kind: VoteKind
    motive: str
    legal_basis: tuple[Provision, ...]
    conditions: tuple[str, ...] = ()
    round: int = 1


def recused_by(votes: Iterable[Vote]) -> frozenset[str]:
    """The ids of the liaisons who stepped aside: for the whole decision, whatever the option."""
    return frozenset(vote.liaison.id for vote in votes if vote.kind is VoteKind.RECUSE)


class VoteRefusal(StrEnum):
    """Why a vote does not count."""

    DECISION_CLOSED = "decision_closed"
    VOTE_ID_REUSED = "vote_id_reused"
    NOT_OWN_AGENCY = "not_own_agency"
    AGENCY_NOT_INVOLVED = "agency_not_involved"
    UNKNOWN_OPTION = "unknown_option"
    NO_MANDATE = "no_mandate"
    MANDATE_NOT_VALID_TODAY = "mandate_not_valid_today"
    MANDATE_LACKS_PROVISION = "mandate_lacks_provision"
    MANDATE_LACKS_AMOUNT = "mandate_lacks_amount"
    MOTIVE_MISSING = "motive_missing"
    LEGAL_BASIS_MISSING = "legal_basis_missing"
    LEGAL_BASIS_NOT_IN_QUESTION = "legal_basis_not_in_question"
    PROVISION_UNKNOWN = "provision_unknown"
    PROVISION_FORBIDS = "provision_forbids"
    OWN_PROPOSAL = "own_proposal"
    RECUSED = "recused"
    ASKED_TO_ACT = "asked_to_act"
    CONDITIONS_MISSING = "conditions_missing"
    EARLIER_ROUND = "earlier_round"


class VoteRefused(DomainError):
    """A vote was refused; `refusal` says why and the text what would make it count."""

    def __init__(self, refusal: VoteRefusal, message: str) -> None:
        """`message` carries no personal data."""
        super().__init__(message)
        self.refusal = refusal
