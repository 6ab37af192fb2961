"""Records told in one line each: a heading and what matters about it. No names; ids are
references."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import singledispatch
from typing import TypeVar

from domain import records as r
from domain.explanations import day, euros, scheme_name, sentence
from services.console.words import word
from services.plans.dutch import AGENCIES, agency_name

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Described:
    """One record for people."""

    ref: str
    title: str
    facts: tuple[str, ...]
    law: str


def described(record: r.Record) -> Described:
    """What a record says."""
    title, facts = _told(record)
    waits = tuple(f"wacht op {_body(wait.body)}" for wait in record.waits_for)
    law = ", ".join(str(provision) for provision in record.legal_basis)
    kept = tuple(fact for fact in (*facts, *waits) if fact)
    return Described(record.id, sentence(title), kept, law)


Told = tuple[str, tuple[str, ...]]


@singledispatch
def _told(record: object) -> Told:
    raise TypeError(f"{type(record).__name__} is not a record")


@_told.register
def _(record: r.Application) -> Told:
    advance = record.advance
    paid = "betaald" if advance and advance.paid else "nog niet betaald"
    return f"aanvraag {scheme_name(record.scheme)}", (
        f"{word(record.status)}, ontvangen {day(record.received)}",
        _if(record.first_talk_by, lambda on: f"eerste gesprek uiterlijk {day(on)}"),
        _if(record.decide_by, lambda on: f"besluit uiterlijk {day(on)}"),
        _if(
            advance,
            lambda one: f"voorschot {_monthly(one.amount_monthly_cents)}, {paid}",
        ),
    )


@_told.register
def _(record: r.Entitlement) -> Told:
    return scheme_name(record.scheme), (
        f"{_monthly(record.amount_monthly_cents)}, {word(record.status)}",
        _if(record.from_date, lambda on: f"vanaf {day(on)}"),
        _if(record.until, lambda on: f"tot en met {day(on)}"),
    )


@_told.register
def _(record: r.DeterminationMade) -> Told:
    return f"besluit {scheme_name(record.scheme)}", (
        f"{word(record.outcome)} op {day(record.made_on)}",
        _if(record.amount_monthly_cents, _monthly),
        _if(record.amount_total_cents, euros),
        _if(record.objection_until, lambda on: f"bezwaar kan tot en met {day(on)}"),
    )


@_told.register
def _(record: r.Claim) -> Told:
    return f"schuld {scheme_name(record.scheme)}", (
        f"{euros(record.outstanding_cents)} ({word(record.kind)})",
        word(record.status),
    )


@_told.register
def _(record: r.Contribution) -> Told:
    return scheme_name(record.scheme), (
        _monthly(record.amount_monthly_cents),
        f"voor {word(record.cover)} vanaf {day(record.cover_from)}",
        _if(record.cover_until, lambda on: f"tot en met {day(on)}"),
    )


@_told.register
def _(record: r.Recovery) -> Told:
    return word(record.method), (
        f"{_monthly(record.amount_monthly_cents)}, {word(record.status)}",
        f"vanaf {day(record.from_date)}",
        _if(record.until, lambda on: f"tot en met {day(on)}"),
        f"voor {record.for_record}",
    )


@_told.register
def _(record: r.Hold) -> Told:
    return "pauze", (
        word(record.status),
        f"stopt: {', '.join(word(act) for act in record.stops) or 'niets'}",
        _if(record.until, lambda on: f"tot en met {day(on)}"),
    )


@_told.register
def _(record: r.FactUsed) -> Told:
    return f"gegeven: {word(record.fact)}", (
        _value(record.value),
        word(record.certainty),
    )


@_told.register
def _(record: r.Referral) -> Told:
    return f"doorverwezen voor {scheme_name(record.scheme)}", (
        f"naar {_body(record.to)} op {day(record.on)}",
    )


@_told.register
def _(record: r.ThreatenedAct) -> Told:
    return f"dreigt: {word(record.kind)}", (f"op {day(record.date)}",)


@_told.register
def _(record: r.Duty) -> Told:
    return f"plicht: {word(record.kind)}", (f"{word(record.status)}, uiterlijk {day(record.due)}",)


@_told.register
def _(record: r.Notice) -> Told:
    how = word(record.status) if record.status else word(record.direction)
    return word(record.kind), (f"{how}, {day(record.on)}",)


def _if(value: T | None, told: Callable[[T], str]) -> str:
    return "" if value is None else told(value)


def _monthly(cents: int) -> str:
    return f"{euros(cents)} per maand"


def _body(body: r.Body) -> str:
    if body.agency is None:
        return "een andere partij"
    return agency_name(body.agency, body.department) if body.department else AGENCIES[body.agency]


def _value(value: r.Value) -> str:
    match value:
        case r.Money(cents):
            return euros(cents)
        case r.DateValue(on):
            return day(on)
        case r.Ref(ref):
            return ref or "geen"
        case r.Flag(flag):
            return "ja" if flag else "nee"
        case r.Count(count):
            return str(count)
        case r.Country(country):
            return country
