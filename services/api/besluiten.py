"""`/v1/besluiten`: joint decisions, and the votes of liaisons."""

from __future__ import annotations

from fastapi import APIRouter

from domain.decisions import DecisionState
from services.api import deciding, incoming, mapping, models
from services.api.house import AHouse, AnActor, House
from services.identity.actor import Actor
from services.plans.deciding import ProposalRequest, ReviewRequest, VoteRequest
from services.plans.provisions import parse_provision

router = APIRouter(prefix="/besluiten", tags=["besluiten"])


@router.get("")
async def lijst(
    house: AHouse, actor: AnActor, staat: DecisionState | None = None
) -> models.BesluitLijst:
    """De besluiten die u mag zien; de eerste termijn bovenaan. Een liaison vindt met
    `staat=in_review` ook besluiten van anderen, die op een collegiale toets wachten."""
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
            conditions=tuple(stem.voorwaarden),
            round=stem.ronde,
        ),
    )
    return models.StemOntvangen(
        besluit_id=receipt.decision, stem_id=receipt.vote, staat=receipt.state.value
    )


@router.post("/{besluit_id}/tegenvoorstellen", status_code=201)
async def tegenvoorstellen(
    besluit_id: str, voorstel: incoming.Tegenvoorstel, house: AHouse, actor: AnActor
) -> models.TegenvoorstelGedaan:
    """Doe een tegenvoorstel: hetzelfde voorstel met andere bedragen of dagen. Er begint een nieuwe
    ronde: iedereen stemt opnieuw."""
    option = await house.decisions.propose(
        actor,
        besluit_id,
        ProposalRequest(
            deciding.changes_in(voorstel.wijzigingen), voorstel.motivering, voorstel.optie
        ),
    )
    return models.TegenvoorstelGedaan(besluit_id=besluit_id, optie_id=option)


@router.put("/{besluit_id}/weging")
async def weging(
    besluit_id: str, weging: incoming.Weging, house: AHouse, actor: AnActor
) -> models.BesluitStaat:
    """Schrijf de afweging op (Awb 3:4, 4:84). Een latere vervangt deze, tot de collegiale toets."""
    await house.decisions.weigh(actor, besluit_id, deciding.weighing_in(weging, actor.subject))
    return await _stand(house, actor, besluit_id)


@router.post("/{besluit_id}/beoordelingen", status_code=201)
async def beoordelingen(
    besluit_id: str, beoordeling: incoming.Beoordeling, house: AHouse, actor: AnActor
) -> models.BesluitStaat:
    """Geef uw oordeel als collega die zelf niet meebesliste (collegiale toets)."""
    asked = ReviewRequest(beoordeling.oordeel, beoordeling.motivering)
    await house.decisions.review(actor, besluit_id, asked)
    return await _stand(house, actor, besluit_id)


async def _stand(house: House, actor: Actor, besluit_id: str) -> models.BesluitStaat:
    line = mapping.besluit_regel((await house.decisions.show(actor, besluit_id)).snapshot)
    return models.BesluitStaat(
        besluit_id=line.besluit_id, staat=line.staat, staat_tekst=line.staat_tekst
    )
