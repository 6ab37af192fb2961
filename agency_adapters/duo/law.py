"""The law that DUO holds its ledger against."""

from __future__ import annotations

from agency_adapters.law.applied import Applied
from agency_adapters.law.ledger_facts import (
    NOT_FOUND,
    Found,
    LedgerFacts,
    facts_from,
    source_of,
)
from agency_adapters.law.recoveries import PROTECTED_AMOUNT
from agency_adapters.law.rights import monthly_right, overpayment
from domain.legislation.regulations.duo.aflossing_studieschuld import REGULATION as AFLOSSING
from domain.legislation.regulations.duo.aflossing_studieschuld import AflossingFacts
from domain.legislation.regulations.duo.studiefinanciering import (
    REGULATION as STUDIEFINANCIERING,
)
from domain.legislation.regulations.duo.studiefinanciering import StudiefinancieringFacts
from domain.legislation.regulations.duo.terugvordering_duo import REGULATION as TERUGVORDERING
from domain.legislation.regulations.duo.terugvordering_duo import TerugvorderingDuoFacts
from domain.position import Quantity
from domain.records import Claim, Entitlement, Recovery
from domain.vocabulary import ClaimKind, RecoveryMethod, Scheme


def _studiefinanciering(right: Entitlement, ledger: LedgerFacts) -> StudiefinancieringFacts:
    return facts_from(StudiefinancieringFacts, born=ledger.born(right.persons[0]))


def _terugvordering(_claim: Claim, _ledger: LedgerFacts) -> TerugvorderingDuoFacts:
    """The claim's record says what is outstanding, not what was overpaid or why."""
    return TerugvorderingDuoFacts()


def _aflossing(recovery: Recovery, ledger: LedgerFacts) -> AflossingFacts:
    loan = ledger.find(recovery.for_record)
    return facts_from(
        AflossingFacts,
        debt=(
            Found(loan.outstanding_cents, source_of(loan.id))
            if isinstance(loan, Claim)
            else NOT_FOUND
        ),
    )


def _pays_off_a_loan(recovery: Recovery, ledger: LedgerFacts) -> bool:
    loan = ledger.find(recovery.for_record)
    return (
        recovery.method is RecoveryMethod.INSTALMENT
        and isinstance(loan, Claim)
        and loan.kind is ClaimKind.LOAN
    )


LAW = (
    monthly_right(STUDIEFINANCIERING, Scheme.STUDENT_FINANCE, _studiefinanciering),
    overpayment(TERUGVORDERING, "to_recover", _terugvordering),
    Applied(
        regulation=AFLOSSING,
        kind=Recovery,
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_month",
        facts=_aflossing,
        held=lambda recovery: recovery.amount_monthly_cents,
        speaks_about=_pays_off_a_loan,
    ),
    PROTECTED_AMOUNT,
)
