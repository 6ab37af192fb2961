"""What of each child's care counts for the kinderopvangtoeslag: hours, price, costs (Wko 1.7)."""

from __future__ import annotations

from typing import NamedTuple

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Exact,
    Figure,
    Text,
    Unit,
    Unknown,
    Working,
    abouts,
    all_of,
    any_of,
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.toeslagen._kot_facts import CARES, Care, ChildInCare

HIGHEST_PRICE = {
    Care.DAY_CARE: parameter("kot_max_uurprijs_dagopvang"),
    Care.OUT_OF_SCHOOL: parameter("kot_max_uurprijs_buitenschools"),
    Care.CHILDMINDER: parameter("kot_max_uurprijs_gastouder"),
}
MOST_HOURS = parameter("kot_max_uren")

REGISTERED = Article(Act.WKO, "1.5", "1")
COSTS = Article(Act.WKO, "1.7", "1")
MAXIMUM_PRICE = Article(Act.WKO, "1.7", "2")
MAXIMUM_HOURS = Article(Act.WKO, "1.7", "4")

_CHILD = abouts(ChildInCare)
_SOME_CHILD = Text("een kind in geregistreerde opvang", "a child in registered childcare")


class Costs(NamedTuple):
    """What of one child's care counts: its place in the list, its hours, and its costs a month."""

    child: int
    hours: Exact
    costs: Figure


def costs_of_children(
    working: Working, children: tuple[ChildInCare, ...] | Unknown
) -> tuple[Costs, ...] | None:
    """The costs of each child that counts; None when that cannot be said."""
    if isinstance(children, Unknown):
        return None
    counts = [_counts(working, index, child) for index, child in enumerate(children)]
    some = working.require(_SOME_CHILD, any_of(*counts), REGISTERED)
    if some is Answer.NO:
        return ()
    found = [
        _costs_of(working, index, child)
        for index, child in enumerate(children)
        if counts[index] is not Answer.NO
    ]
    known = tuple(each for each in found if each is not None)
    return known if len(known) == len(found) and Answer.UNKNOWN not in counts else None


def _counts(working: Working, index: int, child: ChildInCare) -> Answer:
    working.note(Text(f"kind {index + 1}", f"child {index + 1}"))

    def given(name: str) -> Answer:
        label = _CHILD[name].label
        return working.given_answer(f"children[{index}].{name}", label, getattr(child, name))

    return all_of(given("registered"), given("own_child"), not_(given("in_secondary_school")))


def _costs_of(working: Working, index: int, child: ChildInCare) -> Costs | None:
    prefix = f"children[{index}]"
    working.note(Text(f"opvang van kind {index + 1}", f"care of child {index + 1}"))
    words = None if isinstance(child.care, Unknown) else CARES[child.care]
    care = working.given_choice(f"{prefix}.care", _CHILD["care"].label, child.care, words)
    hours = working.given(f"{prefix}.hours", _CHILD["hours"].label, child.hours, Unit.HOURS)
    price = working.given(
        f"{prefix}.price", _CHILD["price"].label, child.price, Unit.EUROCENT_PER_HOUR
    )
    if isinstance(care, Unknown):
        return None
    counted = working.least(
        Text("uren die meetellen", "hours that count"),
        hours,
        working.parameter(MOST_HOURS),
        by=MAXIMUM_HOURS,
    )
    highest = working.least(
        Text("uurprijs die meetelt", "price that counts"),
        price,
        working.parameter(HIGHEST_PRICE[care]),
        by=MAXIMUM_PRICE,
    )
    costs = working.multiply(
        Text("kosten van de opvang", "costs of the care"),
        highest,
        counted,
        COSTS,
        Unit.EUROCENT_PER_MONTH,
    )
    if isinstance(hours.value, Unknown) or isinstance(costs.value, Unknown):
        return None
    return Costs(index, hours.value, costs)


def first_child(costs: tuple[Costs, ...]) -> int:
    """The child with the most hours; of those with as many, the one with the highest costs."""

    def weight(each: Costs) -> tuple[Exact, Exact]:
        assert not isinstance(each.costs.value, Unknown)
        return each.hours, each.costs.value

    return max(costs, key=weight).child
