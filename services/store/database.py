"""The way to the database: one engine, and transactions that see only what their scope may see.

Row-level security does the walling off (migration 0001): a transaction tells PostgreSQL for whom it
works with `set_config(..., is_local)`, and without a scope no row of a household is visible.
"""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine, AsyncSession, create_async_engine

from domain.vocabulary import Agency

_ENTER_SCOPE = text(
    "SELECT set_config('samenloop.municipality', :municipality, true),"
    " set_config('samenloop.household', :household, true),"
    " set_config('samenloop.agency', :agency, true),"
    " set_config('samenloop.agency_municipality', :agency_municipality, true)"
)


@dataclass(frozen=True, slots=True)
class Scope:
    """For whom a transaction works. Empty means: sees no household at all.

    `municipality` sees its own plans; `agency` sees the decisions that it takes part in, within
    `agency_municipality` where the agency is a municipality's own; `household` finds one key.
    """

    municipality: str = ""
    household: str = ""
    agency: Agency | None = None
    agency_municipality: str = ""


NOBODY = Scope()
"""The scope for what is no household's: municipalities, liaisons and mandates."""


class Database:
    """PostgreSQL through one pooled engine. `dsn` is `postgresql+psycopg://...` of the app role."""

    def __init__(self, dsn: str, *, pool_size: int = 8) -> None:
        self._engine: AsyncEngine = create_async_engine(
            dsn,
            pool_size=pool_size,
            max_overflow=pool_size,
            pool_pre_ping=True,
            # an error's text goes to logs and histories: it must not quote what was written
            hide_parameters=True,
        )

    @asynccontextmanager
    async def transaction(self, scope: Scope) -> AsyncIterator[AsyncSession]:
        """One transaction within a scope: commits at the end, rolls back on any error."""
        async with AsyncSession(self._engine, expire_on_commit=False) as session, session.begin():
            await session.execute(
                _ENTER_SCOPE,
                {
                    "municipality": scope.municipality,
                    "household": scope.household,
                    "agency": scope.agency.value if scope.agency else "",
                    "agency_municipality": scope.agency_municipality,
                },
            )
            yield session

    async def is_reachable(self) -> bool:
        """Whether the database answers; never raises."""
        try:
            async with self._engine.connect() as connection:
                await connection.execute(text("SELECT 1"))
        except (OSError, SQLAlchemyError):
            return False
        return True

    async def close(self) -> None:
        """Give the connections back."""
        await self._engine.dispose()
