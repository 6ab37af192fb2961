"""Where a case file comes from: a path, stdin, or an example household by name."""

from __future__ import annotations

import sys
from pathlib import Path

from agency_adapters.casefile import CaseFile, CaseFileInvalid, load_case_file
from agency_adapters.casefile.examples import example, names
from services.cli.exits import CommandFailed, ExitCode


def read_case(source: str) -> tuple[CaseFile, bytes]:
    """The case file and its text as it was. Raises CommandFailed with every problem at once."""
    text = _text_of(source)
    try:
        return load_case_file(text), text
    except CaseFileInvalid as invalid:
        problems = tuple(f"{problem.path}: {problem.message}" for problem in invalid.problems)
        message = f"the case file is not valid ({len(problems)} to mend)"
        raise CommandFailed(ExitCode.BAD_INPUT, message, problems) from invalid


def _text_of(source: str) -> bytes:
    if source == "-":
        return sys.stdin.buffer.read()
    path = Path(source)
    try:
        if path.exists():
            return path.read_bytes()
    except OSError as error:
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"{source} cannot be read: {error.strerror}"
        ) from error
    if source in names():
        return example(source).encode()
    raise CommandFailed(
        ExitCode.BAD_INPUT,
        f"there is no file {source}, and no example household of that name "
        f"(there are {', '.join(names())})",
    )
