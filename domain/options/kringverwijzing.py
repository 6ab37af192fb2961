"""Bodies refer in a circle: who can give what was asked, gives it; who is still deciding, decides.

A referral cannot be taken back by a measure. Who takes the application up no longer sends the
household on (Awb 2:3, 4:13), and the assistance that others come before is granted meanwhile.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts import Conflict, ConflictType
from domain.conflicts.bodies import counted
from domain.measures import Measure
from domain.measures.grant import SOCIAL_ASSISTANCE
from domain.options.assistance import measures_on
from domain.options.left_lying import REASONABLE_WEEKS, decided_within, taken_up
from domain.options.propose import records_in
from domain.options.remedy import Remedy
from domain.picture import Held, Picture
from domain.records import Application, Body, Referral
from domain.vocabulary import ApplicationStatus, Scheme


def _measures_for(conflict: Conflict, picture: Picture) -> tuple[Measure, ...]:
    return tuple(_measures(conflict, picture))


def _measures(conflict: Conflict, picture: Picture) -> Iterator[Measure]:
    for held in _asked_in_vain(conflict, picture):
        yield from taken_up(held, picture)
        yield from measures_on(held, picture)
        yield from _decided(held, picture)


def _asked_in_vain(conflict: Conflict, picture: Picture) -> Iterator[Held]:
    """The applications in the conflict, and others for what the household was sent away for."""
    refused = {
        _matter(held.holder, held.record.scheme)
        for held in records_in(conflict, picture)
        if isinstance(held.record, Referral)
    }
    for held in picture.held:
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
