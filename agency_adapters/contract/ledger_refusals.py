"""The ledger's errors as they cross the border: one table."""

from __future__ import annotations

import grpc

from agency_adapters.contract.failures import Refusal, unavailable
from agency_adapters.ledger.engine import DATABASE_AWAY
from agency_adapters.ledger.errors import (
    AdministrationUnknown,
    ChangedSince,
    DossierOverlaps,
    KeyReused,
    LedgerError,
    NotLawful,
    RecordUnknown,
    RevertedBeforeApplied,
)

RETRY_AFTER_SECONDS = 1.0

STATUS_OF: dict[type[LedgerError], grpc.StatusCode] = {
    AdministrationUnknown: grpc.StatusCode.NOT_FOUND,
    RecordUnknown: grpc.StatusCode.NOT_FOUND,
    NotLawful: grpc.StatusCode.FAILED_PRECONDITION,
    KeyReused: grpc.StatusCode.FAILED_PRECONDITION,
    RevertedBeforeApplied: grpc.StatusCode.FAILED_PRECONDITION,
    ChangedSince: grpc.StatusCode.FAILED_PRECONDITION,
    DossierOverlaps: grpc.StatusCode.FAILED_PRECONDITION,
}


def refusal_of(problem: Exception) -> Refusal | None:
    """The refusal that a ledger's exception means; None for what a ledger does not raise."""
    if isinstance(problem, DATABASE_AWAY):
        return unavailable(
            "LEDGER_UNAVAILABLE", "the ledger cannot be reached now", RETRY_AFTER_SECONDS
        )
    if isinstance(problem, LedgerError):
        return Refusal(
            STATUS_OF[type(problem)], problem.reason, str(problem), details=_details(problem)
        )
    return None


def _details(error: LedgerError) -> dict[str, str]:
    if not isinstance(error, NotLawful):
        return {}
    provisions = {
        "forbidden_by": error.judgement.forbidden_by,
        "instead_use": error.judgement.instead_use,
    }
    return {name: str(provision) for name, provision in provisions.items() if provision}
