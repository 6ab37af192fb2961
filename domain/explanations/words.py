"""The words in which findings are told: a table per kind of thing, and amounts the Dutch way."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from domain.legislation.determination.shown import day_shown
from domain.legislation.text import Language
from domain.picture import Picture
from domain.records import Body
from domain.vocabulary import Agency, Department, PartyKind, Scheme

_AGENCIES = {
    Agency.BELASTINGDIENST: "de Belastingdienst",
    Agency.UWV: "UWV",
    Agency.SVB: "de SVB",
    Agency.DUO: "DUO",
    Agency.CAK: "het CAK",
    Agency.GEMEENTE: "de gemeente",
}

_DEPARTMENTS = {Department.TOESLAGEN: "Dienst Toeslagen"}
"""Departments that people know under a name of their own."""

_PARTIES = {
    PartyKind.LANDLORD: "de verhuurder",
    PartyKind.ENERGY_SUPPLIER: "het energiebedrijf",
    PartyKind.HEALTH_INSURER: "de zorgverzekeraar",
    PartyKind.BAILIFF: "de deurwaarder",
    PartyKind.CJIB: "het CJIB",
    PartyKind.MAINTENANCE_AGENCY: "het LBIO",
    PartyKind.PRIVATE_CREDITOR: "een schuldeiser",
    PartyKind.FOREIGN_INSTITUTION: "een buitenlandse instelling",
}

_SCHEMES = {
    Scheme.AIO: "AIO",
    Scheme.ADMINISTRATIVE_HEALTH_PREMIUM: "de bestuursrechtelijke premie",
    Scheme.AOW: "AOW",
    Scheme.BIJSTAND: "bijstand",
    Scheme.BIJZONDERE_BIJSTAND: "bijzondere bijstand",
    Scheme.CHILD_MAINTENANCE: "kinderalimentatie",
    Scheme.COMPENSATION_CHILDCARE_SCANDAL: "compensatie toeslagenaffaire",
    Scheme.CONSUMER_CREDIT: "krediet",
    Scheme.DEBT_COUNSELLING: "schuldhulp",
    Scheme.ENERGY: "energie",
    Scheme.HEALTH_INSURANCE: "zorgverzekering",
    Scheme.HUURTOESLAG: "huurtoeslag",
    Scheme.INCOME_TAX: "inkomstenbelasting",
    Scheme.KINDERBIJSLAG: "kinderbijslag",
    Scheme.KINDEROPVANGTOESLAG: "kinderopvangtoeslag",
    Scheme.KINDGEBONDEN_BUDGET: "kindgebonden budget",
    Scheme.MINIMAREGELING: "minimaregeling",
    Scheme.MOTOR_VEHICLE_TAX: "motorrijtuigenbelasting",
    Scheme.NOMINAL_HEALTH_PREMIUM: "zorgpremie",
    Scheme.POSTAL_ADDRESS_REGISTRATION: "briefadres",
    Scheme.REGISTER_CORRECTION: "correctie in de BRP",
    Scheme.REMISSION: "kwijtschelding",
    Scheme.RENT: "huur",
    Scheme.STUDENT_FINANCE: "studiefinanciering",
    Scheme.STUDENT_LOAN: "studieschuld",
    Scheme.TRAFFIC_FINE: "verkeersboete",
    Scheme.TRAVEL_PRODUCT: "studentenreisproduct",
    Scheme.TREATY_HEALTH_CONTRIBUTION: "verdragsbijdrage",
    Scheme.TURNOVER_TAX: "omzetbelasting",
    Scheme.UNINSURED_FINE: "boete onverzekerden",
    Scheme.WAJONG: "Wajong",
    Scheme.WIA: "WIA",
    Scheme.WMO_SUPPORT: "Wmo-ondersteuning",
    Scheme.WW: "WW",
    Scheme.ZIEKTEWET: "Ziektewet",
    Scheme.ZORGTOESLAG: "zorgtoeslag",
}


def euros(cents: int) -> str:
    """An amount the Dutch way: 48900 is "€ 489,00"."""
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    return f"€ {sign}{whole:,}".replace(",", ".") + f",{rest:02d}"


def day(date: dt.date) -> str:
    """A date in words: "17 december 2026"."""
    return day_shown(date, Language.NL)


def body_name(body: Body, picture: Picture) -> str:
    """A body in plain Dutch; a party by its kind, never by its name."""
    if body.agency is not None:
        own_name = _DEPARTMENTS.get(body.department) if body.department else None
        return own_name or _AGENCIES[body.agency]
    kinds = {party.id: party.kind for party in picture.household.parties}
    kind = kinds.get(body.party) if body.party else None
    return _PARTIES[kind] if kind else "een andere partij"


def party_name(kind: PartyKind) -> str:
    """A party by its kind, never by its name."""
    return _PARTIES[kind]


def scheme_name(scheme: Scheme) -> str:
    """A scheme as people call it, in lower case inside a sentence."""
    return _SCHEMES[scheme]


def joined(parts: Iterable[str]) -> str:
    """A list in a sentence: "a, b en c"."""
    *first, last = list(parts) or [""]
    return f"{', '.join(first)} en {last}" if first else last


def sentence(text: str) -> str:
    """The same text with a capital at the front."""
    return text[:1].upper() + text[1:]
