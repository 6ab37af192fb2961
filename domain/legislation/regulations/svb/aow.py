"""AOW: the old age pension by itself, its reduction and its holiday allowance (AOW 7-9a, 13, 16).

The pension is a gross monthly amount for an unmarried or a married person, less two percent for
each calendar year without insurance. The supplement for a younger partner (AOW 8) is not here: no
new right to it has come into being since 2015. The law does not round: to the cent, as shown.
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
    Unknown,
    Working,
    all_of,
    any_of,
    not_,
)
from domain.legislation.parameters import Parameter, parameter
from domain.legislation.pension_age import PENSION_AGE
from domain.legislation.regulations.svb._aow_facts import AowFacts
from domain.legislation.regulations.svb._pension_age import pension_day
from domain.vocabulary import Agency, Scheme

_MONTHS_BACK = 12
_ONE_DAY = dt.timedelta(days=1)

_PENSION_SINGLE = parameter("aow_alleenstaand_bruto")
_PENSION_MARRIED = parameter("aow_gehuwd_bruto")
_HOLIDAY_SINGLE = parameter("aow_vakantie_uitkering_alleenstaand")
_HOLIDAY_MARRIED = parameter("aow_vakantie_uitkering_gehuwd")
_REDUCTION = parameter("aow_korting_per_jaar")
_LEAST_INSURED = parameter("aow_minimaal_verzekerd")
_INSURABLE = parameter("aow_opbouwtijdvak")

_MARRIED_OR_NOT = Article(Act.AOW, "1", "3")
_RIGHT = Article(Act.AOW, "7", "1")
_DETENTION = Article(Act.AOW, "8b", "1")
_DETENTION_ENDS = Article(Act.AOW, "17", "7")
_EVASION = Article(Act.AOW, "8c")
_PENSION = Article(Act.AOW, "9", "1")
_ABROAD = Article(Act.AOW, "9a", "1")
_NOT_INSURED = Article(Act.AOW, "13", "1")
_START = Article(Act.AOW, "16", "1")
_BACKDATED = Article(Act.AOW, "16", "2")
_NOT_SHOWN = Article(Act.AOW, "17", "4")
_HOLIDAY = Article(Act.AOW, "29", "1")
_HOLIDAY_REDUCED = Article(Act.AOW, "29", "4")


def determine(facts: AowFacts, on: dt.date) -> Determination:
    """The gross pension and holiday allowance for the month of this day, in euro cents."""
    working = Working(ID, facts, on)
    reached = pension_day(working, working.day("born"))
    starts = _require_started(working, reached)
    insured_out = _require_insured(working)
    _require_at_liberty(working, reached)
    match _counts_as_married(working):
        case Answer.UNKNOWN:
            return working.undetermined()
        case Answer.YES:
            pension, holiday = _PENSION_MARRIED, _HOLIDAY_MARRIED
        case Answer.NO:
            pension, holiday = _PENSION_SINGLE, _HOLIDAY_SINGLE
    lowered_by = working.multiply(
        Text("korting in procenten", "reduction in percent"),
        working.parameter(_REDUCTION),
        insured_out,
        _NOT_INSURED,
    )
    month = _lowered(working, _MONTH, pension, lowered_by, _NOT_INSURED)
    extra = _lowered(working, _HOLIDAY_MONTH, holiday, lowered_by, _HOLIDAY_REDUCED)
    working.result("per_month", _MONTH, month)
    working.result("holiday_allowance_per_month", _HOLIDAY_MONTH, extra)
    working.finding("starts_on", _STARTS, starts)
    if isinstance(starts, Unknown):
        return working.undetermined()
    return working.conclude(Period(max(month_of(on)[0], starts), month_of(on)[1]))


def _require_started(working: Working, reached: Day) -> Day:
    working.require_days(
        Text("pensioengerechtigde leeftijd bereikt", "pension age reached"),
        reached,
        Relation.AT_MOST,
        working.on,
        _RIGHT,
    )
    earliest = working.dated(
        Text("niet vroeger dan", "not earlier than"),
        _twelfth_month_before(working.day("applied_on")),
        Text(
            "de eerste dag van de twaalfde maand vóór de aanvraag, bijzondere gevallen daargelaten",
            "the first day of the twelfth month before the application, but for special cases",
        ),
        _BACKDATED,
    )
    working.require_days(
        Text("binnen de terugwerkende kracht", "within the time it is backdated"),
        earliest,
        Relation.AT_MOST,
        working.on,
        _BACKDATED,
    )
    starts: Day = UNKNOWN
    if not isinstance(reached, Unknown) and not isinstance(earliest, Unknown):
        starts = max(reached, earliest)
    return working.dated(_STARTS, starts, _LATER_OF_BOTH, _START)


def _twelfth_month_before(applied_on: Day) -> Day:
    if isinstance(applied_on, Unknown):
        return UNKNOWN
    return month_of(add_months(applied_on, -_MONTHS_BACK))[0]


def _require_insured(working: Working) -> Figure:
    out = working.fact("years_not_insured")
    insured = working.subtract(
        Text("verzekerde jaren", "insured years"), working.parameter(_INSURABLE), out, by=_RIGHT
    )
    working.require_compared(
        Text("ten minste één kalenderjaar verzekerd", "insured for at least one calendar year"),
        insured,
        Relation.AT_LEAST,
        working.parameter(_LEAST_INSURED),
        _RIGHT,
    )
    return out


def _require_at_liberty(working: Working, reached: Day) -> None:
    working.require(
        Text("onttrekt zich niet aan een straf", "evades no sentence"),
        not_(working.answer("evades_sentence")),
        _EVASION,
    )
    detained = working.answer("detained")
    if detained is Answer.NO:
        return
    if detained is Answer.UNKNOWN:
        working.require(_NOT_ENDED_BY_DETENTION, Answer.UNKNOWN, _DETENTION)
        return
    since = working.day("detained_since")
    began_before = working.compare_days(
        Text("gedetineerd toen het pensioen zou ingaan", "detained when the pension would start"),
        since,
        Relation.AT_MOST,
        reached,
        _DETENTION,
    )
    if began_before is not Answer.NO:
        working.require(_NOT_ENDED_BY_DETENTION, not_(began_before), _DETENTION)
        return
    ends = working.dated(
        Text("het pensioen eindigt op", "the pension ends on"),
        _ends_by_detention(since),
        Text(
            "de eerste dag van de maand nadat de vrijheidsontneming een maand heeft geduurd",
            "the first day of the month after the detention has lasted a month",
        ),
        _DETENTION_ENDS,
    )
    working.require_days(_NOT_ENDED_BY_DETENTION, working.on, Relation.LESS, ends, _DETENTION_ENDS)


def _ends_by_detention(since: Day) -> Day:
    if isinstance(since, Unknown):
        return UNKNOWN
    return month_of(add_months(since, 1))[1] + _ONE_DAY


def _counts_as_married(working: Working) -> Answer:
    """Whether the amount for a married person holds; read no further than that needs."""
    married = working.answer("married")
    if married is not Answer.NO:
        married = all_of(married, not_(working.answer("permanently_separated")))
    if married is Answer.YES:
        working.note(_AMOUNT_MARRIED, _MARRIED_OR_NOT)
        return Answer.YES
    household = working.answer("joint_household")
    if household is not Answer.NO:
        household = all_of(household, not_(working.answer("with_parent_or_child")))
    if household is Answer.YES:
        working.note(_AMOUNT_MARRIED, _MARRIED_OR_NOT)
        return Answer.YES
    return any_of(married, household, _married_amount_after_all(working))


def _married_amount_after_all(working: Working) -> Answer:
    not_shown = working.answer("situation_not_shown")
    if not_shown is Answer.YES:
        working.note(_AMOUNT_MARRIED, _NOT_SHOWN)
        return Answer.YES
    abroad = not_(working.answer("lives_in_netherlands"))
    if abroad is not Answer.NO:
        abroad = all_of(abroad, not_(working.answer("lives_in_treaty_country")))
    if abroad is Answer.YES:
        working.note(_AMOUNT_MARRIED, _ABROAD)
    return any_of(not_shown, abroad)


def _lowered(
    working: Working, label: Text, full: Parameter, lowered_by: Figure, by: Article
) -> Figure:
    whole = working.parameter(full)
    less = working.percentage(Text("korting", "reduction"), whole, lowered_by, by)
    left = working.subtract(label, whole, less, by=by)
    return working.rounded(label, left, Rounding.TO_CENT, None)


ID = "aow"

_MONTH = Text("bruto-ouderdomspensioen per maand", "gross pension a month")
_HOLIDAY_MONTH = Text(
    "bruto-vakantie-uitkering per maand, betaald in mei",
    "gross holiday allowance a month, paid in May",
)
_STARTS = Text("ingangsdatum", "starting day")
_LATER_OF_BOTH = Text("de laatste van beide dagen", "the later of the two days")
_AMOUNT_MARRIED = Text("het bedrag van een gehuwde geldt", "the amount of a married person holds")
_NOT_ENDED_BY_DETENTION = Text("niet geëindigd door vrijheidsontneming", "not ended by detention")

REGULATION = Regulation(
    id=ID,
    title=Text("AOW-pensioen", "Old age pension (AOW)"),
    summary=Text(
        "Pensioen vanaf de pensioengerechtigde leeftijd, naar leefvorm en verzekerde tijd.",
        "A pension from the pension age, by household and time of insurance.",
    ),
    articles=(
        *(_RIGHT, _DETENTION, _EVASION, _PENSION, _ABROAD, _NOT_INSURED, _START, _BACKDATED),
        *(_NOT_SHOWN, _DETENTION_ENDS, _HOLIDAY, _HOLIDAY_REDUCED),
    ),
    facts=AowFacts,
    determine=determine,
    parameters=(
        *(PENSION_AGE, _PENSION_SINGLE, _PENSION_MARRIED, _HOLIDAY_SINGLE, _HOLIDAY_MARRIED),
        *(_REDUCTION, _LEAST_INSURED, _INSURABLE),
    ),
    granted=Text("Er is recht op ouderdomspensioen", "There is a right to an old age pension"),
    refused=Text("Er is geen recht op ouderdomspensioen", "There is no right to a pension"),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.SVB),),
    scheme=Scheme.AOW,
)

__all__ = ["ID", "REGULATION", "AowFacts", "determine"]
