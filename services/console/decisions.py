"""The liaison's pages: what waits for a decision, the question, and the vote."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, Response

from domain.decisions import DecisionState, VoteKind
from services.api.house import AHouse
from services.console.access import LoggedIn, OwnForm
from services.console.decision_page import Done, Filled, decision_page, done
from services.console.pages import page
from services.identity.actor import Role
from services.plans.deciding import VoteRequest
from services.plans.dutch import REFUSALS
from services.plans.errors import InvalidInput, VoteNotCounted
from services.plans.provisions import ProvisionUnreadable, parse_provision

router = APIRouter()


@router.get("/besluiten")
async def decisions(request: Request, house: AHouse, session: LoggedIn) -> HTMLResponse:
    """The decisions in sight: what waits first; for a liaison also what others ask to review."""
    found = await house.decisions.lines(session.actor, state=None)
    own = {line.ref for line in found}
    is_liaison = session.actor.role is Role.LIAISON
    asked = (
        await house.decisions.lines(session.actor, state=DecisionState.IN_REVIEW)
        if is_liaison
        else ()
    )
    return page(
        request,
        "besluiten.html",
        session,
        besluiten=found,
        na_te_kijken=[line for line in asked if line.ref not in own],
    )


@router.get("/besluiten/{besluit_id}")
async def decision(
    besluit_id: str,
    request: Request,
    house: AHouse,
    session: LoggedIn,
    gedaan: Done | None = None,
) -> HTMLResponse:
    """One decision, with the forms for what this person may do now."""
    view = await house.decisions.show(session.actor, besluit_id)
    return decision_page(request, session, view, Filled(), gedaan=gedaan)


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
    voorwaarden: Annotated[str, Form(max_length=4000)] = "",
    ronde: Annotated[int | None, Form()] = None,
) -> Response:
    """Cast the vote; a vote that does not count comes back with the reason, and what was filled
    in."""
    filled = Filled(
        option=optie,
        kind=soort,
        motive=motivering,
        basis=tuple(grondslag or ()),
        other_basis=andere_grondslag,
        conditions=voorwaarden,
    )
    try:
        bases = [*(grondslag or []), *_split(andere_grondslag)]
        asked = VoteRequest(
            soort,
            motivering,
            tuple(map(parse_provision, bases)),
            optie,
            conditions=tuple(voorwaarden.splitlines()),
            round=ronde,
        )
        await house.decisions.vote(session.actor, besluit_id, asked)
    except VoteNotCounted as error:
        filled.problem = f"Uw stem is niet geteld. {REFUSALS[error.refusal]}"
    except (ProvisionUnreadable, InvalidInput) as error:
        filled.problem = f"Uw stem is niet geteld. Grondslag: {error}."
    else:
        return done(besluit_id, Done.VOTED)
    view = await house.decisions.show(session.actor, besluit_id)
    return decision_page(request, session, view, filled, status=409)


def _split(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
