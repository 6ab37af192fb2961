"""What the law leaves no choice in and where it leaves room, as it is told: of a provision, or of
all that a regulation stands on."""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import Article, Regulation
from domain.legislation.room import (
    EXCEPTIONS,
    Competent,
    MandatoryException,
    Permission,
    Prohibition,
    Room,
    exceptions_for,
    rooms_of,
)
from services.api.models import Message
from services.law.articles import Artikel, Tweetalig, article_out, both


class Uitzondering(Message):
    """An exception that must be applied: no choice, when its conditions hold."""

    artikel: Artikel
    uitzondering_op: Artikel
    gevolg: Tweetalig
    als_alle: list[Tweetalig]
    als_een_van: list[Tweetalig]
    regeling: str | None
    van: dt.date
    tot_en_met: dt.date | None


class Toegestaan(Message):
    """A kind of measure that may be taken."""

    maatregel: str
    omschrijving: Tweetalig


class Verboden(Toegestaan):
    """A kind of measure that is forbidden, and the provision to use in its place."""

    in_plaats_daarvan: Artikel
    behalve_onder: list[Artikel]


class Ruimte(Message):
    """The room of one provision: who may do what."""

    artikel: Artikel
    soort: str
    omschrijving: Tweetalig
    bevoegd: list[str]
    beslist_door: Tweetalig | None
    staat_toe: list[Toegestaan]
    verbiedt: list[Verboden]
    nagegaan: bool
    van: dt.date
    tot_en_met: dt.date | None


class Ruimten(Message):
    """The mandatory exceptions and the room on a day."""

    gevraagd: str
    peildatum: dt.date
    uitzonderingen: list[Uitzondering]
    ruimte: list[Ruimte]


def room_of_regulation(regulation: Regulation, on: dt.date) -> Ruimten:
    """The exceptions that a regulation applies, and the room about the articles it stands on."""
    places = dict.fromkeys(Article(each.act, each.number) for each in regulation.articles)
    exceptions = dict.fromkeys(exceptions_for(regulation.id, on))
    rooms = dict.fromkeys(room for place in places for room in rooms_of(place, on))
    return _told(regulation.id, on, list(exceptions), list(rooms))


def room_of_provision(article: Article, on: dt.date) -> Ruimten:
    """The exceptions in or to a provision, and its room; with a paragraph, of that paragraph."""
    whole = Article(article.act, article.number)
    exceptions = [
        each
        for each in EXCEPTIONS
        if each.in_force(on) and (_within(each.article, article) or _within(each.excepts, article))
    ]
    rooms = [each for each in rooms_of(whole, on) if _within(each.article, article)]
    return _told(str(article), on, exceptions, rooms)


def _within(article: Article, asked: Article) -> bool:
    if (article.act, article.number) != (asked.act, asked.number):
        return False
    return asked.paragraph is None or f"{article} ".lower().startswith(f"{asked} ".lower())


def _told(
    asked: str, on: dt.date, exceptions: list[MandatoryException], rooms: list[Room]
) -> Ruimten:
    return Ruimten(
        gevraagd=asked,
        peildatum=on,
        uitzonderingen=[_exception(each, on) for each in exceptions],
        ruimte=[_room(each, on) for each in rooms],
    )


def _exception(exception: MandatoryException, on: dt.date) -> Uitzondering:
    return Uitzondering(
        artikel=article_out(exception.article, on),
        uitzondering_op=article_out(exception.excepts, on),
        gevolg=both(exception.effect),
        als_alle=[both(each.words) for each in exception.all_of],
        als_een_van=[both(each.words) for each in exception.any_of],
        regeling=exception.regulation or None,
        van=exception.known_from,
        tot_en_met=exception.valid_until,
    )


def _room(room: Room, on: dt.date) -> Ruimte:
    return Ruimte(
        artikel=article_out(room.article, on),
        soort=room.kind.value,
        omschrijving=both(room.words),
        bevoegd=[_competent(each) for each in room.competent],
        beslist_door=None if room.decided_by is None else both(room.decided_by),
        staat_toe=[_permission(each) for each in room.permits],
        verbiedt=[_prohibition(each, on) for each in room.forbids],
        nagegaan=room.verified,
        van=room.known_from,
        tot_en_met=room.valid_until,
    )


def _competent(competent: Competent) -> str:
    department = competent.department
    return competent.agency.value + (f"/{department.value}" if department else "")


def _permission(permission: Permission) -> Toegestaan:
    return Toegestaan(maatregel=permission.kind.value, omschrijving=both(permission.words))


def _prohibition(prohibition: Prohibition, on: dt.date) -> Verboden:
    return Verboden(
        maatregel=prohibition.kind.value,
        omschrijving=both(prohibition.words),
        in_plaats_daarvan=article_out(prohibition.instead, on),
        behalve_onder=[article_out(each, on) for each in prohibition.except_under],
    )
