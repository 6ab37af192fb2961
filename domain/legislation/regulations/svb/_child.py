"""One child of the child benefit: whether it gives a right, and its amount (AKW 7, 7a, 7b, 12)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import add_months, birthday, quarter_of
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    Day,
    Figure,
    Relation,
    Text,
    Unknown,
    Working,
    YesNo,
    abouts,
    all_of,
    answer_of,
    any_of,
)
from domain.legislation.parameters import Parameter, parameter

_DOUBLED = 2
_CARE_FROM_AGE, _SCHOOLING_FROM_AGE = 3, 16
_SECOND_STEP, _THIRD_STEP, _LAST_AGE = 6, 12, 18

UNDER_6 = parameter("akw_0_5")
UNDER_12 = parameter("akw_6_11")
UNDER_18 = parameter("akw_12_17")
DOUBLING_BACKDATED = parameter("akw_terugwerkend_verdubbeling")

_RIGHT = Article(Act.AKW, "7", "1")
_SCHOOLING = Article(Act.AKW, "7", "2")
_AWAY = Article(Act.AKW, "7", "6")
_CARE = Article(Act.AKW, "7a", "1")
_ABROAD = Article(Act.AKW, "7b", "1")
_FIRST_DAY = Article(Act.AKW, "11", "2")
_AMOUNT = Article(Act.AKW, "12", "3")
_CARE_NOT_BEFORE = Article(Act.AKW, "14", "5 onder b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A child as things stand on the first day of the quarter."""

    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN
    in_household: Annotated[
        YesNo,
        About("behoort tot het huishouden van de verzekerde", "is of the insured's household"),
    ] = UNKNOWN
    maintained: Annotated[
        YesNo, About("wordt door de verzekerde onderhouden", "is maintained by the insured")
    ] = UNKNOWN
    schooling: Annotated[
        YesNo,
        About(
            "voldoet aan de leer- of kwalificatieplicht, is vrijgesteld of heeft een "
            "startkwalificatie",
            "meets the duty of schooling, is exempt, or has a basic qualification",
        ),
    ] = UNKNOWN
    lives_in_netherlands: Annotated[
        YesNo, About("woont in Nederland", "lives in the Netherlands")
    ] = UNKNOWN
    lives_where_regulation_holds: Annotated[
        YesNo,
        About(
            "woont in een land waar Verordening 883/2004 recht geeft op kinderbijslag, of "
            "verblijft langer dan drie maanden onafgebroken in Nederland",
            "lives in a country where Regulation 883/2004 gives a right to child benefit, or has "
            "stayed in the Netherlands for more than three months without a break",
        ),
    ] = UNKNOWN
    needs_intensive_care: Annotated[
        YesNo, About("is aangewezen op intensieve zorg", "needs intensive care")
    ] = UNKNOWN
    intensive_care_applied_on: Annotated[
        Day,
        About(
            "dag van de aanvraag of indicatie voor intensieve zorg",
            "day of the application or decision for intensive care",
        ),
    ] = UNKNOWN
    away_with_ground: Annotated[
        YesNo,
        About(
            "woont uit huis, niet als kind of pleegkind bij een ander, door ziekte of gebreken of "
            "voor onderwijs als de wet noemt",
            "lives away, not as a child or foster child of another household, because of illness "
            "or for schooling that the law names",
        ),
    ] = UNKNOWN
    higher_maintenance: Annotated[
        YesNo,
        About(
            "de verzekerde draagt meer bij dan de grens voor verdubbeling",
            "the insured contributes more than the limit for doubling",
        ),
    ] = UNKNOWN


def gives_right(working: Working, index: int, child: Child, first: dt.date) -> Answer:
    """Whether there is a right for this child; facts that cannot matter any more are not read."""
    born = _day(working, index, child, "born")
    there = working.compare_days(
        Text("geboren op of vóór de peildatum", "born on or before the day that decides"),
        born,
        Relation.AT_MOST,
        first,
        _FIRST_DAY,
    )
    if there is Answer.NO:
        return Answer.NO
    young = _before_birthday(working, born, _LAST_AGE, first, _RIGHT)
    if young is Answer.NO:
        return Answer.NO
    household = _answer(working, index, child, "in_household")
    if household is not Answer.YES:
        household = any_of(household, _answer(working, index, child, "maintained"))
    return all_of(
        there,
        young,
        household,
        _schooled(working, index, child, born, first),
        _lives_within(working, index, child),
    )


def amount_of(working: Working, index: int, child: Child, first: dt.date, right: Answer) -> Figure:
    """The amount for this child in the quarter; not known when the right or its age is not."""
    scale = _parameter_of(child.born, first)
    amount = working.parameter(scale)
    doubled = _doubled(working, index, child, first)
    if doubled is Answer.YES:
        amount = working.multiply(
            Text("verdubbeld bedrag", "doubled amount"), amount, _DOUBLED, _AMOUNT
        )
    known = right is Answer.YES and doubled is not Answer.UNKNOWN and child.born is not UNKNOWN
    return amount if known else working.without_value(amount)


def _parameter_of(born: Day, first: dt.date) -> Parameter:
    for age, scale in ((_SECOND_STEP, UNDER_6), (_THIRD_STEP, UNDER_12)):
        reached = birthday(born, age)
        if not isinstance(reached, Unknown) and first < reached:
            return scale
    return UNDER_18


def _schooled(working: Working, index: int, child: Child, born: Day, first: dt.date) -> Answer:
    """From sixteen only with schooling (AKW 7 lid 2)."""
    under_16 = _before_birthday(working, born, _SCHOOLING_FROM_AGE, first, _SCHOOLING)
    if under_16 is Answer.YES:
        return Answer.YES
    return any_of(under_16, _answer(working, index, child, "schooling"))


def _lives_within(working: Working, index: int, child: Child) -> Answer:
    here = _answer(working, index, child, "lives_in_netherlands")
    if here is Answer.YES:
        return Answer.YES
    return any_of(here, _answer(working, index, child, "lives_where_regulation_holds"))


def _doubled(working: Working, index: int, child: Child, first: dt.date) -> Answer:
    match answer_of(child.in_household):
        case Answer.YES:
            return _doubled_for_care(working, index, child, first)
        case Answer.NO:
            away = _answer(working, index, child, "away_with_ground")
            if away is Answer.NO:
                return Answer.NO
            return all_of(away, _answer(working, index, child, "higher_maintenance"))
        case Answer.UNKNOWN:
            return Answer.UNKNOWN


def _doubled_for_care(working: Working, index: int, child: Child, first: dt.date) -> Answer:
    """From three years, six months back from the quarter of the application (AKW 7a, 14 lid 5)."""
    if _before_birthday(working, child.born, _CARE_FROM_AGE, first, _CARE) is Answer.YES:
        return Answer.NO
    care = _answer(working, index, child, "needs_intensive_care")
    if care is Answer.NO:
        return Answer.NO
    applied = _day(working, index, child, "intensive_care_applied_on")
    back = working.parameter(DOUBLING_BACKDATED)
    earliest: Day = UNKNOWN
    if not isinstance(applied, Unknown) and not isinstance(back.value, Unknown):
        earliest = add_months(quarter_of(applied)[0], -int(back.value))
    in_time = working.compare_days(
        Text("verdubbeling op tijd gevraagd", "doubling asked for in time"),
        earliest,
        Relation.AT_MOST,
        first,
        _CARE_NOT_BEFORE,
    )
    return all_of(care, in_time)


def _before_birthday(working: Working, born: Day, age: int, first: dt.date, by: Article) -> Answer:
    return working.compare_days(
        Text(f"jonger dan {age} op de peildatum", f"under {age} on the day that decides"),
        first,
        Relation.LESS,
        birthday(born, age),
        by,
    )


def _answer(working: Working, index: int, child: Child, name: str) -> Answer:
    value: bool | Unknown = getattr(child, name)
    return working.given_answer(f"children[{index}].{name}", _label(index, name), value)


def _day(working: Working, index: int, child: Child, name: str) -> Day:
    value: Day = getattr(child, name)
    return working.given_day(f"children[{index}].{name}", _label(index, name), value)


def _label(index: int, name: str) -> Text:
    about = abouts(Child)[name]
    return Text(f"kind {index + 1}: {about.nl}", f"child {index + 1}: {about.en}")
