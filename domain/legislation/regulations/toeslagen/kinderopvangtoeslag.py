"""Kinderopvangtoeslag: what parents who work, study or reintegrate get towards childcare.

Per child the hours (at most 230 a month) times the price (at most the maximum of its kind of care)
are the costs (Wko 1.7, Besluit kinderopvangtoeslag 4 and 8a); of these the parent gets a percentage
by income: one for the child with the most hours, another for the others (Besluit 3, 8, bijlage I).
Each calendar month stands by itself (Besluit 2), to the cent as shown; the award over the year is
in whole euros (Awir 14 lid 4).
"""

from __future__ import annotations

import datetime as dt

from domain.legislation.calendar import add_months, month_of
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Figure,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    all_of,
    answer_of,
    any_of,
    plain,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.regulations.toeslagen import _award
from domain.legislation.regulations.toeslagen._kot_costs import (
    COSTS,
    HIGHEST_PRICE,
    MAXIMUM_HOURS,
    MAXIMUM_PRICE,
    MOST_HOURS,
    REGISTERED,
    Costs,
    costs_of_children,
    first_child,
)
from domain.legislation.regulations.toeslagen._kot_facts import (
    KinderopvangtoeslagFacts,
    Occupation,
)
from domain.legislation.regulations.toeslagen._kot_table import (
    FIRST_CHILD,
    FOLLOWING_CHILD,
    percentage_in,
)
from domain.vocabulary import Agency, Department, Scheme

_LESS_FROM = parameter("kot_96pct_tot")
_HIGHEST_PERCENTAGE = parameter("kot_hoogste_percentage")

_IN_TIME = Article(Act.WKO, "1.3", "2")
_OCCUPIED = Article(Act.WKO, "1.6", "1")
_PARTNER_OCCUPIED = Article(Act.WKO, "1.6", "3")
_PARTNER_DETAINED = Article(Act.WKO, "1.6", "10")

# Until then the partner had to live in Europe, and a partner in detention was no bar (Wko 1.6 lid 3
# and 10, texts of 2024-01-01 and 2024-08-01). Since then that partner is none on request (Awir 3c).
_NOT_SINCE = dt.date(2026, 1, 1)
_PER_MONTH = Article(Act.BESLUIT_KINDEROPVANGTOESLAG, "2")
_WHICH_IS_FIRST = Article(Act.BESLUIT_KINDEROPVANGTOESLAG, "3", "2")
_PERCENTAGE = Article(Act.BESLUIT_KINDEROPVANGTOESLAG, "8", "1")
_RESIDENCE = Article(Act.AWIR, "9")
_RESIDENCE_OF_PARTNER = Article(Act.AWIR, "9", "2")
_ABILITY = Article(Act.AWIR, "7", "1")

_MONTHS_BACK = -3
_ACTIVE = frozenset(Occupation) - {
    Occupation.LONG_TERM_CARE,
    Occupation.DETENTION,
    Occupation.NONE,
}


def determine(facts: KinderopvangtoeslagFacts, on: dt.date) -> Determination:
    """The allowance for the month of this day, in euro cents."""
    working = Working(ID, facts, on)
    _require_in_time(working)
    working.require(
        Text("rechtmatig verblijf", "lawful residence"),
        working.answer("lawful_residence"),
        _RESIDENCE,
    )
    partner = working.answer("has_partner")
    if partner is Answer.UNKNOWN:
        return working.undetermined()
    if partner is Answer.YES:
        _require_residence_of_partner(working)
    _require_occupied(working, partner is Answer.YES)
    costs = costs_of_children(working, working.listed("children", facts.children))
    if costs is None:
        return working.undetermined()
    if costs:
        month = _allowance(working, costs, _income(working, partner is Answer.YES))
        shown = working.rounded(_MONTH, month, Rounding.TO_CENT, None)
        working.result("per_month", _MONTH, shown)
        _award.conclude_award_of_months(working, month)
    return working.conclude(Period(*month_of(on)))


def _require_residence_of_partner(working: Working) -> None:
    working.require(
        Text("rechtmatig verblijf van de partner", "lawful residence of the partner"),
        working.answer("partner_lawful_residence"),
        _RESIDENCE_OF_PARTNER,
    )
    if working.on < _NOT_SINCE:
        working.require(
            Text("de partner woont in Europa", "the partner lives in Europe"),
            working.answer("partner_lives_in_europe"),
            _PARTNER_OCCUPIED,
        )


def _require_in_time(working: Working) -> None:
    applied = working.day("applied")
    first: Day = UNKNOWN
    if not isinstance(applied, Unknown):
        first = add_months(month_of(applied)[0], _MONTHS_BACK)
    first = working.dated(
        Text("niet eerder dan", "not before"),
        first,
        Text("drie maanden vóór de maand van aanvraag", "three months before the month applied in"),
        _IN_TIME,
    )
    working.require_days(
        Text("op tijd aangevraagd", "applied for in time"),
        first,
        Relation.AT_MOST,
        month_of(working.on)[0],
        _IN_TIME,
    )


def _require_occupied(working: Working, has_partner: bool) -> None:
    parent = working.choice("occupation", Occupation)
    if not has_partner:
        working.require(_PARENT, _among(parent, _ACTIVE), _OCCUPIED)
        return
    partner = working.choice("partner_occupation", Occupation)
    active = _among(parent, _ACTIVE), _among(partner, _ACTIVE)
    away = _among(parent, frozenset({Occupation.LONG_TERM_CARE, Occupation.DETENTION}))
    absent = _among(partner, _absences_of_a_partner(working))
    occupied = any_of(all_of(*active), all_of(active[0], absent), all_of(away, active[1]))
    if occupied is not Answer.YES and active[0] is not Answer.NO:
        occupied = any_of(occupied, all_of(active[0], working.answer("partner_is_family")))
    working.require(_BOTH_PARENTS, occupied, _PARTNER_OCCUPIED)


def _absences_of_a_partner(working: Working) -> frozenset[Occupation]:
    """What a partner may do in place of work: long-term care and, until 2026, detention."""
    if working.on < _NOT_SINCE:
        return frozenset({Occupation.LONG_TERM_CARE, Occupation.DETENTION})
    return frozenset({Occupation.LONG_TERM_CARE})


def _among(occupation: Occupation | Unknown, kinds: frozenset[Occupation]) -> Answer:
    return answer_of(UNKNOWN if isinstance(occupation, Unknown) else occupation in kinds)


def _income(working: Working, has_partner: bool) -> Figure:
    income = working.fact("income")
    if not has_partner:
        return income
    together = Text("gezamenlijk toetsingsinkomen", "test income together")
    return working.add(together, income, working.fact("partner_income"), by=_ABILITY)


def _allowance(working: Working, costs: tuple[Costs, ...], income: Figure) -> Figure:
    below = working.compare(
        Text("inkomen met het hoogste percentage", "income with the highest percentage"),
        income,
        Relation.LESS,
        working.parameter(_LESS_FROM),
        _PERCENTAGE,
    )
    first = first_child(costs)
    if len(costs) > 1:
        words = Text(
            f"kind {first + 1} van de lijst heeft de meeste uren: het eerste kind",
            f"child {first + 1} of the list has the most hours: the first child",
        )
        working.note(words, _WHICH_IS_FIRST)
    parts = [
        _part(working, each, FIRST_CHILD if each.child == first else FOLLOWING_CHILD, income, below)
        for each in costs
    ]
    month = parts[0] if len(parts) == 1 else working.add(_MONTH, *parts, by=_PER_MONTH)
    working.require_compared(
        Text("er zijn kosten van opvang", "there are costs of care"),
        month,
        Relation.MORE,
        plain(0, month.unit),
        COSTS,
    )
    return month


def _part(working: Working, each: Costs, of: Parameter, income: Figure, below: Answer) -> Figure:
    percentage = plain(0, Unit.PERCENT)
    if below is Answer.YES:
        percentage = working.parameter(_HIGHEST_PERCENTAGE)
    elif below is Answer.UNKNOWN or isinstance(income.value, Unknown):
        percentage = working.without_value(percentage)
    else:
        percentage = working.parameter(percentage_in(of, income.value, working.on.year))
    number = each.child + 1
    label = Text(f"toeslag voor kind {number}", f"allowance for child {number}")
    return working.percentage(label, each.costs, percentage, _PERCENTAGE)


ID = "kinderopvangtoeslag"

_MONTH = Text("maandbedrag", "amount for the month")
_PARENT = Text(
    "de ouder werkt, studeert of volgt een traject", "the parent works, studies or reintegrates"
)
_BOTH_PARENTS = Text(
    "beide ouders werken, studeren of volgen een traject",
    "both parents work, study or reintegrate",
)
REGULATION = Regulation(
    id=ID,
    title=Text("Kinderopvangtoeslag", "Childcare allowance"),
    summary=Text(
        "Bijdrage in de kosten van geregistreerde kinderopvang, naar inkomen.",
        "A contribution to the costs of registered childcare, by income.",
    ),
    articles=(
        _IN_TIME,
        REGISTERED,
        _OCCUPIED,
        _PARTNER_OCCUPIED,
        _PARTNER_DETAINED,
        COSTS,
        MAXIMUM_PRICE,
        MAXIMUM_HOURS,
        _PER_MONTH,
        _WHICH_IS_FIRST,
        _PERCENTAGE,
        _RESIDENCE,
        _RESIDENCE_OF_PARTNER,
        _award.WHOLE_EUROS,
        _award.NOT_BELOW,
    ),
    facts=KinderopvangtoeslagFacts,
    determine=determine,
    parameters=(
        *HIGHEST_PRICE.values(),
        MOST_HOURS,
        _LESS_FROM,
        _HIGHEST_PERCENTAGE,
        FIRST_CHILD,
        FOLLOWING_CHILD,
        _award.LEAST,
    ),
    granted=Text("Er is recht op kinderopvangtoeslag", "There is a right to kinderopvangtoeslag"),
    refused=Text(
        "Er is geen recht op kinderopvangtoeslag", "There is no right to kinderopvangtoeslag"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.BELASTINGDIENST, Department.TOESLAGEN),),
    scheme=Scheme.KINDEROPVANGTOESLAG,
)

__all__ = ["ID", "REGULATION", "KinderopvangtoeslagFacts", "determine"]
