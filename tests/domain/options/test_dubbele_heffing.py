from __future__ import annotations

import datetime as dt

from domain.conflicts import ConflictType
from tests.support.drafts import Draft, draft
from tests.support.remedied import remedied

KIND = ConflictType.DUBBELE_HEFFING


def _double() -> Draft:
    """The cover of the insurer goes on while the CAK levies its premium."""
    household = draft("J01")
    del household.record("i-cover")["cover_until"]
    return household


def test_the_punitive_premium_ends_where_the_debt_is_stabilised() -> None:
    found = remedied(_double(), KIND)
    assert found.acts == [("cak", "end_regime", "Zvw 18d lid 2 c", ("c-premium", "c-redirect"))]
    assert found.measures[0].until == dt.date(2027, 1, 1)


def test_without_an_arrangement_no_measure_of_these_kinds_helps() -> None:
    household = _double()
    household.record("g-stabilise")["covers"] = ["t-kot"]
    found = remedied(household, KIND)
    assert found.measures == ()


def test_a_treaty_contribution_is_no_such_regime() -> None:
    household = _double()
    household.record("c-premium")["scheme"] = "treaty_health_contribution"
    assert remedied(household, KIND).measures == ()
