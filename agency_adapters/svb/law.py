"""The law that the SVB holds its ledger against."""

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
from domain.legislation.determination import UNKNOWN
from domain.legislation.regulations.svb.aio import REGULATION as AIO
from domain.legislation.regulations.svb.aio import AioFacts
from domain.legislation.regulations.svb.aow import REGULATION as AOW
from domain.legislation.regulations.svb.aow import AowFacts
from domain.legislation.regulations.svb.kinderbijslag import REGULATION as KINDERBIJSLAG
from domain.legislation.regulations.svb.kinderbijslag import Child, KinderbijslagFacts
from domain.legislation.regulations.svb.terugvordering_svb import REGULATION as TERUGVORDERING
from domain.legislation.regulations.svb.terugvordering_svb import Benefit, TerugvorderingSvbFacts
from domain.position import Quantity
from domain.records import Claim, Entitlement, MemberRef
from domain.vocabulary import Law, Scheme

_MONTHS_IN_QUARTER = 3
_BENEFITS = {Scheme.AOW: Benefit.AOW, Scheme.KINDERBIJSLAG: Benefit.KINDERBIJSLAG}

_INTENSIVE_CARE = "7a"
"""AKW 7a doubles the benefit for a child that needs intensive care."""


def _kinderbijslag(right: Entitlement, ledger: LedgerFacts) -> KinderbijslagFacts:
    met = established(right)
    children = tuple(_child(right, person, ledger) for person in right.persons)
    return facts_from(
        KinderbijslagFacts,
        insured=met,
        # a right in force was asked for in time, whenever that was
        applied_on=Found(ledger.on, met.source) if met is not NOT_FOUND else NOT_FOUND,
        children=Found(children, met.source),
    )


def _child(right: Entitlement, person: MemberRef, ledger: LedgerFacts) -> Child:
    met, not_met = established(right).value, established(right, met=False).value
    doubled = any(
        each.law is Law.AKW and each.article == _INTENSIVE_CARE for each in right.legal_basis
    )
    return Child(
        born=ledger.born(person).value,
        in_household=met,
        schooling=met,
        lives_in_netherlands=met,
        # which of the children it was doubled for does not stand in the decision
        needs_intensive_care=UNKNOWN if doubled else not_met,
        away_with_ground=not_met,
    )


def _aow(right: Entitlement, ledger: LedgerFacts) -> AowFacts:
    return facts_from(
        AowFacts,
        born=ledger.born(right.persons[0]),
        detained=established(right, met=False),
        evades_sentence=established(right, met=False),
    )


def _aio(_right: Entitlement, _ledger: LedgerFacts) -> AioFacts:
    return AioFacts()


def _terugvordering(claim: Claim, _ledger: LedgerFacts) -> TerugvorderingSvbFacts:
    benefit = _BENEFITS.get(claim.scheme)
    return facts_from(
        TerugvorderingSvbFacts,
        benefit=NOT_FOUND if benefit is None else Found(benefit, source_of(claim.id)),
    )


LAW = (
    Applied(
        regulation=KINDERBIJSLAG,
        kind=Entitlement,
        schemes=frozenset({Scheme.KINDERBIJSLAG}),
        quantity=Quantity.AMOUNT_MONTHLY,
        result="per_quarter",
        months=_MONTHS_IN_QUARTER,
        facts=_kinderbijslag,
        held=paid_monthly,
    ),
    monthly_right(AOW, Scheme.AOW, _aow),
    monthly_right(AIO, Scheme.AIO, _aio),
    overpayment(TERUGVORDERING, "to_recover", _terugvordering),
    PROTECTED_AMOUNT,
)
