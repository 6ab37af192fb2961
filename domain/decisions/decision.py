"""When a vote counts and when a bundle is decided: pure rules, used by the Update's validator.

A joint decision (gezamenlijk afwijkingsbesluit) is every competent agency's own decision, effective
together or not at all; so every agency that must act has to agree, by a mandated liaison
(Awb 10:3).
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from domain.bundles import Bundle
from domain.errors import DomainError
from domain.legislation.powers import is_own_ground, may_invoke
from domain.measures import Measure, Option
from domain.records import Provision
from domain.vocabulary import Agency

MOTIVE_MIN_LENGTH = 20
"""A motive shorter than this cannot give reasons (Awb 3:46)."""


class VoteKind(StrEnum):
    """What a liaison says to an option."""

    AGREE = "agree"
    OBJECT = "object"


class DecisionState(StrEnum):
    """Where a joint decision stands."""

    CHECKING = "checking"
    OPEN = "open"
    AGREED = "agreed"
    APPLYING = "applying"
    CARRIED_OUT = "carried_out"
    OBJECTED = "objected"
    LAPSED = "lapsed"
    NOT_POSSIBLE = "not_possible"
    COMPENSATED = "compensated"
    NEEDS_PERSON = "needs_person"


@dataclass(frozen=True, slots=True)
class Mandate:
    """What a liaison may decide: on which provisions, up to which amount (euro cents), until when.

    An empty tuple of provisions mandates nothing. `max_amount_cents` None sets no limit.
    """

    ref: str
    provisions: tuple[Provision, ...]
    max_amount_cents: int | None
    valid_from: dt.date
    valid_until: dt.date


@dataclass(frozen=True, slots=True)
class Liaison:
    """Who votes: an opaque id, the agency acted for, the mandate held on the day of the vote."""

    id: str
    agency: Agency
    mandate: Mandate | None


@dataclass(frozen=True, slots=True)
class Vote:
    """One liaison's answer to one option: kind, motive in words, the provisions it stands on."""

    id: str
    liaison: Liaison
    agency: Agency
    option: str
    kind: VoteKind
    motive: str
    legal_basis: tuple[Provision, ...]


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


class VoteRefused(DomainError):
    """A vote was refused; `refusal` says why and the text what would make it count."""

    def __init__(self, refusal: VoteRefusal, message: str) -> None:
        """`message` carries no personal data."""
        super().__init__(message)
        self.refusal = refusal


def refusal_of(
    vote: Vote, bundle: Bundle, state: DecisionState, today: dt.date
) -> VoteRefused | None:
    """Why this vote may not be counted on this day, or None when it may. Never raises."""
    if state is not DecisionState.OPEN:
        return VoteRefused(
            VoteRefusal.DECISION_CLOSED,
            f"this decision is {state.value}: votes are no longer taken",
        )
    if vote.agency is not vote.liaison.agency:
        return VoteRefused(
            VoteRefusal.NOT_OWN_AGENCY,
            f"a liaison of {vote.liaison.agency.value} votes for that agency only",
        )
    if vote.agency not in bundle.agencies:
        return VoteRefused(
            VoteRefusal.AGENCY_NOT_INVOLVED, f"{vote.agency.value} has nothing to decide here"
        )
    option = next((option for option in bundle.options if option.ref == vote.option), None)
    if option is None:
        return VoteRefused(VoteRefusal.UNKNOWN_OPTION, f"there is no option {vote.option}")
    if len(vote.motive.strip()) < MOTIVE_MIN_LENGTH:
        return VoteRefused(
            VoteRefusal.MOTIVE_MISSING,
            f"a vote gives its reasons in at least {MOTIVE_MIN_LENGTH} characters (Awb 3:46)",
        )
    own = tuple(measure for measure in option.measures if measure.agency is vote.agency)
    return _legal_basis_refusal(vote, own) or _mandate_refusal(vote, own, today)


def _legal_basis_refusal(vote: Vote, own: tuple[Measure, ...]) -> VoteRefused | None:
    if not vote.legal_basis:
        return VoteRefused(
            VoteRefusal.LEGAL_BASIS_MISSING, "a vote names the provisions it stands on (Awb 3:46)"
        )
    foreign = [each for each in vote.legal_basis if not may_invoke(vote.agency, each)]
    if foreign:
        return VoteRefused(
            VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
            f"not a provision that {vote.agency.value} can stand on: {_named(foreign)}",
        )
    if vote.kind is VoteKind.AGREE:
        return _unnamed_ground_refusal(vote, own)
    return _objection_ground_refusal(vote)


def _unnamed_ground_refusal(vote: Vote, own: tuple[Measure, ...]) -> VoteRefused | None:
    missing = {measure.provision for measure in own} - set(vote.legal_basis)
    if not missing:
        return None
    return VoteRefused(
        VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
        f"who agrees names each provision that the agency is to act on; missing: {_named(missing)}",
    )


def _objection_ground_refusal(vote: Vote) -> VoteRefused | None:
    if any(is_own_ground(vote.agency, each) for each in vote.legal_basis):
        return None
    return VoteRefused(
        VoteRefusal.LEGAL_BASIS_NOT_IN_QUESTION,
        "who objects names a provision of the agency's own, or Awb 3:2, 3:4, 3:46 or 4:84",
    )


def _named(provisions: Iterable[Provision]) -> str:
    return ", ".join(sorted(str(provision) for provision in provisions))


def _mandate_refusal(vote: Vote, own: tuple[Measure, ...], today: dt.date) -> VoteRefused | None:
    mandate = vote.liaison.mandate
    if mandate is None:
        return VoteRefused(VoteRefusal.NO_MANDATE, "who votes holds a mandate (Awb 10:3)")
    if not mandate.valid_from <= today <= mandate.valid_until:
        return VoteRefused(
            VoteRefusal.MANDATE_NOT_VALID_TODAY,
            f"the mandate is valid from {mandate.valid_from} until {mandate.valid_until}",
        )
    if vote.kind is VoteKind.OBJECT:
        return None
    for measure in own:
        if measure.provision not in mandate.provisions:
            return VoteRefused(
                VoteRefusal.MANDATE_LACKS_PROVISION,
                f"the mandate does not reach {measure.provision}",
            )
        limit = mandate.max_amount_cents
        if limit is not None and (measure.amount_cents or 0) > limit:
            return VoteRefused(
                VoteRefusal.MANDATE_LACKS_AMOUNT,
                f"the mandate does not reach the amount asked under {measure.provision}",
            )
    return None


def outcome_of(bundle: Bundle, votes: Mapping[Agency, Vote]) -> tuple[DecisionState, Option | None]:
    """Where the decision stands on these last votes per agency.

    AGREED with the option when every agency that must act agreed to the same one; OBJECTED when an
    agency objects; OPEN otherwise. An option without measures cannot be agreed to.
    """
    if any(vote.kind is VoteKind.OBJECT for vote in votes.values()):
        return DecisionState.OBJECTED, None
    for option in bundle.options:
        must_act = {measure.agency for measure in option.measures}
        agreeing = {agency for agency, vote in votes.items() if vote.option == option.ref}
        if must_act and agreeing >= must_act:
            return DecisionState.AGREED, option
    return DecisionState.OPEN, None
