"""Puts the console on the application: its pages, its style sheet, and pages for what goes
wrong."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import quote

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import HTMLResponse, RedirectResponse, Response
from fastapi.staticfiles import StaticFiles
from starlette.exceptions import HTTPException

from services.console import deciding, decisions, login, plans, traces
from services.console.access import NotLoggedIn, session_of
from services.console.pages import page
from services.console.sessions import FormForged, Sessions
from services.plans.errors import (
    InvalidInput,
    NotAllowed,
    NotFound,
    RunnerUnavailable,
    ServiceError,
)

STATIC = Path(__file__).parent / "static"

_STATUS: dict[type[ServiceError], int] = {
    InvalidInput: 400,
    NotAllowed: 403,
    NotFound: 404,
    RunnerUnavailable: 503,
}


def add_console(root: FastAPI, sessions: Sessions) -> None:
    """Add the console's routes and error pages to the application."""
    root.state.sessions = sessions
    for module in (login, plans, decisions, deciding, traces):
        root.include_router(module.router, include_in_schema=False)
    root.mount("/statisch", StaticFiles(directory=STATIC), name="statisch")
    _handle_errors(root)


def _handle_errors(root: FastAPI) -> None:
    @root.exception_handler(NotLoggedIn)
    async def _login(request: Request, _: NotLoggedIn) -> Response:
        wanted = request.url.path if request.method == "GET" else "/"
        return RedirectResponse(f"/inloggen?naar={quote(wanted)}", 303)

    @root.exception_handler(ServiceError)
    async def _service(request: Request, error: ServiceError) -> HTMLResponse:
        return _error(request, _STATUS.get(type(error), 409), str(error))

    @root.exception_handler(FormForged)
    async def _forged(request: Request, _: FormForged) -> HTMLResponse:
        return _error(request, 403, "Dit formulier is verlopen. Ga terug en probeer het opnieuw.")

    @root.exception_handler(RequestValidationError)
    async def _invalid(request: Request, _: RequestValidationError) -> HTMLResponse:
        return _error(request, 400, "Het formulier is niet volledig ingevuld.")

    @root.exception_handler(Exception)
    async def _broken(request: Request, _: Exception) -> HTMLResponse:
        return _error(request, 500, "Er ging iets mis bij ons. Probeer het later opnieuw.")

    @root.exception_handler(HTTPException)
    async def _http(request: Request, error: HTTPException) -> HTMLResponse:
        known = {404: "Deze pagina bestaat niet.", 405: "Dit kan hier niet."}
        text = known.get(error.status_code, "Er ging iets mis.")
        return _error(request, error.status_code, text)


def _error(request: Request, status: int, text: str) -> HTMLResponse:
    return page(request, "fout.html", session_of(request), status=status, tekst=text, code=status)
