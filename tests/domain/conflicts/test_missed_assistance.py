from __future__ import annotations

from typing import Any

import pytest

from domain.conflicts.missed_assistance import missed_assistance
from tests.support.drafts import Draft, draft


def _member(ref: str, bsn: str, born: str, **more: object) -> dict[str, Any]:
    role = {"role": "other_adult", "lives_at": "a1", "name": "Iemand"}
    return {"id": ref, "bsn": bsn, "born": born, **role, **more}


def _missed(household: Draft) -> int | None:
    return missed_assistance(household.picture())


def test_under_21_and_away_from_home_the_norm_is_raised() -> None:
    # 350,42 + 762,24 (Pw 20 lid 1 and 3), less 4,8% (19 lid 3)
    assert _missed(draft("J04")) == 105925


def test_who_lives_with_a_parent_is_maintained_there() -> None:
    household = draft("J04")
    household.intake["members"].append(_member("m1", "999902192", "2000-03-09"))
    household.intake["relations"].append({"kind": "parent", "a": "m1", "b": "p1"})
    assert _missed(household) == 33360


def test_a_single_parent_has_the_norm_of_one() -> None:
    assert _missed(draft("J01")) == 135133


def test_couples_have_the_norm_of_two() -> None:
    household = draft("J06")
    household.intake["income"].clear()
    household.ledger("uwv").clear()
    assert _missed(household) == 193046


def test_a_partner_in_prison_has_no_right_and_the_applicant_half() -> None:
    household = draft("J05")
    household.record("g-bijstand")["status"] = "ended"
    household.record("g-spouse-right")["value"] = {"flag": False}
    # half of 2.027,79 and a twelfth of 3.416,00 (24, 24a), less 4,8%
    assert _missed(household) == 129856 - 6233


def test_a_partner_without_a_right_leaves_the_applicant_half() -> None:
    household = draft("J06")
    household.intake["income"].clear()
    household.ledger("uwv").clear()
    fact = dict(household.record("g-month"), id="g-right", fact="spouse_without_right")
    fact |= {"persons": ["p2"], "value": {"flag": True}}
    household.ledger("gemeente").append(fact)
    assert _missed(household) == 129856 - 6233


@pytest.mark.parametrize("status", ["in_payment", "ended"])
def test_assistance_that_is_paid_is_not_missed(status: str) -> None:
    household = draft("J05")
    household.record("g-bijstand")["status"] = status
    assert (_missed(household) is None) is (status == "in_payment")


def test_assistance_of_somebody_else_is_not_the_household_s() -> None:
    household = draft("J05")
    household.record("g-bijstand")["persons"] = ["k1"]
    assert _missed(household) is not None


def test_who_is_in_prison_himself_has_no_right() -> None:
    household = draft("J04")
    household.intake["addresses"][0]["kind"] = "prison"
    assert _missed(household) is None


def test_a_minor_has_no_right() -> None:
    household = draft("J04")
    household.intake["members"][0]["born"] = "2009-01-01"
    assert _missed(household) is None


def test_income_counts_and_gifts_do_not() -> None:
    household = draft("J04")
    household.intake["income"][0]["kind"] = "wage"
    assert _missed(household) == 105925 - 20000
    household.intake["income"][0]["amount_monthly_cents"] = 105925
    assert _missed(household) is None


def test_what_a_law_exempts_does_not_count() -> None:
    household = draft("J04")
    right = dict(household.record("t-zorg"), id="u-right", scheme="wajong", status="in_payment")
    del right["department"]
    household.ledger("uwv").append(right)
    assert _missed(household) == 105925 - 12900
    right["exempt_as_means"] = [{"law": "Pw", "article": "31"}]
    assert _missed(household) == 105925


def test_a_housemate_of_27_makes_it_unknown_and_a_younger_one_does_not() -> None:
    household = draft("J01")
    household.intake["members"].append(_member("h1", "999902192", "2000-01-01"))
    assert _missed(household) == 135133
    household.intake["members"][-1]["born"] = "1990-01-01"
    assert _missed(household) is None
