"""The work list and the plan on one page."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from domain.budget.months import months_ahead
from domain.budget.stack import stack_of
from domain.early_warnings import early_warnings
from domain.plan import PlanOutcome
from services.api.house import AHouse
from services.console.access import LoggedIn, OwnForm
from services.console.pages import page
from services.identity.actor import Role
from services.identity.rights import Action, Resource, may
from services.plans.view import picture_of
from workflows.contracts import PlanScope

router = APIRouter()

CLOSING = (PlanOutcome.STABLE, PlanOutcome.UNDECIDED, PlanOutcome.WITHDRAWN)
"""The outcomes that a person may close a plan with."""


@router.get("/")
async def front(request: Request, house: AHouse, session: LoggedIn) -> Response:
    """What there is to do: plans for people of a municipality, decisions for a liaison."""
    if session.actor.role is Role.LIAISON:
        return RedirectResponse("/besluiten", 303)
    lines = await house.plans.lines(session.actor, scope=PlanScope.FULL)
    return page(request, "werklijst.html", session, plannen=lines)


@router.get("/plannen/{plan_id}")
async def plan(plan_id: str, request: Request, house: AHouse, session: LoggedIn) -> HTMLResponse:
    """One plan, on one page."""
    view = await house.plans.show(session.actor, plan_id)
    place = Resource(view.line.ref.municipality)
    picture = picture_of(view.snapshot) if view.snapshot else None
    return page(
        request,
        "plan.html",
        session,
        plan=view,
        beeld=picture,
        stapel=stack_of(picture) if picture else None,
        maanden=months_ahead(picture) if picture else (),
        signalen=early_warnings(picture) if picture else (),
        mag_verversen=may(session.actor, Action.REFRESH_PLAN, place).allowed,
        mag_sluiten=may(session.actor, Action.CLOSE_PLAN, place).allowed,
        uitkomsten=CLOSING,
    )


@router.post("/plannen/{plan_id}/verversingen")
async def refresh(plan_id: str, house: AHouse, session: OwnForm) -> Response:
    """Ask every agency again."""
    await house.plans.refresh(session.actor, plan_id)
    return RedirectResponse(f"/plannen/{plan_id}", 303)


@router.post("/plannen/{plan_id}/sluitingen")
async def close(
    plan_id: str,
    house: AHouse,
    session: OwnForm,
    uitkomst: Annotated[PlanOutcome, Form()],
    reden: Annotated[str, Form(min_length=1, max_length=2000)],
) -> Response:
    """Close the plan."""
    await house.plans.close(session.actor, plan_id, uitkomst, reden)
    return RedirectResponse(f"/plannen/{plan_id}", 303)
