"""The application: `/v1` (REST), `/otlp` (telemetry in), and the console on everything else."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager

from fastapi import Depends, FastAPI
from fastapi.responses import JSONResponse
from fastapi.telemetry import TelemetryConfig
from starlette.types import ASGIApp

from services.api import besluitdocumenten, besluiten, overig, plannen, regelingen
from services.api.edge import API_VERSION, Edge
from services.api.house import House
from services.api.media import only_json
from services.api.problems import handle_problems
from services.console.app import add_console
from services.console.sessions import Sessions
from services.telemetry.receiver import receiver

Lifespan = Callable[[FastAPI], AbstractAsyncContextManager[None]]

OWN_TELEMETRY_ONLY: TelemetryConfig = {
    # FastAPI's own spans and log records carry URLs, messages and validation input: `Edge` makes
    # the one span per request, and says what stands in it.
    "tracing": False,
    "metrics": False,
    "logs": False,
    "operation_spans": False,
    "auto_configure": False,
}

MAX_BODY_BYTES = 2 * 1024 * 1024
MAX_TELEMETRY_BYTES = 16 * 1024 * 1024

DESCRIPTION = "Eén plan voor een huishouden, over alle instanties waarvan de regels er botsen."


def rest_api(house: House) -> FastAPI:
    """The REST API, to be mounted at `/v1`."""
    api = FastAPI(
        title="Samenloop",
        version=API_VERSION,
        description=DESCRIPTION,
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        redirect_slashes=False,
        telemetry=OWN_TELEMETRY_ONLY,
        max_body_size=MAX_BODY_BYTES,
        dependencies=[Depends(only_json)],
    )
    api.state.house = house
    handle_problems(api)
    for resource in (plannen, besluitdocumenten, besluiten, regelingen, overig):
        api.include_router(resource.router)

    @api.get("/openapi.json", include_in_schema=False)
    async def openapi() -> JSONResponse:
        # open to every origin, as the Dutch API Design Rules ask of the specification
        return JSONResponse(
            {**api.openapi(), "servers": [{"url": f"{house.installation.api_url}/v1"}]},
            headers={"Access-Control-Allow-Origin": "*"},
        )

    return api


def application(
    house: House, sessions: Sessions, otlp_token: str, lifespan: Lifespan | None = None
) -> ASGIApp:
    """Everything that this process answers."""
    root = FastAPI(
        openapi_url=None,
        docs_url=None,
        redoc_url=None,
        lifespan=lifespan,
        telemetry=OWN_TELEMETRY_ONLY,
        max_body_size=MAX_TELEMETRY_BYTES,
    )
    root.state.house = house
    root.mount("/v1", rest_api(house))
    root.include_router(receiver(house.telemetry, otlp_token), prefix="/otlp")
    add_console(root, sessions)
    return Edge(root)
