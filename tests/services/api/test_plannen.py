"""`/v1/plannen`, as clients use it."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path

import httpx
import pytest

from domain.vocabulary import Agency
from services.identity.actor import Actor
from services.identity.people import HOME, NEIGHBOUR, coordinator_of, liaison_of, social_worker_of
from services.plans.errors import PlanClosed
from tests.services.conftest import Served

JSON = {"Content-Type": "application/json"}
WORKER = social_worker_of(HOME)


async def start(served: Served, text: str, query: str = "") -> httpx.Response:
    return await served.client.post(
        f"/v1/plannen{query}", content=text, headers=JSON | served.bearer(WORKER)
    )


async def test_a_case_file_starts_a_plan_that_can_be_read(served: Served, j01_text: str) -> None:
    started = await start(served, j01_text)
    assert started.status_code == 201
    plan = await served.client.get(started.headers["Location"], headers=served.bearer(WORKER))
    body = plan.json()
    assert body["planId"] == started.json()["planId"]
    assert {one["type"] for one in body["conflicten"]} == {
        "STAPELING_ONDER_MINIMUM",
        "UITSTEL_VS_VERREKENING",
        "KWIJTSCHELDING_UITGESLOTEN",
        "WACHT_OP_ELKAAR",
        "TERMIJN_BOTSING",
    }
    assert body["begroting"]["nu"]["nettoCenten"] == -128603
    assert all(one["uitleg"] for one in body["conflicten"])
    assert len(body["posities"]) == 6
    assert body["besluiten"][0]["vraag"]


async def test_the_social_worker_sees_names_and_the_coordinator_does_not(
    served: Served, j01_text: str
) -> None:
    where = (await start(served, j01_text)).headers["Location"]
    seen = await served.client.get(where, headers=served.bearer(WORKER))
    assert "Samira Benali" in seen.text
    watched = await served.client.get(where, headers=served.bearer(coordinator_of(HOME)))
    assert watched.status_code == 200
    assert "Samira" not in watched.text


async def test_no_answer_holds_a_bsn(served: Served, j01_text: str) -> None:
    where = (await start(served, j01_text)).headers["Location"]
    for path in (where, f"{where}/beoordeling", "/v1/plannen"):
        answer = await served.client.get(path, headers=served.bearer(WORKER))
        assert "999901217" not in answer.text


async def test_the_assessment_is_the_json_of_plan_assess(served: Served, j01_text: str) -> None:
    started = await start(served, j01_text, "?bereik=beoordeling&administratie=trial-1")
    plan = started.json()["planId"]
    answer = await served.client.get(
        f"/v1/plannen/{plan}/beoordeling?wacht=5", headers=served.bearer(WORKER)
    )
    found = answer.json()
    expected = json.loads(
        (Path(__file__).parents[2] / "domain" / "expected" / "J01.json").read_text()
    )
    assert found["budget"] == {
        "income_cents": 102225,
        "expenses_cents": 230828,
        "net_cents": -128603,
        "debts_cents": 1228440,
    }
    assert {
        (one["type"], *one["agencies"], *one["departments"], *one["parties"])
        for one in found["conflicts"]
    } == {
        (one["type"], *one["agencies"], *one["departments"], *one["parties"])
        for one in expected["conflicts"]
    }
    wanted = json.loads(j01_text)["agencies"]
    assert {agency: len(held) for agency, held in found["positions"].items()} == {
        agency: len(held) for agency, held in wanted.items()
    }
    assert set(found) == {
        "positions",
        "gaps",
        "budget",
        "money",
        "conflicts",
        "collisions",
        "bundles",
        "deadlines",
        "warnings",
        "trace_id",
    }
    assert len(found["money"]["months"]) == 12
    assert found["money"]["stack"]["beyond_room_cents"] == 48900
    assert all(one["household"]["nl"] and one["liaison"]["en"] for one in found["conflicts"])
    assert {option["net_after_cents"] for each in found["bundles"] for option in each["options"]}


async def test_an_assessment_that_is_not_there_in_time_is_a_202_without_content(
    served: Served, j01_text: str
) -> None:
    served.runner.holds_back = True
    plan = (await start(served, j01_text)).json()["planId"]
    answer = await served.client.get(
        f"/v1/plannen/{plan}/beoordeling?wacht=0.1", headers=served.bearer(WORKER)
    )
    assert (answer.status_code, answer.content) == (202, b"")


async def test_who_waits_gets_the_assessment_as_soon_as_it_is_there(
    served: Served, j01_text: str
) -> None:
    served.runner.holds_back = True
    plan = (await start(served, j01_text)).json()["planId"]
    waiting = asyncio.create_task(
        served.client.get(f"/v1/plannen/{plan}/beoordeling?wacht=20", headers=served.bearer(WORKER))
    )
    await served.runner.go_on(served.runner.started[0])
    assert (await waiting).status_code == 200


async def test_a_second_plan_for_the_same_applicant_is_a_conflict_that_names_the_first(
    served: Served, j01_text: str
) -> None:
    first = (await start(served, j01_text)).json()["planId"]
    again = await start(served, j01_text)
    assert again.status_code == 409
    assert again.json()["planId"] == first
    assert again.headers["content-type"] == "application/problem+json"


async def test_a_case_file_with_faults_gets_all_of_them_and_starts_nothing(
    served: Served, j01_text: str
) -> None:
    case = json.loads(j01_text)
    case["intake"]["members"][0]["bsn"] = "999901218"
    case["intake"]["housing"]["rent_monthly_cents"] = "veel"
    answer = await start(served, json.dumps(case))
    assert answer.status_code == 400
    assert len(answer.json()["fouten"]) >= 2
    assert "999901218" not in answer.text
    assert served.runner.started == []
    listed = await served.client.get("/v1/plannen", headers=served.bearer(WORKER))
    assert listed.json() == {"plannen": []}


async def test_when_the_plan_cannot_be_started_nothing_stays_behind(
    served: Served, j01_text: str
) -> None:
    served.runner.reachable = False
    answer = await start(served, j01_text)
    assert answer.status_code == 503
    assert answer.headers["Retry-After"] == "5"
    listed = await served.client.get("/v1/plannen", headers=served.bearer(WORKER))
    assert listed.json() == {"plannen": []}
    served.runner.reachable = True
    assert (await start(served, j01_text)).status_code == 201


async def test_another_municipality_sees_nothing_of_the_plan(served: Served, j01_text: str) -> None:
    plan = (await start(served, j01_text)).json()["planId"]
    stranger = served.bearer(social_worker_of(NEIGHBOUR))
    for method, path in (
        ("GET", f"/v1/plannen/{plan}"),
        ("GET", f"/v1/plannen/{plan}/beoordeling"),
        ("POST", f"/v1/plannen/{plan}/verversingen"),
        ("DELETE", f"/v1/plannen/{plan}"),
    ):
        answer = await served.client.request(method, path, headers=stranger)
        assert answer.status_code == 404, (method, path)
    listed = await served.client.get("/v1/plannen", headers=stranger)
    assert listed.json() == {"plannen": []}


async def test_a_household_of_another_municipality_is_not_taken_in(
    served: Served, j01_text: str
) -> None:
    answer = await served.client.post(
        "/v1/plannen",
        content=j01_text,
        headers=JSON | served.bearer(social_worker_of(NEIGHBOUR)),
    )
    assert answer.status_code == 403


async def test_a_municipality_that_was_never_heard_of_is_welcome_in_development(
    served: Served, j01_text: str
) -> None:
    text = j01_text.replace('"Rijnstede"', '"Oud-Zevenhuizen"')
    answer = await served.client.post(
        "/v1/plannen",
        content=text,
        headers=JSON | served.bearer(social_worker_of("Oud-Zevenhuizen")),
    )
    assert answer.status_code == 201


@pytest.mark.parametrize("who", [liaison_of(Agency.UWV), coordinator_of(HOME)])
async def test_only_a_social_worker_starts_plans(
    served: Served, j01_text: str, who: object
) -> None:
    from services.identity.actor import Actor

    assert isinstance(who, Actor)
    answer = await served.client.post(
        "/v1/plannen", content=j01_text, headers=JSON | served.bearer(who)
    )
    assert answer.status_code == 403


async def test_a_plan_is_closed_with_a_reason_and_then_erased(
    served: Served, j01_text: str
) -> None:
    plan = (await start(served, j01_text, "?bereik=beoordeling")).json()["planId"]
    erased = await served.client.delete(f"/v1/plannen/{plan}", headers=served.bearer(WORKER))
    assert erased.status_code == 204
    gone = await served.client.get(f"/v1/plannen/{plan}", headers=served.bearer(WORKER))
    assert gone.status_code == 200
    assert gone.json()["huishouden"] == []


async def test_a_plan_is_not_closed_over_the_heads_of_liaisons(
    served: Served, j01_text: str
) -> None:
    plan = (await start(served, j01_text)).json()["planId"]
    answer = await served.client.post(
        f"/v1/plannen/{plan}/sluitingen",
        json={"uitkomst": "withdrawn", "reden": "verhuisd"},
        headers=served.bearer(WORKER),
    )
    assert answer.status_code == 409
    assert answer.json()["type"] == "urn:samenloop:probleem:plan-niet-te-sluiten"


async def test_the_agencies_are_asked_again_on_request(served: Served, j01_text: str) -> None:
    plan = (await start(served, j01_text)).json()["planId"]
    answer = await served.client.post(
        f"/v1/plannen/{plan}/verversingen", headers=served.bearer(WORKER)
    )
    assert answer.status_code == 202
    assert [one.plan for one in served.runner.refreshed] == [plan]


async def test_an_open_plan_is_found_by_the_applicants_number_in_the_body(
    served: Served, j01_text: str
) -> None:
    async def found(actor: Actor, bsn: str) -> httpx.Response:
        body = {"burgerservicenummer": bsn}
        return await served.client.post(
            "/v1/plannen/_zoek", json=body, headers=served.bearer(actor)
        )

    assert (await found(WORKER, "999901217")).json() == {"plannen": []}
    plan = (await start(served, j01_text)).json()["planId"]
    assert [one["planId"] for one in (await found(WORKER, "999901217")).json()["plannen"]] == [plan]
    # a child of the household is not its applicant, and another municipality sees nothing
    assert (await found(WORKER, "999901357")).json() == {"plannen": []}
    assert (await found(social_worker_of(NEIGHBOUR), "999901217")).json() == {"plannen": []}
    wrong = await found(WORKER, "12345678X")
    assert wrong.status_code == 400
    assert "12345678X" not in wrong.text


async def test_a_plan_that_no_longer_runs_can_be_closed_erased_and_taken_in_again(
    served: Served, j01_text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def gone(*_: object) -> None:
        raise PlanClosed

    plan = (await start(served, j01_text)).json()["planId"]
    monkeypatch.setattr(served.runner, "close_plan", gone)
    closed = await served.client.post(
        f"/v1/plannen/{plan}/sluitingen",
        json={"uitkomst": "stable", "reden": "loopt niet meer"},
        headers=served.bearer(WORKER),
    )
    assert closed.status_code == 204
    seen = (await served.client.get("/v1/plannen", headers=served.bearer(WORKER))).json()
    assert [(one["fase"], one["uitkomst"]) for one in seen["plannen"]] == [("closed", "withdrawn")]
    erased = await served.client.delete(f"/v1/plannen/{plan}", headers=served.bearer(WORKER))
    assert erased.status_code == 204
    assert (await start(served, j01_text)).status_code == 201
