"""Who is at the console: the session of a request, and its forms."""

from __future__ import annotations

from typing import Annotated

from fastapi import Depends, Form, Request

from services.console.sessions import COOKIE, FormForged, Session, Sessions

FOREIGN_SITES = frozenset({"cross-site", "same-site"})


class NotLoggedIn(Exception):
    """The page is for people who are logged in."""


def sessions_of(request: Request) -> Sessions:
    """The sessions that this application was made with."""
    sessions = request.app.state.sessions
    if not isinstance(sessions, Sessions):
        raise TypeError("the application was made without sessions")
    return sessions


def session_of(request: Request) -> Session | None:
    """The session that comes with a request, if any."""
    return sessions_of(request).read(request.cookies.get(COOKIE))


def _logged_in(request: Request) -> Session:
    session = session_of(request)
    if session is None:
        raise NotLoggedIn
    return session


LoggedIn = Annotated[Session, Depends(_logged_in)]


def _form(request: Request, session: LoggedIn, formulier: Annotated[str, Form()] = "") -> Session:
    refuse_foreign_site(request)
    session.check_form(formulier)
    return session


def refuse_foreign_site(request: Request) -> None:
    """Raises FormForged for a form that another site sent (where the browser says so)."""
    if request.headers.get("sec-fetch-site") in FOREIGN_SITES:
        raise FormForged


OwnForm = Annotated[Session, Depends(_form)]
