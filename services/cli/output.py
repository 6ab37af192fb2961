"""What goes to the screen: text, or one JSON object with --json; errors and progress to stderr."""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from services.cli.exits import CommandFailed

if TYPE_CHECKING:
    from rich.console import Console


PLAIN_WIDTH = 160
"""Where there is no terminal, nothing is wrapped to one."""


def emit_json(content: Mapping[str, object]) -> None:
    """The one JSON object of a command, and nothing else."""
    sys.stdout.write(json.dumps(content, ensure_ascii=False, indent=2) + "\n")


def emit_error(problem: CommandFailed, *, as_json: bool) -> None:
    """An error, for people or for scripts, on stderr."""
    if as_json:
        error = {
            "code": int(problem.code),
            "kind": problem.code.name.lower(),
            "message": problem.message,
            "problems": list(problem.problems),
        }
        sys.stderr.write(json.dumps({"error": error}, ensure_ascii=False) + "\n")
        return
    sys.stderr.write(f"samenloop: {problem.message}\n")
    for line in problem.problems:
        sys.stderr.write(f"  - {line}\n")


def console() -> Console:
    """Where people read results: stdout, plain when that is no terminal."""
    return _console(sys.stdout.isatty(), stderr=False)


def progress_console() -> Console:
    """Where progress goes: stderr, so that stdout holds results only."""
    return _console(sys.stderr.isatty(), stderr=True)


def _console(is_terminal: bool, *, stderr: bool) -> Console:
    from rich.console import Console

    class Pipeable(Console):
        def on_broken_pipe(self) -> None:
            """Whoever reads has had enough: for the process's edge to end in silence."""
            raise BrokenPipeError

    width = None if is_terminal else PLAIN_WIDTH
    return Pipeable(stderr=stderr, highlight=False, width=width)


def euro(cents: int) -> str:
    """An amount as the Dutch write it."""
    whole = f"{abs(cents) / 100:,.2f}".translate(str.maketrans(",.", ".,"))
    return f"{'-' if cents < 0 else ''}€ {whole}"
