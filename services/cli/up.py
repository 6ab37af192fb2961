"""`samenloop up`: start everything, load households, stay until told to stop."""

from __future__ import annotations

import asyncio
import sys
from contextlib import suppress
from dataclasses import asdict

from services.cli.case_source import read_case
from services.cli.output import console, emit_json, progress_console
from services.cli.plans import open_plan_of, start_plan
from services.cli.progress import shown_progress
from services.cli.session import Session
from services.identity.people import everyone, social_worker_of
from services.runtime.data_dir import DataDir
from services.runtime.installation import Installation
from services.runtime.supervisor import PREFERRED_PORTS, running


async def up(load: tuple[str, ...], *, as_json: bool) -> None:
    """Run an installation on the chosen data directory until interrupted, which is its good end."""
    for source in load:
        await asyncio.to_thread(read_case, source)
    out = progress_console()
    data_dir = DataDir.chosen()
    out.print(f"Starting Samenloop on {data_dir.root}")
    async with running(data_dir, progress=shown_progress()) as supervisor:
        session = Session(data_dir, supervisor.installation)
        for source in load:
            out.print(f"  household {source}: {await _start_once(session, source)}")
        if as_json:
            emit_json(asdict(supervisor.installation))
        else:
            _welcome(supervisor.installation)
        sys.stdout.flush()
        with suppress(asyncio.CancelledError):
            await asyncio.Event().wait()
        out.print("Stopping")
    out.print("Stopped; the data are kept.")


async def _start_once(session: Session, source: str) -> str:
    """Start the household's plan, unless an earlier run on these data did."""
    case, text = await asyncio.to_thread(read_case, source)
    async with session.acting_as(social_worker_of(case.municipality)) as api:
        before = await open_plan_of(api, case)
    if before is not None:
        return f"plan {before.plan_id}, from an earlier run"
    return f"plan {(await start_plan(session, case, text)).plan_id} started"


def _welcome(installation: Installation) -> None:
    from rich.table import Table

    out = console()
    out.print()
    out.print(f"Console      {installation.console_url}")
    out.print(f"Temporal UI  {installation.temporal_ui_url}")
    for name, port in installation.ports.items():
        if port != PREFERRED_PORTS[name]:
            out.print(f"  (port {PREFERRED_PORTS[name]} was taken: {name} is on {port})")
    out.print("\nLog in on the console as one of these (development people, no password):")
    table = Table("log in as", "who", "for", box=None)
    for actor in everyone():
        employer = actor.municipality_name or (actor.agency.value if actor.agency else "")
        table.add_row(actor.subject, f"{actor.name}, {actor.role.value}", employer)
    out.print(table)
    out.print("\nCtrl-C stops everything; the data are kept.")
