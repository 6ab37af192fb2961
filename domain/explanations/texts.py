"""The same words in Dutch and in English, for what is told in both: never a name of a person."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

from domain.explanations import words
from domain.legislation.determination.shown import day_shown
from domain.legislation.text import Language, Text
from domain.picture import Picture
from domain.records import Body
from domain.vocabulary import Agency, Department, PartyKind, Scheme

_AGENCIES = {
    Agency.BELASTINGDIENST: "the tax authority",
    Agency.UWV: "UWV",
    Agency.SVB: "the SVB",
    Agency.DUO: "DUO",
    Agency.CAK: "the CAK",
    Agency.GEMEENTE: "the municipality",
}

_DEPARTMENTS = {Department.TOESLAGEN: "Dienst Toeslagen (allowances)"}

_PARTIES = {
    PartyKind.LANDLORD: "the landlord",
    PartyKind.ENERGY_SUPPLIER: "the energy company",
    PartyKind.HEALTH_INSURER: "the health insurer",
    PartyKind.BAILIFF: "the bailiff",
    PartyKind.CJIB: "the CJIB (fines)",
    PartyKind.MAINTENANCE_AGENCY: "the LBIO (maintenance)",
    PartyKind.PRIVATE_CREDITOR: "a creditor",
    PartyKind.FOREIGN_INSTITUTION: "a foreign institution",
}

_SCHEMES = {
    Scheme.AIO: "the AIO supplement",
    Scheme.ADMINISTRATIVE_HEALTH_PREMIUM: "the administrative health premium",
    Scheme.AOW: "the AOW pension",
    Scheme.BIJSTAND: "social assistance",
    Scheme.BIJZONDERE_BIJSTAND: "special assistance",
    Scheme.CHILD_MAINTENANCE: "child maintenance",
    Scheme.COMPENSATION_CHILDCARE_SCANDAL: "compensation for the childcare benefits scandal",
    Scheme.CONSUMER_CREDIT: "consumer credit",
    Scheme.DEBT_COUNSELLING: "debt counselling",
    Scheme.ENERGY: "energy",
    Scheme.HEALTH_INSURANCE: "health insurance",
    Scheme.HUURTOESLAG: "the rent allowance",
    Scheme.INCOME_TAX: "income tax",
    Scheme.KINDERBIJSLAG: "child benefit",
    Scheme.KINDEROPVANGTOESLAG: "the childcare allowance",
    Scheme.KINDGEBONDEN_BUDGET: "the child budget",
    Scheme.MINIMAREGELING: "local support for minimum incomes",
    Scheme.MOTOR_VEHICLE_TAX: "motor vehicle tax",
    Scheme.NOMINAL_HEALTH_PREMIUM: "the health premium",
    Scheme.POSTAL_ADDRESS_REGISTRATION: "a postal address",
    Scheme.REGISTER_CORRECTION: "a correction in the BRP",
    Scheme.REMISSION: "remission",
    Scheme.RENT: "rent",
    Scheme.STUDENT_FINANCE: "student finance",
    Scheme.STUDENT_LOAN: "the student debt",
    Scheme.TRAFFIC_FINE: "a traffic fine",
    Scheme.TRAVEL_PRODUCT: "the student travel product",
    Scheme.TREATY_HEALTH_CONTRIBUTION: "the treaty contribution",
    Scheme.TURNOVER_TAX: "turnover tax",
    Scheme.UNINSURED_FINE: "the fine for the uninsured",
    Scheme.WAJONG: "the Wajong benefit",
    Scheme.WIA: "the WIA benefit",
    Scheme.WMO_SUPPORT: "Wmo support",
    Scheme.WW: "unemployment benefit",
    Scheme.ZIEKTEWET: "sickness benefit",
    Scheme.ZORGTOESLAG: "the health care allowance",
}


def amount(cents: int) -> Text:
    """An amount: 48900 is "€ 489,00" and "€ 489.00"."""
    whole, rest = divmod(abs(cents), 100)
    sign = "-" if cents < 0 else ""
    return Text(words.euros(cents), f"€ {sign}{whole:,}.{rest:02d}")


def date(day: dt.date) -> Text:
    """A date in words."""
    return Text(words.day(day), day_shown(day, Language.EN))


def body(named: Body, picture: Picture) -> Text:
    """A body; a party by its kind, never by its name."""
    dutch = words.body_name(named, picture)
    if named.agency is not None:
        own_name = _DEPARTMENTS.get(named.department) if named.department else None
        return Text(dutch, own_name or _AGENCIES[named.agency])
    kinds = {party.id: party.kind for party in picture.household.parties}
    kind = kinds.get(named.party) if named.party else None
    return Text(dutch, _PARTIES[kind] if kind else "another party")


def bodies(named: Iterable[Body], picture: Picture) -> Text:
    """Several bodies in a sentence."""
    return joined(body(each, picture) for each in named)


def scheme(of: Scheme) -> Text:
    """A scheme as people call it, inside a sentence."""
    return Text(words.scheme_name(of), _SCHEMES[of])


def joined(parts: Iterable[Text]) -> Text:
    """A list in a sentence: "a, b en c"."""
    told = list(parts)
    *first, last = [part.en for part in told] or [""]
    english = f"{', '.join(first)} and {last}" if first else last
    return Text(words.joined(part.nl for part in told), english)


def capital(text: Text) -> Text:
    """The same text with a capital at the front."""
    return Text(words.sentence(text.nl), words.sentence(text.en))
