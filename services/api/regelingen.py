"""`/v1/regelingen`: the law opened up. Open to all: it is the law, and nothing of it is kept."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Request
from pydantic import JsonValue

from domain.legislation.catalogue import REGULATIONS, regulation
from domain.legislation.determination import Regulation
from services.law.facts import facts_from_json, schema_of
from services.law.messages import (
    Bepaling,
    Regeling,
    Regelingen,
    determination_out,
    list_of,
    regulation_out,
)

router = APIRouter(tags=["regelingen"])

RegelingId = Annotated[str, Path(pattern="^[a-z0-9_]{1,64}$")]
Peildatum = Annotated[dt.date, Query(description="De dag waarop de wet wordt toegepast.")]
"""The day asked; the law of that day is applied."""


@router.get("/regelingen")
async def regelingen() -> Regelingen:
    """Alle regelingen die hier te bepalen zijn."""
    return list_of(REGULATIONS.values())


@router.get("/regelingen/{regeling_id}")
async def regeling(regeling_id: RegelingId, peildatum: Peildatum) -> Regeling:
    """Eén regeling: artikelen, gegevens en parameters met bron."""
    return regulation_out(regulation(regeling_id), peildatum)


@router.get("/regelingen/{regeling_id}/schema")
async def schema(regeling_id: RegelingId) -> dict[str, JsonValue]:
    """Het JSON Schema van de gegevens die de regeling vraagt."""
    return schema_of(regulation(regeling_id))


@router.post("/regelingen/{regeling_id}/_bepaal")
async def bepaal(
    regeling_id: RegelingId,
    peildatum: Peildatum,
    request: Request,
    _: Annotated[dict[str, JsonValue], Body(description="De gegevens, volgens het schema.")],
) -> Bepaling:
    """Bepaal de uitkomst op een dag, met uitleg. Wat ontbreekt, is niet bekend. Er blijft niets
    van bewaard."""
    asked: Regulation = regulation(regeling_id)
    facts = facts_from_json(asked, await request.body())
    return determination_out(asked.determine(facts, peildatum), asked)
