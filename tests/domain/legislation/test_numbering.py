"""Which articles a law cannot have; every provision that this code knows may exist."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.numbering import why_it_cannot_exist
from domain.legislation.powers import FORBIDDEN, GENERAL_PRINCIPLES, POWERS
from domain.records import Provision
from domain.vocabulary import Law


@pytest.mark.parametrize(
    ("law", "article"),
    [
        (Law.AWB, "3:4"),
        (Law.AWB, "4:84"),
        (Law.AWB, "11:1"),
        (Law.AWIR, "31bis"),
        (Law.AWIR, "26a"),
        (Law.BW, "6:96"),
        (Law.BW, "7a:1576"),
        (Law.PW, "18"),
        (Law.PW, "58"),
        (Law.RV, "475da"),
        (Law.WET_BRP, "2.23"),
        (Law.WGS, "4a"),
        (Law.WMO_2015, "2.3.3"),
        (Law.WLZ, "3.2.5"),
        (Law.WW, "27a"),
        (Law.ZVW, "18d"),
    ],
)
def test_an_article_that_the_law_has_may_exist(law: Law, article: str) -> None:
    assert why_it_cannot_exist(Provision(law, article)) is None


@pytest.mark.parametrize(
    ("law", "article"),
    [
        (Law.AWB, "3"),
        (Law.AWB, "3.4"),
        (Law.AWB, "12:1"),
        (Law.AWB, "0:1"),
        (Law.AWIR, "3:4"),
        (Law.AWIR, "999"),
        (Law.AWIR, "0"),
        (Law.AWIR, "31quinquies"),
        (Law.PW, "91"),
        (Law.PW, ""),
        (Law.PW, " 18"),
        (Law.PW, "18 lid 1"),
        (Law.PW, "١٨"),
        (Law.WET_BRP, "2:23"),
        (Law.ZVW, "18abcd"),
    ],
)
def test_an_article_that_the_law_cannot_have_is_told_from_its_number(
    law: Law, article: str
) -> None:
    why = why_it_cannot_exist(Provision(law, article))
    assert why is not None
    assert why.startswith(f"{law.value} kent geen artikel")


@pytest.mark.parametrize("law", [Law.WAJONG, Law.VERORDENING])
def test_a_law_of_which_several_numberings_go_round_is_not_checked(law: Law) -> None:
    assert why_it_cannot_exist(Provision(law, "wat dan ook")) is None


KNOWN = sorted(
    {
        *GENERAL_PRINCIPLES,
        *(power.provision for power in POWERS),
        *(rule.forbidden_by for rule in FORBIDDEN),
        *(rule.instead_use for rule in FORBIDDEN),
        *(provision for rule in FORBIDDEN for provision in rule.except_under),
    },
    key=str,
)


@pytest.mark.parametrize("provision", KNOWN, ids=str)
def test_every_provision_of_the_powers_may_exist(provision: Provision) -> None:
    assert why_it_cannot_exist(provision) is None


@given(law=st.sampled_from(Law), article=st.text(max_size=12), paragraph=st.none() | st.text())
def test_any_text_is_answered(law: Law, article: str, paragraph: str | None) -> None:
    why = why_it_cannot_exist(Provision(law, article, paragraph))
    assert why is None or law.value in why
