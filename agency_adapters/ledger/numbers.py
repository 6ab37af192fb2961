"""Numbers that are given out in order and without gaps; they become visible in that order too."""

from __future__ import annotations

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from agency_adapters.ledger.tables import Counter


async def take(connection: AsyncConnection, name: str, how_many: int = 1) -> int:
    """The last of so many new numbers. Holds the counter until the transaction ends."""
    statement = (
        insert(Counter)
        .values(name=name, last=how_many)
        .on_conflict_do_update(
            index_elements=[col(Counter.name)], set_={"last": Counter.last + how_many}
        )
        .returning(col(Counter.last))
    )
    return int((await connection.execute(statement)).scalar_one())


async def decision_number(connection: AsyncConnection, prefix: str, year: int) -> str:
    """The agency's next own number of a decision, such as UWV-2026-000123."""
    series = f"{prefix}-{year}"
    return f"{series}-{await take(connection, series):06d}"
