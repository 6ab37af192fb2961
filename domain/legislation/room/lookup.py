"""Finding what must be and what may be: by provision, by regulation, by kind of measure."""

from __future__ import annotations

import datetime as dt

from domain.legislation.acts import Article
from domain.legislation.room.exception import MandatoryException
from domain.legislation.room.loading import read_exceptions, read_rooms
from domain.legislation.room.room import Competent, Room
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department

EXCEPTIONS: tuple[MandatoryException, ...] = read_exceptions()
"""Every mandatory exception that is known here."""

ROOMS: tuple[Room, ...] = read_rooms()
"""All room that is known here."""


def exceptions_for(
    rule: Provision | Article | str, on: dt.date | None = None
) -> tuple[MandatoryException, ...]:
    """The exceptions to a rule: to a provision, or all that a regulation (by id) applies.

    A provision without a paragraph asks about all of its article. With a day: those in force on it.
    """
    return tuple(
        each for each in EXCEPTIONS if _is_about(each, rule) and (on is None or each.in_force(on))
    )


def rooms_of(rule: Provision | Article, on: dt.date | None = None) -> tuple[Room, ...]:
    """All room about a provision; without a paragraph, about all of its article."""
    return tuple(
        each for each in ROOMS if _within(each.article, rule) and (on is None or each.in_force(on))
    )


def room_of(rule: Provision | Article, on: dt.date | None = None) -> Room | None:
    """The room of exactly this provision, paragraph and all, or None when none is known here."""
    wanted = _place(rule)
    return next(
        (
            each
            for each in ROOMS
            if _place(each.article) == wanted and (on is None or each.in_force(on))
        ),
        None,
    )


def room_for(
    agency: Agency,
    kind: MeasureKind,
    provision: Provision,
    department: Department | None = None,
) -> Room | None:
    """The room under a provision that lets this body take this kind of measure, or None."""
    return next(
        (
            each
            for each in ROOMS
            if each.provision == provision
            and Competent(agency, department) in each.competent
            and each.permission(kind) is not None
        ),
        None,
    )


def _is_about(exception: MandatoryException, rule: Provision | Article | str) -> bool:
    if isinstance(rule, str):
        return exception.regulation == rule
    return _within(exception.excepts, rule)


def _within(article: Article, rule: Provision | Article) -> bool:
    act, number, paragraph = _place(article)
    wanted_act, wanted_number, wanted_paragraph = _place(rule)
    return (act, number) == (wanted_act, wanted_number) and wanted_paragraph in (None, paragraph)


def _place(rule: Provision | Article) -> tuple[str, str, str | None]:
    if isinstance(rule, Provision):
        return rule.law.value, rule.article, rule.paragraph
    return rule.act.value.short, rule.number, rule.paragraph
