"""Makes the trouble: a store that survives a restart, and what spoils a call's answer."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import grpc
from sqlalchemy import delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncEngine
from sqlmodel import col

from agency_adapters.contract.failures import Refusal, unavailable
from agency_adapters.contract.interceptors import (
    Context,
    StreamCall,
    Surround,
    UnaryCall,
    method_of,
    service_of,
)
from agency_adapters.contract.organisations import AGENCY_SERVICE
from agency_adapters.development.trouble import Trouble, TroubleKind
from agency_adapters.ledger.tables import SetTrouble

RETRY_AFTER_SECONDS = 1.0


class TroubleStore:
    """The trouble that is set now: in memory for speed, in the database for the next start."""

    def __init__(self, engine: AsyncEngine) -> None:
        self._engine = engine
        self._one_at_a_time = asyncio.Lock()
        self.now = Trouble()

    async def recall(self) -> None:
        """Take up the trouble that was set before this process started."""
        statement = select(
            col(SetTrouble.kind),
            col(SetTrouble.seconds),
            col(SetTrouble.times),
            col(SetTrouble.method),
        )
        async with self._engine.connect() as connection:
            row = (await connection.execute(statement)).one_or_none()
        if row is not None:
            self.now = Trouble(TroubleKind(row.kind), row.seconds, row.times, row.method)

    async def set(self, trouble: Trouble) -> None:
        """Be in this trouble from now on."""
        async with self._one_at_a_time:
            await self._keep(trouble)

    async def meet(self, method: str) -> Trouble:
        """The trouble that this call meets; counts it."""
        if not self.now.hits(method):
            return Trouble()
        async with self._one_at_a_time:
            met = self.now
            if not met.hits(method):
                return Trouble()
            if met.times:
                await self._keep(met.after_a_call())
            return met

    async def _keep(self, trouble: Trouble) -> None:
        self.now = trouble
        async with self._engine.begin() as connection:
            await connection.execute(delete(SetTrouble))
            await connection.execute(
                insert(SetTrouble).values(
                    id=1,
                    kind=trouble.kind.value,
                    seconds=trouble.seconds,
                    times=trouble.times,
                    method=trouble.method,
                )
            )


class TroubleMaker(Surround):
    """Gets between every call of the agency's service and its answer."""

    def __init__(self, store: TroubleStore) -> None:
        self._store = store

    async def one(self, method: str, call: UnaryCall, request: Any, context: Context) -> Any:
        """A call with one answer."""
        trouble = await self._met(method)
        if trouble.kind is TroubleKind.TWICE:
            await call(request, context)
        answer = await call(request, context)
        if trouble.kind is TroubleKind.FAIL_AFTER_EFFECT:
            raise unavailable("TROUBLE", "the answer was lost", RETRY_AFTER_SECONDS)
        return answer

    async def stream(
        self, method: str, call: StreamCall, request: Any, context: Context
    ) -> AsyncIterator[Any]:
        """A call with a stream of answers: twice means that each of them comes twice."""
        trouble = await self._met(method)
        async for answer in call(request, context):
            yield answer
            if trouble.kind is TroubleKind.TWICE:
                yield answer
            if trouble.kind is TroubleKind.FAIL_AFTER_EFFECT:
                raise unavailable("TROUBLE", "the stream was lost", RETRY_AFTER_SECONDS)

    async def _met(self, method: str) -> Trouble:
        """The trouble of this call, after the waiting or refusing that comes before handling."""
        if service_of(method) != AGENCY_SERVICE:
            return Trouble()
        trouble = await self._store.meet(method_of(method))
        match trouble.kind:
            case TroubleKind.SLOW:
                await asyncio.sleep(trouble.seconds)
            case TroubleKind.DOWN:
                raise unavailable("TROUBLE", "the agency is down", RETRY_AFTER_SECONDS)
            case TroubleKind.REFUSING:
                raise Refusal(
                    grpc.StatusCode.PERMISSION_DENIED, "TROUBLE", "the agency refuses every request"
                )
        return trouble
