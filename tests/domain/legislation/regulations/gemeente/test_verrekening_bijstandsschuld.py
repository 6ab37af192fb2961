"""Sums and borders of Pw 58 lid 4 and 60 worked from the text. The room of a single person in July
2026 is what is paid (1.351,33) above a protected amount of 1.300,00 in these examples."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.determination import Outcome
from domain.legislation.regulations.gemeente.verrekening_bijstandsschuld import (
    REGULATION,
    SetOffDebt,
    SetOffDuty,
    VerrekeningFacts,
)
from tests.support.law import determined, without

ON = dt.date(2026, 8, 31)
DEBT = VerrekeningFacts(
    debt_kind=SetOffDebt.BREACH,
    debt=500000,
    receives_assistance=True,
    paid_per_month=135133,
    protected=130000,
    withholds_information=False,
)
MEANS = replace(DEBT, debt_kind=SetOffDebt.MEANS_RECEIVED, means_received_on=dt.date(2026, 2, 28))


@pytest.mark.parametrize(
    ("facts", "cents", "duty"),
    [
        (DEBT, 5133, SetOffDuty.MUST),
        (replace(DEBT, debt_kind=SetOffDebt.FINE), 5133, SetOffDuty.MUST),
        (replace(DEBT, debt_kind=SetOffDebt.OTHER_RECOVERY), 5133, SetOffDuty.MAY),
        (replace(DEBT, debt=2000), 2000, SetOffDuty.MUST),
        # no protection while information is withheld (60 lid 6)
        (replace(DEBT, withholds_information=True), 135133, SetOffDuty.MUST),
        # received six months before, counted to the end of February (58 lid 4)
        (MEANS, 5133, SetOffDuty.MAY),
    ],
)
def test_what_can_be_set_off(facts: VerrekeningFacts, cents: int, duty: SetOffDuty) -> None:
    found = determined(REGULATION, facts, ON)
    assert (found.cents("per_month"), found.result("duty")) == (cents, duty)


@pytest.mark.parametrize(
    "facts",
    [
        replace(DEBT, receives_assistance=False),
        replace(DEBT, debt=0),
        replace(DEBT, protected=135133),
        replace(MEANS, means_received_on=dt.date(2026, 2, 27)),
        replace(VerrekeningFacts(), receives_assistance=False),
    ],
)
def test_it_is_refused(facts: VerrekeningFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED


@pytest.mark.parametrize(
    ("facts", "name"),
    [
        *(
            (DEBT, name)
            for name in (
                "debt_kind",
                "debt",
                "receives_assistance",
                "paid_per_month",
                "protected",
                "withholds_information",
            )
        ),
        (MEANS, "means_received_on"),
    ],
)
def test_a_missing_fact_is_named_and_never_counts(facts: VerrekeningFacts, name: str) -> None:
    found = determined(REGULATION, without(facts, name), ON)
    assert found.outcome is Outcome.UNDETERMINED
    assert name in {missing.name for missing in found.missing}


@given(st.integers(0, 200_000), st.integers(0, 200_000), st.integers(1, 10**6))
def test_the_protected_amount_always_stays(paid: int, protected: int, debt: int) -> None:
    facts = replace(DEBT, paid_per_month=paid, protected=protected, debt=debt)
    found = determined(REGULATION, facts, ON)
    taken = found.cents("per_month") if found.outcome is Outcome.GRANTED else 0
    assert 0 <= taken <= debt
    assert paid - taken >= min(paid, protected)


@pytest.mark.parametrize(
    "facts",
    [
        VerrekeningFacts(paid_per_month=0),
        VerrekeningFacts(paid_per_month=135_133, protected=135_133, withholds_information=False),
    ],
)
def test_without_room_there_is_a_definite_no_whatever_the_debt_is(facts: VerrekeningFacts) -> None:
    assert determined(REGULATION, facts, ON).outcome is Outcome.REFUSED
