"""Finding the power behind a measure, or the rule that forbids it."""

from __future__ import annotations

from domain.legislation.powers.power import Forbidden, Power
from domain.legislation.powers.table import FORBIDDEN, POWERS
from domain.measures.measure import Measure
from domain.vocabulary import Agency


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


def prohibition_of(measure: Measure) -> Forbidden | None:
    """The rule that keeps this act from this agency whatever provision is invoked, or None."""
    return next(
        (
            rule
            for rule in FORBIDDEN
            if rule.agency is measure.agency
            and rule.kind is measure.kind
            and rule.department in (None, measure.department)
        ),
        None,
    )
