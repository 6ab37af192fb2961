"""Console sessions: who is logged in, sealed in a cookie that no script can read."""

from __future__ import annotations

import base64
import binascii
import datetime as dt
import hmac
import secrets
from collections.abc import Callable
from dataclasses import dataclass

from cryptography.exceptions import InvalidTag
from pydantic import TypeAdapter, ValidationError

from services.identity.actor import Actor
from workflows.keys import seal, unseal

COOKIE = "samenloop_sessie"
SESSION_LIFE = dt.timedelta(hours=8)
BOUND_TO = "console-session"


class FormForged(Exception):
    """A form did not come from a page that we made for this session."""


@dataclass(frozen=True, slots=True)
class Session:
    """One login: the actor, the token that its forms carry, and until when."""

    actor: Actor
    form_token: str
    until: dt.datetime

    def check_form(self, token: str) -> None:
        """Raises FormForged for a form without this session's token."""
        if not hmac.compare_digest(token.encode(), self.form_token.encode()):
            raise FormForged


_SESSIONS = TypeAdapter(Session)


class Sessions:
    """Makes and reads session cookies. Nothing is kept on the server; the key is its only
    secret."""

    def __init__(self, key: bytes, *, now: Callable[[], dt.datetime]) -> None:
        self._key = key
        self._now = now

    def cookie_for(self, actor: Actor) -> str:
        """A fresh session's cookie value."""
        session = Session(actor, secrets.token_urlsafe(24), self._now() + SESSION_LIFE)
        sealed = seal(self._key, _SESSIONS.dump_json(session), bound_to=BOUND_TO)
        return base64.urlsafe_b64encode(sealed).decode()

    def read(self, cookie: str | None) -> Session | None:
        """The session in a cookie; None when there is none, or it is over, or it is not ours."""
        if not cookie:
            return None
        try:
            sealed = base64.urlsafe_b64decode(cookie.encode())
            session = _SESSIONS.validate_json(unseal(self._key, sealed, bound_to=BOUND_TO))
        except (binascii.Error, ValueError, InvalidTag, ValidationError):
            return None
        return session if session.until > self._now() else None
