"""Ledgers held against the law: the example households' amounts are found by the law alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from agency_adapters.law.applied import WEIGHED, by_law
from agency_adapters.law.ledger_facts import LedgerFacts
from agency_adapters.registry import all_profiles, profile_of
from domain.legislation.determination import UNKNOWN, Outcome
from domain.position import ByLaw
from domain.records import FactUsed, MemberRef, Money, Record, RecordRef
from domain.vocabulary import Agency, Certainty, FactName

EXAMPLES = ("J00", "J01", "J02", "J04", "J05", "J06", "J08")
P1 = MemberRef("p1")


def said_of(name: str, agency: Agency, record: str, regulation: str) -> ByLaw:
    case = load_case_file(example(name))
    births = {member.id: member.born for member in case.household.members}
    all_said = by_law(profile_of(agency).law, case.ledgers[agency], case.intake_date, births)
    (found,) = [
        said for said in all_said if said.record == record and said.regulation == regulation
    ]
    return found


@pytest.mark.parametrize(
    ("name", "agency", "record", "regulation", "held", "lawful"),
    [
        # the case files hold what the agencies paid: found again by the law alone
        ("J01", Agency.SVB, "s-akw", "kinderbijslag", 22025, 22025),
        ("J05", Agency.SVB, "s-akw", "kinderbijslag", 36235, 36235),
        ("J01", Agency.CAK, "c-premium", "wanbetalersregime", 17270, 17270),
        (
            "J01",
            Agency.BELASTINGDIENST,
            "t-kot-setoff",
            "betalingsregeling_toeslagen",
            36000,
            36000,
        ),
        # paid in whole euros
        ("J00", Agency.BELASTINGDIENST, "t-zorg", "zorgtoeslag", 12900, 12920),
        # set off in twelve months where the standard arrangement gives twenty-four
        ("J06", Agency.BELASTINGDIENST, "t-setoff", "betalingsregeling_toeslagen", 19250, 9625),
    ],
)
def test_law_and_ledger_stand_side_by_side(
    name: str, agency: Agency, record: str, regulation: str, held: int, lawful: int
) -> None:
    said = said_of(name, agency, record, regulation)
    assert said.outcome is Outcome.GRANTED
    assert (said.held_cents, said.lawful_cents) == (held, lawful)
    assert said.difference_cents == lawful - held
    assert bool(said.explanation_nl) == (lawful != held)


def test_what_the_agency_does_not_know_is_named() -> None:
    said = said_of("J01", Agency.BELASTINGDIENST, "t-zorg", "zorgtoeslag")
    assert said.outcome is Outcome.UNDETERMINED
    assert said.missing == ("toetsingsinkomen",)
    assert said.lawful_cents is None
    assert said.difference_cents is None


def test_without_the_days_of_birth_no_age_is_guessed() -> None:
    case = load_case_file(example("J01"))
    (said,) = by_law(profile_of(Agency.SVB).law, case.ledgers[Agency.SVB], case.intake_date)
    assert said.outcome is Outcome.UNDETERMINED
    assert all("geboortedatum" in missing for missing in said.missing)


@pytest.mark.parametrize("name", EXAMPLES)
def test_every_amount_is_said_something_of(name: str) -> None:
    case = load_case_file(example(name))
    for profile in all_profiles():
        records = case.ledgers[profile.agency]
        said = by_law(profile.law, records, case.intake_date)
        weighed = [record.id for record in records if isinstance(record, WEIGHED)]
        assert list(dict.fromkeys(each.record for each in said)) == weighed


def income(ref: str, cents: int, certainty: Certainty = Certainty.REGISTERED) -> FactUsed:
    case = load_case_file(example("J00"))
    record = next(
        each
        for each in case.ledgers[Agency.BELASTINGDIENST]
        if isinstance(each, FactUsed) and each.fact is FactName.INCOME_YEAR
    )
    return replace(record, id=RecordRef(ref), value=Money(cents), certainty=certainty)


@pytest.mark.parametrize(
    ("records", "year", "expected"),
    [
        ((income("a", 2_000_000),), 2026, 2_000_000),
        ((income("a", 2_000_000),), 2025, UNKNOWN),
        ((income("a", 2_000_000), income("b", 2_000_000)), 2026, 2_000_000),
        ((income("a", 2_000_000), income("b", 2_100_000)), 2026, UNKNOWN),
        ((income("a", 2_000_000, Certainty.DISPUTED),), 2026, UNKNOWN),
        ((), 2026, UNKNOWN),
    ],
)
def test_a_fact_that_is_disputed_or_stands_twice_is_not_known(
    records: tuple[Record, ...], year: int, expected: object
) -> None:
    case = load_case_file(example("J00"))
    department = records[0].department if records else None
    ledger = LedgerFacts(records, case.intake_date, department=department)
    assert ledger.yearly_income((P1,), year).value == expected
