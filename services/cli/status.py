"""`samenloop status`: what runs where."""

from __future__ import annotations

from dataclasses import asdict

from services.cli.output import console, emit_json
from services.runtime.data_dir import DataDir
from services.runtime.installation import running


async def status(*, as_json: bool) -> None:
    """Print the installation that runs here. Raises NothingRuns."""
    found = running(DataDir.chosen())
    if as_json:
        emit_json(asdict(found))
        return
    from rich.table import Table

    out = console()
    out.print(f"{found.stage.value}, data in {found.data_dir}")
    out.print(f"console      {found.console_url}")
    out.print(f"API          {found.api_url}/v1")
    out.print(f"Temporal UI  {found.temporal_ui_url}\n")
    table = Table("process", "pid", "state", "restarts", "log", box=None)
    for name, process in found.processes.items():
        state = "ready" if process.ready else "not ready"
        table.add_row(name, str(process.pid or "-"), state, str(process.restarts), process.log)
    out.print(table)
