"""Logging in as one of the development people, and out again."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import HTMLResponse, RedirectResponse, Response

from services.api.house import AHouse
from services.console.access import OwnForm, refuse_foreign_site, session_of, sessions_of
from services.console.pages import page
from services.console.sessions import COOKIE, SESSION_LIFE
from services.identity.actor import Actor
from services.identity.people import everyone, people_of
from services.plans.errors import InvalidInput
from services.store.staff import Staff

router = APIRouter()


@router.get("/inloggen")
async def choose(request: Request, house: AHouse, naar: str = "/") -> HTMLResponse:
    """Whom to log in as."""
    people = await _people(house.staff)
    return page(request, "inloggen.html", session_of(request), mensen=people, naar=_inside(naar))


@router.post("/inloggen")
async def log_in(
    request: Request,
    house: AHouse,
    wie: Annotated[str, Form()],
    naar: Annotated[str, Form()] = "/",
) -> Response:
    """Log in."""
    refuse_foreign_site(request)
    found = next((one for one in await _people(house.staff) if one.subject == wie), None)
    if found is None:
        raise InvalidInput((("wie", "kies iemand uit de lijst"),))
    answer = RedirectResponse(_inside(naar), 303)
    answer.set_cookie(
        COOKIE,
        sessions_of(request).cookie_for(found),
        max_age=int(SESSION_LIFE.total_seconds()),
        httponly=True,
        samesite="lax",
        secure=house.installation.api_url.startswith("https:"),
    )
    return answer


@router.post("/uitloggen")
async def log_out(_: OwnForm) -> Response:
    """Log out."""
    answer = RedirectResponse("/inloggen", 303)
    answer.delete_cookie(COOKIE, httponly=True, samesite="lax")
    return answer


async def _people(staff: Staff) -> tuple[Actor, ...]:
    """Everyone from the start, and the people of municipalities that came later."""
    found = {one.subject: one for one in everyone()}
    for municipality in await staff.municipalities():
        found |= {one.subject: one for one in people_of(municipality.name)}
    return tuple(found.values())


def _inside(path: str) -> str:
    """A path on this site; anything else becomes the front page."""
    return path if path.startswith("/") and not path.startswith(("//", "/\\")) else "/"
