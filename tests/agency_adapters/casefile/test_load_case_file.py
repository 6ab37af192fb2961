from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from agency_adapters.casefile import CaseFileInvalid, load_case_file, picture_of
from agency_adapters.casefile.examples import example, names
from agency_adapters.casefile.schema import schema_text
from domain.assessment import assess
from domain.budget import budget_of
from domain.conflicts import ConflictType
from domain.conflicts.catalogue import plain_dutch
from domain.household import Household
from domain.records import PartyRef, Ref
from domain.vocabulary import Agency, MemberRole, Urgency
from tests.support.drafts import Draft, draft

Edit = Callable[[Draft], object]


def _problems(text: str | bytes) -> dict[str, str]:
    with pytest.raises(CaseFileInvalid) as caught:
        load_case_file(text)
    return {problem.path: problem.message for problem in caught.value.problems}


def _problems_after(edit: Edit, name: str = "J01") -> dict[str, str]:
    household = draft(name)
    edit(household)
    return _problems(json.dumps(household.file))


@pytest.mark.parametrize("name", names())
def test_every_example_household_can_be_read(name: str) -> None:
    case_file = load_case_file(example(name))
    assert case_file.id == name
    assert set(case_file.ledgers) == set(Agency) == set(case_file.ledger_json)
    assert picture_of(case_file).today == dt.date(2026, 11, 23)


def test_what_a_file_says_comes_out_typed() -> None:
    case_file = load_case_file(example("J05"))
    household = case_file.household
    assert isinstance(household, Household)
    assert household.urgency is Urgency.THREATENING
    assert household.members[1].role is MemberRole.PARTNER
    assert household.applicant().id == "p1"
    assert case_file.party_names.keys() == {"landlord", "bailiff"}
    assert case_file.address_lines.keys() == {"a1", "a2"}
    (partner,) = (r for r in case_file.ledgers[Agency.BELASTINGDIENST] if r.id == "t-partner")
    assert getattr(partner, "value", None) == Ref("p2")


def test_the_same_file_as_text_bytes_or_with_a_byte_order_mark_is_the_same_household() -> None:
    text = example("J01")
    assert load_case_file(text) == load_case_file(text.encode()) == load_case_file("\ufeff" + text)


def test_names_numbers_and_addresses_stay_out_of_the_household_and_of_every_repr() -> None:
    case_file = load_case_file(example("J01"))
    shown = repr(case_file) + repr(case_file.people) + repr(case_file.household)
    for person in case_file.people:
        assert person.name not in shown
        assert person.bsn not in shown
    assert not any(lines in shown for lines in case_file.address_lines.values())
    assert case_file.party_names[PartyRef("landlord")] not in shown
    assert case_file.party_names[PartyRef("insurer")] not in shown


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "is not JSON: Expecting value at line 1, column 1"),
        ('{\n "id": "x",,\n}', "line 2, column 12"),
        (b'{"id": "\xff"}', "is not UTF-8 text (byte 8)"),
        ('{"id": "a", "id": "b"}', "same property twice"),
        ("[" * 100_000, "nested too deeply"),
        ('{"id": ' + "1" * 5_000 + "}", "a number that is too long"),
        ('{"id": -' + "1" * 5_000 + "}", "a number that is too long"),
    ],
)
def test_what_is_no_json_is_told_with_its_place(text: str | bytes, message: str) -> None:
    assert message in _problems(text)[""]


@pytest.mark.parametrize("text", ["[]", "null", '"x"', "12"])
def test_json_that_is_no_object_is_refused(text: str) -> None:
    assert _problems(text) == {"": "must be an object"}


CASES: list[tuple[str, Edit, str, str]] = [
    ("a missing property", lambda d: d.intake.pop("housing"), "/intake/housing", "is missing"),
    (
        "a property of our own making",
        lambda d: d.record("t-kot").update(colour="red"),
        "/agencies/belastingdienst/5/colour",
        "is not a property of the format",
    ),
    (
        "a missing agency",
        lambda d: d.file["agencies"].pop("duo"),
        "/agencies/duo",
        "is missing",
    ),
    (
        "an unknown kind of record",
        lambda d: d.record("t-kot").update(record="debt"),
        "/agencies/belastingdienst/5/record",
        "must be one of: application, entitlement",
    ),
    (
        "an amount below zero",
        lambda d: d.record("t-kot").update(outstanding_cents=-1),
        "/agencies/belastingdienst/5/outstanding_cents",
        "must be 0 or more",
    ),
    (
        "an amount with a fraction",
        lambda d: d.record("t-kot").update(outstanding_cents=1.5),
        "/agencies/belastingdienst/5/outstanding_cents",
        "must be a whole number",
    ),
    (
        "a day that does not exist",
        lambda d: d.record("g-stabilise").update({"from": "2026-02-30"}),
        "/agencies/gemeente/4/from",
        "must be a date that exists",
    ),
    (
        "a word that is not in the list",
        lambda d: d.intake.update(urgency="panic"),
        "/intake/urgency",
        "must be one of: threatening, urgent, regular",
    ),
    (
        "a value of no form",
        lambda d: d.record("u-weeks").update(value={"weight": 3}),
        "/agencies/uwv/0/value",
        "must be one of: an object with amount_cents",
    ),
    (
        "a number that is no BSN",
        lambda d: d.intake["members"][0].update(bsn="123456789"),
        "/intake/members/0/bsn",
        "elfproef",
    ),
    (
        "one BSN for two people",
        lambda d: d.intake["members"][1].update(bsn=d.intake["members"][0]["bsn"]),
        "/intake/members/1/bsn",
        "more than one member",
    ),
    (
        "no applicant",
        lambda d: d.intake["members"][0].update(role="other_adult"),
        "/intake/members",
        "exactly one member with role applicant",
    ),
    (
        "two applicants",
        lambda d: d.intake["members"][1].update(role="applicant"),
        "/intake/members",
        "exactly one member with role applicant",
    ),
    (
        "an id that stands twice",
        lambda d: d.record("t-huur").update(id="t-zorg"),
        "/agencies/belastingdienst/1/id",
        "ids must be unique",
    ),
    (
        "a member that is not there",
        lambda d: d.record("t-zorg").update(persons=["p1", "p9"]),
        "/agencies/belastingdienst/1/persons/1",
        "there is no member with this id in the file",
    ),
    (
        "an address that is not there",
        lambda d: d.intake["members"][0].update(lives_at="a9"),
        "/intake/members/0/lives_at",
        "there is no address",
    ),
    (
        "a party that is not there",
        lambda d: d.record("t-zorg").update(payee={"party": "nobody"}),
        "/agencies/belastingdienst/1/payee/party",
        "there is no party",
    ),
    (
        "a record that is not there",
        lambda d: d.record("t-kot-setoff").update({"for": "t-gone"}),
        "/agencies/belastingdienst/6/for",
        "there is no record",
    ),
    (
        "a partner that is not there",
        lambda d: d.record("t-partner").update(value={"ref": "a1"}),
        "/agencies/belastingdienst/0/value/ref",
        "there is no member",
    ),
    (
        "parts that do not add up",
        lambda d: d.record("l-rent").update(components=[{"kind": "principal", "amount_cents": 1}]),
        "/intake/parties/0/records/0/components",
        "add up",
    ),
    (
        "a birth after the intake",
        lambda d: d.intake["members"][1].update(born="2027-01-01"),
        "/intake/members/1/born",
        "after the day of the intake",
    ),
    (
        "a department of another agency",
        lambda d: d.record("u-weeks").update(department="toeslagen"),
        "/agencies/uwv/0/department",
        "is not a department of uwv",
    ),
    (
        "an intake in a year without known law",
        lambda d: d.intake.update(date="1900-01-01"),
        "/intake/date",
        "must lie from 2024 to 2059",
    ),
    (
        "an application from long before anybody lived",
        lambda d: d.record("g-debt-app").update(received="1066-01-01"),
        "/agencies/gemeente/3/received",
        "must lie from 1990 to 2059",
    ),
    (
        "an amount no household has",
        lambda d: d.intake["housing"].update(rent_monthly_cents=10**30),
        "/intake/housing/rent_monthly_cents",
        "too large",
    ),
    (
        "a text that no database can keep",
        lambda d: d.intake["goals"].append("rust\x00"),
        "/intake/goals/3",
        "cannot be stored",
    ),
]


@pytest.mark.parametrize(
    ("edit", "path", "message"), [case[1:] for case in CASES], ids=[case[0] for case in CASES]
)
def test_what_is_wrong_is_told_with_its_path(edit: Edit, path: str, message: str) -> None:
    assert message in _problems_after(edit)[path]


def test_a_whole_number_written_with_a_fraction_of_nothing_is_a_whole_number() -> None:
    household = draft("J01")
    household.record("t-kot")["outstanding_cents"] = 864000.0
    household.intake["housing"]["rent_monthly_cents"] = 7.425e4
    assert load_case_file(json.dumps(household.file)) == load_case_file(example("J01"))


@pytest.mark.parametrize("number", ["1e400", "NaN", "-Infinity", "1" * 400 + ".0"])
def test_a_number_that_no_amount_can_be_is_a_problem_and_no_crash(number: str) -> None:
    household = draft("J01")
    household.intake["housing"]["rent_monthly_cents"] = "NUMBER"
    found = _problems(json.dumps(household.file).replace('"NUMBER"', number))
    assert "/intake/housing/rent_monthly_cents" in found


def test_a_period_that_ends_before_it_begins_is_read_and_simply_does_not_run() -> None:
    household = draft("J01")
    household.record("g-stabilise")["until"] = "2026-11-01"
    assert household.found(ConflictType.UITSTEL_VS_VERREKENING) == ()


def _unlinked(name: str) -> Draft:
    """The household with every link to a record that another ledger may hold leading nowhere."""
    household = draft(name)
    for asset in household.intake["assets"]:
        asset["origin_record"] = "gone"
    for record in (each for ledger in household.ledgers() for each in ledger):
        for wait in record.get("waits_for", ()):
            wait["record"] = "gone"
        for way_out in record.get("averted_by", ()):
            way_out["record"] = "gone"
        for key in {"about", "taken_from"} & record.keys():
            record[key] = "gone"
        for key in {"rests_on", "covers"} & record.keys():
            record[key] = ["gone"]
        if record["record"] == "recovery":
            record["on"] = "gone"
    return household


@pytest.mark.parametrize("name", names())
def test_a_link_to_a_record_that_is_not_in_the_file_is_only_a_reference_number(name: str) -> None:
    picture = _unlinked(name).picture()
    found = assess(picture)
    assert budget_of(picture).income_cents == budget_of(draft(name).picture()).income_cents
    assert all(plain_dutch(conflict, picture) for conflict in found.conflicts)


def test_all_problems_are_told_together() -> None:
    def spoil(household: Draft) -> None:
        for _, edit, *_ in CASES[:8]:
            edit(household)

    found = _problems_after(spoil)
    assert {"/intake/housing", "/agencies/duo", "/intake/urgency"} <= set(found)


def test_messages_never_quote_what_the_file_holds() -> None:
    def spoil(household: Draft) -> None:
        household.intake["members"][0]["bsn"] = "Geheim Persoon"
        household.intake["members"][0]["born"] = "Geheim Persoon"
        household.intake["members"][1]["role"] = "Geheim Persoon"
        household.intake["Geheim Persoon"] = "Geheim Persoon"
        household.intake["addresses"][0]["secret"] = "Geheim Persoon"
        household.record("t-kot")["Geheim Persoon"] = 1
        household.record("t-zorg")["payee"] = {"member": "Geheim Persoon"}

    household = draft("J01")
    spoil(household)
    with pytest.raises(CaseFileInvalid) as caught:
        load_case_file(json.dumps(household.file))
    assert "Geheim" not in str(caught.value)
    assert len(caught.value.problems) >= 7


def _paths(value: object, at: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inside: list[tuple[str | int, object]] = []
    if isinstance(value, dict):
        inside = list(value.items())
    elif isinstance(value, list):
        inside = list(enumerate(value))
    return [at, *(path for key, each in inside for path in _paths(each, (*at, key)))]


def _changed(document: Any, path: tuple[str | int, ...], value: object) -> Any:
    if not path:
        return value
    copy = document.copy()
    copy[path[0]] = _changed(copy[path[0]], path[1:], value)
    return copy


JSON_VALUES = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-2, 2),
    st.floats(0, 2),
    st.sampled_from(["", "p1", "x y", "2026-11-23", "20261123", "bijstand"]),
    st.sampled_from([[], {}, [[]], {"ref": None}, {"agency": "uwv"}, {"member": "p1"}, [{}]]),
)
WHOLE_SCHEMA = Draft202012Validator(
    json.loads(schema_text()), format_checker=Draft202012Validator.FORMAT_CHECKER
)


@settings(max_examples=120, deadline=None)
@given(st.sampled_from(names()), st.data())
def test_a_spoilt_file_is_refused_with_problems_and_never_crashes(
    name: str, data: st.DataObject
) -> None:
    document = json.loads(example(name))
    path = data.draw(st.sampled_from(_paths(document)))
    spoilt = _changed(document, path, data.draw(JSON_VALUES))
    if WHOLE_SCHEMA.is_valid(spoilt):
        with suppress(CaseFileInvalid):
            load_case_file(json.dumps(spoilt))
    else:
        assert _problems(json.dumps(spoilt))
