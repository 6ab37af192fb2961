"""The law that the CAK holds its ledger against."""

from __future__ import annotations

from agency_adapters.law.applied import Applied
from agency_adapters.law.ledger_facts import Found, LedgerFacts, facts_from, source_of
from agency_adapters.law.recoveries import PROTECTED_AMOUNT
from domain.legislation.calendar import add_months
from domain.legislation.regulations.cak.bronheffing import REGULATION as BRONHEFFING
from domain.legislation.regulations.cak.bronheffing import BronheffingFacts
from domain.legislation.regulations.cak.wanbetalersregime import REGULATION as WANBETALERS
from domain.legislation.regulations.cak.wanbetalersregime import End, WanbetalersregimeFacts
from domain.legislation.regulations.cak.wmo_bijdrage import REGULATION as WMO
from domain.legislation.regulations.cak.wmo_bijdrage import WmoBijdrageFacts
from domain.position import Quantity
from domain.records import Contribution, Recovery
from domain.vocabulary import RecoveryMethod, Scheme


def _premium(due: Contribution, ledger: LedgerFacts) -> WanbetalersregimeFacts:
    """The premium runs: there was a report, in the month before it began (Zvw 18d lid 1)."""
    source = source_of(due.id)
    runs = due.cover_until is None or due.cover_until >= ledger.on
    return facts_from(
        WanbetalersregimeFacts,
        reported=Found(True, source),
        report_received_on=Found(add_months(due.cover_from, -1), source),
        **({"ended_by": Found(End.NONE, source)} if runs else {}),
    )


def _bronheffing(recovery: Recovery, _ledger: LedgerFacts) -> BronheffingFacts:
    redirected = recovery.method is RecoveryMethod.REDIRECTION
    source = source_of(recovery.id)
    return facts_from(
        BronheffingFacts,
        premium_due=Found(True, source),
        **({"zorgtoeslag": Found(recovery.amount_monthly_cents, source)} if redirected else {}),
    )


def _wmo(_due: Contribution, _ledger: LedgerFacts) -> WmoBijdrageFacts:
    return WmoBijdrageFacts()


def _takes_the_premium(recovery: Recovery, ledger: LedgerFacts) -> bool:
    taken_for = ledger.find(recovery.for_record)
    return (
        isinstance(taken_for, Contribution)
        and taken_for.scheme is Scheme.ADMINISTRATIVE_HEALTH_PREMIUM
        and recovery.method is RecoveryMethod.SOURCE_WITHHOLDING
    )


LAW = (
    Applied(
        regulation=WANBETALERS,
        kind=Contribution,
        schemes=frozenset({Scheme.ADMINISTRATIVE_HEALTH_PREMIUM}),
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_month",
        facts=_premium,
        held=lambda due: due.amount_monthly_cents,
    ),
    Applied(
        regulation=WMO,
        kind=Contribution,
        schemes=frozenset({Scheme.WMO_SUPPORT}),
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_month",
        facts=_wmo,
        held=lambda due: due.amount_monthly_cents,
    ),
    Applied(
        regulation=BRONHEFFING,
        kind=Recovery,
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_month",
        facts=_bronheffing,
        held=lambda recovery: recovery.amount_monthly_cents,
        speaks_about=_takes_the_premium,
    ),
    PROTECTED_AMOUNT,
)
