"""The summary of a record in plain words (B1): short sentences, one thought each, to the household.

No amount of a single act stands in it, because every agency in the decision reads it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from domain.conflicts import ConflictType
from domain.conflicts.catalogue import DETECTORS
from domain.decision_record import words
from domain.decision_record.record import (
    AgencyPart,
    Effect,
    RecordedAct,
    StillToSend,
    SummaryLine,
)
from domain.explanations import texts
from domain.legislation.text import Text
from domain.measures import MeasureKind

_BY = frozenset({MeasureKind.DECIDE_EARLIER, MeasureKind.CONFIRM})
"""Acts that are done by their last day; others run until it."""

_ENDS_ON = frozenset({MeasureKind.END_REGIME})


def summary_of(
    made_on: dt.date,
    question: Iterable[ConflictType],
    agencies: tuple[AgencyPart, ...],
    effect: Effect,
    still_to_send: tuple[StillToSend, ...],
) -> tuple[SummaryLine, ...]:
    """What a household must know: who decided, what went wrong, who does what, what it gives."""
    return (
        _who(made_on, agencies),
        *_what_went_wrong(question),
        *(line for part in agencies for line in _acts(part)),
        *(_not_joining(part) for part in agencies if part.dissents),
        *_month(effect),
        *_debts(effect),
        *_letters(agencies, still_to_send),
    )


def _line(dutch: str, english: str) -> SummaryLine:
    return SummaryLine(None, Text(dutch, english))


def _who(made_on: dt.date, agencies: tuple[AgencyPart, ...]) -> SummaryLine:
    joining = texts.joined(words.agency(part.agency) for part in agencies if not part.dissents)
    day = texts.date(made_on)
    return _line(
        f"Op {day.nl} is dit samen besloten. Wie doet mee: {joining.nl}.",
        f"This was decided together on {day.en}. Who takes part: {joining.en}.",
    )


def _what_went_wrong(question: Iterable[ConflictType]) -> Iterator[SummaryLine]:
    for kind in question:
        told = DETECTORS[kind].summary
        yield _line(f"Dit ging er mis: {told.nl}.", f"What went wrong: {told.en}.")


def _acts(part: AgencyPart) -> Iterator[SummaryLine]:
    for act in part.acts:
        who = texts.capital(words.agency(part.agency, act.department))
        does, when = words.ACTS[act.kind], _when(act)
        yield SummaryLine(
            part.agency, Text(f"{who.nl} {does.nl}{when.nl}.", f"{who.en} {does.en}{when.en}.")
        )


def _when(act: RecordedAct) -> Text:
    parts = []
    if act.from_date is not None:
        first = texts.date(act.from_date)
        parts.append(Text(f", vanaf {first.nl}", f", from {first.en}"))
    if act.until is not None:
        last = texts.date(act.until)
        until = _until(act.kind)
        parts.append(Text(f", {until.nl} {last.nl}", f", {until.en} {last.en}"))
    return Text("".join(each.nl for each in parts), "".join(each.en for each in parts))


def _until(kind: MeasureKind) -> Text:
    if kind in _BY:
        return Text("uiterlijk op", "on the latest on")
    if kind in _ENDS_ON:
        return Text("per", "as of")
    return Text("tot en met", "until")


def _not_joining(part: AgencyPart) -> SummaryLine:
    who = texts.capital(words.agency(part.agency))
    return SummaryLine(
        part.agency,
        Text(
            f"{who.nl} doet niet mee. De reden staat verderop.",
            f"{who.en} does not take part. The reason is given below.",
        ),
    )


def _month(effect: Effect) -> Iterator[SummaryLine]:
    before, after = _left(effect.net_before_cents), _left(effect.net_after_cents)
    if effect.net_before_cents == effect.net_after_cents:
        yield _line(
            f"Per maand verandert er niets: {before.nl}.", f"Your month stays: {before.en}."
        )
        return
    yield _line(
        f"Per maand was dit uw situatie: {before.nl}. Dat wordt: {after.nl}.",
        f"Your month was: {before.en}. It becomes: {after.en}.",
    )


def _left(cents: int) -> Text:
    amount = texts.amount(abs(cents))
    if cents < 0:
        return Text(f"{amount.nl} te weinig", f"{amount.en} too little")
    return Text(f"{amount.nl} over", f"{amount.en} left")


def _debts(effect: Effect) -> Iterator[SummaryLine]:
    if effect.debts_before_cents == effect.debts_after_cents:
        return
    before, after = map(texts.amount, (effect.debts_before_cents, effect.debts_after_cents))
    yield _line(
        f"Uw schulden waren {before.nl}. Dat wordt {after.nl}.",
        f"Your debts were {before.en}. They become {after.en}.",
    )


def _letters(
    agencies: tuple[AgencyPart, ...], still_to_send: tuple[StillToSend, ...]
) -> Iterator[SummaryLine]:
    acting = [part.agency for part in agencies if part.acts]
    if not acting:
        return
    yield _line(
        "Van elke instantie krijgt u een eigen brief met een besluit. Daarin staat hoe u bezwaar"
        " kunt maken.",
        "Each agency sends you a letter with its own decision. It says how to object.",
    )
    waiting = dict.fromkeys(words.agency(each.agency, each.department) for each in still_to_send)
    if waiting:
        who = texts.joined(waiting)
        yield _line(
            f"U krijgt nog een brief van {who.nl}.", f"You will still get a letter from {who.en}."
        )
