"""Which article gives a household its norm, as one of a few with words."""

from __future__ import annotations

from enum import StrEnum

from domain.legislation.text import Text


class NormArticle(StrEnum):
    """The place in the Participatiewet that a norm comes from."""

    BY_COLLEGE = "18_1"
    YOUNG_SINGLE = "20_1_a"
    YOUNG_COUPLE = "20_1_b"
    MIXED_COUPLE = "20_1_c"
    YOUNG_COUPLE_CHILDREN = "20_2_b"
    MIXED_COUPLE_CHILDREN = "20_2_c"
    SINGLE = "21_a"
    COUPLE = "21_b"
    SINGLE_PENSIONER = "22_a"
    COUPLE_PENSIONERS = "22_b"
    COUPLE_ONE_PENSIONER = "22_c"
    SHARED = "22a_1"
    SHARED_COUPLE = "22a_2"
    SHARED_MIXED_CHILDREN = "22a_3_a"
    SHARED_MIXED = "22a_3_b"
    INSTITUTION = "23_1"
    ONE_IN_INSTITUTION = "23_3"
    PARTNER_WITHOUT_RIGHT = "24"

    @property
    def words(self) -> Text:
        """What kind of norm it is, with its article."""
        return _WORDS[self]


def _of(article: str, nl: str, en: str) -> Text:
    return Text(f"{nl} (Pw {article})", f"{en} (Pw {article})")


_WORDS = {
    NormArticle.BY_COLLEGE: _of("18", "afgestemd door het college", "attuned by the college"),
    NormArticle.YOUNG_SINGLE: _of("20", "alleenstaande onder de 21", "single under 21"),
    NormArticle.YOUNG_COUPLE: _of("20", "gehuwden onder de 21", "couple under 21"),
    NormArticle.MIXED_COUPLE: _of(
        "20", "gehuwden van wie een onder de 21", "couple of whom one is under 21"
    ),
    NormArticle.YOUNG_COUPLE_CHILDREN: _of(
        "20", "gehuwden onder de 21 met kinderen", "couple under 21 with children"
    ),
    NormArticle.MIXED_COUPLE_CHILDREN: _of(
        "20",
        "gehuwden van wie een onder de 21, met kinderen",
        "couple of whom one is under 21, with children",
    ),
    NormArticle.SINGLE: _of("21", "alleenstaande", "single person"),
    NormArticle.COUPLE: _of("21", "gehuwden", "couple"),
    NormArticle.SINGLE_PENSIONER: _of(
        "22", "alleenstaande met de pensioengerechtigde leeftijd", "single person of pension age"
    ),
    NormArticle.COUPLE_PENSIONERS: _of(
        "22", "gehuwden met de pensioengerechtigde leeftijd", "couple of pension age"
    ),
    NormArticle.COUPLE_ONE_PENSIONER: _of(
        "22",
        "gehuwden van wie een de pensioengerechtigde leeftijd heeft",
        "couple of whom one is of pension age",
    ),
    NormArticle.SHARED: _of("22a", "kostendelersnorm", "norm of shared costs"),
    NormArticle.SHARED_COUPLE: _of(
        "22a", "kostendelersnorm voor gehuwden", "norm of shared costs for a couple"
    ),
    NormArticle.SHARED_MIXED: _of(
        "22a",
        "kostendelersnorm voor gehuwden van wie een onder de 21",
        "norm of shared costs for a couple of whom one is under 21",
    ),
    NormArticle.SHARED_MIXED_CHILDREN: _of(
        "22a",
        "kostendelersnorm voor gehuwden van wie een onder de 21, met kinderen",
        "norm of shared costs for a couple of whom one is under 21, with children",
    ),
    NormArticle.INSTITUTION: _of("23", "verblijf in een inrichting", "stay in an institution"),
    NormArticle.ONE_IN_INSTITUTION: _of(
        "23", "een van de gehuwden in een inrichting", "one of the couple in an institution"
    ),
    NormArticle.PARTNER_WITHOUT_RIGHT: _of(
        "24", "partner zonder recht op bijstand", "partner without a right to assistance"
    ),
}
