"""Made-to-order trouble: what each kind looks like to a caller, and that nothing is done twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.errors import AgencyRefused, AgencyUnavailable
from agency_adapters.development.client import Trouble, TroubleKind
from domain.vocabulary import Agency, RecordKind
from tests.support.agencies import AgencyHouse, running_agency
from tests.support.contract_household import TODAY, asker, confirm

KINDS = tuple(RecordKind)


async def test_a_slow_agency_runs_into_the_callers_deadline(
    house: AgencyHouse, administration: str
) -> None:
    await house.trouble(Trouble(TroubleKind.SLOW, seconds=30))
    async with house.client(deadline_seconds=0.2) as client:
        with pytest.raises(AgencyUnavailable) as late:
            await client.get_position(asker(administration), TODAY, KINDS)
    assert late.value.reason == "DEADLINE_EXCEEDED"


async def test_a_slow_agency_still_answers_who_waits(
    house: AgencyHouse, client: AgencyClient, administration: str
) -> None:
    await house.trouble(Trouble(TroubleKind.SLOW, seconds=0.05))
    assert (await client.get_position(asker(administration), TODAY, KINDS)).records


async def test_an_agency_that_is_down_says_when_to_ask_again(
    house: AgencyHouse, client: AgencyClient, administration: str
) -> None:
    await house.trouble(Trouble(TroubleKind.DOWN))
    with pytest.raises(AgencyUnavailable) as down:
        await client.get_position(asker(administration), TODAY, KINDS)
    assert down.value.retry_after_seconds == 1.0


async def test_an_agency_that_refuses_is_not_asked_again(
    house: AgencyHouse, client: AgencyClient, administration: str
) -> None:
    await house.trouble(Trouble(TroubleKind.REFUSING))
    with pytest.raises(AgencyRefused):
        await client.get_position(asker(administration), TODAY, KINDS)


async def test_handling_a_request_twice_has_one_effect(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    await house.trouble(Trouble(TroubleKind.TWICE))
    receipt = await client.apply_measure(
        asker(administration), confirm(agency), TODAY, "key-1", "decision-1"
    )
    history = (await house.ledger(administration))["history"]
    assert [e["because"] for e in history if e["record"] == "letter"] == ["loaded", receipt.number]


async def test_a_retry_after_a_lost_answer_gives_the_receipt_of_the_one_change(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    await house.trouble(Trouble(TroubleKind.FAIL_AFTER_EFFECT, times=1, method="ApplyMeasure"))
    who, measure = asker(administration), confirm(agency)
    with pytest.raises(AgencyUnavailable):
        await client.apply_measure(who, measure, TODAY, "key-1", "decision-1")
    receipt = await client.apply_measure(who, measure, TODAY, "key-1", "decision-1")
    dossier = await house.ledger(administration)
    assert [each["number"] for each in dossier["measures"]] == [receipt.number]
    assert len([e for e in dossier["history"] if e["record"] == "letter"]) == 2


async def test_trouble_is_over_after_so_many_calls_of_its_method(
    house: AgencyHouse, client: AgencyClient, agency: Agency, administration: str
) -> None:
    await house.trouble(Trouble(TroubleKind.DOWN, times=2, method="GetPosition"))
    who = asker(administration)
    await client.assess_measure(who, confirm(agency), TODAY)
    for _ in range(2):
        with pytest.raises(AgencyUnavailable):
            await client.get_position(who, TODAY, KINDS)
    assert (await client.get_position(who, TODAY, KINDS)).records
    async with house.development() as development:
        assert await development.get_trouble() == Trouble()


async def test_a_restarted_agency_is_still_in_the_same_trouble(
    house: AgencyHouse, agency: Agency, tls_directory: Path
) -> None:
    trouble = Trouble(TroubleKind.SLOW, seconds=0.5, times=7, method="RevertMeasure")
    await house.trouble(trouble)
    async with (
        running_agency(agency, house.ledger_dsn, tls_directory) as restarted,
        restarted.development() as development,
    ):
        assert await development.get_trouble() == trouble
