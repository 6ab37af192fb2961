"""The balance of interests that a deviation needs, as structured fields (Awb 3:4, 4:84).

Legitimacy, involvement and return are the three sides from which the field looks at a deviation:
may we, does it move the household, does it pay.
"""

from __future__ import annotations

from dataclasses import dataclass

MIN_LENGTH = 20
"""Shorter than this nothing has been weighed (Awb 3:46)."""


@dataclass(frozen=True, slots=True)
class Weighing:
    """Why deviating is proportionate here; words without personal data.

    `harm_monthly_cents` is what the rule costs the household now, in euro cents per month, and
    `days_to_harm` in how many days it is felt; None when it is not money, or not known.
    """

    by: str
    aim_of_the_rule: str
    effect_on_household: str
    alternatives: str
    third_parties: str
    special_circumstances: str
    legitimacy: str
    involvement: str
    return_on_effort: str
    harm_monthly_cents: int | None = None
    days_to_harm: int | None = None


REQUIRED = (
    "aim_of_the_rule",
    "effect_on_household",
    "alternatives",
    "third_parties",
    "special_circumstances",
    "legitimacy",
    "involvement",
    "return_on_effort",
)


def what_is_missing(weighing: Weighing) -> tuple[str, ...]:
    """The fields in which nothing has been weighed yet."""
    return tuple(name for name in REQUIRED if len(getattr(weighing, name).strip()) < MIN_LENGTH)
