"""The supplementary grant by the income of the parents (Wsf 3.8-3.13)."""

from __future__ import annotations

from typing import NamedTuple

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Unit,
    Unknown,
    Working,
    plain,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.duo._student_facts import Education, Parent

_DOUBLE, _MONTHS_A_YEAR = 2, 12

MOST_HIGHER = parameter("sf_aanvullend_ho")
MOST_VOCATIONAL_HOME = parameter("sf_aanvullend_mbo_thuis")
MOST_VOCATIONAL_AWAY = parameter("sf_aanvullend_mbo_uit")


class _Rule(NamedTuple):
    base: Parameter
    base_alone: Parameter
    share: Parameter
    by: Article


_RULES = {
    Education.HIGHER: _Rule(
        parameter("sf_vrije_voet_ho"),
        parameter("sf_vrije_voet_ho_alleenstaande_ouder"),
        parameter("sf_korting_ouders_ho"),
        Article(Act.WSF_2000, "3.9a"),
    ),
    Education.VOCATIONAL: _Rule(
        parameter("sf_vrije_voet_mbo"),
        parameter("sf_vrije_voet_mbo_alleenstaande_ouder"),
        parameter("sf_korting_ouders_mbo"),
        Article(Act.WSF_2000, "3.9", "3"),
    ),
}
PARAMETERS = (
    *(MOST_HIGHER, MOST_VOCATIONAL_HOME, MOST_VOCATIONAL_AWAY),
    *(each for rule in _RULES.values() for each in (rule.base, rule.base_alone, rule.share)),
)

GRANT = Article(Act.WSF_2000, "3.8")
_PARENTS = Article(Act.WSF_2000, "3.13", "1")


def supplementary_grant(
    working: Working, education: Education, most: Parameter, parents: tuple[Parent, ...] | Unknown
) -> Figure:
    """The most that the law gives less what the parents are supposed to contribute."""
    highest = working.parameter(most)
    listed = working.listed("parents", parents)
    if isinstance(listed, Unknown):
        return working.without_value(highest)
    nothing = plain(0, Unit.EUROCENT_PER_MONTH)
    parts = [
        _contribution(working, _RULES[education], index, parent)
        for index, parent in enumerate(listed)
    ]
    contribution = working.add(
        Text("veronderstelde ouderlijke bijdrage", "supposed parental contribution"),
        nothing,
        *parts,
        by=_PARENTS,
    )
    label = Text("aanvullende beurs", "supplementary grant")
    less = working.subtract(label, highest, contribution, by=GRANT)
    return working.not_below_zero(label, less, GRANT)


def _contribution(working: Working, rule: _Rule, index: int, parent: Parent) -> Figure:
    """Per month, before siblings and the parent's own study debt (3.9 lid 4) are counted."""
    name = f"parents[{index}]"
    income = working.given(
        f"{name}.income",
        Text(f"toetsingsinkomen van ouder {index + 1}", f"test income of parent {index + 1}"),
        parent.income,
        Unit.EUROCENT_PER_YEAR,
    )
    if not isinstance(income.value, Unknown) and income.value <= 0:
        return plain(0, Unit.EUROCENT_PER_MONTH)
    base = _base(working, rule, index, parent)
    above = working.not_below_zero(
        _ABOVE, working.subtract(_ABOVE, income, base, by=rule.by), rule.by
    )
    year = working.percentage(
        Text("korting per jaar", "reduction a year"), above, working.parameter(rule.share), rule.by
    )
    label = Text(f"bijdrage van ouder {index + 1}", f"contribution of parent {index + 1}")
    return working.divide(label, year, _MONTHS_A_YEAR, _PARENTS, Unit.EUROCENT_PER_MONTH)


def _base(working: Working, rule: _Rule, index: int, parent: Parent) -> Figure:
    only = working.given_answer(
        f"parents[{index}].only_parent",
        Text(f"ouder {index + 1} is de enige ouder", f"parent {index + 1} is the only parent"),
        parent.only_parent,
    )
    base = working.parameter(rule.base)
    if only is Answer.YES:
        return working.multiply(Text("dubbele vrije voet", "double base"), base, _DOUBLE, rule.by)
    alone = working.given_answer(
        f"parents[{index}].without_partner",
        Text(f"ouder {index + 1} had geen partner", f"parent {index + 1} had no partner"),
        parent.without_partner,
    )
    if only is Answer.UNKNOWN or alone is Answer.UNKNOWN:
        return working.without_value(base)
    return working.parameter(rule.base_alone) if alone is Answer.YES else base


_ABOVE = Text("ouderinkomen boven de vrije voet", "parent's income above the free base")
