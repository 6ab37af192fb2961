"""Articles as they are cited, read and sent out: "Awir 26 lid 2", with the official text."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable

from domain.legislation.acts import Act
from domain.legislation.determination import Article, Text
from services.api.models import Message

_PLACE = re.compile(
    r"^(?P<number>\d\S*)(?: lid (?P<lid>.+)| (?P<part>onder \S.*))?$", re.IGNORECASE
)
_ARTICLE_WORD = re.compile(r"\b(?:artikel|art\.?)\s+", re.IGNORECASE)


class Tweetalig(Message):
    """The same words in Dutch and in English."""

    nl: str
    en: str


class Artikel(Message):
    """An article, and its official text on the day asked where we know the address."""

    artikel: str
    url: str | None


class UnknownProvision(Exception):
    """What was asked is not a provision of a law that is known here."""


def both(text: Text) -> Tweetalig:
    """The words in both languages."""
    return Tweetalig(nl=text.nl, en=text.en)


def article_out(article: Article, on: dt.date) -> Artikel:
    """One article with its address on a day."""
    return Artikel(artikel=str(article), url=article.url(on))


def articles_out(articles: Iterable[Article], on: dt.date) -> list[Artikel]:
    """Articles with their addresses on a day, each once."""
    return [article_out(each, on) for each in dict.fromkeys(articles)]


def article_of(cited: str) -> Article:
    """The article that is cited so ("Awir 26 lid 2", "art. 31bis Awir" too); raises
    UnknownProvision."""
    words = " ".join(_ARTICLE_WORD.sub("", cited).split())
    # the longest name first: "Awb" is not "Awb-iets", and "Wet BRP" has two words
    for act in sorted(Act, key=lambda each: -len(each.value.short)):
        rest = _without(act.value.short, words)
        place = None if rest is None else _PLACE.match(rest)
        if place is not None:
            return Article(act, place["number"].lower(), place["lid"] or place["part"])
    raise UnknownProvision(cited)


def _without(name: str, words: str) -> str | None:
    """What is left of the words when they begin or end with the law's name, or None."""
    lower, law = words.lower(), name.lower()
    if lower.startswith(f"{law} "):
        return words[len(law) + 1 :]
    if lower.endswith(f" {law}"):
        return words[: -len(law) - 1]
    return None
