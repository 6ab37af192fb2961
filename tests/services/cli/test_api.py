from __future__ import annotations

import httpx
import pytest

from services.cli.api import Api
from services.cli.exits import CommandFailed, ExitCode


def api(answer: httpx.Response | httpx.TransportError) -> Api:
    def handle(_: httpx.Request) -> httpx.Response:
        if isinstance(answer, httpx.TransportError):
            raise answer
        return answer

    return Api("http://samenloop.test", "token", transport=httpx.MockTransport(handle))


async def test_an_answer_is_its_json() -> None:
    async with api(httpx.Response(200, json={"planId": "pl-1"})) as client:
        assert await client.get("/v1/plannen/pl-1") == {"planId": "pl-1"}


async def test_what_is_not_there_yet_is_none() -> None:
    async with api(httpx.Response(202, json={"status": "nog-niet-beoordeeld"})) as client:
        assert await client.get("/v1/plannen/pl-1/beoordeling", wait=1) is None


@pytest.mark.parametrize(
    ("status", "code"),
    [
        (400, ExitCode.BAD_INPUT),
        (401, ExitCode.REFUSED),
        (403, ExitCode.REFUSED),
        (404, ExitCode.BAD_INPUT),
        (409, ExitCode.REFUSED),
        (500, ExitCode.INTERNAL),
        (503, ExitCode.NOT_REACHABLE),
    ],
)
async def test_every_problem_has_its_exit_code(status: int, code: ExitCode) -> None:
    async with api(httpx.Response(status, json={"title": "Nee", "detail": "Dit mag niet."})) as c:
        with pytest.raises(CommandFailed, match="Dit mag niet") as failed:
            await c.get("/v1/plannen")

    assert failed.value.code is code


async def test_all_points_to_mend_are_told() -> None:
    points = [{"plaats": "/id", "melding": "ontbreekt"}, {"plaats": "/x", "melding": "te veel"}]
    async with api(httpx.Response(400, json={"title": "Nee", "fouten": points})) as client:
        with pytest.raises(CommandFailed) as failed:
            await client.post("/v1/plannen", {})

    assert failed.value.problems == ("/id: ontbreekt", "/x: te veel")


async def test_a_server_that_is_away_is_not_reachable() -> None:
    async with api(httpx.ConnectError("refused")) as client:
        with pytest.raises(CommandFailed) as failed:
            await client.get("/v1/plannen")

    assert failed.value.code is ExitCode.NOT_REACHABLE
