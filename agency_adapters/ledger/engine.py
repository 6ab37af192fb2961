"""The pool of connections to a ledger's database."""

from __future__ import annotations

import sqlalchemy as sa
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

# What PostgreSQL being away looks like: the call may be made again
DATABASE_AWAY = (sa.exc.OperationalError, sa.exc.InterfaceError, sa.exc.TimeoutError)


def ledger_engine(dsn: str) -> AsyncEngine:
    """A pooled engine that never waits long, and never puts a parameter in an error's text."""
    return create_async_engine(
        dsn,
        pool_size=8,
        max_overflow=8,
        pool_timeout=5,
        hide_parameters=True,
        connect_args={
            "connect_timeout": 5,
            "application_name": "samenloop-agency",
            "options": "-c statement_timeout=10s -c idle_in_transaction_session_timeout=15s",
        },
    )


def reading(engine: AsyncEngine) -> AsyncEngine:
    """The same pool for statements that need no transaction: saves two round trips per call."""
    return engine.execution_options(isolation_level="AUTOCOMMIT")
