"""The liaison's pages: what waits for a decision, the question, and the vote."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from domain.decisions import VoteKind
from services.api.house import AHouse
from services.console.access import LoggedIn, OwnForm
from services.console.pages import page
from services.console.sessions import Session
from services.identity.rights import Action, Resource, may
from services.plans.decisions import VoteRequest
from services.plans.dutch import REFUSALS
from services.plans.errors import InvalidInput, VoteNotCounted
from services.plans.provisions import ProvisionUnreadable, parse_provision
from services.plans.view import DecisionView

router = APIRouter()


@router.get("/besluiten")
async def decisions(request: Request, house: AHouse, session: LoggedIn) -> HTMLResponse:
    """The decisions in sight: what is open first."""
    found = await house.decisions.lines(session.actor, state=None)
    return page(request, "besluiten.html", session, besluiten=found)


@router.get("/besluiten/{besluit_id}")
async def decision(
    besluit_id: str, request: Request, house: AHouse, session: LoggedIn
) -> HTMLResponse:
    """One decision, with the form to vote for who may."""
    view = await house.decisions.show(session.actor, besluit_id)
    return _page(request, session, view, _Filled())


@router.post("/besluiten/{besluit_id}/stemmen")
async def vote(
    besluit_id: str,
    request: Request,
    house: AHouse,
    session: OwnForm,
    soort: Annotated[VoteKind, Form()],
    optie: Annotated[str, Form()],
    motivering: Annotated[str, Form(max_length=4000)] = "",
    grondslag: Annotated[list[str] | None, Form()] = None,
    andere_grondslag: Annotated[str, Form(max_length=400)] = "",
) -> Response:
    """Cast the vote; a vote that does not count comes back with the reason, and what was filled
    in."""
    bases = [*(grondslag or []), *_split(andere_grondslag)]
    filled = _Filled(soort, motivering, tuple(grondslag or ()), andere_grondslag)
    try:
        asked = VoteRequest(soort, motivering, tuple(map(parse_provision, bases)), optie)
        await house.decisions.vote(session.actor, besluit_id, asked)
    except VoteNotCounted as error:
        filled.problem = REFUSALS[error.refusal]
    except (ProvisionUnreadable, InvalidInput) as error:
        filled.problem = f"Grondslag: {error}."
    else:
        return RedirectResponse(f"/besluiten/{besluit_id}", 303)
    view = await house.decisions.show(session.actor, besluit_id)
    return _page(request, session, view, filled, status=409)


class _Filled:
    """The form as it was filled in, and what is wrong with it."""

    def __init__(
        self,
        kind: VoteKind | None = None,
        motive: str = "",
        basis: tuple[str, ...] = (),
        other_basis: str = "",
    ) -> None:
        self.kind = kind
        self.motive = motive
        self.basis = basis
        self.other_basis = other_basis
        self.problem = ""


def _page(
    request: Request, session: Session, view: DecisionView, filled: _Filled, *, status: int = 200
) -> HTMLResponse:
    place = Resource(view.snapshot.plan.municipality, view.snapshot.bundle.agencies)
    return page(
        request,
        "besluit.html",
        session,
        status=status,
        besluit=view,
        ingevuld=filled,
        mag_stemmen=may(session.actor, Action.CAST_VOTE, place).allowed,
        soorten=tuple(VoteKind),
    )


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
