"""Bodies refer in a circle: who can give what was asked gives it, who is still deciding decides.

Who takes the application up no longer sends the household on (Awb 2:3, 4:13), and assistance, which
the others come before, is granted meanwhile. Where that does not break the circle, each body in it
takes its referrals back and deals with the question itself, or sends it on (Awb 2:3).
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.bodies import counted
from domain.conflicts.kringverwijzing import find
from domain.legislation.terms import add_working_days
from domain.measures import Measure, MeasureKind
from domain.measures.carrying_out import carried_out
from domain.measures.grant import SOCIAL_ASSISTANCE
from domain.options.assistance import advance_on, for_the_young, measures_on
from domain.options.left_lying import REASONABLE_WEEKS, decided_within, taken_up
from domain.options.propose import powers_on, records_in, under
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Application, Body, Referral
from domain.vocabulary import ApplicationStatus, Scheme

SENT_ON_WITHIN_WORKING_DAYS = 2
"""At once (Awb 2:3 lid 1): as long as sending what lies ready."""


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    answers = tuple(_answers(conflict, picture))
    if _is_broken_by(answers, conflict, picture):
        return answers
    return (*answers, *_taken_back(conflict, picture))


def _answers(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in _asked_in_vain(conflict, picture):
        granted = (
            *for_the_young(held, picture),
            *taken_up(held, picture),
            *measures_on(held, picture),
        )
        yield from _meanwhile(held, granted, picture)
        yield from granted
        yield from _decided(held, picture)


def _meanwhile(held: Held, granted: tuple[Measure, ...], picture: Picture) -> Iterator[Measure]:
    """An advance, where the grant takes a weighing first: a right to the grant needs none."""
    amounts = {each.amount_cents for each in granted if each.deviates_from_law}
    if amounts and all(each.deviates_from_law for each in granted):
        yield from advance_on(held, min(each for each in amounts if each is not None), picture)


def _is_broken_by(measures: tuple[Measure, ...], conflict: Conflict, picture: Picture) -> bool:
    after = carried_out(measures, (), picture, picture.today).after
    return all(set(found.bodies).isdisjoint(conflict.bodies) for found in find(after))


def _taken_back(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    until = add_working_days(picture.today, SENT_ON_WITHIN_WORKING_DAYS)
    for held in records_in(conflict, picture):
        if isinstance(held.record, Referral):
            for power in powers_on(MeasureKind.CONFIRM, held.holder, (held,))[:1]:
                yield under(power, held.holder, (held.record.id,), until=until)


def _asked_in_vain(conflict: Conflict, picture: Picture) -> Iterator[Held]:
    """The applications in the conflict, and others for what the household was sent away for."""
    refused = {
        _matter(held.holder, held.record.scheme)
        for held in records_in(conflict, picture)
        if isinstance(held.record, Referral)
    }
    for held in sorted(picture.held, key=lambda each: each.record.id):
        asked = held.record
        if isinstance(asked, Application) and (
            asked.id in conflict.records or _matter(held.holder, asked.scheme) in refused
        ):
            yield held


def _matter(holder: Body, scheme: Scheme) -> tuple[Body, Scheme]:
    return counted(holder), scheme


def _decided(held: Held, picture: Picture) -> Iterator[Measure]:
    """What comes before assistance is decided on in a reasonable term (Awb 4:14)."""
    application = held.record
    if (
        isinstance(application, Application)
        and application.status is ApplicationStatus.OPEN
        and application.scheme not in SOCIAL_ASSISTANCE
    ):
        yield from decided_within(REASONABLE_WEEKS, held, picture)


REMEDY = Remedy(ConflictType.KRINGVERWIJZING, _measures_for)
