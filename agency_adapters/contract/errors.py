"""What can go wrong at an agency, in three kinds that call for three different reactions."""

from __future__ import annotations

from dataclasses import dataclass

from domain.vocabulary import Agency


@dataclass(frozen=True, slots=True)
class FieldViolation:
    """A field of a request that the agency does not accept, and what to mend. No personal data."""

    field: str
    description: str


class AgencyError(Exception):
    """Base. The text never carries personal data: reason codes, field names and provisions only."""

    def __init__(self, agency: Agency, reason: str, message: str) -> None:
        super().__init__(f"{agency.value}: {message}")
        self.agency = agency
        self.reason = reason


class AgencyUnavailable(AgencyError):
    """The agency did not answer (in time): call again, after `retry_after_seconds` if given."""

    def __init__(
        self, agency: Agency, reason: str, message: str, retry_after_seconds: float | None = None
    ) -> None:
        super().__init__(agency, reason, message)
        self.retry_after_seconds = retry_after_seconds


class AgencyRefused(AgencyError):
    """The agency answered no: repeating the same call will not help.

    `violations` name the fields to mend; `forbidden_by`/`instead_use` are provisions as text when
    the law stands in the way.
    """

    def __init__(
        self,
        agency: Agency,
        reason: str,
        message: str,
        violations: tuple[FieldViolation, ...] = (),
        forbidden_by: str | None = None,
        instead_use: str | None = None,
    ) -> None:
        super().__init__(agency, reason, message)
        self.violations = violations
        self.forbidden_by = forbidden_by
        self.instead_use = instead_use


class AgencyAnswerInvalid(AgencyError):
    """The agency's answer does not follow the contract; nothing of it is used."""
