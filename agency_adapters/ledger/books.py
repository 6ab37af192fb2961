"""An agency's ledger opened: everything that reads or writes it, on one pool of connections."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Self

from sqlalchemy.ext.asyncio import AsyncEngine

from agency_adapters.ledger.bsn import BsnVault
from agency_adapters.ledger.commits import Commits
from agency_adapters.ledger.dossiers import Dossiers
from agency_adapters.ledger.engine import ledger_engine
from agency_adapters.ledger.measures import MeasureBook
from agency_adapters.ledger.reading import LedgerReader
from agency_adapters.ledger.reports import ReportBook
from agency_adapters.profile import AgencyProfile


@dataclass(frozen=True, slots=True)
class Books:
    """The parts of one open ledger."""

    engine: AsyncEngine
    commits: Commits
    reader: LedgerReader
    measures: MeasureBook
    reports: ReportBook
    dossiers: Dossiers

    @classmethod
    def open(cls, dsn: str, vault: BsnVault, profile: AgencyProfile) -> Self:
        """Open a migrated database; connections are made when they are needed."""
        engine, commits = ledger_engine(dsn), Commits()
        return cls(
            engine=engine,
            commits=commits,
            reader=LedgerReader(engine, vault),
            measures=MeasureBook(engine, profile, commits),
            reports=ReportBook(engine, profile),
            dossiers=Dossiers(engine, vault, commits),
        )

    async def close(self) -> None:
        """Let waiting readers go and close every connection."""
        self.commits.close()
        await self.engine.dispose()
