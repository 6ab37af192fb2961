"""The law that UWV holds its ledger against."""

from __future__ import annotations

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
from domain.legislation.regulations.uwv.terugvordering_uwv import REGULATION as TERUGVORDERING
from domain.legislation.regulations.uwv.terugvordering_uwv import (
    TerugvorderingUwvFacts,
    UwvLaw,
)
from domain.legislation.regulations.uwv.wajong import REGULATION as WAJONG
from domain.legislation.regulations.uwv.wajong import WajongFacts
from domain.legislation.regulations.uwv.wia import REGULATION as WIA
from domain.legislation.regulations.uwv.wia import WiaFacts
from domain.legislation.regulations.uwv.ww import REGULATION as WW
from domain.legislation.regulations.uwv.ww import WwFacts
from domain.records import Claim, Entitlement
from domain.vocabulary import FactName, Scheme

_LAWS = {
    Scheme.WW: UwvLaw.WW,
    Scheme.WIA: UwvLaw.WIA,
    Scheme.ZIEKTEWET: UwvLaw.ZW,
}
"""Which law a claim stands on; of the Wajong the ledger does not say which of its regimes."""


def _ww(right: Entitlement, ledger: LedgerFacts) -> WwFacts:
    met, not_met = established(right), established(right, met=False)
    return facts_from(
        WwFacts,
        employee=met,
        available=met,
        sickness_benefit=not_met,
        disability_benefit=not_met,
        detained=not_met,
        other_exclusion=not_met,
        lives_in_netherlands=met,
        lawful_residence=met,
        weeks_worked=ledger.count(FactName.WEEKS_WORKED, right.persons),
    )


def _wia(right: Entitlement, ledger: LedgerFacts) -> WiaFacts:
    return facts_from(
        WiaFacts,
        born=ledger.born(right.persons[0]),
        weeks_worked_enough=established(right),
        detained_over_a_month=established(right, met=False),
        lives_where_it_is_paid=established(right),
    )


def _wajong(right: Entitlement, ledger: LedgerFacts) -> WajongFacts:
    return facts_from(
        WajongFacts,
        born=ledger.born(right.persons[0]),
        lives_in_netherlands=established(right),
        lawful_residence=established(right),
        detained_over_a_month=established(right, met=False),
    )


def _terugvordering(claim: Claim, _ledger: LedgerFacts) -> TerugvorderingUwvFacts:
    law = _LAWS.get(claim.scheme)
    return facts_from(
        TerugvorderingUwvFacts,
        law=NOT_FOUND if law is None else Found(law, source_of(claim.id)),
    )


LAW = (
    monthly_right(WW, Scheme.WW, _ww),
    monthly_right(WIA, Scheme.WIA, _wia),
    monthly_right(WAJONG, Scheme.WAJONG, _wajong),
    overpayment(TERUGVORDERING, "amount", _terugvordering),
    PROTECTED_AMOUNT,
)
