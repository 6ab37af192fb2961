"""Logic with three answers (Kleene): what is not known stays not known, unless it cannot matter."""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination.arithmetic import holds
from domain.legislation.determination.lines import Answer, Exact, Relation
from domain.legislation.determination.unknown import UNKNOWN, Unknown


def answer_of(value: bool | Unknown) -> Answer:
    """A fact as an answer."""
    if value is UNKNOWN:
        return Answer.UNKNOWN
    return Answer.YES if value else Answer.NO


def compared(
    left: Exact | dt.date | Unknown, relation: Relation, right: Exact | dt.date | Unknown
) -> Answer:
    """Whether two numbers, or two days, stand so to each other; not known when one is not."""
    if left is UNKNOWN or right is UNKNOWN:
        return Answer.UNKNOWN
    return Answer.YES if holds(left, relation, right) else Answer.NO


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
    if answer is Answer.UNKNOWN:
        return answer
    return Answer.NO if answer is Answer.YES else Answer.YES
