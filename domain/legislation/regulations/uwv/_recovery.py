"""Where each law of the UWV says what is recovered: the articles differ, the words do not."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from domain.legislation.determination import Act, Article, Text


class UwvLaw(StrEnum):
    """Under which law was paid too much."""

    WW = "ww"
    ZW = "zw"
    WIA = "wia"
    WAJONG_2010 = "wajong_2010"
    WAJONG_OTHER = "wajong_other"
    TOESLAGENWET = "toeslagenwet"


class RecoveryArticles(NamedTuple):
    """The duty to recover, and the ways out of it, in one law."""

    duty: Article
    given_up: Article
    ten_years: Article
    three_years: Article
    urgent_reasons: Article
    small_amount: Article
    debt_arrangement: Article


LAWS = {
    UwvLaw.WW: Text("Werkloosheidswet", "unemployment (WW)"),
    UwvLaw.ZW: Text("Ziektewet", "sickness (ZW)"),
    UwvLaw.WIA: Text("Wet WIA", "work incapacity (WIA)"),
    UwvLaw.WAJONG_2010: Text("Wajong 2010", "Wajong 2010"),
    UwvLaw.WAJONG_OTHER: Text("Wajong 2015 of oude Wajong", "Wajong 2015 or old Wajong"),
    UwvLaw.TOESLAGENWET: Text("Toeslagenwet", "supplements (TW)"),
}


def _articles(act: Act, number: str, *, first: int, arrangement: str) -> RecoveryArticles:
    """By the paragraph in which the giving up of recovery stands; the others follow it."""
    given_up, ten, three, urgent, _, small = (
        Article(act, number, str(paragraph)) for paragraph in range(first, first + 6)
    )
    duty = Article(act, number, "1")
    arranged = Article(act, arrangement, "1")
    return RecoveryArticles(duty, given_up, ten, three, urgent, small, arranged)


ARTICLES = {
    UwvLaw.WW: _articles(Act.WW, "36", first=3, arrangement="36c"),
    UwvLaw.ZW: _articles(Act.ZW, "33", first=3, arrangement="34"),
    UwvLaw.WIA: _articles(Act.WIA, "77", first=3, arrangement="79a"),
    UwvLaw.WAJONG_2010: _articles(Act.WAJONG, "2:59", first=2, arrangement="2:62"),
    UwvLaw.WAJONG_OTHER: _articles(Act.WAJONG, "3:56", first=3, arrangement="3:59"),
    UwvLaw.TOESLAGENWET: _articles(Act.TOESLAGENWET, "20", first=2, arrangement="21"),
}
"""Chapter 1a of the Wajong follows 3:56 and 3:59 (Wajong 1a:12 lid 1 onder k)."""
