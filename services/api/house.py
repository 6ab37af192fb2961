"""What the routes stand on: the application services, the verifier, and what runs where."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Annotated

from fastapi import Depends, Request
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer

from domain.vocabulary import Agency
from services.decision_records.records import Records
from services.identity.actor import Actor
from services.identity.tokens import TokenInvalid, Verifier
from services.plans.decisions import Decisions
from services.plans.plans import Plans
from services.plans.runner import PlanRunner
from services.plans.traces import Traces
from services.store.database import Database
from services.store.staff import Staff
from services.telemetry.store import TelemetryStore


@dataclass(frozen=True, slots=True)
class Installation:
    """What runs where, for status and for the console's links."""

    api_url: str
    temporal_ui_url: str | None
    temporal_namespace: str
    agencies: Mapping[Agency, str]
    development: bool


@dataclass(frozen=True, slots=True)
class House:
    """Everything that routes need, wired once by `bootstrap`."""

    plans: Plans
    decisions: Decisions
    traces: Traces
    verifier: Verifier
    staff: Staff
    runner: PlanRunner
    database: Database
    telemetry: TelemetryStore
    installation: Installation
    now: Callable[[], dt.datetime]
    records: Records


_bearer = HTTPBearer(auto_error=False, description="Een token van de identiteitsdienst")


def house_of(request: Request) -> House:
    """The house that this application was made with."""
    house = request.app.state.house
    if not isinstance(house, House):
        raise TypeError("the application was made without a house")
    return house


AHouse = Annotated[House, Depends(house_of)]


async def _actor(
    house: AHouse,
    credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(_bearer)],
) -> Actor:
    if credentials is None:
        raise TokenInvalid("Stuur een token mee (Authorization: Bearer ...).")
    return house.verifier.actor_of(credentials.credentials)


AnActor = Annotated[Actor, Depends(_actor)]
