"""The law that Dienst Toeslagen and the tax authority hold their ledger against."""

from __future__ import annotations

import datetime as dt

from agency_adapters.law.applied import Applied
from agency_adapters.law.ledger_facts import (
    NOT_FOUND,
    Found,
    LedgerFacts,
    established,
    facts_from,
    source_of,
)
from agency_adapters.law.recoveries import PROTECTED_AMOUNT
from agency_adapters.law.rights import monthly_right, overpayment
from domain.legislation.regulations.belastingen.loonvordering import (
    REGULATION as LOONVORDERING,
)
from domain.legislation.regulations.belastingen.loonvordering import LoonvorderingFacts
from domain.legislation.regulations.toeslagen.betalingsregeling import (
    REGULATION as BETALINGSREGELING,
)
from domain.legislation.regulations.toeslagen.betalingsregeling import (
    Arrangement,
    BetalingsregelingToeslagenFacts,
)
from domain.legislation.regulations.toeslagen.huurtoeslag import REGULATION as HUURTOESLAG
from domain.legislation.regulations.toeslagen.huurtoeslag import HuurtoeslagFacts
from domain.legislation.regulations.toeslagen.kinderopvangtoeslag import (
    REGULATION as KINDEROPVANGTOESLAG,
)
from domain.legislation.regulations.toeslagen.kinderopvangtoeslag import (
    KinderopvangtoeslagFacts,
)
from domain.legislation.regulations.toeslagen.kindgebonden_budget import (
    REGULATION as KINDGEBONDEN_BUDGET,
)
from domain.legislation.regulations.toeslagen.kindgebonden_budget import (
    KindgebondenBudgetFacts,
)
from domain.legislation.regulations.toeslagen.terugvordering import REGULATION as TERUGVORDERING
from domain.legislation.regulations.toeslagen.terugvordering import TerugvorderingFacts
from domain.legislation.regulations.toeslagen.zorgtoeslag import REGULATION as ZORGTOESLAG
from domain.legislation.regulations.toeslagen.zorgtoeslag import Tested, ZorgtoeslagFacts
from domain.position import Quantity
from domain.records import Claim, DeterminationMade, Entitlement, Recovery
from domain.vocabulary import ClaimKind, Department, Fault, RecoveryMethod, Scheme

_TO_PAY_WITHIN = dt.timedelta(weeks=6)
"""Awir 28 lid 1; the Algemene termijnenwet does not move it (Awir 28 lid 3)."""

_NOT_BY_THE_HOUSEHOLD = frozenset({Fault.THIS_BODY, Fault.OTHER_BODY, Fault.NONE})


def _zorgtoeslag(right: Entitlement, ledger: LedgerFacts) -> ZorgtoeslagFacts:
    met = established(right)
    partner = ledger.has_partner(right.persons)
    tested = NOT_FOUND if met is NOT_FOUND else Found(Tested.WITHIN_LIMIT, met.source)
    return facts_from(
        ZorgtoeslagFacts,
        born=ledger.born(right.persons[0]),
        insured=met,
        insurance_suspended=established(right, met=False),
        lawful_residence=met,
        lives_in_netherlands=met,
        assets=tested,
        has_partner=partner,
        income=ledger.yearly_income(right.persons[:1], ledger.on.year),
        partner_income=ledger.yearly_income(right.persons[1:], ledger.on.year),
    )


def _huurtoeslag(right: Entitlement, ledger: LedgerFacts) -> HuurtoeslagFacts:
    met = established(right)
    return facts_from(
        HuurtoeslagFacts,
        born=ledger.born(right.persons[0]),
        tenant=met,
        lawful_residence=met,
        has_partner=ledger.has_partner(right.persons),
        income=ledger.yearly_income(right.persons[:1], ledger.on.year),
    )


def _kindgebonden_budget(right: Entitlement, ledger: LedgerFacts) -> KindgebondenBudgetFacts:
    return facts_from(KindgebondenBudgetFacts, lawful_residence=established(right))


def _kinderopvangtoeslag(right: Entitlement, ledger: LedgerFacts) -> KinderopvangtoeslagFacts:
    return facts_from(KinderopvangtoeslagFacts, lawful_residence=established(right))


def _terugvordering(claim: Claim, ledger: LedgerFacts) -> TerugvorderingFacts:
    made = ledger.find(claim.determined_by)
    decided = made if isinstance(made, DeterminationMade) else None
    return facts_from(
        TerugvorderingFacts,
        decision_date=Found(decided.made_on, source_of(decided.id)) if decided else NOT_FOUND,
    )


def _betalingsregeling(recovery: Recovery, ledger: LedgerFacts) -> BetalingsregelingToeslagenFacts:
    """Set-off of an allowance spreads the debt as the standard arrangement does."""
    claim = ledger.find(recovery.for_record)
    if not isinstance(claim, Claim):
        return BetalingsregelingToeslagenFacts()
    source = source_of(claim.id)
    made = ledger.find(claim.determined_by)
    overpayment = claim.overpayment
    no_intent = overpayment is not None and overpayment.fault in _NOT_BY_THE_HOUSEHOLD
    return facts_from(
        BetalingsregelingToeslagenFacts,
        asked=Found(Arrangement.STANDARD, source_of(recovery.id)),
        debt=Found(claim.outstanding_cents, source),
        pay_by=(
            Found(made.made_on + _TO_PAY_WITHIN, source_of(made.id))
            if isinstance(made, DeterminationMade)
            else NOT_FOUND
        ),
        by_intent=Found(False, source) if no_intent else NOT_FOUND,
    )


def _takes_back_an_allowance(recovery: Recovery, ledger: LedgerFacts) -> bool:
    claim = ledger.find(recovery.for_record)
    return isinstance(claim, Claim) and claim.kind is ClaimKind.OVERPAYMENT


def _loonvordering(recovery: Recovery, ledger: LedgerFacts) -> LoonvorderingFacts:
    claim = ledger.find(recovery.for_record)
    if not isinstance(claim, Claim):
        return LoonvorderingFacts()
    protected = recovery.protected_amount
    return facts_from(
        LoonvorderingFacts,
        debt=Found(claim.outstanding_cents, source_of(claim.id)),
        beslagvrije_voet=(
            Found(protected.applied_cents, source_of(recovery.id)) if protected else NOT_FOUND
        ),
    )


LAW = (
    monthly_right(ZORGTOESLAG, Scheme.ZORGTOESLAG, _zorgtoeslag),
    monthly_right(HUURTOESLAG, Scheme.HUURTOESLAG, _huurtoeslag),
    monthly_right(KINDGEBONDEN_BUDGET, Scheme.KINDGEBONDEN_BUDGET, _kindgebonden_budget),
    monthly_right(KINDEROPVANGTOESLAG, Scheme.KINDEROPVANGTOESLAG, _kinderopvangtoeslag),
    overpayment(TERUGVORDERING, "to_recover", _terugvordering, department=Department.TOESLAGEN),
    Applied(
        regulation=BETALINGSREGELING,
        kind=Recovery,
        department=Department.TOESLAGEN,
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_month",
        facts=_betalingsregeling,
        held=lambda recovery: recovery.amount_monthly_cents,
        speaks_about=_takes_back_an_allowance,
    ),
    Applied(
        regulation=LOONVORDERING,
        kind=Recovery,
        department=Department.BELASTINGEN,
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_month",
        facts=_loonvordering,
        held=lambda recovery: recovery.amount_monthly_cents,
        speaks_about=lambda recovery, _ledger: (
            recovery.method in (RecoveryMethod.WAGE_ATTACHMENT, RecoveryMethod.BENEFIT_ATTACHMENT)
        ),
    ),
    PROTECTED_AMOUNT,
)
