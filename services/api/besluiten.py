"""`/v1/besluiten`: joint decisions, and the votes of liaisons."""

from __future__ import annotations

from fastapi import APIRouter

from domain.decisions import DecisionState
from services.api import incoming, mapping, models
from services.api.house import AHouse, AnActor
from services.plans.decisions import VoteRequest
from services.plans.provisions import parse_provision

router = APIRouter(prefix="/besluiten", tags=["besluiten"])


@router.get("")
async def lijst(
    house: AHouse, actor: AnActor, staat: DecisionState | None = None
) -> models.BesluitLijst:
    """De besluiten die u mag zien; de eerste termijn bovenaan."""
    found = await house.decisions.lines(actor, state=staat)
    return models.BesluitLijst(besluiten=[mapping.besluit_regel(one) for one in found])


@router.get("/{besluit_id}")
async def tonen(besluit_id: str, house: AHouse, actor: AnActor) -> models.BesluitUit:
    """Eén besluit: de vraag, het voorstel, de stemmen en wat er is uitgevoerd."""
    return mapping.besluit_uit(await house.decisions.show(actor, besluit_id))


@router.post("/{besluit_id}/stemmen", status_code=201)
async def stemmen(
    besluit_id: str, stem: incoming.Stem, house: AHouse, actor: AnActor
) -> models.StemOntvangen:
    """Breng uw stem uit, met motivering en grondslag."""
    receipt = await house.decisions.vote(
        actor,
        besluit_id,
        VoteRequest(
            kind=stem.soort,
            motive=stem.motivering,
            legal_basis=tuple(parse_provision(text) for text in stem.grondslag),
            option=stem.optie,
            given_id=stem.stem_id,
        ),
    )
    return models.StemOntvangen(
        besluit_id=receipt.decision, stem_id=receipt.vote, staat=receipt.state.value
    )
