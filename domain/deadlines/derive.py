"""All deadlines of a picture, from the typed records alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from domain.deadlines.allowances import allowance_deadlines
from domain.deadlines.applications import application_deadlines
from domain.deadlines.birthdays import birthday_deadlines
from domain.deadlines.deadline import Deadline
from domain.deadlines.holds import hold_deadlines
from domain.deadlines.objections import objection_deadlines
from domain.deadlines.student_loans import student_loan_deadlines
from domain.deadlines.threats import threat_deadlines
from domain.picture import Picture

_RULES: tuple[Callable[[Picture], Iterator[Deadline]], ...] = (
    application_deadlines,
    objection_deadlines,
    threat_deadlines,
    hold_deadlines,
    student_loan_deadlines,
    allowance_deadlines,
    birthday_deadlines,
)


def deadlines_of(picture: Picture) -> tuple[Deadline, ...]:
    """Every last day that the records show, nearest first. Deterministic; never raises on a gap."""
    found = {deadline for rule in _RULES for deadline in rule(picture)}
    return tuple(sorted(found, key=lambda deadline: (deadline.due, deadline.what, deadline.record)))
