"""What tells one agency from another: its profile, one per folder, and nothing else."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from agency_adapters.law.applied import Applied
from domain.legislation.calendar import add_months
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
        return add_months(received, self.months) + dt.timedelta(weeks=self.weeks)


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
