"""`samenloop demo`: household J01 from intake to the carried-out decision, unattended."""

from __future__ import annotations

import os
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from services.cli.demo_story import Story, play
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json, euro, progress_console
from services.cli.progress import shown_progress
from services.cli.session import Session
from services.runtime.data_dir import VARIABLE, DataDir
from services.runtime.supervisor import running

HOUSEHOLD = "J01"


async def demo(*, keep: bool, as_json: bool) -> None:
    """Play the story on an installation of its own, print the report, and stop everything.

    Raises CommandFailed (NOT_REACHED) when the end state was not reached; the report is printed
    then too, as far as the story came.
    """
    out = progress_console()
    out.print(f"Samenloop: het verhaal van huishouden {HOUSEHOLD}")
    async with _installation(keep) as session:
        story = await play(session, HOUSEHOLD, tell=lambda what: out.print(f"  {what}"))
    out.print("  alles is weer gestopt")
    if as_json:
        emit_json(story.as_json())
    else:
        _print(story)
    missing = story.missing()
    if missing:
        raise CommandFailed(ExitCode.NOT_REACHED, "the end state was not reached", missing)


@asynccontextmanager
async def _installation(keep: bool) -> AsyncIterator[Session]:
    if keep or VARIABLE in os.environ:
        data_dir = DataDir.chosen()
        async with running(data_dir, progress=shown_progress()):
            yield Session.on(data_dir)
        return
    with tempfile.TemporaryDirectory(prefix="samenloop-demo-") as folder:
        data_dir = DataDir(Path(folder) / "data")
        async with running(
            data_dir, progress=shown_progress(), ports_anywhere=True, remove_afterwards=True
        ):
            yield Session.on(data_dir)


def _print(story: Story) -> None:
    from services.cli import report

    out = console()
    report.heading(out, f"Huishouden {HOUSEHOLD}, plan {story.after.plan_id}")
    report.print_positions(out, story.before)
    report.print_conflicts(out, story.before.conflicten)
    report.print_budgets(out, story.after)
    for decision in story.after.besluiten:
        report.print_decision(out, decision)
        report.print_measures(out, decision, story.in_ledger)
    report.heading(out, "Sporen")
    out.print(f"eerste: {story.after.trace_id}")
    if not story.missing():
        net = story.after.begroting.na
        left = euro(net.netto_centen) if net else ""
        out.print(
            f"\n[bold green]Bereikt:[/] besloten en uitgevoerd; er blijft {left} per maand over."
        )
