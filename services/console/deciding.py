"""The other forms of a decision: the counter-proposal, the weighing, and a colleague's review."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from typing import Annotated

from fastapi import APIRouter, Form, Request
from fastapi.responses import Response

from domain.decisions import MeasureChange, Opinion, Weighing
from domain.decisions.weighing import REQUIRED
from services.api.house import AHouse
from services.console.access import OwnForm
from services.console.decision_page import Done, Filled, decision_page, done
from services.plans.deciding import ProposalRequest, ReviewRequest
from services.plans.dutch import WEIGHING_FIELDS
from services.plans.errors import ProposalNotPut, ReviewNotCounted, WeighingNotTaken

router = APIRouter()

_EURO = re.compile(r"^(?P<euros>\d{1,3}(\.?\d{3})*)(,(?P<cents>\d{2}))?$")
LONGEST = 4000


class NotReadable(Exception):
    """What was filled in is no amount, or no day; the text says how to write it."""


@router.post("/besluiten/{besluit_id}/tegenvoorstellen")
async def propose(
    besluit_id: str,
    request: Request,
    house: AHouse,
    session: OwnForm,
    optie: Annotated[str, Form()],
    motivering: Annotated[str, Form(max_length=LONGEST)] = "",
) -> Response:
    """Put a changed option to the vote."""
    filled = Filled(option=optie, proposal=await _texts(request))
    try:
        changes = tuple(_changes(filled.proposal))
        asked = ProposalRequest(changes, motivering, optie)
        await house.decisions.propose(session.actor, besluit_id, asked)
    except (ProposalNotPut, NotReadable) as error:
        filled.problem = f"Uw tegenvoorstel is niet gedaan. {error}"
    else:
        return done(besluit_id, Done.PROPOSED)
    view = await house.decisions.show(session.actor, besluit_id)
    return decision_page(request, session, view, filled, status=409)


@router.post("/besluiten/{besluit_id}/weging")
async def weigh(besluit_id: str, request: Request, house: AHouse, session: OwnForm) -> Response:
    """Write down the balance of interests."""
    filled = Filled(weighing=await _texts(request))
    try:
        weighing = _weighing(filled.weighing, session.actor.subject)
        await house.decisions.weigh(session.actor, besluit_id, weighing)
    except WeighingNotTaken as error:
        filled.missing = error.missing
        filled.problem = f"De afweging is niet bewaard. {error} {_named(error.missing)}"
    except NotReadable as error:
        filled.problem = f"De afweging is niet bewaard. {error}"
    else:
        return done(besluit_id, Done.WEIGHED)
    view = await house.decisions.show(session.actor, besluit_id)
    return decision_page(request, session, view, filled, status=409)


@router.post("/besluiten/{besluit_id}/beoordelingen")
async def review(
    besluit_id: str,
    request: Request,
    house: AHouse,
    session: OwnForm,
    oordeel: Annotated[Opinion, Form()],
    motivering: Annotated[str, Form(max_length=LONGEST)] = "",
) -> Response:
    """Give an opinion on a decision of others."""
    filled = Filled(opinion=oordeel, review_motive=motivering)
    try:
        asked = ReviewRequest(oordeel, motivering)
        await house.decisions.review(session.actor, besluit_id, asked)
    except ReviewNotCounted as error:
        filled.problem = f"Uw oordeel is niet geteld. {error}"
    else:
        return done(besluit_id, Done.REVIEWED)
    view = await house.decisions.show(session.actor, besluit_id)
    return decision_page(request, session, view, filled, status=409)


async def _texts(request: Request) -> dict[str, str]:
    """The form's own fields, as text, none longer than a form lets people write."""
    sent = (await request.form()).items()
    return {name: value[:LONGEST].strip() for name, value in sent if isinstance(value, str)}


def _changes(sent: Mapping[str, str]) -> Iterator[MeasureChange]:
    """One change for every measure that the form shows."""
    for name in sent:
        field, _, measure = name.partition(":")
        if field == "maatregel":
            yield MeasureChange(
                measure,
                left_out=f"weg:{measure}" in sent,
                amount_cents=cents_of(sent.get(f"bedrag:{measure}", "")),
                from_date=_day_of(sent.get(f"vanaf:{measure}", "")),
                until=_day_of(sent.get(f"tot:{measure}", "")),
            )


def _weighing(sent: Mapping[str, str], by: str) -> Weighing:
    days = sent.get("dagen_tot_schade", "")
    if days and not (days.isdecimal() and len(days) <= 4):
        raise NotReadable("Schrijf het aantal dagen als een getal, bijvoorbeeld 14.")
    texts = {name: sent.get(name, "") for name in REQUIRED}
    return Weighing(
        by=by,
        **texts,
        harm_monthly_cents=cents_of(sent.get("schade_per_maand", "")),
        days_to_harm=int(days) if days else None,
    )


def cents_of(text: str) -> int | None:
    """An amount as people write it ("1.234,50"), in euro cents; None when nothing was written.

    Raises NotReadable.
    """
    plain = text.replace("€", "").strip()
    if not plain:
        return None
    found = _EURO.match(plain)
    if found is None or len(plain) > 14:
        raise NotReadable("Schrijf een bedrag als 1.234,50 of 85.")
    return int(found["euros"].replace(".", "")) * 100 + int(found["cents"] or 0)


def _day_of(text: str) -> dt.date | None:
    try:
        return dt.date.fromisoformat(text) if text else None
    except ValueError as error:
        raise NotReadable("Schrijf een dag als 2026-05-31.") from error


def _named(fields: tuple[str, ...]) -> str:
    return ", ".join(WEIGHING_FIELDS[name] for name in fields)
