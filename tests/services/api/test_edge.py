"""What holds for every request: problems, headers, HEAD, limits, and a log without personal
data."""

from __future__ import annotations

import json
import logging

import httpx
import pytest
from opentelemetry.sdk.trace import TracerProvider
from opentelemetry.sdk.trace.export import SimpleSpanProcessor
from opentelemetry.sdk.trace.export.in_memory_span_exporter import InMemorySpanExporter
from starlette.responses import PlainTextResponse
from starlette.types import Receive, Scope, Send

from services.api.edge import Edge
from services.identity.people import HOME, social_worker_of
from services.logs import JsonLines, places_in
from tests.services.conftest import Served

WORKER = social_worker_of(HOME)
JSON = {"Content-Type": "application/json"}


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/v1/plannen", {}, 401),
        ("GET", "/v1/plannen", {"Authorization": "Bearer forged"}, 401),
        ("GET", "/v1/nergens", {}, 404),
        ("PUT", "/v1/plannen", {}, 405),
    ],
)
async def test_every_error_is_a_problem(
    served: Served, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    answer = await served.client.request(method, path, headers=headers)
    assert answer.status_code == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.json()["status"] == status
    assert answer.headers["API-Version"] == "1.0.0"


async def test_what_is_not_json_is_not_taken(served: Served) -> None:
    answer = await served.client.post(
        "/v1/plannen",
        content="<xml/>",
        headers={"Content-Type": "text/xml"} | served.bearer(WORKER),
    )
    assert answer.status_code == 415
    assert answer.headers["content-type"] == "application/problem+json"


async def test_json_that_cannot_be_read_is_a_problem_of_the_sender(served: Served) -> None:
    answer = await served.client.post(
        "/v1/plannen", content="{", headers=JSON | served.bearer(WORKER)
    )
    assert answer.status_code == 400


async def test_a_body_that_is_too_large_is_refused(served: Served) -> None:
    answer = await served.client.post(
        "/v1/plannen", content=b" " * (3 * 1024 * 1024), headers=JSON | served.bearer(WORKER)
    )
    assert answer.status_code == 413


async def test_head_is_get_without_the_body(served: Served) -> None:
    got = await served.client.get("/v1/plannen", headers=served.bearer(WORKER))
    head = await served.client.head("/v1/plannen", headers=served.bearer(WORKER))
    assert head.status_code == 200
    assert head.content == b""
    assert head.headers["content-length"] == got.headers["content-length"]


async def test_the_specification_is_open_and_names_every_path(served: Served) -> None:
    answer = await served.client.get("/v1/openapi.json")
    assert answer.headers["access-control-allow-origin"] == "*"
    assert {
        "/plannen",
        "/plannen/_zoek",
        "/plannen/{plan_id}",
        "/plannen/{plan_id}/beoordeling",
        "/plannen/{plan_id}/sluitingen",
        "/plannen/{plan_id}/verversingen",
        "/besluiten",
        "/besluiten/_keten",
        "/besluiten/{besluit_id}",
        "/besluiten/{besluit_id}/besluitdocument",
        "/besluiten/{besluit_id}/stemmen",
        "/besluiten/{besluit_id}/tegenvoorstellen",
        "/besluiten/{besluit_id}/weging",
        "/besluiten/{besluit_id}/beoordelingen",
        "/regelingen",
        "/regelingen/{regeling_id}",
        "/regelingen/{regeling_id}/schema",
        "/regelingen/{regeling_id}/_bepaal",
        "/regelingen/{regeling_id}/ruimte",
        "/bepalingen/{bepaling}/ruimte",
        "/traces/{trace_id}",
        "/status",
    } == set(answer.json()["paths"])


async def test_when_our_own_code_breaks_the_caller_learns_nothing_of_it(
    served: Served, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    async def broken(*_: object, **__: object) -> None:
        raise RuntimeError("bsn 999901217")

    monkeypatch.setattr(type(served.house.plans), "lines", broken)
    with caplog.at_level(logging.INFO):
        answer = await served.client.get("/v1/plannen", headers=served.bearer(WORKER))
    assert answer.status_code == 500
    assert answer.headers["content-type"] == "application/problem+json"
    assert "999901217" not in answer.text
    written = [JsonLines().format(record) for record in caplog.records]
    assert any("RuntimeError" in line for line in written)
    assert not any("999901217" in line for line in written)


async def test_a_request_is_logged_by_its_route_and_not_by_its_url(
    served: Served, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.INFO, "samenloop.api"):
        await served.client.get(
            "/v1/plannen/pl-something?x=999901217", headers=served.bearer(WORKER)
        )
    (line,) = [json.loads(JsonLines().format(record)) for record in caplog.records]
    assert line["route"] == "/v1/plannen/{plan_id}"
    assert line["status"] == 404
    assert "999901217" not in json.dumps(line)


def test_of_a_chain_of_exceptions_only_types_and_places_are_told() -> None:
    def failing() -> None:
        try:
            raise KeyError("a name")
        except KeyError as error:
            raise ValueError("another name") from error

    with pytest.raises(ValueError, match="another name") as caught:
        failing()
    told = " ".join(places_in(caught.value))
    assert "ValueError" in told
    assert "KeyError" in told
    assert "name" not in told.replace("failing", "").replace(__file__, "")


async def test_status_tells_what_answers(served: Served) -> None:
    assert (await served.client.get("/v1/status")).json()["status"] == "ok"
    served.runner.reachable = False
    assert (await served.client.get("/v1/status")).json()["status"] == "verstoord"


async def test_a_caller_cannot_choose_our_trace_and_is_linked_to_it_only() -> None:
    exporter = InMemorySpanExporter()
    provider = TracerProvider()
    provider.add_span_processor(SimpleSpanProcessor(exporter))
    theirs = "0af7651916cd43dd8448eb211c80319c"

    async def nothing_here(scope: Scope, receive: Receive, send: Send) -> None:
        await PlainTextResponse("")(scope, receive, send)

    edge = Edge(nothing_here, provider.get_tracer("test"))
    transport = httpx.ASGITransport(app=edge)
    async with httpx.AsyncClient(transport=transport, base_url="http://samenloop.test") as client:
        await client.get("/v1/x", headers={"traceparent": f"00-{theirs}-b7ad6b7169203331-01"})
        await client.get("/v1/x")
    linked, alone = exporter.get_finished_spans()
    assert linked.parent is None
    assert [format(link.context.trace_id, "032x") for link in linked.links] == [theirs]
    assert linked.context is not None
    assert format(linked.context.trace_id, "032x") != theirs
    assert not alone.links
