"""Onverzekerden: who must be insured and is not, from summons to insurance by the CAK (Zvw 9a-9d).

Each letter of the CAK gives three months: the summons (9a lid 2), the first fine (9b lid 5), the
second fine with its order (9c lid 3). Who is still not insured after them gets the next step. A
fine is three times the monthly standard premium (9b lid 2); after insurance by the CAK twelve
months of premium are due to the CAK (18e).
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.calendar import add_months, first_of_month_after_age, month_of
from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Day,
    Determination,
    Facts,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Unknown,
    Working,
    YesNo,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.cak._administrative_premium import (
    AVERAGE_PREMIUM,
    PREMIUM_LABEL,
    administrative_premium,
)
from domain.legislation.regulations.cak._uninsured_steps import (
    BRINGS_FINE,
    FINE_AMOUNT,
    FIRST_FINE,
    INSURANCE_BY_CAK,
    IS_FINE,
    LETTER_WORDS,
    ORDER,
    SECOND_FINE,
    STAGE_WORDS,
    STEPS,
    SUMMONS,
    Letter,
    Stage,
    Step,
)
from domain.legislation.regulations.every_body._term_steps import counted, moved_last_day
from domain.vocabulary import Agency, Scheme

_ADULT_FROM_AGE = 18
_ONE_DAY = dt.timedelta(days=1)

_TERM = parameter("zvw_aanmaning_onverzekerde")
_FINE_MONTHS = parameter("zvw_boete_onverzekerde")
_STANDARD_PREMIUM = parameter("zt_standaardpremie")
_PREMIUM_MONTHS = parameter("zvw_premie_ambtshalve_duur")
_PREMIUM_SHARE = parameter("zvw_premie_ambtshalve_verzekerd")
_ANNULMENT_WEEKS = parameter("zvw_vernietiging_ambtshalve")

_OBLIGATION = Article(Act.ZVW, "2", "1")
_ANNULMENT = Article(Act.ZVW, "9d", "5")
_PREMIUM = Article(Act.ZVW, "18e", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class OnverzekerdenboeteFacts(Facts):
    """One person whom the CAK found without health insurance."""

    must_be_insured: Annotated[
        YesNo, About("is verzekeringsplichtig", "is obliged to be insured")
    ] = UNKNOWN
    last_letter: Annotated[
        Letter | Unknown,
        About("laatste stap van het CAK", "last step of the CAK", words=LETTER_WORDS),
    ] = UNKNOWN
    letter_sent_on: Annotated[
        Day, About("dag van verzending van die stap", "day on which that was sent")
    ] = UNKNOWN
    insured: Annotated[
        YesNo, About("heeft zich alsnog verzekerd", "has become insured after all")
    ] = UNKNOWN
    insured_from: Annotated[
        Day, About("eerste dag van die verzekering", "first day of that insurance")
    ] = UNKNOWN
    cak_insurance_from: Annotated[
        Day,
        About(
            "eerste dag van de verzekering door het CAK",
            "first day of the insurance by the CAK",
        ),
    ] = UNKNOWN
    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN


def determine(facts: OnverzekerdenboeteFacts, on: dt.date) -> Determination:
    """The step on this day, with its fine or its premium a month in euro cents."""
    working = Working(ID, facts, on)
    letter = working.choice("last_letter", Letter)
    if isinstance(letter, Unknown):
        return working.undetermined()
    if letter is Letter.INSURANCE:
        return _insured_by_the_cak(working)
    working.require(
        Text("verzekeringsplichtig", "obliged to be insured"),
        working.answer("must_be_insured"),
        _OBLIGATION,
    )
    step = STEPS.get(letter)
    if step is None:
        label = Text("aangemaand door het CAK", "summoned by the CAK")
        working.require(label, Answer.NO, SUMMONS)
        return working.conclude()
    return _in_step(working, letter, step)


def _in_step(working: Working, letter: Letter, step: Step) -> Determination:
    sent = working.day("letter_sent_on")
    insure_by = _last_day_of_term(working, sent, step)
    if isinstance(sent, Unknown) or isinstance(insure_by, Unknown):
        return working.undetermined()
    stage = _stage(working, step, insure_by)
    if isinstance(stage, Unknown):
        return working.undetermined()
    if stage is Stage.INSURED_IN_TIME and letter is Letter.SUMMONS:
        label = Text("niet op tijd verzekerd", "not insured in time")
        working.require(label, Answer.NO, FIRST_FINE)
        return working.conclude()
    _show_stage(working, stage, step)
    if stage in BRINGS_FINE:
        _fine(working, working.on)
    elif letter in IS_FINE:
        _fine(working, sent)
    if stage is step.running:
        working.finding("insure_by", _INSURE_BY, insure_by)
    return working.conclude()


def _last_day_of_term(working: Working, sent: Day, step: Step) -> Day:
    """Three months, and past a weekend or holiday (Atw 1 lid 1, 4 onder a)."""
    term = working.parameter(_TERM)
    last = counted(working, _INSURE_BY, sent, term, step.term_by)
    return moved_last_day(working, _INSURE_BY, sent, last, term)


def _stage(working: Working, step: Step, insure_by: dt.date) -> Stage | Unknown:
    match working.answer("insured"):
        case Answer.UNKNOWN:
            return UNKNOWN
        case Answer.YES:
            in_time = working.compare_days(
                Text("op tijd verzekerd", "insured in time"),
                working.day("insured_from"),
                Relation.AT_MOST,
                insure_by,
                step.term_by,
            )
            if in_time is Answer.UNKNOWN:
                return UNKNOWN
            if in_time is Answer.YES:
                return Stage.INSURED_IN_TIME
        case Answer.NO:
            pass
    return step.running if working.on <= insure_by else step.after


def _show_stage(working: Working, stage: Stage, step: Step) -> None:
    words = STAGE_WORDS[stage]
    working.note(words, step.after_by if stage is step.after else step.term_by)
    working.finding("stage", _STAGE, stage, words)


def _fine(working: Working, imposed_on: dt.date) -> None:
    """Three times the monthly standard premium of the day on which it is imposed."""
    year = working.parameter(_STANDARD_PREMIUM, imposed_on)
    month = working.divide(
        Text("standaardpremie per maand", "standard premium a month"),
        year,
        12,
        FINE_AMOUNT,
        Unit.EUROCENT_PER_MONTH,
    )
    fine = working.multiply(
        _FINE, month, working.parameter(_FINE_MONTHS), FINE_AMOUNT, Unit.EUROCENT
    )
    working.result("fine", _FINE, working.rounded(_FINE, fine, Rounding.TO_CENT, None))


def _insured_by_the_cak(working: Working) -> Determination:
    first = working.day("cak_insurance_from")
    months = working.parameter(_PREMIUM_MONTHS).value
    last = (
        UNKNOWN
        if isinstance(first, Unknown) or isinstance(months, Unknown)
        else add_months(first, int(months)) - _ONE_DAY
    )
    how = Text("twaalf maanden na het begin", "twelve months after it began")
    last = working.dated(_LAST_DAY, last, how, _PREMIUM)
    within = Text("de eerste twaalf maanden lopen nog", "the first twelve months still run")
    working.require_days(within, last, Relation.AT_LEAST, working.on, _PREMIUM)
    working.require_days(
        Text("18 jaar vóór deze maand", "eighteen before this month"),
        first_of_month_after_age(working.day("born"), _ADULT_FROM_AGE),
        Relation.AT_MOST,
        working.on,
        _PREMIUM,
    )
    words = STAGE_WORDS[Stage.INSURED_BY_CAK]
    working.finding("stage", _STAGE, Stage.INSURED_BY_CAK, words)
    premium = administrative_premium(working, _PREMIUM_SHARE, Article(Act.ZVW, "18e", "2"))
    working.result("per_month", PREMIUM_LABEL, premium)
    working.finding("premium_ends_on", _LAST_DAY, last)
    _note_the_annulment(working)
    return working.conclude(_within_the_month(working.on, first, last))


def _within_the_month(on: dt.date, first: Day, last: Day) -> Period | None:
    """The days of the twelve months in this month: the amount changes with the year."""
    if isinstance(first, Unknown) or isinstance(last, Unknown):
        return None
    month_first, month_last = month_of(on)
    return Period(max(month_first, first), min(month_last, last))


def _note_the_annulment(working: Working) -> None:
    working.parameter(_ANNULMENT_WEEKS)
    working.note(
        Text(
            "wie al verzekerd was, kan binnen die termijn na de mededeling vernietigen",
            "who was insured already can annul it within that term after the notice",
        ),
        _ANNULMENT,
    )


ID = "onverzekerdenboete"

_STAGE = Text("stap in de regeling voor onverzekerden", "step of the rules for the uninsured")
_FINE = Text("bestuurlijke boete", "administrative fine")
_LAST_DAY = Text("laatste dag van de premie aan het CAK", "last day of the premium to the CAK")
_INSURE_BY = Text("laatste dag om zich te verzekeren", "last day to become insured")

REGULATION = Regulation(
    id=ID,
    title=Text("Boete voor onverzekerden", "Fine for the uninsured"),
    summary=Text(
        "Aanmaning, twee boetes en verzekering door het CAK voor wie geen zorgverzekering heeft.",
        "Summons, two fines and insurance by the CAK for those without health insurance.",
    ),
    articles=(
        SUMMONS,
        FIRST_FINE,
        FINE_AMOUNT,
        SECOND_FINE,
        ORDER,
        INSURANCE_BY_CAK,
        _ANNULMENT,
        _PREMIUM,
    ),
    facts=OnverzekerdenboeteFacts,
    determine=determine,
    parameters=(
        _TERM,
        _FINE_MONTHS,
        _STANDARD_PREMIUM,
        _PREMIUM_MONTHS,
        _PREMIUM_SHARE,
        _ANNULMENT_WEEKS,
        AVERAGE_PREMIUM,
    ),
    granted=Text("De regeling voor onverzekerden geldt", "The rules for the uninsured apply"),
    refused=Text(
        "De regeling voor onverzekerden geldt niet", "The rules for the uninsured do not apply"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.CAK),),
    scheme=Scheme.UNINSURED_FINE,
)
