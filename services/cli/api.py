"""The REST API as the command line uses it: JSON in and out, problems as exit codes."""

from __future__ import annotations

from types import TracebackType
from typing import Self

import httpx
from pydantic import BaseModel, Field, JsonValue, ValidationError

from services.cli.exits import CommandFailed, ExitCode

TIMEOUT = 30.0
LONG_POLL_MARGIN = 10.0
Query = dict[str, str | int | float]

CODES = {
    400: ExitCode.BAD_INPUT,
    404: ExitCode.BAD_INPUT,
    422: ExitCode.BAD_INPUT,
    401: ExitCode.REFUSED,
    403: ExitCode.REFUSED,
    409: ExitCode.REFUSED,
    503: ExitCode.NOT_REACHABLE,
}


class Api:
    """One person's session. Raises CommandFailed for every answer that is no success."""

    def __init__(
        self, url: str, token: str, *, transport: httpx.AsyncBaseTransport | None = None
    ) -> None:
        self._client = httpx.AsyncClient(
            base_url=url,
            headers={"Authorization": f"Bearer {token}"},
            timeout=TIMEOUT,
            # The installation is on this machine: no proxy of the environment stands between.
            trust_env=False,
            transport=transport,
        )

    async def get(self, path: str, query: Query | None = None, *, wait: float = 0) -> JsonValue:
        """The resource; None when it is not there yet (202). `wait`: seconds it may take."""
        timeout = TIMEOUT if not wait else wait + LONG_POLL_MARGIN
        return await self._answer(
            self._client.build_request("GET", path, params=query, timeout=timeout)
        )

    async def post(self, path: str, body: JsonValue, query: Query | None = None) -> JsonValue:
        """Send JSON."""
        return await self._answer(self._client.build_request("POST", path, params=query, json=body))

    async def put(self, path: str, body: JsonValue) -> JsonValue:
        """Put JSON in the place of what is there."""
        return await self._answer(self._client.build_request("PUT", path, json=body))

    async def post_text(self, path: str, body: bytes, query: Query | None = None) -> JsonValue:
        """Send JSON as it stands in a file."""
        headers = {"Content-Type": "application/json"}
        return await self._answer(
            self._client.build_request("POST", path, params=query, content=body, headers=headers)
        )

    async def delete(self, path: str) -> None:
        """Remove the resource."""
        await self._answer(self._client.build_request("DELETE", path))

    async def close(self) -> None:
        """Close the connections."""
        await self._client.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        await self.close()

    async def _answer(self, request: httpx.Request) -> JsonValue:
        try:
            response = await self._client.send(request)
        except httpx.TransportError as error:
            raise CommandFailed(
                ExitCode.NOT_REACHABLE, f"the API did not answer ({type(error).__name__})"
            ) from error
        if response.status_code == httpx.codes.ACCEPTED:
            return None
        if response.is_success:
            content: JsonValue = response.json() if response.content else None
            return content
        raise _failure(response)


class _PointToMend(BaseModel):
    plaats: str = ""
    melding: str = ""


class _Problem(BaseModel):
    """application/problem+json, as far as it is told on."""

    title: str = ""
    detail: str = ""
    fouten: list[_PointToMend] = Field(default_factory=list)


def _failure(response: httpx.Response) -> CommandFailed:
    try:
        problem = _Problem.model_validate_json(response.content)
    except ValidationError:
        problem = _Problem(title=f"HTTP {response.status_code}")
    code = CODES.get(response.status_code, ExitCode.INTERNAL)
    points = tuple(f"{point.plaats}: {point.melding}" for point in problem.fouten)
    return CommandFailed(code, problem.detail or problem.title, points)
