"""GetPosition: what is asked for is answered, typed and complete; everything else stays home."""

from __future__ import annotations

from dataclasses import replace

import pytest

from agency_adapters.casefile import load_case_file
from agency_adapters.casefile.examples import example
from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.errors import AgencyRefused
from agency_adapters.law.applied import WEIGHED, by_law
from agency_adapters.registry import profile_of
from domain.legislation.determination import Outcome
from domain.position import Position
from domain.records import FactUsed, MemberRef, Payee, Ref
from domain.vocabulary import RecordKind
from tests.support.agencies import AgencyHouse, asker_of
from tests.support.contract_household import (
    APPLICATION,
    CHILD_ENTITLEMENT,
    CLAIM,
    LETTER,
    PARTNER_FACT,
    TODAY,
    asker,
)

EXAMPLES = ("J00", "J01", "J02", "J04", "J05", "J06", "J08")
EVERY_KIND = tuple(RecordKind)
ANN = (MemberRef("ann"),)


@pytest.mark.parametrize("name", ["J00", "J01", "J05", "J06"])
async def test_a_position_is_what_the_case_file_says_without_notes(
    house: AgencyHouse, client: AgencyClient, name: str
) -> None:
    case = load_case_file(example(name))
    await house.load(case, name)
    position = await client.get_position(asker_of(case, name), case.intake_date, EVERY_KIND)
    expected = tuple(replace(record, note=None) for record in case.ledgers[house.agency])
    assert replace(position, by_law=()) == Position(house.agency, case.intake_date, expected)


@pytest.mark.parametrize("name", EXAMPLES)
async def test_every_amount_is_held_against_the_law(
    house: AgencyHouse, client: AgencyClient, name: str
) -> None:
    case = load_case_file(example(name))
    await house.load(case, name)
    position = await client.get_position(asker_of(case, name), case.intake_date, EVERY_KIND)
    weighed = [each.id for each in position.records if isinstance(each, WEIGHED)]
    assert list(dict.fromkeys(said.record for said in position.by_law)) == weighed
    for said in position.by_law:
        if said.regulation is None:
            assert (said.lawful_cents, said.missing) == (None, ())
            continue
        undetermined = said.outcome is Outcome.UNDETERMINED
        assert said.conclusion_nl
        assert bool(said.missing) == undetermined
        assert (said.lawful_cents is None) == undetermined
        assert bool(said.explanation_nl) == bool(said.difference_cents)
    births = {member.id: member.born for member in case.household.members}
    law = profile_of(house.agency).law
    assert position.by_law == by_law(law, position.records, case.intake_date, births)


async def test_only_the_kinds_asked_for_are_answered(
    client: AgencyClient, administration: str
) -> None:
    position = await client.get_position(
        asker(administration), TODAY, (RecordKind.CLAIM, RecordKind.NOTICE)
    )
    assert [record.id for record in position.records] == [LETTER.id, CLAIM.id]


async def test_only_records_about_persons_asked_about_are_answered(
    client: AgencyClient, administration: str
) -> None:
    kid_only = asker(administration, asked_about=("kid",))
    position = await client.get_position(kid_only, TODAY, EVERY_KIND)
    assert [record.id for record in position.records] == [CHILD_ENTITLEMENT.id]


async def test_persons_whom_the_asker_did_not_name_stay_undisclosed(
    client: AgencyClient, administration: str
) -> None:
    without_the_ex = asker(administration, named=("ann", "kid"))
    position = await client.get_position(without_the_ex, TODAY, EVERY_KIND)
    assert position.records == (
        replace(LETTER, note=None),
        APPLICATION,
        replace(CHILD_ENTITLEMENT, payee=Payee(undisclosed=True)),
        replace(CLAIM, persons=ANN, liable=ANN, arose_from=None),
    )


async def test_the_agency_speaks_of_persons_by_the_askers_own_references(
    client: AgencyClient, administration: str
) -> None:
    renamed = asker(administration, call_them="member-{}")
    records = {
        record.id: record
        for record in (await client.get_position(renamed, TODAY, EVERY_KIND)).records
    }
    assert records[LETTER.id].persons == ("member-ann",)
    partner = records[PARTNER_FACT.id]
    assert isinstance(partner, FactUsed)
    assert partner.value == Ref("member-ex")


async def test_who_is_not_known_here_has_an_empty_position(
    client: AgencyClient, administration: str
) -> None:
    stranger = asker(administration)
    stranger = replace(stranger, persons=(replace(stranger.persons[0], bsn="000009878"),))
    assert (await client.get_position(stranger, TODAY, EVERY_KIND)).records == ()


async def test_an_administration_that_does_not_exist_is_refused(client: AgencyClient) -> None:
    with pytest.raises(AgencyRefused) as refused:
        await client.get_position(asker("no-such-trial"), TODAY, EVERY_KIND)
    assert refused.value.reason == "ADMINISTRATION_UNKNOWN"


async def test_everything_that_is_wrong_is_named_at_once_and_no_bsn_is_quoted(
    client: AgencyClient, administration: str
) -> None:
    good = asker(administration)
    bad = replace(
        good,
        purpose=" ",
        persons=(
            replace(good.persons[0], bsn="123456789", asked_about=False),
            replace(good.persons[1], bsn="12", asked_about=False),
        ),
    )
    with pytest.raises(AgencyRefused) as refused:
        await client.get_position(bad, TODAY, (RecordKind.CLAIM,))
    assert {(v.field, v.description) for v in refused.value.violations} == {
        ("household.persons[0].bsn", "does not pass the elfproef"),
        ("household.persons[1].bsn", "is not nine digits"),
        ("household.persons", "name nobody who is asked about"),
        ("fields[0].purpose", "is missing"),
    }
    assert "123456789" not in str(refused.value)


async def test_asking_for_nothing_is_refused(client: AgencyClient, administration: str) -> None:
    with pytest.raises(AgencyRefused) as refused:
        await client.get_position(asker(administration), TODAY, ())
    assert [violation.field for violation in refused.value.violations] == ["fields"]
