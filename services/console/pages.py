"""Rendering: templates with escaping on, and the few filters that they need."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from zoneinfo import ZoneInfo

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from domain.explanations import body_name, day, euros
from services.console import records, words
from services.console.sessions import Session
from services.plans import dutch

TEMPLATES = Path(__file__).parent / "templates"
AMSTERDAM = ZoneInfo("Europe/Amsterdam")


def moment(at: dt.datetime) -> str:
    """A moment as people in the Netherlands read it: "23 november 2026, 14.05 uur"."""
    local = at.astimezone(AMSTERDAM)
    return f"{day(local.date())}, {local:%H.%M} uur"


def kept_together(text: str) -> str:
    """The text with its amounts unbroken: no line ends between the euro sign and the number."""
    return text.replace("€ ", "€\N{NO-BREAK SPACE}")


def amount(cents: int) -> str:
    """An amount of euro cents, unbroken."""
    return kept_together(euros(cents))


def number(value: float) -> str:
    """A number with one decimal, the Dutch way."""
    return f"{value:.1f}".replace(".", ",")


def step(name: str) -> str:
    """A span's name without the package of a gRPC service."""
    service, slash, method = name.rpartition("/")
    grpc = slash and "." in service and " " not in service
    return f"{service.rpartition('.')[2]}/{method}" if grpc else name


def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters.update(
        euro=amount,
        dag=day,
        moment=moment,
        getal=number,
        stap=step,
        bijeen=kept_together,
        woord=words.word,
        omschreven=records.described,
    )
    environment.globals.update(
        dutch=dutch,
        instantie=dutch.agency_name,
        maatregel=dutch.measure_text,
        eigenaar=words.owner_name,
        lichaam=body_name,
    )
    return environment


_ENVIRONMENT = _environment()


def page(
    request: Request, name: str, session: Session | None, *, status: int = 200, **values: object
) -> HTMLResponse:
    """The page of this template. `session` None shows it to someone who is not logged in."""
    html = _ENVIRONMENT.get_template(name).render(
        session=session,
        actor=session.actor if session else None,
        installation=request.app.state.house.installation,
        path=request.url.path,
        **values,
    )
    return HTMLResponse(html, status)
