"""Why a decision refused a proposal, a weighing or a review, told in Dutch (B1).

The workflow gives these reasons in English, as one line without a code; what is in no line here is
an agency's own reason, and is told as it is.
"""

from __future__ import annotations

from collections.abc import Mapping

from domain.decisions import DecisionState
from domain.decisions.vote import MOTIVE_MIN_LENGTH
from services.plans.dutch import DECISIONS

PROPOSALS: Mapping[str, str] = {
    "there is no option": "Het voorstel dat u wilt veranderen, bestaat niet.",
    "not possible with these changes": "Met deze verandering kan een instantie dit niet uitvoeren.",
    "with these changes something new would collide": (
        "Met deze verandering ontstaat er een nieuwe botsing voor het huishouden."
    ),
    "who proposes holds a mandate": "U hebt vandaag geen mandaat (Awb 10:3).",
    "a proposal gives its reasons": (
        f"Schrijf op waarom: ten minste {MOTIVE_MIN_LENGTH} tekens (Awb 3:46)."
    ),
    "the option has no measure": "Een maatregel die u noemt, staat niet in dit voorstel.",
    "who stepped aside does not propose": "U bent opzij gestapt. Een collega doet dit.",
    "that is option": "Dit voorstel is er al. Stem daarover.",
    "an amount is not below": "Een bedrag is niet lager dan nul.",
    "the proposal changes nothing": "U verandert niets. Kies een ander bedrag of een andere dag.",
    "the proposal leaves nothing to do": "Zo blijft er niets over om te doen.",
    "the decision was taken meanwhile": "Er is intussen al besloten.",
    "this decision began before": "Bij dit oudere besluit kan geen tegenvoorstel worden gedaan.",
}
"""By how the reason begins."""

HAD_A_SAY = (
    "U of uw instantie heeft hier al iets van gevonden. Een collega van een andere instantie moet "
    "meekijken."
)

REVIEWS: Mapping[str, str] = {
    "who reviews holds a mandate": "U hebt vandaag geen mandaat (Awb 10:3).",
    "who voted": HAD_A_SAY,
    "a colleague of another agency": HAD_A_SAY,
    "a review gives its reasons": (
        f"Schrijf op waarom: ten minste {MOTIVE_MIN_LENGTH} tekens (Awb 3:46)."
    ),
}

NOT_ALL_WEIGHED = "Nog niet alles is afgewogen. Schrijf in elk vak ten minste 20 tekens (Awb 3:46)."

_STANDS = "this decision is "


def proposal_refused(reason: str) -> str:
    """Why a counter-proposal cannot be put to the vote."""
    if reason.endswith("has nothing to decide here"):
        return "Uw instantie hoeft hier niets te beslissen."
    return _state(reason) or _told(PROPOSALS, reason) or f"Een instantie mag dit niet: {reason}"


def weighing_refused(reason: str) -> str:
    """Why a weighing was not taken."""
    return _state(reason) or NOT_ALL_WEIGHED


def review_refused(reason: str) -> str:
    """Why a review does not count."""
    return _state(reason) or _told(REVIEWS, reason) or f"Uw oordeel is niet geteld: {reason}."


def _told(table: Mapping[str, str], reason: str) -> str | None:
    return next((dutch for start, dutch in table.items() if reason.startswith(start)), None)


def _state(reason: str) -> str | None:
    """Where the decision stands, when that is what keeps it from being done."""
    state = reason.removeprefix(_STANDS)
    if state == reason or state not in tuple(DecisionState):
        return None
    return f"Dit kan nu niet. Het besluit staat op: {DECISIONS[DecisionState(state)]}."
