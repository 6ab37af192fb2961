"""What every agency holds its recoveries against: the protected amount, as it applied it."""

from __future__ import annotations

from agency_adapters.law.applied import Applied
from agency_adapters.law.ledger_facts import LedgerFacts
from domain.legislation.regulations.every_body.beslagvrije_voet import (
    REGULATION,
    BeslagvrijeVoetFacts,
)
from domain.position import Quantity
from domain.records import Recovery
from domain.vocabulary import RecoveryMethod


def _facts(_recovery: Recovery, _ledger: LedgerFacts) -> BeslagvrijeVoetFacts:
    """No agency alone knows a household's income and make-up: what it lacks is named."""
    return BeslagvrijeVoetFacts()


_TAKES_FROM_INCOME = frozenset(
    {
        RecoveryMethod.SET_OFF,
        RecoveryMethod.SOURCE_WITHHOLDING,
        RecoveryMethod.WAGE_ATTACHMENT,
        RecoveryMethod.BENEFIT_ATTACHMENT,
    }
)
"""What takes from a periodic payment; what somebody pays by hand leaves the choice to them."""


def _applied(recovery: Recovery) -> int | None:
    return None if recovery.protected_amount is None else recovery.protected_amount.applied_cents


PROTECTED_AMOUNT = Applied(
    regulation=REGULATION,
    kind=Recovery,
    quantity=Quantity.PROTECTED_AMOUNT,
    result="per_month",
    facts=_facts,
    held=_applied,
    speaks_about=lambda recovery, _ledger: recovery.method in _TAKES_FROM_INCOME,
)
