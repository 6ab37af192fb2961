"""Logic with three answers (Kleene): what is not known stays not known, unless it cannot matter."""

from __future__ import annotations

from domain.legislation.determination.lines import Answer
from domain.legislation.determination.unknown import Unknown


def answer_of(value: bool | Unknown) -> Answer:
    """A fact as an answer."""
    if isinstance(value, Unknown):
        return Answer.UNKNOWN
    return Answer.YES if value else Answer.NO


def all_of(*answers: Answer) -> Answer:
    """Yes when all are yes; no when one is no; otherwise not known."""
    if Answer.NO in answers:
        return Answer.NO
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.YES


def any_of(*answers: Answer) -> Answer:
    """Yes when one is yes; no when all are no; otherwise not known."""
    if Answer.YES in answers:
        return Answer.YES
    return Answer.UNKNOWN if Answer.UNKNOWN in answers else Answer.NO


def not_(answer: Answer) -> Answer:
    """The opposite; not known stays not known."""
    return {Answer.YES: Answer.NO, Answer.NO: Answer.YES}.get(answer, Answer.UNKNOWN)
