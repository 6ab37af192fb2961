"""What is said of a regulation and of a determination: Dutch names, both languages in every
text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from pydantic import JsonValue

from domain.legislation.determination import (
    Determination,
    Language,
    MissingKind,
    Regulation,
    conclusion,
    sentences,
)
from domain.legislation.determination.determination import Result, ResultValue
from domain.legislation.determination.sentences import result_shown
from domain.legislation.determination.spoken import sentence_of
from domain.legislation.parameters import Parameter
from services.api.models import Message
from services.law.articles import Artikel, Tweetalig, article_out, articles_out, both
from services.law.asking import reservation
from services.law.kinds import FactKind, kinds_of


class RegelingKort(Message):
    """A regulation in the list."""

    regeling: str
    titel: Tweetalig
    samenvatting: Tweetalig
    uitgevoerd_door: list[str]
    bekend_vanaf: dt.date


class Regelingen(Message):
    """All regulations."""

    regelingen: list[RegelingKort]


class Keuze(Message):
    """One of the few values of a fact."""

    waarde: str
    omschrijving: Tweetalig | None


class Gegeven(Message):
    """A fact that the regulation reads; `soort` is what it is in JSON. A list says in `gegevens`
    what each of its records holds."""

    naam: str
    omschrijving: Tweetalig
    soort: str
    schrijf: Tweetalig
    eenheid: str | None
    minimum: int | None
    keuzes: list[Keuze]
    gegevens: list[Gegeven]


class Waarde(Message):
    """A value of a parameter from a day on."""

    vanaf: dt.date
    waarde: int | str
    bron: str
    nagegaan: bool


class ParameterUit(Message):
    """A number of the law through time."""

    parameter: str
    omschrijving: Tweetalig
    eenheid: str
    artikel: Artikel
    toelichting: str
    tot_en_met: dt.date | None
    waarden: list[Waarde]


class Regeling(RegelingKort):
    """A regulation with its articles, its facts and its numbers."""

    artikelen: list[Artikel]
    gegevens: list[Gegeven]
    parameters: list[ParameterUit]


class Uitkomst(Message):
    """One named outcome, also as people write it."""

    naam: str
    omschrijving: Tweetalig
    waarde: JsonValue
    eenheid: str | None
    in_woorden: Tweetalig


class Ontbreekt(Message):
    """Something that is not known and must be."""

    soort: str
    naam: str
    omschrijving: Tweetalig


class Bepaling(Message):
    """A determination: what the regulation gives on that day, and why, line by line.

    `voorbehoud` is what must be said of a day of which the law was not read.
    """

    regeling: str
    peildatum: dt.date
    uitkomst: str
    conclusie: Tweetalig
    uitkomsten: list[Uitkomst]
    van: dt.date | None
    tot_en_met: dt.date | None
    ontbreekt: list[Ontbreekt]
    uitleg: list[Tweetalig]
    niet_nagegaan: list[Tweetalig]
    voorbehoud: Tweetalig | None
    artikelen: list[Artikel]


def list_of(regulations: Iterable[Regulation]) -> Regelingen:
    """The list of regulations."""
    return Regelingen(regelingen=[RegelingKort(**_short(each)) for each in regulations])


def regulation_out(regulation: Regulation, on: dt.date) -> Regeling:
    """One regulation, with the addresses of its articles as they stood on a day."""
    return Regeling(
        **_short(regulation),
        artikelen=articles_out(regulation.articles, on),
        gegevens=[_fact(each) for each in kinds_of(regulation.facts)],
        parameters=[_parameter(each, on) for each in regulation.parameters],
    )


def determination_out(determination: Determination, regulation: Regulation) -> Bepaling:
    """One determination in full."""
    period, reserved = determination.period, reservation(determination.on)
    return Bepaling(
        regeling=determination.regulation,
        peildatum=determination.on,
        uitkomst=determination.outcome.value,
        conclusie=Tweetalig(
            nl=conclusion(determination, regulation, Language.NL),
            en=conclusion(determination, regulation, Language.EN),
        ),
        uitkomsten=[_outcome(each) for each in determination.results],
        van=period.first if period else None,
        tot_en_met=period.last if period else None,
        ontbreekt=_missing(determination),
        uitleg=[
            Tweetalig(nl=dutch, en=english)
            for dutch, english in zip(
                sentences(determination, Language.NL),
                sentences(determination, Language.EN),
                strict=True,
            )
        ],
        niet_nagegaan=[
            Tweetalig(nl=sentence_of(line, Language.NL), en=sentence_of(line, Language.EN))
            for line in dict.fromkeys(determination.unverified)
            if line.valid_from is not None
        ],
        voorbehoud=None if reserved is None else both(reserved),
        artikelen=articles_out(determination.articles, determination.on),
    )


def _missing(determination: Determination) -> list[Ontbreekt]:
    """First the facts, which can be given; then the numbers of the law, which we lack."""
    in_order = sorted(determination.missing, key=lambda each: each.kind is MissingKind.PARAMETER)
    return [
        Ontbreekt(soort=each.kind.value, naam=each.name, omschrijving=both(each.label))
        for each in in_order
    ]


def _outcome(result: Result) -> Uitkomst:
    return Uitkomst(
        naam=result.name,
        omschrijving=both(result.label),
        waarde=_json(result.value),
        eenheid=result.unit.value if result.unit else None,
        in_woorden=Tweetalig(
            nl=result_shown(result, Language.NL), en=result_shown(result, Language.EN)
        ),
    )


def _short(regulation: Regulation) -> dict[str, object]:
    return {
        "regeling": regulation.id,
        "titel": both(regulation.title),
        "samenvatting": both(regulation.summary),
        "uitgevoerd_door": [each.agency.value for each in regulation.carried_out_by],
        "bekend_vanaf": regulation.known_from,
    }


def _fact(kind: FactKind) -> Gegeven:
    unit = kind.unit
    return Gegeven(
        naam=kind.name,
        omschrijving=both(kind.about.label),
        soort=kind.sort.value,
        schrijf=both(kind.expected),
        eenheid=unit.value if unit else None,
        minimum=kind.about.at_least,
        keuzes=[
            Keuze(waarde=each.value, omschrijving=both(each.words) if each.words else None)
            for each in kind.choices
        ],
        gegevens=[_fact(each) for each in kind.within],
    )


def _parameter(parameter: Parameter, on: dt.date) -> ParameterUit:
    return ParameterUit(
        parameter=parameter.id,
        omschrijving=both(parameter.title),
        eenheid=parameter.unit.value,
        artikel=article_out(parameter.article, on),
        toelichting=parameter.note,
        tot_en_met=parameter.valid_until,
        waarden=[
            Waarde(
                vanaf=each.valid_from,
                waarde=_number(each.value),
                bron=each.source,
                nagegaan=each.verified,
            )
            for each in parameter.values
        ],
    )


def _json(value: ResultValue) -> JsonValue:
    if isinstance(value, dt.date):
        return value.isoformat()
    if isinstance(value, bool | StrEnum):
        return value if isinstance(value, bool) else value.value
    return _number(value)


def _number(value: int | Fraction) -> int | str:
    """Exact: a whole number, a decimal that ends, or else the fraction itself."""
    if value.denominator == 1:
        return int(value)
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    return f"{float(value):.{digits}f}"
