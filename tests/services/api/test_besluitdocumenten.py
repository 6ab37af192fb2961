"""`/v1/besluiten/{id}/besluitdocument` and the check of the chain."""

from __future__ import annotations

from dataclasses import replace

import httpx
import pytest

from domain.decisions import DecisionState
from domain.vocabulary import Agency
from services.api.media import JSON, PDF, wanted
from services.identity.actor import Actor
from services.identity.people import HOME, NEIGHBOUR, liaison_of, social_worker_of
from tests.services.conftest import Served
from tests.support.plans_by_hand import NOW
from tests.support.records import receipt_of
from workflows.contracts import DecisionSnapshot


@pytest.fixture
async def done(served: Served, j01_text: str) -> DecisionSnapshot:
    """The first decision of a started plan, carried out."""
    await served.client.post(
        "/v1/plannen",
        content=j01_text,
        headers={"Content-Type": "application/json"} | served.bearer(social_worker_of(HOME)),
    )
    opened = next(iter(served.runner.decisions.values()))
    option = opened.bundle.options[0]
    closed = replace(
        opened,
        sequence=opened.sequence + 1,
        state=DecisionState.CARRIED_OUT,
        chosen_option=option.ref,
        decided=option,
        receipts=tuple(receipt_of(each, number) for number, each in enumerate(option.measures)),
        closed_at=NOW,
    )
    await served.store.snapshots.save_decision(closed)
    return closed


async def get(served: Served, path: str, actor: Actor, accept: str = JSON) -> httpx.Response:
    return await served.client.get(path, headers={"Accept": accept} | served.bearer(actor))


def path_of(decision: DecisionSnapshot) -> str:
    return f"/v1/besluiten/{decision.ref}/besluitdocument"


async def test_the_social_worker_reads_the_whole_record(
    served: Served, done: DecisionSnapshot
) -> None:
    answer = await get(served, path_of(done), social_worker_of(HOME))
    assert answer.status_code == 200, answer.text
    assert answer.headers["vary"] == "Accept"
    assert answer.json()["complete"] is True
    assert answer.json()["record"]["id"] == done.ref
    assert "Samira" not in answer.text


async def test_on_paper_it_is_a_tagged_pdf(served: Served, done: DecisionSnapshot) -> None:
    answer = await get(served, path_of(done), social_worker_of(HOME), PDF)
    assert answer.headers["content-type"] == PDF
    assert answer.content.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in answer.content
    assert done.ref in answer.headers["content-disposition"]


async def test_a_liaison_sees_no_other_agencys_ledger(
    served: Served, done: DecisionSnapshot
) -> None:
    answer = await get(served, path_of(done), liaison_of(Agency.CAK))
    assert answer.status_code == 200, answer.text
    seen = answer.json()
    assert seen["complete"] is False
    for part in seen["record"]["agencies"]:
        for act in part["acts"]:
            assert (act["on"] is not None) is (part["agency"] == "cak")


@pytest.mark.parametrize("actor", [liaison_of(Agency.SVB), liaison_of(Agency.GEMEENTE, NEIGHBOUR)])
async def test_who_may_not_see_the_decision_finds_no_record(
    served: Served, done: DecisionSnapshot, actor: Actor
) -> None:
    assert (await get(served, path_of(done), actor)).status_code == 404


async def test_a_decision_that_is_still_open_has_none(
    served: Served, done: DecisionSnapshot
) -> None:
    opened = [one for one in served.runner.decisions.values() if one.ref != done.ref]
    for one in [*opened, replace(done, ref="d-unknown")]:
        answer = await get(served, path_of(one), social_worker_of(HOME))
        assert answer.status_code == 404


async def test_another_kind_of_answer_is_not_there(served: Served, done: DecisionSnapshot) -> None:
    answer = await get(served, path_of(done), social_worker_of(HOME), "text/csv")
    assert answer.status_code == 406
    assert answer.json()["type"] == "urn:samenloop:probleem:antwoordsoort"


async def test_the_chain_of_the_own_municipality_is_checked(
    served: Served, done: DecisionSnapshot
) -> None:
    answer = await get(served, "/v1/besluiten/_keten", social_worker_of(HOME))
    assert answer.status_code == 200, answer.text
    assert answer.json()["aantal"] == 1
    assert answer.json()["breuk"] is None
    refused = await get(served, "/v1/besluiten/_keten", liaison_of(Agency.CAK))
    assert refused.status_code == 403


async def test_a_broken_chain_says_where(served: Served, done: DecisionSnapshot) -> None:
    with served.store.server.admin(served.store.database_name) as connection:
        connection.execute("ALTER TABLE decision_record DISABLE TRIGGER USER")
        connection.execute("UPDATE decision_record SET previous_hash = %s", ("f" * 64,))
    answer = await get(served, "/v1/besluiten/_keten", social_worker_of(HOME))
    assert answer.json()["breuk"] == {
        "plaats": 0,
        "besluitId": done.ref,
        "versie": 1,
        "soort": "does_not_follow",
    }


@pytest.mark.parametrize(
    ("accept", "kind"),
    [
        ("application/pdf", PDF),
        ("application/json", JSON),
        ("*/*", JSON),
        ("text/html, application/pdf;q=0.9, */*;q=0.1", PDF),
        ("application/*", JSON),
        ("application/json;q=0, */*", PDF),
        ("application/pdf;q=nonsense", None),
        ("text/html", None),
    ],
)
def test_the_accept_header_is_read_as_it_is_meant(accept: str, kind: str | None) -> None:
    assert wanted(accept, (JSON, PDF)) == kind
