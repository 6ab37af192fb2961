"""The defaulters' regime until the report to the CAK: the ladder of unpaid months (Zvw 18a-18c)."""

from __future__ import annotations

from domain.legislation.calendar import add_months
from domain.legislation.determination import (
    UNKNOWN,
    Act,
    Answer,
    Article,
    Determination,
    Figure,
    Relation,
    Text,
    Unknown,
    Working,
    all_of,
    any_of,
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.cak._wanbetaler_stages import (
    ARREARS_LADDER,
    NEXT_STAGE,
    REPORT_BARS,
    Rung,
    Stage,
    show_stage,
)

OFFER_TERM = parameter("zvw_aanbod_termijn")
OFFER = Article(Act.ZVW, "18a", "1")
_ADDRESS = Article(Act.ZVW, "18c", "2 onder e")


def before_the_report(working: Working) -> Determination:
    """The stage that the unpaid months bring, and when the next one would begin."""
    arrears = working.fact("months_in_arrears")
    reached = _rungs_reached(working, arrears)
    if not reached:
        return working.conclude()
    rung = reached[-1]
    stage = _report_or_not(working) if rung is ARREARS_LADDER[-1] else rung.stage
    show_stage(working, stage, rung.by)
    if stage is Stage.OFFER:
        _note_the_offer(working)
    _next_rung(working, arrears, reached)
    return working.conclude()


def _rungs_reached(working: Working, arrears: Figure) -> tuple[Rung, ...]:
    """The rungs of the ladder that the arrears have reached; the first one is required."""
    first, *others = ARREARS_LADDER
    label = Text("achterstand die het regime begint", "arrears that begin the regime")
    start = working.parameter(first.arrears)
    if working.require_compared(label, arrears, Relation.AT_LEAST, start, first.by) is not (
        Answer.YES
    ):
        return ()
    reached = [first]
    for rung in others:
        months = working.parameter(rung.arrears)
        further = Text("achterstand van de volgende stap", "arrears of the next step")
        if working.compare(further, arrears, Relation.AT_LEAST, months, rung.by) is Answer.NO:
            break
        reached.append(rung)
    return tuple(reached)


def _report_or_not(working: Working) -> Stage | Unknown:
    barred = [working.answer(bar.fact) for bar in REPORT_BARS]
    match any_of(_address_bars(working), *barred):
        case Answer.YES:
            _note_the_bars(working, barred)
            return Stage.REPORT_BARRED
        case Answer.NO:
            return Stage.REPORT_DUE
        case Answer.UNKNOWN:
            return UNKNOWN


def _address_bars(working: Working) -> Answer:
    matches = working.answer("address_matches")
    if matches is Answer.YES:
        return Answer.NO
    return all_of(not_(matches), not_(working.answer("address_differs_lawfully")))


def _note_the_bars(working: Working, barred: list[Answer]) -> None:
    words = Text("de zorgverzekeraar meldt niet", "the insurer does not report")
    articles = [
        bar.by for bar, answer in zip(REPORT_BARS, barred, strict=True) if answer is Answer.YES
    ]
    for article in articles or [_ADDRESS]:
        working.note(words, article)


def _note_the_offer(working: Working) -> None:
    working.parameter(OFFER_TERM)
    working.note(
        Text(
            "het aanbod van een betalingsregeling komt binnen die termijn nadat de achterstand "
            "van twee maandpremies is vastgesteld",
            "the offer of a payment arrangement comes within that term after arrears of two "
            "monthly premiums were found",
        ),
        OFFER,
    )


def _next_rung(working: Working, arrears: Figure, reached: tuple[Rung, ...]) -> None:
    """When the next stage begins if no premium at all is paid: one more month on each first day."""
    if len(reached) == len(ARREARS_LADDER) or isinstance(arrears.value, Unknown):
        return
    following = ARREARS_LADDER[len(reached)]
    missing = working.subtract(
        Text("maanden tot de volgende stap", "months until the next step"),
        working.parameter(following.arrears),
        arrears,
        by=following.by,
    )
    if isinstance(missing.value, Unknown):
        return
    day = add_months(working.on.replace(day=1), int(missing.value))
    how = Text("als er geen enkele premie wordt betaald", "if no premium at all is paid")
    working.finding(
        "next_stage_from", NEXT_STAGE, working.dated(NEXT_STAGE, day, how, following.by)
    )
