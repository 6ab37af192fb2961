"""What `samenloop law` prints for people: the list, a regulation, the room; line by line."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, TypeAlias

from domain.legislation.determination import Article, Language, Regulation, Text
from domain.legislation.determination.shown import day_shown, number_shown
from domain.legislation.parameters import Parameter
from domain.measures.measure import MeasureKind
from domain.vocabulary import Agency
from services.law.articles import Artikel, Tweetalig
from services.law.kinds import FactKind, kinds_of
from services.law.room import Ruimte, Ruimten, Toegestaan, Uitzondering
from services.plans.dutch import MEASURES


class Line(NamedTuple):
    """One line of a page; an empty one sets things apart."""

    text: str
    heading: bool = False


Page: TypeAlias = Iterable[Line]

_EVERY_BODY = Text("elk bestuursorgaan", "every body")
_NONE = Text("geen bekend", "none known")

_WRITTEN = Text(
    'In JSON: een bedrag in hele eurocenten (120000 is € 1.200), een dag als "2026-05-31", ja en'
    ' nee als true en false. Wat u niet weet laat u weg, of u schrijft "unknown".',
    'In JSON: an amount in whole euro cents (120000 is € 1,200), a day as "2026-05-31", yes and no'
    ' as true and false. What you do not know you leave out, or you write "unknown".',
)

_SOURCES = {
    "RC": Text("de officiële tekst (BWB)", "the official text (BWB)"),
    "MEM": Text("uit het hoofd, niet nagegaan", "from memory, not checked"),
    "GH": Text("openbare rekenmodellen", "public calculators"),
    "CMP": Text("openbare rekenmodellen", "public calculators"),
    "REGELRECHT": Text("MinBZK/regelrecht", "MinBZK/regelrecht"),
    "AUDIT": Text("controle op MinBZK/regelrecht", "an audit of MinBZK/regelrecht"),
    "POC": Text("MinBZK/poc-machine-law", "MinBZK/poc-machine-law"),
    "SCHULDINFO": Text("schuldinfo.nl", "schuldinfo.nl"),
}

_KINDS = {
    "none": Text("geen ruimte: dit bindt", "no room: this binds"),
    "may_clause": Text("mag, hoeft niet", "may, need not"),
    "urgent_reasons": Text("dringende redenen", "urgent reasons"),
    "proportionality": Text("evenredigheid in de wet zelf", "proportionality in the law itself"),
    "individualisation": Text("afstemming op de persoon", "fitted to the person"),
    "awb_3_4": Text("evenredigheid", "proportionality"),
    "awb_4_84": Text("afwijken van beleid", "departing from policy"),
    "hardship_clause": Text("hardheidsclausule", "hardship clause"),
    "judge": Text("de rechter", "the judge"),
    "other_body": Text("een ander orgaan", "another body"),
}


def list_page(regulations: Iterable[Regulation], language: Language) -> Iterator[Line]:
    """Every regulation under who carries it out; what every body applies stands last."""
    asked = list(regulations)
    width = max(len(each.id) for each in asked)
    groups: list[tuple[str, list[Regulation]]] = [
        (agency.value, [each for each in asked if agency in _who(each)]) for agency in Agency
    ]
    groups.append((_EVERY_BODY.in_language(language), [each for each in asked if not _who(each)]))
    for number, (who, theirs) in enumerate(groups):
        if number:
            yield Line("")
        yield Line(who, heading=True)
        for each in theirs:
            yield Line(f"  {each.id:{width}}  {each.title.in_language(language)}")


def _who(regulation: Regulation) -> set[Agency]:
    return {each.agency for each in regulation.carried_out_by}


def regulation_page(regulation: Regulation, on: dt.date, language: Language) -> Iterator[Line]:
    """What a regulation is, its articles, its facts, and its numbers on a day."""
    yield Line(f"{regulation.title.in_language(language)} ({regulation.id})", heading=True)
    yield Line(regulation.summary.in_language(language))
    yield from _headed(Text("Artikelen", "Articles"), language)
    yield from _articles(regulation.articles, on)
    yield from _headed(Text("Gegevens", "Facts"), language)
    yield Line(_WRITTEN.in_language(language))
    yield from _facts(kinds_of(regulation.facts), language, "")
    yield from _numbers(regulation.parameters, on, language)


def _articles(articles: Sequence[Article], on: dt.date) -> Iterator[Line]:
    """Each article on a line, with its address the first time that this one is named."""
    shown: set[str | None] = {None}
    for article in dict.fromkeys(articles):
        url = article.url(on)
        yield Line(f"- {article}" if url in shown else f"- {article}  {url}")
        shown.add(url)


def _facts(kinds: Sequence[FactKind], language: Language, indent: str) -> Iterator[Line]:
    for kind in kinds:
        said = f"{kind.name}: {kind.about.label.in_language(language)}"
        yield Line(f"{indent}- {said} [{kind.brief.in_language(language)}]")
        for choice in kind.choices:
            words = f": {choice.words.in_language(language)}" if choice.words else ""
            yield Line(f'{indent}    "{choice.value}"{words}')
        yield from _facts(kind.within, language, f"{indent}    ")


def _numbers(parameters: Sequence[Parameter], on: dt.date, language: Language) -> Iterator[Line]:
    if not parameters:
        return
    day = day_shown(on, language)
    heading = Text(f"Bedragen en getallen op {day}", f"Amounts and numbers on {day}")
    yield from _headed(heading, language)
    sources: dict[str, None] = {}
    for parameter in parameters:
        held = parameter.on(on)
        if held is not None:
            sources[held.source] = None
        yield Line(f"- {_number(parameter, on, language)}")
    explained = {
        code: words
        for code, words in _SOURCES.items()
        if any(source.startswith(code) for source in sources)
    }
    if explained:
        said = "; ".join(
            f"{code}: {text.in_language(language)}" for code, text in explained.items()
        )
        yield Line(f"({said})")


def _number(parameter: Parameter, on: dt.date, language: Language) -> str:
    title, held = parameter.title.in_language(language), parameter.on(on)
    if held is not None:
        value = number_shown(held.value, parameter.unit, language)
        checked = "" if held.verified else Text("; niet nagegaan", "; not checked")
        mark = checked.in_language(language) if isinstance(checked, Text) else ""
        return f"{title}: {value} ({parameter.article}; {held.source}{mark})"
    why = Text("niet bekend", "not known")
    if parameter.valid_until is not None and on > parameter.valid_until:
        last = parameter.valid_until
        why = Text(
            f"gold tot en met {day_shown(last, Language.NL)}",
            f"held until {day_shown(last, Language.EN)}",
        )
    return f"{title}: {why.in_language(language)} ({parameter.article})"


def room_page(found: Ruimten, language: Language) -> Iterator[Line]:
    """The mandatory exceptions, then the room, of a provision or a regulation."""
    yield Line(f"{found.gevraagd}, {day_shown(found.peildatum, language)}", heading=True)
    yield from _headed(Text("Moet: verplichte uitzonderingen", "Must: exceptions"), language)
    for exception in found.uitzonderingen:
        yield from _exception(exception, language)
    if not found.uitzonderingen:
        yield Line(_NONE.in_language(language))
    yield from _headed(Text("Mag: ruimte om af te wijken", "May: room to deviate"), language)
    for room in found.ruimte:
        yield from _room(room, language)
    if not found.ruimte:
        yield Line(_NONE.in_language(language))


def _exception(exception: Uitzondering, language: Language) -> Iterator[Line]:
    of = Text("uitzondering op", "exception to").in_language(language)
    yield Line(
        f"- {exception.artikel.artikel} ({of} {exception.uitzondering_op.artikel}):"
        f" {_in(exception.gevolg, language)}"
    )
    for heading, conditions in (
        (Text("als", "when"), exception.als_alle),
        (Text("als een van deze geldt", "when one of these holds"), exception.als_een_van),
    ):
        if conditions:
            said = "; ".join(_in(each, language) for each in conditions)
            yield Line(f"    {heading.in_language(language)}: {said}")


def _room(room: Ruimte, language: Language) -> Iterator[Line]:
    unread = Text(" (niet nagegaan)", " (not checked)").in_language(language)
    yield Line(
        f"- {room.artikel.artikel}, {_KINDS[room.soort].in_language(language)}:"
        f" {_in(room.omschrijving, language)}{'' if room.nagegaan else unread}"
    )
    who = ", ".join(room.bevoegd) if room.beslist_door is None else _in(room.beslist_door, language)
    yield Line(f"    {Text('wie', 'who').in_language(language)}: {who}")
    for allowed in room.staat_toe:
        may = Text("mag:", "may:").in_language(language)
        yield Line(
            f"    {may} {_measure(allowed, language)}. {_in(allowed.omschrijving, language)}"
        )
    for banned in room.verbiedt:
        may_not = Text("mag niet:", "may not:").in_language(language)
        instead = Text("wel", "instead").in_language(language)
        unless = _unless(banned.behalve_onder, language)
        yield Line(
            f"    {may_not} {_measure(banned, language)}. {_in(banned.omschrijving, language)}"
            f" ({instead}: {banned.in_plaats_daarvan.artikel}{unless})"
        )


def _measure(permitted: Toegestaan, language: Language) -> str:
    if language is Language.EN:
        return permitted.maatregel.replace("_", " ")
    return MEASURES[MeasureKind(permitted.maatregel)].lower()


def _unless(articles: Sequence[Artikel], language: Language) -> str:
    if not articles:
        return ""
    but = Text("behalve onder", "except under").in_language(language)
    return f"; {but} {', '.join(each.artikel for each in articles)}"


def _in(words: Tweetalig, language: Language) -> str:
    return words.nl if language is Language.NL else words.en


def _headed(heading: Text, language: Language) -> Iterator[Line]:
    yield Line("")
    yield Line(heading.in_language(language), heading=True)
