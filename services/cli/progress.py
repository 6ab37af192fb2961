"""The progress of a start on stderr: a line per step, with how long it took."""

from __future__ import annotations

import time

from services.cli.output import progress_console
from services.runtime.supervisor import Progress, Step


def shown_progress() -> Progress:
    """Prints a line when a step is done; each with the seconds since the start."""
    console = progress_console()
    started = time.monotonic()

    def show(step: Step, done: bool) -> None:
        if done:
            console.print(f"  [green]✓[/] {step.value} [dim]{time.monotonic() - started:.1f} s[/]")

    return show
