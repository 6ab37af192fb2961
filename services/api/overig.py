"""`/v1/traces` and `/v1/status`: what happened, and what runs where."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Path

from services.api import mapping, models
from services.api.edge import API_VERSION
from services.api.house import AHouse, AnActor

router = APIRouter()


@router.get("/traces/{trace_id}", tags=["traces"])
async def trace(
    trace_id: Annotated[str, Path(pattern="^[0-9a-f]{32}$")], house: AHouse, actor: AnActor
) -> models.TraceUit:
    """Het spoor van een plan over alle organisaties."""
    return mapping.trace_uit(await house.traces.show(actor, trace_id))


@router.get("/status", tags=["status"])
async def status(house: AHouse) -> models.StatusUit:
    """Wat waar draait, en of het antwoordt. Open: er staan geen gegevens van mensen in."""
    store, engine, telemetry = await asyncio.gather(
        house.database.is_reachable(), house.runner.is_reachable(), house.telemetry.is_reachable()
    )
    where = house.installation
    return models.StatusUit(
        status="ok" if store and engine else "verstoord",
        versie=API_VERSION,
        ontwikkeling=where.development,
        api_url=where.api_url,
        temporal_ui_url=where.temporal_ui_url,
        temporal_namespace=where.temporal_namespace,
        instanties={agency.value: address for agency, address in where.agencies.items()},
        onderdelen=[
            models.Onderdeel(naam="opslag", bereikbaar=store),
            models.Onderdeel(naam="plannenmotor", bereikbaar=engine),
            models.Onderdeel(naam="telemetrie", bereikbaar=telemetry),
        ],
    )
