"""`/v1/regelingen` and `/v1/bepalingen`: the law opened up. Open to all: it is the law, and nothing
of what is asked is kept."""

from __future__ import annotations

import datetime as dt
from typing import Annotated

from fastapi import APIRouter, Body, Path, Query, Request
from pydantic import JsonValue

from domain.legislation.catalogue import REGULATIONS, regulation
from domain.legislation.determination import Regulation
from services.law.articles import article_of
from services.law.asking import determined
from services.law.facts import facts_from_json
from services.law.messages import (
    Bepaling,
    Regeling,
    Regelingen,
    determination_out,
    list_of,
    regulation_out,
)
from services.law.room import Ruimten, room_of_provision, room_of_regulation
from services.law.schema import schema_of

router = APIRouter(tags=["regelingen"])

RegelingId = Annotated[str, Path(pattern="^[a-z0-9_]{1,64}$")]
Bepalingstekst = Annotated[
    str, Path(max_length=80, description="Wet, artikel en zo nodig lid, zoals Awir 26 lid 2.")
]
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


@router.get("/regelingen/{regeling_id}/ruimte")
async def ruimte(regeling_id: RegelingId, peildatum: Peildatum) -> Ruimten:
    """Wat onder deze regeling moet en wat mag: verplichte uitzonderingen en ruimte om af te
    wijken."""
    return room_of_regulation(regulation(regeling_id), peildatum)


@router.get("/bepalingen/{bepaling}/ruimte")
async def ruimte_van_bepaling(bepaling: Bepalingstekst, peildatum: Peildatum) -> Ruimten:
    """Hetzelfde van één bepaling, zoals "Awir 31bis" of "Pw 58 lid 8"."""
    return room_of_provision(article_of(bepaling), peildatum)


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
    return determination_out(determined(asked, facts, peildatum), asked)
