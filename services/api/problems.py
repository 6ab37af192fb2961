"""Every error as `application/problem+json` (RFC 9457): one table from what went wrong to what
is said.

Nothing of what was sent is repeated, because any of it may be personal data.
"""

from __future__ import annotations

from collections.abc import Mapping

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from pydantic import JsonValue
from pydantic.alias_generators import to_camel
from starlette.exceptions import HTTPException

from agency_adapters.casefile import CaseFileInvalid
from domain.decisions import VoteRefusal
from domain.legislation.catalogue import UnknownRegulation
from services.api.deciding import WEIGHING_NAMES
from services.identity.tokens import TokenInvalid
from services.law.articles import UnknownProvision
from services.law.asking import DayOutOfReach
from services.law.facts import FactsInvalid
from services.plans.dutch import REFUSALS, WEIGHING_HELP
from services.plans.errors import (
    InvalidInput,
    NotAllowed,
    NotFound,
    PlanClosed,
    PlanNotClosable,
    PlanNotReady,
    ProposalNotPut,
    ReviewNotCounted,
    RunnerUnavailable,
    ServiceError,
    VoteNotCounted,
    WeighingNotTaken,
)
from services.store.intake import OpenPlanExists

MEDIA_TYPE = "application/problem+json"
RETRY_AFTER_SECONDS = 5

TITLES: Mapping[int, str] = {
    400: "De invoer klopt niet",
    401: "U bent niet aangemeld",
    403: "Dit mag u niet",
    404: "Niet gevonden",
    405: "Dit kan hier niet",
    406: "Dit soort antwoord is er niet",
    409: "Dit kan nu niet",
    413: "Te groot",
    415: "Dit soort bericht kan hier niet",
    500: "Er ging iets mis bij ons",
    503: "Even niet bereikbaar",
}

_STATUS: Mapping[type[ServiceError], tuple[int, str]] = {
    NotAllowed: (403, "niet-toegestaan"),
    NotFound: (404, "niet-gevonden"),
    PlanNotReady: (409, "plan-niet-zover"),
    PlanClosed: (409, "plan-gesloten"),
    PlanNotClosable: (409, "plan-niet-te-sluiten"),
    ProposalNotPut: (409, "tegenvoorstel-geweigerd"),
    ReviewNotCounted: (409, "beoordeling-geweigerd"),
    WeighingNotTaken: (409, "weging-geweigerd"),
    InvalidInput: (400, "invoer"),
    RunnerUnavailable: (503, "niet-bereikbaar"),
}

_NO_RIGHT = frozenset(
    {
        VoteRefusal.NOT_OWN_AGENCY,
        VoteRefusal.AGENCY_NOT_INVOLVED,
        VoteRefusal.NO_MANDATE,
        VoteRefusal.MANDATE_NOT_VALID_TODAY,
        VoteRefusal.MANDATE_LACKS_PROVISION,
        VoteRefusal.MANDATE_LACKS_AMOUNT,
    }
)
"""Refusals that say: not you (403). The others say: not now or not like this (409)."""


def problem(
    status: int,
    kind: str,
    detail: str | None = None,
    *,
    headers: Mapping[str, str] | None = None,
    **more: JsonValue,
) -> JSONResponse:
    """One problem. `kind` is its stable name, for programs; `more` are its further members."""
    content: dict[str, JsonValue] = {
        "type": f"urn:samenloop:probleem:{kind}",
        "title": TITLES.get(status, "Er ging iets mis"),
        "status": status,
        **more,
    }
    if detail:
        content["detail"] = detail
    return JSONResponse(content, status, media_type=MEDIA_TYPE, headers=dict(headers or {}))


def problem_of(error: ServiceError) -> JSONResponse:
    """The problem that an error of the application services is."""
    if isinstance(error, VoteNotCounted):
        status = 403 if error.refusal in _NO_RIGHT else 409
        return problem(status, "stem-geweigerd", REFUSALS[error.refusal], reden=error.refusal.value)
    if isinstance(error, WeighingNotTaken) and error.missing:
        return problem(400, "weging-onvolledig", str(error), fouten=_errors(_unweighed(error)))
    status, kind = _STATUS[type(error)]
    headers = {"Retry-After": str(RETRY_AFTER_SECONDS)} if status == 503 else None
    if isinstance(error, InvalidInput):
        return problem(status, kind, str(error), fouten=_errors(error.problems))
    return problem(status, kind, str(error), headers=headers)


def _unweighed(error: WeighingNotTaken) -> tuple[tuple[str, str], ...]:
    return tuple((to_camel(WEIGHING_NAMES[name]), WEIGHING_HELP[name]) for name in error.missing)


def handle_problems(app: FastAPI) -> None:
    """Have this application answer every error with a problem."""

    @app.exception_handler(ServiceError)
    async def _service(_: Request, error: ServiceError) -> JSONResponse:
        return problem_of(error)

    @app.exception_handler(CaseFileInvalid)
    async def _case(_: Request, error: CaseFileInvalid) -> JSONResponse:
        found = tuple((one.path, one.message) for one in error.problems)
        return problem(400, "casusbestand", "Het casusbestand klopt niet.", fouten=_errors(found))

    @app.exception_handler(FactsInvalid)
    async def _facts(_: Request, error: FactsInvalid) -> JSONResponse:
        found = tuple((one.place, one.what.nl) for one in error.problems)
        return problem(400, "gegevens", "De gegevens kloppen niet.", fouten=_errors(found))

    @app.exception_handler(UnknownRegulation)
    async def _regulation(_: Request, __: UnknownRegulation) -> JSONResponse:
        return problem(404, "niet-gevonden", "Deze regeling is hier niet te bepalen.")

    @app.exception_handler(DayOutOfReach)
    async def _day(_: Request, error: DayOutOfReach) -> JSONResponse:
        found = (("query/peildatum", error.what.nl),)
        return problem(400, "peildatum", "Deze dag is hier niet te bepalen.", fouten=_errors(found))

    @app.exception_handler(UnknownProvision)
    async def _provision(_: Request, __: UnknownProvision) -> JSONResponse:
        return problem(
            404, "niet-gevonden", "Noem een wet en een artikel die hier bekend zijn: Awir 26 lid 2."
        )

    @app.exception_handler(OpenPlanExists)
    async def _open_plan(_: Request, error: OpenPlanExists) -> JSONResponse:
        return problem(
            409,
            "plan-bestaat",
            f"De aanvrager heeft al een lopend plan: {error.plan_ref}.",
            planId=error.plan_ref,
        )

    @app.exception_handler(TokenInvalid)
    async def _token(_: Request, error: TokenInvalid) -> JSONResponse:
        return problem(401, "token", str(error), headers={"WWW-Authenticate": "Bearer"})

    @app.exception_handler(RequestValidationError)
    async def _validation(_: Request, error: RequestValidationError) -> JSONResponse:
        found = tuple((_place(one["loc"]), _said(one)) for one in error.errors())
        return problem(400, "invoer", "De invoer klopt niet.", fouten=_errors(found))

    @app.exception_handler(Exception)
    async def _broken(_: Request, __: Exception) -> JSONResponse:
        return problem(500, "intern")

    @app.exception_handler(HTTPException)
    async def _http(_: Request, error: HTTPException) -> JSONResponse:
        kind = {
            404: "niet-gevonden",
            405: "methode",
            406: "antwoordsoort",
            413: "te-groot",
            415: "mediatype",
        }
        return problem(
            error.status_code, kind.get(error.status_code, "http"), headers=error.headers
        )


_SAID: Mapping[str, str] = {
    "missing": "ontbreekt",
    "json_invalid": "is geen geldige JSON",
    "date_from_datetime_parsing": "is geen dag; schrijf 2026-05-31",
    "date_parsing": "is geen dag; schrijf 2026-05-31",
    "dict_type": "moet een object zijn: {...}",
}
"""What is wrong, by the kind of error; the others in the words of pydantic."""


def _said(error: Mapping[str, object]) -> str:
    return _SAID.get(str(error["type"]), str(error["msg"]))


def _errors(found: tuple[tuple[str, str], ...]) -> list[JsonValue]:
    return [{"plaats": place, "melding": message} for place, message in found]


def _place(location: tuple[int | str, ...]) -> str:
    return "/".join(str(part) for part in location)
