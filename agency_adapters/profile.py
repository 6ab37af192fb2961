"""What tells one agency from another: its profile, one per folder, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from agency_adapters.law.applied import Applied
from domain.records import Provision
from domain.vocabulary import Agency, Department, Law


@dataclass(frozen=True, slots=True)
class AnswerTerm:
    """Within how many weeks or months an agency answers, and the provision that says so."""

    provision: Provision
    weeks: int = 0
    months: int = 0

    def last_day(self, received: dt.date) -> dt.date:
        """The last day of the term that starts on the day after `received`."""
        months = received.month - 1 + self.months
        year, month = received.year + months // 12, months % 12 + 1
        day = min(received.day, _days_in(year, month))
        return dt.date(year, month, day) + dt.timedelta(weeks=self.weeks)


# AVG art. 12(3): without delay and within one month of receipt of the request to rectify (art. 16)
WITHIN_ONE_MONTH = AnswerTerm(Provision(Law.AVG, "12", "3"), months=1)


@dataclass(frozen=True, slots=True)
class AgencyProfile:
    """One agency as its server presents itself.

    `oin` is its organisation number, as in the subject serialNumber of its certificate;
    `number_prefix` starts the numbers of its decisions; `law` is what it applies to its records.
    """

    agency: Agency
    oin: str
    name: str
    number_prefix: str
    departments: tuple[Department, ...] = ()
    answers_register_errors: AnswerTerm = WITHIN_ONE_MONTH
    law: tuple[Applied, ...] = ()


def _days_in(year: int, month: int) -> int:
    first_of_next = dt.date(year + month // 12, month % 12 + 1, 1)
    return (first_of_next - dt.timedelta(days=1)).day
