"""An announced act that is put off, or called off because what it rests on has gone."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.measures.act import Act, Change, Effect
from domain.records import ThreatenedAct
from domain.vocabulary import ThreatenedActKind

BY_DECISION = frozenset(
    {
        ThreatenedActKind.COURT_HEARING,
        ThreatenedActKind.END_OF_BENEFIT,
        ThreatenedActKind.EVICTION,
    }
)
"""What its holder decides to do. An insurance that ends, a report and a term that lapses follow
from the law on their day (Zvw 6, 18c; Awb 6:7): an agency cannot put those off."""

BY_MORATORIUM = frozenset({ThreatenedActKind.EVICTION, ThreatenedActKind.END_OF_INSURANCE})
"""What the court can suspend (Fw 287b lid 2); a hearing goes on."""


def postponed_changes(act: Act) -> tuple[Change, ...]:
    """The named acts do not follow before the measure's day, by order of the court."""
    threats = act.named(ThreatenedAct)
    if len(threats) != len(act.measure.on):
        raise MeasureNotPossible("Een moratorium kan alleen over een daad die is aangekondigd.")
    return tuple(postponed(each, act, BY_MORATORIUM) for each in threats)


def postponed(
    threat: ThreatenedAct, act: Act, kinds: Collection[ThreatenedActKind] = BY_DECISION
) -> Change:
    """This act, put off to the measure's day; raises MeasureNotPossible when it cannot wait."""
    until = act.until()
    if threat.kind not in kinds:
        raise MeasureNotPossible("Deze aangekondigde daad kan zo niet worden uitgesteld.")
    if not act.on <= threat.date < until:
        raise MeasureNotPossible("De aangekondigde daad valt niet in de tijd van het uitstel.")
    what = f"Wat was aangekondigd, gebeurt niet voor {until:%d-%m-%Y}."
    return Change(replace(threat, date=until), Effect(threat.id, what, 0, 0))


def called_off(
    threat: ThreatenedAct, what: str = "Wat was aangekondigd, gaat niet door."
) -> Change:
    """This act, held no longer."""
    return Change(threat, Effect(threat.id, what, 0, 0), gone=True)
