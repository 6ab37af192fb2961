"""The law that the municipality holds its ledger against."""

from __future__ import annotations

from agency_adapters.law.applied import Applied
from agency_adapters.law.ledger_facts import (
    NOT_FOUND,
    Found,
    LedgerFacts,
    established,
    facts_from,
    paid_monthly,
    source_of,
)
from agency_adapters.law.recoveries import PROTECTED_AMOUNT
from agency_adapters.law.rights import monthly_right, overpayment
from domain.legislation.regulations.gemeente.bijstand import REGULATION as BIJSTAND
from domain.legislation.regulations.gemeente.bijstand import BijstandFacts
from domain.legislation.regulations.gemeente.terugvordering_bijstand import (
    REGULATION as TERUGVORDERING,
)
from domain.legislation.regulations.gemeente.terugvordering_bijstand import (
    TerugvorderingFacts,
)
from domain.legislation.regulations.gemeente.verrekening_bijstandsschuld import (
    REGULATION as VERREKENING,
)
from domain.legislation.regulations.gemeente.verrekening_bijstandsschuld import (
    VerrekeningFacts,
)
from domain.position import Quantity
from domain.records import Claim, Entitlement, Recovery
from domain.vocabulary import RecoveryMethod, Scheme

_ASSISTANCE = frozenset({Scheme.BIJSTAND})


def _bijstand(right: Entitlement, ledger: LedgerFacts) -> BijstandFacts:
    met, not_met = established(right), established(right, met=False)
    return facts_from(
        BijstandFacts,
        born=ledger.born(right.persons[0]),
        has_partner=ledger.has_partner(right.persons),
        receives_assistance=met,
        lawful_residence=met,
        lives_in_municipality=met,
        detained=not_met,
        abroad_too_long=not_met,
        otherwise_excluded=not_met,
        excluded_by_education=not_met,
        refuses_duties=not_met,
        other_provision=not_met,
    )


def _terugvordering(_claim: Claim, _ledger: LedgerFacts) -> TerugvorderingFacts:
    """The claim's record says what is outstanding, not which ground of Pw 58 it stands on."""
    return TerugvorderingFacts()


def _verrekening(recovery: Recovery, ledger: LedgerFacts) -> VerrekeningFacts:
    claim = ledger.find(recovery.for_record)
    right = ledger.find(recovery.on)
    protected = recovery.protected_amount
    return facts_from(
        VerrekeningFacts,
        debt=(
            Found(claim.outstanding_cents, source_of(claim.id))
            if isinstance(claim, Claim)
            else NOT_FOUND
        ),
        receives_assistance=established(right) if isinstance(right, Entitlement) else NOT_FOUND,
        paid_per_month=(
            Found(paid_monthly(right), source_of(right.id))
            if isinstance(right, Entitlement)
            else NOT_FOUND
        ),
        protected=(
            Found(protected.applied_cents, source_of(recovery.id)) if protected else NOT_FOUND
        ),
    )


LAW = (
    monthly_right(BIJSTAND, Scheme.BIJSTAND, _bijstand),
    overpayment(TERUGVORDERING, "amount", _terugvordering, schemes=_ASSISTANCE),
    Applied(
        regulation=VERREKENING,
        kind=Recovery,
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_month",
        facts=_verrekening,
        held=lambda recovery: recovery.amount_monthly_cents,
        speaks_about=lambda recovery, _ledger: recovery.method is RecoveryMethod.SET_OFF,
    ),
    PROTECTED_AMOUNT,
)
