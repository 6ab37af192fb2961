"""Letters about decisions, and what of them the law takes for an objection.

A letter that says in time that a decision is wrong is an objection, whatever it is called and
however it was filed (Awb 6:5, 6:15).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.conflicts.bodies import counted
from domain.picture import Held, Picture
from domain.records import Body, Claim, DeterminationMade, Entitlement, Notice, RecordRef
from domain.vocabulary import HandledAs, NoticeDirection


@dataclass(frozen=True, slots=True)
class LetterOnDecision:
    """A letter that came in about a decision, the body that got it and the body that decided."""

    receiver: Body
    notice: Notice
    decider: Body
    determination: DeterminationMade

    @property
    def disputes_in_time(self) -> bool:
        """Whether it says within the term that the decision is wrong."""
        made, last_day = self.determination.made_on, self.determination.objection_until
        in_time = last_day is not None and made <= self.notice.on <= last_day
        return in_time and self.notice.disputes_decision is True


def letters_on_decisions(picture: Picture) -> Iterator[LetterOnDecision]:
    """Every letter that came in about a decision, or about what follows from that decision."""
    for receiver, notice in picture.of(Notice):
        decision = _decision(notice.about, picture)
        is_received = notice.direction is NoticeDirection.RECEIVED
        if is_received and decision and isinstance(decision.record, DeterminationMade):
            yield LetterOnDecision(
                counted(receiver), notice, counted(decision.holder), decision.record
            )


def letters_by_decision(picture: Picture) -> Mapping[RecordRef, tuple[LetterOnDecision, ...]]:
    """The letters that came in, by the id of the decision that each is about."""
    by_decision: dict[RecordRef, tuple[LetterOnDecision, ...]] = defaultdict(tuple)
    for letter in letters_on_decisions(picture):
        by_decision[letter.determination.id] += (letter,)
    return by_decision


def is_recognised(determination: DeterminationMade, letters: Iterable[LetterOnDecision]) -> bool:
    """Whether the body deals with an objection against this decision, given the letters on it."""
    return determination.objection_received is not None or any(
        letter.notice.handled_as is HandledAs.OBJECTION for letter in letters
    )


def _decision(about: RecordRef | None, picture: Picture) -> Held | None:
    held = picture.find(about)
    if held is not None and isinstance(held.record, Claim | Entitlement):
        return picture.find(held.record.determined_by)
    return held
