"""`samenloop agency ...`: what an engineer does at the agencies' development service."""

from __future__ import annotations

import asyncio
import json
import math

from agency_adapters.contract.errors import AgencyError
from agency_adapters.development.trouble import Trouble, TroubleKind
from domain.vocabulary import Agency
from services.cli.exits import CommandFailed, ExitCode
from services.cli.ledgers import development_client, ledger_of
from services.cli.output import console, emit_json
from services.cli.session import Session

METHODS = (
    "GetPosition",
    "AssessMeasure",
    "ApplyMeasure",
    "RevertMeasure",
    "ReportRegisterError",
    "WatchChanges",
)
"""The calls of the contract that can be troubled one by one."""


async def list_all(*, as_json: bool) -> None:
    """Print where each agency is and what trouble is set."""
    session = Session.here()
    rows = await asyncio.gather(*(_line(session, agency) for agency in Agency))
    if as_json:
        emit_json({"agencies": rows})
        return
    from rich.table import Table

    table = Table("agency", "address", "trouble", box=None)
    for row in rows:
        table.add_row(row["agency"], row["address"], row["trouble"])
    console().print(table)


async def ledger(code: str, *, as_json: bool) -> None:
    """Print a ledger: dossiers, records, measures, history."""
    agency = _agency(code)
    content = await ledger_of(Session.here(), agency)
    if as_json:
        emit_json({"agency": agency.value, **content})
    else:
        console().print(json.dumps(content, ensure_ascii=False, indent=2), markup=False)


async def trouble(
    code: str, kind: str, *, seconds: float, times: int, method: str, as_json: bool
) -> None:
    """Set trouble, or take it away with the kind `none`."""
    agency = _agency(code)
    wanted = _wanted(_kind(kind), seconds, times, method)
    async with development_client(Session.here(), agency) as client:
        now = await client.set_trouble(wanted)
    if as_json:
        emit_json(
            {
                "agency": agency.value,
                "trouble": now.kind.value,
                "seconds": now.seconds,
                "times": now.times,
                "method": now.method,
            }
        )
    else:
        console().print(f"{agency.value}: {now.kind.value}")


def _wanted(kind: TroubleKind, seconds: float, times: int, method: str) -> Trouble:
    """Raises CommandFailed for what could never happen."""
    if not math.isfinite(seconds) or seconds < 0 or times < 0:
        raise CommandFailed(ExitCode.BAD_INPUT, "--seconds and --times are numbers from 0 up")
    if method and method not in METHODS:
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"there is no method {method}; there are {', '.join(METHODS)}"
        )
    return Trouble(kind, seconds, times, method)


async def _line(session: Session, agency: Agency) -> dict[str, str]:
    try:
        async with development_client(session, agency) as client:
            now = (await client.get_trouble()).kind.value
    except AgencyError:
        now = "does not answer"
    address = session.installation.agencies[agency.value]
    return {"agency": agency.value, "address": address, "trouble": now}


def _agency(code: str) -> Agency:
    try:
        return Agency(code)
    except ValueError:
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"{code} is no agency; there are {', '.join(Agency)}"
        ) from None


def _kind(name: str) -> TroubleKind:
    try:
        return TroubleKind(name.replace("-", "_"))
    except ValueError:
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"{name} is no trouble; there is {', '.join(TroubleKind)}"
        ) from None
