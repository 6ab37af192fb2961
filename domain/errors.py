"""The errors of the domain: a small hierarchy, translated once per border and never with personal
data."""

from __future__ import annotations


class DomainError(Exception):
    """Base of all errors raised by `domain`. Its text carries no personal data."""


class UnknownRecord(DomainError):
    """A record id that no position holds was referred to."""

    def __init__(self, record_id: str) -> None:
        super().__init__(f"no position holds a record with reference {record_id}")
        self.record_id = record_id


class ParameterMissing(DomainError):
    """No value of a statutory parameter is known for the date asked."""


class TransitionNotAllowed(DomainError):
    """A plan or a decision was asked to go to a phase that does not follow its present one."""


class MeasureNotPossible(DomainError):
    """A measure cannot be carried out on the records it names; the text says what stands in the
    way."""
