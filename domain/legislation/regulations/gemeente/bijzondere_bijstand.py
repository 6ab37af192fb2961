"""Special assistance: necessary costs of special circumstances (Participatiewet 13-15, 35).

It is what the costs are more than a provision that comes first pays, and more than the capacity:
the share that the municipality takes of income above the norm and of assets (35 lid 1). The
college may refuse costs up to a threshold (35 lid 2). The law does not round: amounts are shown to
the cent.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Answer,
    Article,
    CarriedOutBy,
    Cents,
    Determination,
    Facts,
    Figure,
    Number,
    Period,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Working,
    YesNo,
    all_of,
    any_of,
    not_,
    plain,
)
from domain.legislation.parameters import parameter
from domain.vocabulary import Agency, Department, Scheme

_THRESHOLD = parameter("pw_bijzondere_bijstand_drempel")

_RIGHT = Article(Act.PW, "35", "1")
_MAY_REFUSE = Article(Act.PW, "35", "2")
_FOR_DEBTS = Article(Act.PW, "13", "1 onder g")
_DEBTS_AFTER_ALL = Article(Act.PW, "49")
_NEVER_NECESSARY = Article(Act.PW, "14")
_FIRST = Article(Act.PW, "15", "1")


@dataclass(frozen=True, slots=True, kw_only=True)
class BijzondereBijstandFacts(Facts):
    """Costs of one kind within twelve months, and what the applicant can bear of them."""

    costs: Annotated[
        Cents, About("kosten binnen twaalf maanden", "costs within twelve months", Unit.EUROCENT, 0)
    ] = UNKNOWN
    necessary: Annotated[YesNo, About("de kosten zijn noodzakelijk", "the costs are necessary")] = (
        UNKNOWN
    )
    special_circumstances: Annotated[
        YesNo,
        About(
            "de kosten vloeien voort uit bijzondere omstandigheden",
            "the costs follow from special circumstances",
        ),
    ] = UNKNOWN
    excluded_cost: Annotated[
        YesNo,
        About(
            "alimentatie, boete, schade, vrijwillige premie of behandeling buiten Nederland",
            "maintenance, fine, damage, voluntary premium or treatment abroad",
        ),
    ] = UNKNOWN
    for_debts: Annotated[
        YesNo, About("het is voor de aflossing van schulden", "it is to pay off debts")
    ] = UNKNOWN
    had_means_with_debts: Annotated[
        YesNo,
        About(
            "had bij het ontstaan van de schulden of daarna middelen van bestaan",
            "had means of subsistence when the debts arose or later",
        ),
    ] = UNKNOWN
    urgent_for_debts: Annotated[
        YesNo,
        About(
            "het college verleent voor deze schulden toch bijstand (borgtocht of zeer dringend)",
            "the college assists for these debts after all (surety or very urgent)",
        ),
    ] = UNKNOWN
    covered: Annotated[
        Cents,
        About(
            "wat een voorliggende voorziening daarvan vergoedt",
            "what a provision that comes first pays of them",
            Unit.EUROCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    not_necessary_by_provision: Annotated[
        YesNo,
        About(
            "de voorliggende voorziening merkt de kosten als niet noodzakelijk aan",
            "the provision that comes first holds the costs not to be necessary",
        ),
    ] = UNKNOWN
    income: Annotated[Cents, About("inkomen", "income", Unit.EUROCENT_PER_MONTH, at_least=0)] = (
        UNKNOWN
    )
    norm: Annotated[
        Cents, About("bijstandsnorm", "assistance norm", Unit.EUROCENT_PER_MONTH, at_least=0)
    ] = UNKNOWN
    months: Annotated[
        Number,
        About(
            "maanden waarover het college de draagkracht telt",
            "months over which the college counts the capacity",
            Unit.MONTHS,
            at_least=1,
        ),
    ] = UNKNOWN
    share_of_income: Annotated[
        Number,
        About(
            "deel van het inkomen boven de norm dat het college telt",
            "share of the income above the norm that the college counts",
            Unit.PERCENT,
            at_least=0,
        ),
    ] = UNKNOWN
    assets_counted: Annotated[
        Cents,
        About("vermogen dat het college telt", "assets that the college counts", Unit.EUROCENT, 0),
    ] = UNKNOWN
    threshold_applied: Annotated[
        YesNo,
        About(
            "het college weigert kosten onder de drempel", "the college refuses below the threshold"
        ),
    ] = UNKNOWN


def determine(facts: BijzondereBijstandFacts, on: dt.date) -> Determination:
    """What of the costs is special assistance, and the capacity that is taken off."""
    working = Working(ID, facts, on)
    _require_costs_that_count(working)
    costs = working.fact("costs")
    working.require_compared(_HAS_COSTS, costs, Relation.MORE, _NOTHING, _RIGHT)
    _require_above_threshold(working, costs)
    uncovered = working.not_below_zero(
        _UNCOVERED,
        working.subtract(_UNCOVERED, costs, working.fact("covered"), by=_FIRST),
        _FIRST,
    )
    working.require_compared(_NOT_COVERED, uncovered, Relation.MORE, _NOTHING, _FIRST)
    capacity = _capacity(working)
    rest = working.not_below_zero(
        _AMOUNT, working.subtract(_AMOUNT, uncovered, capacity, by=_RIGHT), _RIGHT
    )
    working.require_compared(_CANNOT_BEAR, rest, Relation.MORE, _NOTHING, _RIGHT)
    working.result("amount", _AMOUNT, working.rounded(_AMOUNT, rest, Rounding.TO_CENT, None))
    shown = working.rounded(_CAPACITY, capacity, Rounding.TO_CENT, None)
    working.result("capacity", _CAPACITY, shown)
    return working.conclude(Period(on))


def _require_costs_that_count(working: Working) -> None:
    working.require(_NECESSARY, working.answer("necessary"), _RIGHT)
    working.require(_SPECIAL, working.answer("special_circumstances"), _RIGHT)
    working.require(_NOT_EXCLUDED, not_(working.answer("excluded_cost")), _NEVER_NECESSARY)
    working.require(_NOT_HELD_NEEDLESS, not_(working.answer("not_necessary_by_provision")), _FIRST)
    working.require(_NO_DEBTS, _not_for_debts(working), _FOR_DEBTS)


def _not_for_debts(working: Working) -> Answer:
    """Debts shut it out when there were means (13 lid 1 onder g), save for article 49."""
    kept_out = [working.answer("for_debts")]
    if kept_out[-1] is not Answer.NO:
        kept_out.append(working.answer("had_means_with_debts"))
    if Answer.NO in kept_out:
        return Answer.YES
    urgent = working.answer("urgent_for_debts")
    if urgent is Answer.YES:
        working.note(_AFTER_ALL, _DEBTS_AFTER_ALL)
    return any_of(urgent, not_(all_of(*kept_out)))


def _require_above_threshold(working: Working, costs: Figure) -> None:
    above = working.compare(
        _ABOVE_THRESHOLD, costs, Relation.MORE, working.parameter(_THRESHOLD), _MAY_REFUSE
    )
    if above is Answer.NO:
        above = not_(working.answer("threshold_applied"))
    working.require(_NOT_REFUSED, above, _MAY_REFUSE)


def _capacity(working: Working) -> Figure:
    label = Text("inkomen boven de norm", "income above the norm")
    less = working.subtract(label, working.fact("income"), working.fact("norm"), by=_RIGHT)
    above = working.not_below_zero(label, less, _RIGHT)
    assets = working.fact("assets_counted")
    if above.value == 0:
        return assets
    counted = working.percentage(label, above, working.fact("share_of_income"), _RIGHT)
    in_all = working.multiply(
        Text("over de maanden die tellen", "over the months that count"),
        counted,
        working.fact("months"),
        _RIGHT,
        Unit.EUROCENT,
    )
    return working.add(_CAPACITY, in_all, assets, by=_RIGHT)


ID = "bijzondere_bijstand"

_NOTHING = plain(0, Unit.EUROCENT)
_AMOUNT = Text("bijzondere bijstand", "special assistance")
_HAS_COSTS = Text("er zijn kosten", "there are costs")
_NOT_COVERED = Text(
    "de kosten worden niet geheel op een andere manier vergoed",
    "the costs are not wholly covered otherwise",
)
_CAPACITY = Text("draagkracht", "capacity")
_UNCOVERED = Text("kosten die niet vergoed worden", "costs that are not covered")
_NECESSARY = Text("noodzakelijke kosten", "necessary costs")
_SPECIAL = Text("bijzondere omstandigheden", "special circumstances")
_NOT_EXCLUDED = Text("geen uitgesloten kosten", "no excluded costs")
_NOT_HELD_NEEDLESS = Text("elders niet als onnodig aangemerkt", "not held to be needless elsewhere")
_NO_DEBTS = Text("niet voor schulden", "not for debts")
_AFTER_ALL = Text(
    "het college verleent toch bijstand voor deze schulden",
    "the college assists for these debts after all",
)
_ABOVE_THRESHOLD = Text("de kosten zijn boven de drempel", "the costs are above the threshold")
_NOT_REFUSED = Text("niet geweigerd om de drempel", "not refused for the threshold")
_CANNOT_BEAR = Text("kan de kosten niet zelf dragen", "cannot bear the costs")

REGULATION = Regulation(
    id=ID,
    title=Text("Bijzondere bijstand", "Special assistance"),
    summary=Text(
        "Vergoeding van noodzakelijke kosten door bijzondere omstandigheden.",
        "Payment of necessary costs that follow from special circumstances.",
    ),
    articles=(_RIGHT, _MAY_REFUSE, _FIRST, _NEVER_NECESSARY, _FOR_DEBTS, _DEBTS_AFTER_ALL),
    facts=BijzondereBijstandFacts,
    determine=determine,
    parameters=(_THRESHOLD,),
    granted=Text("Er is recht op bijzondere bijstand", "There is a right to special assistance"),
    refused=Text(
        "Er is geen recht op bijzondere bijstand", "There is no right to special assistance"
    ),
    known_from=dt.date(2024, 1, 1),
    carried_out_by=(CarriedOutBy(Agency.GEMEENTE, Department.WERK_EN_INKOMEN),),
    scheme=Scheme.BIJZONDERE_BIJSTAND,
)
