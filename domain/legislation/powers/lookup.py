"""Finding the power behind a measure, or the rule that forbids it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import cache

from domain.legislation.determination.lines import Answer
from domain.legislation.powers.claims import is_of_sort, is_younger_than
from domain.legislation.powers.power import Forbidden, Power
from domain.legislation.powers.table import FORBIDDEN, POWERS
from domain.measures.measure import Measure
from domain.records import Claim, Record
from domain.vocabulary import Agency


@cache
def powers_of(agency: Agency) -> tuple[Power, ...]:
    """Every power of this agency, the preferred one first."""
    return tuple(power for power in POWERS if power.agency is agency)


def power_for(measure: Measure) -> Power | None:
    """The power that this measure invokes, or None when its agency has no such power."""
    return next(
        (
            power
            for power in powers_of(measure.agency)
            if power.kind is measure.kind
            and power.provision == measure.provision
            and power.department in (None, measure.department)
        ),
        None,
    )


def prohibition_of(
    measure: Measure, records: Sequence[Record] = (), on: dt.date | None = None
) -> Forbidden | None:
    """The rule that keeps this act from this agency, or None.

    `records` are all that the agency holds: a rule about some claims only needs them, and holds
    when it is known to be about a claim that the measure names.
    """
    return next(
        (
            rule
            for rule in FORBIDDEN
            if rule.agency is measure.agency
            and rule.kind is measure.kind
            and rule.department in (None, measure.department)
            and measure.provision not in rule.except_under
            and (not rule.is_conditional or any(_speaks_of(rule, measure, records, on)))
        ),
        None,
    )


def _speaks_of(
    rule: Forbidden, measure: Measure, records: Sequence[Record], on: dt.date | None
) -> Iterator[bool]:
    for claim in records:
        if isinstance(claim, Claim) and claim.id in measure.on:
            yield (
                (not rule.schemes or claim.scheme in rule.schemes)
                and is_of_sort(claim, rule.claims, records, on) is Answer.YES
                and is_younger_than(claim, rule.within_years, on)
            )
