"""Deadlines that come with age: at 21 the lower norm for the young ends (Pw 20, 21)."""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts.bodies import counted
from domain.deadlines.deadline import Deadline, Owner
from domain.legislation.calendar import day_aged
from domain.picture import Picture
from domain.records import Application, Body, Entitlement
from domain.vocabulary import ApplicationStatus, EntitlementStatus, Scheme

_FULL_NORM_AGE = 21
_LIVE_APPLICATION = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})


def birthday_deadlines(picture: Picture) -> Iterator[Deadline]:
    """The 21st birthday of everybody under 21 for whom bijstand is asked or paid."""
    for member in picture.household.members:
        birthday = day_aged(member.born, _FULL_NORM_AGE)
        if birthday <= picture.today:
            continue
        for body, record in sorted(_bijstand(picture), key=lambda held: held[1].id):
            if member.id in record.persons:
                yield Deadline(
                    what="21 jaar: norm wijzigt naar art. 21",
                    due=birthday,
                    rule="Pw 21",
                    owner=Owner(body=body),
                    record=record.id,
                )
                break


def _bijstand(picture: Picture) -> Iterator[tuple[Body, Application | Entitlement]]:
    for holder, application in picture.of(Application):
        if application.scheme is Scheme.BIJSTAND and application.status in _LIVE_APPLICATION:
            yield counted(holder), application
    for holder, entitlement in picture.of(Entitlement):
        paid = entitlement.status is EntitlementStatus.IN_PAYMENT
        if entitlement.scheme is Scheme.BIJSTAND and paid:
            yield counted(holder), entitlement
