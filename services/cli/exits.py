"""Exit codes, and the one error that carries them."""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a script may rely on."""

    OK = 0
    INTERNAL = 1
    BAD_INPUT = 2
    NOT_REACHABLE = 3
    REFUSED = 4
    NOT_REACHED = 5
    BROKEN = 6


MEANINGS = {
    ExitCode.OK: "done",
    ExitCode.INTERNAL: "an error of Samenloop itself",
    ExitCode.BAD_INPUT: "wrong usage or bad input; nothing was done",
    ExitCode.NOT_REACHABLE: "nothing runs there, or it did not answer",
    ExitCode.REFUSED: "refused: no right to it, or it does not fit the present state",
    ExitCode.NOT_REACHED: "the end state was not reached in time",
    ExitCode.BROKEN: "what is kept is not as it was written",
}


class CommandFailed(Exception):
    """A command ends here. `problems` are single points to mend, each on a line of its own.

    Neither text nor problems carry personal data.
    """

    def __init__(self, code: ExitCode, message: str, problems: tuple[str, ...] = ()) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.problems = problems
