"""What is left out of earnings while somebody receives assistance (Pw 31 lid 2 onder n, r, y-aa).

One exemption at a time: first 25% for six months (n), then that of limited hours (y), of a wage
subsidy (z, aa) or of a single parent (r). Not n and r under 27 (31 lid 5). Works through the
`Working` that it is given.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from domain.legislation.calendar import birthday
from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Number,
    Relation,
    Text,
    Unit,
    Working,
    YesNo,
    abouts,
    all_of,
    not_,
    plain,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.gemeente._household import is_of_age, is_pensioner
from domain.legislation.regulations.gemeente._means import Earner, MeansFacts

FIRST_SHARE = parameter("pw_vrijlating_arbeid_deel")
FIRST_MONTHS = parameter("pw_vrijlating_arbeid_maanden")
FIRST_MAXIMUM = parameter("pw_vrijlating_arbeid_max")
PARENT_SHARE = parameter("pw_vrijlating_alleenstaande_ouder_deel")
PARENT_MONTHS = parameter("pw_vrijlating_alleenstaande_ouder_maanden")
PARENT_MAXIMUM = parameter("pw_vrijlating_alleenstaande_ouder_max")
LIMITED_SHARE = parameter("pw_vrijlating_medisch_deel")
LIMITED_MAXIMUM = parameter("pw_vrijlating_medisch_urenbeperkt_max")
SUBSIDY_MAXIMUM = parameter("pw_vrijlating_loonkostensubsidie_max")
EARNINGS_PARAMETERS = (
    FIRST_SHARE,
    FIRST_MONTHS,
    FIRST_MAXIMUM,
    PARENT_SHARE,
    PARENT_MONTHS,
    PARENT_MAXIMUM,
    LIMITED_SHARE,
    LIMITED_MAXIMUM,
    SUBSIDY_MAXIMUM,
)

_FIRST = Article(Act.PW, "31", "2 onder n")
_PARENT = Article(Act.PW, "31", "2 onder r")
_LIMITED = Article(Act.PW, "31", "2 onder y")
_SUBSIDY = Article(Act.PW, "31", "2 onder z")
_NOT_UNDER_27 = Article(Act.PW, "31", "5")
_FROM_AGE = 27
_CHILD_UNDER_AGE = 12


class _Exemption(NamedTuple):
    share: Parameter
    maximum: Parameter
    by: Article


_AT_FIRST = _Exemption(FIRST_SHARE, FIRST_MAXIMUM, _FIRST)
_AS_PARENT = _Exemption(PARENT_SHARE, PARENT_MAXIMUM, _PARENT)
_WITH_LIMITED_HOURS = _Exemption(LIMITED_SHARE, LIMITED_MAXIMUM, _LIMITED)
_WITH_SUBSIDY = _Exemption(LIMITED_SHARE, SUBSIDY_MAXIMUM, _SUBSIDY)


def counted_earnings(working: Working, facts: MeansFacts, index: int, earner: Earner) -> Figure:
    """The earnings of one person less the exemption that holds for him in this month."""
    earnings = _figure(working, index, "earnings", earner.earnings)
    if earnings.value == 0:
        return earnings
    match working.answer("receives_assistance"):
        case Answer.NO:
            return earnings
        case Answer.YES:
            exempt = _exempt(working, facts, index, earner, earnings)
            return working.subtract(_COUNTED, earnings, exempt, by=_FIRST)
        case Answer.UNKNOWN:
            return working.without_value(earnings)


def _exempt(
    working: Working, facts: MeansFacts, index: int, earner: Earner, earnings: Figure
) -> Figure:
    for exemption, holds in _exemptions(working, facts, index, earner):
        match holds():
            case Answer.YES:
                return _capped(working, exemption, earnings)
            case Answer.UNKNOWN:
                return working.without_value(earnings)
    return plain(0, Unit.EUROCENT_PER_MONTH)


def _exemptions(
    working: Working, facts: MeansFacts, index: int, earner: Earner
) -> tuple[tuple[_Exemption, Callable[[], Answer]], ...]:
    """The exemptions in the order in which one shuts out the next, with the question whether."""

    def told(field: str, value: YesNo) -> Answer:
        name = f"earners[{index}].{field}"
        return working.given_answer(name, _ABOUT[field].label, value)

    return (
        (_AT_FIRST, lambda: _is_at_first(working, index, earner)),
        (_WITH_LIMITED_HOURS, lambda: told("limited_hours", earner.limited_hours)),
        (_WITH_SUBSIDY, lambda: told("wage_subsidy_exempt", earner.wage_subsidy_exempt)),
        (_AS_PARENT, lambda: _is_as_parent(working, facts, index, earner)),
    )


def _is_at_first(working: Working, index: int, earner: Earner) -> Answer:
    born = working.given_day(f"earners[{index}].born", _ABOUT["born"].label, earner.born)
    pensioner = is_pensioner(working, _who(index), born)
    if pensioner is not Answer.NO:
        return pensioner
    return _every(
        lambda: is_of_age(working, _who(index), born, _FROM_AGE, _NOT_UNDER_27),
        lambda: _first_months_run(working, index, earner),
        lambda: _furthers_work(working, index, earner),
    )


def _is_as_parent(working: Working, facts: MeansFacts, index: int, earner: Earner) -> Answer:
    return _every(
        lambda: not_(working.answer("has_partner")),
        lambda: working.answer("has_children"),
        lambda: working.compare_days(
            _CHILD_YOUNG,
            working.on,
            Relation.LESS,
            birthday(working.day("youngest_child_born"), _CHILD_UNDER_AGE),
            _PARENT,
        ),
        lambda: is_of_age(working, _who(index), earner.born, _FROM_AGE, _NOT_UNDER_27),
        lambda: not_(_first_months_run(working, index, earner)),
        lambda: working.compare(
            _PARENT_MONTHS_RUN,
            _figure(working, index, "parent_months_exempt", earner.parent_months_exempt),
            Relation.LESS,
            working.parameter(PARENT_MONTHS),
            _PARENT,
        ),
        lambda: _furthers_work(working, index, earner),
    )


def _first_months_run(working: Working, index: int, earner: Earner) -> Answer:
    used = _figure(working, index, "months_exempt", earner.months_exempt)
    limit = working.parameter(FIRST_MONTHS)
    return working.compare(_FIRST_MONTHS_RUN, used, Relation.LESS, limit, _FIRST)


def _furthers_work(working: Working, index: int, earner: Earner) -> Answer:
    name = f"earners[{index}].furthers_work"
    return working.given_answer(name, _ABOUT["furthers_work"].label, earner.furthers_work)


def _every(*questions: Callable[[], Answer]) -> Answer:
    """Whether all hold; after a no, nothing more is asked."""
    answers: list[Answer] = []
    for question in questions:
        answers.append(question())
        if answers[-1] is Answer.NO:
            break
    return all_of(*answers)


def _capped(working: Working, exemption: _Exemption, earnings: Figure) -> Figure:
    share = working.percentage(
        Text("vrij deel van het loon", "exempt share of the earnings"),
        earnings,
        working.parameter(exemption.share),
        exemption.by,
    )
    label = Text("vrijgelaten loon", "exempt earnings")
    return working.least(label, share, working.parameter(exemption.maximum), by=exemption.by)


def _figure(working: Working, index: int, field: str, value: Number) -> Figure:
    about = _ABOUT[field]
    assert about.unit is not None
    return working.given(f"earners[{index}].{field}", about.label, value, about.unit)


def _who(index: int) -> Text:
    return Text(f"persoon {index + 1} met loon", f"earner {index + 1}")


_ABOUT = abouts(Earner)
_COUNTED = Text("loon dat meetelt", "earnings that count")
_FIRST_MONTHS_RUN = Text("de eerste maanden lopen nog", "the first months still run")
_PARENT_MONTHS_RUN = Text(
    "de maanden voor alleenstaande ouders lopen nog", "the months for single parents still run"
)
_CHILD_YOUNG = Text("het jongste kind is onder de 12", "the youngest child is under 12")
