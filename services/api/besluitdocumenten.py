"""`/v1/besluiten/{id}/besluitdocument`: the record of a joint decision, for programs and on paper;
and `/v1/besluiten/_keten`, whether all records of a municipality are still as they were written."""

from __future__ import annotations

import asyncio
from typing import Annotated

from fastapi import APIRouter, Header, HTTPException, Response

from services.api import models
from services.api.house import AHouse, AnActor
from services.api.media import JSON, PDF, wanted
from services.decision_records.document import RecordJson
from services.decision_records.pdf import pdf_of

router = APIRouter(prefix="/besluiten", tags=["besluiten"])

# a path of its own kind: no reference of a decision begins with an underscore
CHAIN = "/_keten"


@router.get(CHAIN)
async def keten(house: AHouse, actor: AnActor) -> models.KetenUit:
    """Loop de keten van besluitdocumenten van uw gemeente na; `breuk` is de eerste plek die niet
    klopt."""
    checked = await house.records.check(actor)
    broken = checked.broken
    return models.KetenUit(
        gemeente=checked.municipality,
        aantal=checked.records,
        gewist=checked.erased,
        laatste_hash=checked.last_hash,
        breuk=None
        if broken is None
        else models.Breuk(
            plaats=broken.place,
            besluit_id=broken.decision,
            versie=broken.version,
            soort=broken.kind.value,
        ),
    )


@router.get(
    "/{besluit_id}/besluitdocument",
    response_model=RecordJson,
    responses={200: {"content": {PDF: {}}}, 406: {"description": "Alleen JSON of PDF"}},
)
async def besluitdocument(
    besluit_id: str,
    house: AHouse,
    actor: AnActor,
    accept: Annotated[str, Header()] = JSON,
) -> Response:
    """Het besluitdocument, als JSON of als toegankelijke PDF (header Accept)."""
    kind = wanted(accept, (JSON, PDF))
    if kind is None:
        raise HTTPException(406)
    record = await house.records.show(actor, besluit_id)
    headers = {"Vary": "Accept"}
    if kind == JSON:
        return Response(record.model_dump_json(), media_type=JSON, headers=headers)
    name = f"besluitdocument-{record.record.id}-v{record.record.version}.pdf"
    headers["Content-Disposition"] = f'attachment; filename="{name}"'
    made = await asyncio.to_thread(pdf_of, record)
    return Response(made, media_type=PDF, headers=headers)
