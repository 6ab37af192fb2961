"""`/v1/plannen`: plans of the actor's own municipality."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response

from agency_adapters.casefile import load_case_file
from domain.plan import PlanPhase
from services.api import incoming, mapping, models
from services.api.house import AHouse, AnActor
from services.plans.assessment_json import AssessmentJson
from services.plans.plans import PlanRequest
from workflows.contracts import PlanScope

router = APIRouter(prefix="/plannen", tags=["plannen"])

ADMINISTRATION = r"^[a-z0-9-]{0,64}$"


class Bereik(StrEnum):
    """How far a plan goes."""

    VOLLEDIG = "volledig"
    BEOORDELING = "beoordeling"

    @property
    def scope(self) -> PlanScope:
        """The plan's own word for it."""
        return PlanScope.FULL if self is Bereik.VOLLEDIG else PlanScope.ASSESSMENT_ONLY


CASE_FILE_BODY = {
    "requestBody": {
        "required": True,
        "description": "Een casusbestand (casefile.schema.json), zoals het is",
        "content": {"application/json": {"schema": {"type": "object"}}},
    }
}


@router.post("", status_code=201, openapi_extra=CASE_FILE_BODY)
async def start(
    request: Request,
    response: Response,
    house: AHouse,
    actor: AnActor,
    bereik: Bereik = Bereik.VOLLEDIG,
    administratie: Annotated[str, Query(pattern=ADMINISTRATION)] = "",
) -> models.PlanRegel:
    """Start het plan van een huishouden."""
    case = load_case_file(await request.body())
    line = await house.plans.start(actor, PlanRequest(case, bereik.scope, administratie))
    response.headers["Location"] = f"/v1/plannen/{line.ref.plan}"
    return mapping.plan_regel(line)


@router.get("")
async def lijst(
    house: AHouse,
    actor: AnActor,
    bereik: Bereik | None = None,
    fase: PlanPhase | None = None,
) -> models.PlanLijst:
    """De plannen van uw gemeente; het laatst gewijzigde eerst."""
    lines = await house.plans.lines(actor, scope=bereik.scope if bereik else None, phase=fase)
    return models.PlanLijst(plannen=[mapping.plan_regel(line) for line in lines])


@router.post("/_zoek")
async def zoeken(
    vraag: incoming.Zoekvraag,
    house: AHouse,
    actor: AnActor,
    administratie: Annotated[str, Query(pattern=ADMINISTRATION)] = "",
) -> models.PlanLijst:
    """Het open plan waarvan deze persoon de aanvrager is; een lege lijst als er geen is."""
    line = await house.plans.open_plan_of(
        actor, vraag.burgerservicenummer, administration=administratie
    )
    return models.PlanLijst(plannen=[] if line is None else [mapping.plan_regel(line)])


@router.get("/{plan_id}")
async def tonen(plan_id: str, house: AHouse, actor: AnActor) -> models.PlanUit:
    """Eén plan: posities, begroting, conflicten, besluiten en termijnen."""
    return mapping.plan_uit(await house.plans.show(actor, plan_id))


@router.get(
    "/{plan_id}/beoordeling",
    response_model=AssessmentJson,
    responses={202: {"description": "Nog niet beoordeeld"}},
)
async def beoordeling(
    plan_id: str,
    house: AHouse,
    actor: AnActor,
    wacht: Annotated[float, Query(ge=0, le=60, description="Seconden om te wachten")] = 0,
) -> AssessmentJson | Response:
    """De beoordeling zoals programma's haar lezen; 202 zolang zij er nog niet is."""
    found = await house.plans.assessment(actor, plan_id, wait_seconds=wacht)
    return found if found is not None else _not_yet()


@router.post("/{plan_id}/verversingen", status_code=202)
async def verversen(plan_id: str, house: AHouse, actor: AnActor) -> Response:
    """Vraag alle instanties opnieuw."""
    await house.plans.refresh(actor, plan_id)
    return Response(status_code=202)


@router.post("/{plan_id}/sluitingen", status_code=204)
async def sluiten(
    plan_id: str, sluiting: incoming.Sluiting, house: AHouse, actor: AnActor
) -> Response:
    """Sluit het plan, met de reden."""
    await house.plans.close(actor, plan_id, sluiting.uitkomst, sluiting.reden)
    return Response(status_code=204)


@router.delete("/{plan_id}", status_code=204)
async def wissen(plan_id: str, house: AHouse, actor: AnActor) -> Response:
    """Wis het huishouden van een gesloten plan (AVG art. 17). Kan niet ongedaan worden gemaakt."""
    await house.plans.erase(actor, plan_id)
    return Response(status_code=204)


def _not_yet() -> Response:
    return Response(status_code=202, headers={"Retry-After": "1"})
