"""The table of powers: complete, consistent, and with what the example cases need."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from domain.legislation.powers import (
    FORBIDDEN,
    GENERAL_PRINCIPLES,
    OWN_LAWS,
    POWERS,
    is_own_ground,
    may_invoke,
    power_for,
    powers_of,
    prohibition_of,
)
from domain.legislation.powers.parties import PARTY_POWERS, party_power_for
from domain.measures import Measure, MeasureKind
from domain.records import Provision, RecordRef
from domain.vocabulary import Agency, Department, Law, PartyKind

EXPECTED = Path(__file__).parents[1] / "expected"


def _acceptable() -> list[tuple[str, dict[str, object]]]:
    return [
        (path.stem, each)
        for path in sorted(EXPECTED.glob("*.json"))
        for each in json.loads(path.read_text())["acceptable_measures"]
    ]


def _is_asked_of_a_party(wanted: dict[str, object]) -> bool:
    """A moratorium is the court's, at the request of an agency, against a party."""
    return "party" in wanted or wanted["kind"] == MeasureKind.MORATORIUM


def acceptable_measures() -> list[tuple[str, dict[str, object]]]:
    return [each for each in _acceptable() if not _is_asked_of_a_party(each[1])]


def acceptable_requests() -> list[tuple[str, dict[str, object]]]:
    return [each for each in _acceptable() if _is_asked_of_a_party(each[1])]


def _provision(wanted: dict[str, object]) -> Provision:
    article = wanted["article"]
    assert isinstance(article, dict)
    return Provision(Law(article["law"]), article["article"], article.get("paragraph"))


@pytest.mark.parametrize(("case", "wanted"), acceptable_measures())
def test_every_acceptable_measure_of_a_known_kind_has_its_power(
    case: str, wanted: dict[str, object]
) -> None:
    department = wanted.get("department")
    measure = Measure(
        ref=case,
        agency=Agency(str(wanted["agency"])),
        department=Department(str(department)) if department else None,
        kind=MeasureKind(str(wanted["kind"])),
        provision=_provision(wanted),
        on=(RecordRef("r"),),
        deviates_from_law=bool(wanted["deviates_from_law"]),
    )
    power = power_for(measure)
    assert power is not None
    assert power.deviates_from_law is measure.deviates_from_law
    assert prohibition_of(measure) is None


@pytest.mark.parametrize(("case", "wanted"), acceptable_requests())
def test_every_acceptable_request_of_a_party_has_its_row(
    case: str, wanted: dict[str, object]
) -> None:
    kind, agency = MeasureKind(str(wanted["kind"])), wanted.get("agency")
    asked = PartyKind(str(wanted["party"])) if "party" in wanted else PartyKind.LANDLORD
    power = party_power_for(asked, kind, _provision(wanted))
    assert power is not None, case
    assert power.through == agency


def test_no_row_of_a_party_stands_twice() -> None:
    keys = [(each.party, each.kind, each.provision) for each in PARTY_POWERS]
    assert len(keys) == len(set(keys))


def test_every_agency_has_own_laws_and_can_confirm() -> None:
    for agency in Agency:
        assert OWN_LAWS[agency]
        assert any(power.kind is MeasureKind.CONFIRM for power in powers_of(agency))


def test_no_power_stands_twice() -> None:
    keys = [(each.agency, each.department, each.kind, each.provision) for each in POWERS]
    assert len(keys) == len(set(keys))


def test_no_power_is_forbidden_whatever_it_is_used_on() -> None:
    forbidden = {
        (each.agency, each.department, each.kind) for each in FORBIDDEN if not each.is_conditional
    }
    assert forbidden
    assert forbidden.isdisjoint((each.agency, each.department, each.kind) for each in POWERS)


def test_what_must_be_used_instead_is_a_power_of_the_same_agency() -> None:
    for rule in FORBIDDEN:
        provisions = {power.provision for power in powers_of(rule.agency)}
        assert rule.instead_use in provisions


def test_every_power_is_a_provision_that_its_agency_may_name() -> None:
    assert all(may_invoke(each.agency, each.provision) for each in POWERS)
    assert all(is_own_ground(each.agency, each.provision) for each in POWERS)


@pytest.mark.parametrize("agency", list(Agency))
def test_the_general_principles_are_a_ground_for_all(agency: Agency) -> None:
    assert all(is_own_ground(agency, each) for each in GENERAL_PRINCIPLES)


def test_another_agencys_law_is_no_ground() -> None:
    assert not may_invoke(Agency.UWV, Provision(Law.AWIR, "31"))
    assert not is_own_ground(Agency.DUO, Provision(Law.PW, "18", "1"))
    assert not is_own_ground(Agency.DUO, Provision(Law.AWB, "6:7"))
