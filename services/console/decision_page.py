"""The page of one decision: what is on it for whom, the forms as filled in, and what was done."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from fastapi import Request
from fastapi.responses import HTMLResponse, RedirectResponse

from domain.decisions import DecisionState, Opinion, VoteKind
from services.console.pages import page
from services.console.sessions import Session
from services.identity.rights import Action, may
from services.plans.deciding import had_a_say
from services.plans.decisions import place_of
from services.plans.dutch import VOTED
from services.plans.view import DecisionView


class Done(StrEnum):
    """What was just done, as it stands in the address that follows a form."""

    VOTED = "gestemd"
    PROPOSED = "voorgesteld"
    WEIGHED = "afgewogen"
    REVIEWED = "nagekeken"


SAID: dict[Done, str] = {
    Done.VOTED: "Uw stem is geteld.",
    Done.PROPOSED: "Uw tegenvoorstel staat bij de voorstellen. Er is een nieuwe ronde begonnen: "
    "iedereen stemt opnieuw. Over uw eigen voorstel stemt een collega.",
    Done.WEIGHED: "De afweging is bewaard. Een collega van een andere instantie kan nu meekijken.",
    Done.REVIEWED: "Uw oordeel is bewaard. Dank u wel voor het meekijken.",
}


@dataclass
class Filled:
    """The forms as they were filled in, and what is wrong with one of them."""

    problem: str = ""
    option: str = ""
    kind: VoteKind | None = None
    motive: str = ""
    basis: tuple[str, ...] = ()
    other_basis: str = ""
    conditions: str = ""
    proposal: dict[str, str] = field(default_factory=dict)
    weighing: dict[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    opinion: Opinion | None = None
    review_motive: str = ""


def decision_page(
    request: Request,
    session: Session,
    view: DecisionView,
    filled: Filled,
    *,
    gedaan: Done | None = None,
    status: int = 200,
) -> HTMLResponse:
    """One decision, with the forms for what this person may do now."""
    actor, snapshot = session.actor, view.snapshot
    place, state = place_of(snapshot, actor), snapshot.state
    is_open = state is DecisionState.OPEN
    to_weigh = is_open or state is DecisionState.WEIGHING
    outsider = not had_a_say(snapshot, actor)
    return page(
        request,
        "besluit.html",
        session,
        status=status,
        besluit=view,
        ingevuld=filled,
        gezegd=_said(view, session, gedaan),
        tegen={put.option: put for put in snapshot.proposals},
        mag_stemmen=is_open and may(actor, Action.CAST_VOTE, place).allowed,
        mag_voorstellen=is_open and may(actor, Action.PROPOSE, place).allowed,
        mag_afwegen=to_weigh and may(actor, Action.WEIGH, place).allowed,
        mag_nakijken=state is DecisionState.IN_REVIEW
        and outsider
        and may(actor, Action.REVIEW, place).allowed,
        soorten=tuple(VoteKind),
        oordelen=tuple(Opinion),
    )


def done(decision: str, what: Done) -> RedirectResponse:
    """Back to the decision, where it is said in words what was done."""
    return RedirectResponse(f"/besluiten/{decision}?gedaan={what.value}", 303)


def _said(view: DecisionView, session: Session, gedaan: Done | None) -> str:
    if gedaan is None:
        return ""
    own = [c.vote for c in view.snapshot.votes if c.vote.liaison.id == session.actor.subject]
    if gedaan is Done.VOTED:
        # the address can be typed by anyone: what is said must be true
        return f"{SAID[gedaan]} {VOTED[own[-1].kind]}" if own else ""
    return SAID[gedaan]
