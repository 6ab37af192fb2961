"""What can be answered to an escalation, in the words of the command line."""

from __future__ import annotations

from enum import StrEnum

from services.cli.exits import CommandFailed, ExitCode


class Answer(StrEnum):
    """What can be answered, in the words of the command line."""

    AGREE = "agree"
    CONDITIONS = "conditions"
    OBJECT = "object"
    ASK = "ask"
    RECUSE = "recuse"
    NOT_INVOLVED = "not-involved"


def answer_of(kind: Answer | None, agree: bool | None) -> Answer:
    """The one answer that was given. Raises CommandFailed when there is none, or two."""
    shorthand = None if agree is None else Answer.AGREE if agree else Answer.OBJECT
    if kind is not None and shorthand not in (None, kind):
        raise CommandFailed(ExitCode.BAD_INPUT, f"--{shorthand} and --kind {kind} contradict")
    answer = kind or shorthand
    if answer is None:
        raise CommandFailed(ExitCode.BAD_INPUT, f"say --kind {'|'.join(Answer)}")
    return answer
