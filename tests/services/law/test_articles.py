"""Articles: cited as jurists cite them, read back, and linked to the official text of the day."""

from __future__ import annotations

import datetime as dt

import pytest

from domain.legislation.acts import Act
from domain.legislation.catalogue import REGULATIONS
from domain.legislation.determination import Article
from domain.legislation.room import EXCEPTIONS, ROOMS
from services.law.articles import UnknownProvision, article_of

ON = dt.date(2026, 5, 5)


@pytest.mark.parametrize(
    ("article", "cited"),
    [
        (Article(Act.PW, "21", "a"), "Pw 21 onder a"),
        (Article(Act.PW, "19a", "1 a"), "Pw 19a lid 1 onder a"),
        (Article(Act.WZT, "1", "1 onder c"), "Wzt 1 lid 1 onder c"),
        (Article(Act.AWB, "4:17", "6"), "Awb 4:17 lid 6"),
        (Article(Act.AWIR, "31bis"), "Awir 31bis"),
        (Article(Act.WSF_2000, "3.18", "overzicht 2 A"), "Wsf 2000 3.18 overzicht 2 A"),
    ],
)
def test_an_article_is_cited_so(article: Article, cited: str) -> None:
    assert str(article) == cited


@pytest.mark.parametrize(
    ("article", "reference"),
    [
        (Article(Act.AWB, "6:7"), "jci1.3:c:BWBR0005537&artikel=6:7&z=2026-05-05&g=2026-05-05"),
        (Article(Act.RV, "475da", "1"), "jci1.3:c:BWBR0001827&artikel=475da&z=2026-05-05"),
        (Article(Act.WAJONG, "1a:4"), "jci1.3:c:BWBR0008657&artikel=1a:4&"),
        (Article(Act.BW, "3:277", "1"), "jci1.3:c:BWBR0005291&artikel=277&"),
    ],
)
def test_the_link_names_the_article_and_the_day(article: Article, reference: str) -> None:
    assert (article.url(ON) or "").startswith(f"https://wetten.overheid.nl/{reference}")


def test_an_act_without_a_known_number_has_no_link() -> None:
    assert Article(Act.VERORDENING, "1").url(ON) is None


@pytest.mark.parametrize(
    "cited", ["Awir 31bis", "awir 31BIS", "art. 31bis Awir", "artikel 31bis  AWIR"]
)
def test_a_provision_is_read_however_it_is_cited(cited: str) -> None:
    assert article_of(cited) == Article(Act.AWIR, "31bis")


def test_every_article_that_is_cited_here_is_read_back() -> None:
    cited = {article for asked in REGULATIONS.values() for article in asked.articles}
    cited |= {each.article for each in EXCEPTIONS} | {each.article for each in ROOMS}
    for article in cited:
        found = article_of(str(article))
        assert (found.act, found.number) == (article.act, article.number.lower())
        assert str(found) == str(article)


@pytest.mark.parametrize("cited", ["", "Awir", "31bis", "Onbekende wet 3", "Awir lid 2", "iets"])
def test_what_is_no_provision_is_said_to_be_none(cited: str) -> None:
    with pytest.raises(UnknownProvision):
        article_of(cited)
