"""What is said of a regulation and of a determination: Dutch names, both languages in every
text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction

from pydantic import JsonValue

from domain.legislation.determination import (
    Article,
    Determination,
    Language,
    Regulation,
    Text,
    abouts,
    conclusion,
    sentences,
)
from domain.legislation.determination.determination import ResultValue
from domain.legislation.determination.facts import About
from domain.legislation.determination.sentences import sentence_of
from domain.legislation.parameters import Parameter
from services.api.models import Message


class Tweetalig(Message):
    """The same words in Dutch and in English."""

    nl: str
    en: str


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


class Artikel(Message):
    """An article, and its official text on the day asked where we know the address."""

    artikel: str
    url: str | None


class Gegeven(Message):
    """A fact that the regulation reads."""

    naam: str
    omschrijving: Tweetalig
    eenheid: str | None
    minimum: int | None


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
    artikel: str
    toelichting: str
    waarden: list[Waarde]


class Regeling(RegelingKort):
    """A regulation with its articles, its facts and its numbers."""

    artikelen: list[Artikel]
    gegevens: list[Gegeven]
    parameters: list[ParameterUit]


class Uitkomst(Message):
    """One named outcome."""

    naam: str
    omschrijving: Tweetalig
    waarde: JsonValue
    eenheid: str | None


class Ontbreekt(Message):
    """Something that is not known and must be."""

    soort: str
    naam: str
    omschrijving: Tweetalig


class Bepaling(Message):
    """A determination: what the regulation gives on that day, and why, line by line."""

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
    artikelen: list[Artikel]


def list_of(regulations: Iterable[Regulation]) -> Regelingen:
    """The list of regulations."""
    return Regelingen(regelingen=[RegelingKort(**_short(each)) for each in regulations])


def regulation_out(regulation: Regulation, on: dt.date) -> Regeling:
    """One regulation, with the addresses of its articles as they stood on a day."""
    facts = abouts(regulation.facts)
    return Regeling(
        **_short(regulation),
        artikelen=_articles(regulation.articles, on),
        gegevens=[_fact(name, about) for name, about in facts.items()],
        parameters=[_parameter(each) for each in regulation.parameters],
    )


def determination_out(determination: Determination, regulation: Regulation) -> Bepaling:
    """One determination in full."""
    period = determination.period
    return Bepaling(
        regeling=determination.regulation,
        peildatum=determination.on,
        uitkomst=determination.outcome.value,
        conclusie=Tweetalig(
            nl=conclusion(determination, regulation, Language.NL),
            en=conclusion(determination, regulation, Language.EN),
        ),
        uitkomsten=[
            Uitkomst(
                naam=result.name,
                omschrijving=_both(result.label),
                waarde=_json(result.value),
                eenheid=result.unit.value if result.unit else None,
            )
            for result in determination.results
        ],
        van=period.first if period else None,
        tot_en_met=period.last if period else None,
        ontbreekt=[
            Ontbreekt(soort=each.kind.value, naam=each.name, omschrijving=_both(each.label))
            for each in determination.missing
        ],
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
        ],
        artikelen=_articles(determination.articles, determination.on),
    )


def _short(regulation: Regulation) -> dict[str, object]:
    return {
        "regeling": regulation.id,
        "titel": _both(regulation.title),
        "samenvatting": _both(regulation.summary),
        "uitgevoerd_door": [each.agency.value for each in regulation.carried_out_by],
        "bekend_vanaf": regulation.known_from,
    }


def _both(text: Text) -> Tweetalig:
    return Tweetalig(nl=text.nl, en=text.en)


def _articles(articles: Iterable[Article], on: dt.date) -> list[Artikel]:
    return [Artikel(artikel=str(each), url=each.url(on)) for each in articles]


def _fact(name: str, about: About) -> Gegeven:
    return Gegeven(
        naam=name,
        omschrijving=_both(about.label),
        eenheid=about.unit.value if about.unit else None,
        minimum=about.at_least,
    )


def _parameter(parameter: Parameter) -> ParameterUit:
    return ParameterUit(
        parameter=parameter.id,
        omschrijving=_both(parameter.title),
        eenheid=parameter.unit.value,
        artikel=str(parameter.article),
        toelichting=parameter.note,
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
