"""Reading a case file: text in, a household with its ledgers out, or all that is wrong at once."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from pydantic import TypeAdapter, ValidationError

from agency_adapters.casefile.document import Node
from agency_adapters.casefile.parsing import parsed
from agency_adapters.casefile.problems import CaseFileInvalid
from agency_adapters.casefile.records import CASE_FILE_FORM, problems_of, records_from
from agency_adapters.casefile.references import reference_problems
from agency_adapters.casefile.sanity import sanity_problems
from agency_adapters.casefile.schema import schema_problems
from domain.household import Household
from domain.picture import Picture
from domain.position import Position
from domain.records import AddressRef, MemberRef, PartyRef, Record
from domain.vocabulary import Agency

# a parsed case file that passed every check: this module is its edge
_Checked = dict[str, Any]

_OF_HOUSEHOLD = (
    "urgency",
    "ground",
    "relations",
    "housing",
    "income",
    "expenses",
    "assets",
    "evidence",
)


@dataclass(frozen=True, slots=True)
class PersonDetails:
    """Who a member is: for the store and for asking agencies. `repr` shows the reference alone."""

    ref: MemberRef
    name: str = field(repr=False)
    bsn: str = field(repr=False)
    born: dt.date = field(repr=False)


@dataclass(frozen=True, slots=True)
class CaseFile:
    """One household as a file holds it.

    What names or locates people stays out of `household` and out of `repr`.

    `ledgers` holds every agency's records (all six keys), `ledger_json` the same as the JSON array
    that stood in the file.
    """

    id: str
    municipality: str
    intake_date: dt.date
    household: Household
    ledgers: Mapping[Agency, tuple[Record, ...]]
    title: str = field(repr=False)
    life_event: str = field(repr=False)
    goals: tuple[str, ...] = field(repr=False)
    people: tuple[PersonDetails, ...] = field(repr=False)
    address_lines: Mapping[AddressRef, str] = field(repr=False)
    party_names: Mapping[PartyRef, str] = field(repr=False)
    ledger_json: Mapping[Agency, str] = field(repr=False)


def load_case_file(text: str | bytes) -> CaseFile:
    """The case file in this text (bytes are UTF-8).

    Raises CaseFileInvalid with all problems found: syntax, shape (the JSON schema), ids and
    references, and what cannot be true. Pure; quotes nothing of what the file holds about people.
    """
    document = parsed(text)
    root = Node("", document)
    found = {*schema_problems(root), *reference_problems(root), *sanity_problems(root)}
    if found or not isinstance(document, dict):
        raise CaseFileInvalid(tuple(sorted(found)))
    return _case_file(document)


def picture_of(case_file: CaseFile) -> Picture:
    """The household on the day of its intake, as it is seen when all six agencies answer."""
    day = case_file.intake_date
    positions = tuple(Position(agency, day, case_file.ledgers[agency]) for agency in Agency)
    return Picture(case_file.household, positions, gaps=(), today=day)


def _case_file(document: _Checked) -> CaseFile:
    intake = document["intake"]
    ledger_json = {
        agency: json.dumps(document["agencies"][agency.value], ensure_ascii=False)
        for agency in Agency
    }
    return CaseFile(
        id=document["id"],
        municipality=intake["municipality"],
        intake_date=dt.date.fromisoformat(intake["date"]),
        household=_household(intake),
        ledgers={
            agency: records_from(document["agencies"][agency.value], f"/agencies/{agency.value}")
            for agency in Agency
        },
        title=document["title"],
        life_event=intake["life_event"],
        goals=tuple(intake["goals"]),
        people=tuple(_people(intake)),
        address_lines={address["id"]: address["lines"] for address in intake["addresses"]},
        party_names={party["id"]: party["name"] for party in intake["parties"]},
        ledger_json=ledger_json,
    )


def _people(intake: _Checked) -> Iterator[PersonDetails]:
    for member in intake["members"]:
        born = dt.date.fromisoformat(member["born"])
        yield PersonDetails(MemberRef(member["id"]), member["name"], member["bsn"], born)


def _household(intake: _Checked) -> Household:
    """The intake without names, BSN and address lines."""
    known = {name: intake[name] for name in _OF_HOUSEHOLD} | {
        "members": [_without(member, "name", "bsn") for member in intake["members"]],
        "addresses": [_without(address, "lines") for address in intake["addresses"]],
        "parties": [_without(party, "name") for party in intake["parties"]],
    }
    try:
        (household,) = _household_adapter().validate_python([known])
    except ValidationError as error:
        raise CaseFileInvalid(problems_of(error, "/intake")) from None
    return household


def _without(given: _Checked, *names: str) -> _Checked:
    return {key: value for key, value in given.items() if key not in names}


@cache
def _household_adapter() -> TypeAdapter[tuple[Household]]:
    # in a tuple, because pydantic takes a configuration for a dataclass only from around it
    return TypeAdapter(tuple[Household], config=CASE_FILE_FORM)
