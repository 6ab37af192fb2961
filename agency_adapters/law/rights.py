"""What every agency holds its rights and its overpayments against, in the same way."""

from __future__ import annotations

from collections.abc import Callable

from agency_adapters.law.applied import Applied
from agency_adapters.law.ledger_facts import LedgerFacts, paid_monthly
from domain.legislation.determination import Facts, Regulation
from domain.position import Quantity
from domain.records import Claim, Entitlement
from domain.vocabulary import ClaimKind, Department, Scheme


def monthly_right(
    regulation: Regulation, scheme: Scheme, facts: Callable[[Entitlement, LedgerFacts], Facts]
) -> Applied:
    """A right under one scheme, held against what its regulation gives a month."""
    return Applied(
        regulation=regulation,
        kind=Entitlement,
        schemes=frozenset({scheme}),
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_month",
        facts=facts,
        held=paid_monthly,
    )


def overpayment(
    regulation: Regulation,
    result: str,
    facts: Callable[[Claim, LedgerFacts], Facts],
    *,
    schemes: frozenset[Scheme] = frozenset(),
    department: Department | None = None,
) -> Applied:
    """A claim for what was paid too much, held against what its regulation takes back."""
    return Applied(
        regulation=regulation,
        kind=Claim,
        schemes=schemes,
        department=department,
        quantity=Quantity.OUTSTANDING,
        result=result,
        facts=facts,
        held=lambda claim: claim.outstanding_cents,
        speaks_about=lambda claim, _ledger: claim.kind is ClaimKind.OVERPAYMENT,
    )
