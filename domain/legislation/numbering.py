"""How the laws number their articles: enough to see that a cited article cannot exist.

It does not prove that an article exists: only the shape of its number and the highest number or
chapter are checked (of the laws as they stood in 2026; from general knowledge, rounded up).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from domain.records import Provision
from domain.vocabulary import Law


@dataclass(frozen=True, slots=True)
class Numbering:
    """`form` matches an article's number with its first number as group 1; `highest` bounds it."""

    form: re.Pattern[str]
    highest: int
    example: str


_LETTERS = r"(?:[a-z]{1,3}|bis|ter|quater)?"


def _plain(highest: int) -> Numbering:
    return Numbering(re.compile(rf"(\d+){_LETTERS}", re.ASCII), highest, "26")


def _chapters(highest: int, between: str) -> Numbering:
    # Wmo 2015 2.3.2 and Wlz 3.2.5: with points there may be a paragraph between
    section = r"(?:\.\d+)?" if between == "." else ""
    form = rf"(\d+)[a-z]?{re.escape(between)}\d+{section}{_LETTERS}"
    return Numbering(re.compile(form, re.ASCII), highest, f"3{between}4")


_NUMBERING: dict[Law, Numbering] = {
    Law.AWB: _chapters(11, ":"),
    Law.AWIR: _plain(55),
    Law.AWR: _plain(95),
    Law.AOW: _plain(70),
    Law.AKW: _plain(45),
    Law.AVG: _plain(99),
    Law.BW: _chapters(10, ":"),
    Law.FW: _plain(400),
    Law.IW_1990: _plain(75),
    Law.PW: _plain(90),
    Law.RV: _plain(1077),
    Law.VO_883_2004: _plain(91),
    Law.WAHV: _plain(50),
    Law.WET_BRP: _chapters(5, "."),
    Law.WET_IB_2001: _chapters(10, "."),
    Law.WET_OB_1968: _plain(60),
    Law.WET_MRB_1994: _plain(95),
    Law.WET_SUWI: _plain(100),
    Law.WET_HERSTELOPERATIE_TOESLAGEN: _chapters(10, "."),
    Law.WGS: _plain(20),
    Law.WHT: _plain(60),
    Law.WIA: _plain(145),
    Law.WKGB: _plain(20),
    Law.WKO: _chapters(4, "."),
    Law.WLZ: _chapters(14, "."),
    Law.WMO_2015: _chapters(10, "."),
    Law.WSF_2000: _chapters(13, "."),
    Law.WW: _plain(150),
    Law.WZT: _plain(20),
    Law.ZW: _plain(100),
    Law.ZVW: _plain(130),
}
"""Laws that are not here (the Wajong, a by-law) are not checked: several numberings go round."""


def why_it_cannot_exist(provision: Provision) -> str | None:
    """In Dutch why there can be no such article in that law; None when there may be."""
    numbering = _NUMBERING.get(provision.law)
    if numbering is None:
        return None
    found = numbering.form.fullmatch(provision.article)
    law = provision.law.value
    if found is None:
        return f"{law} kent geen artikel {provision.article} (wel bijvoorbeeld {numbering.example})"
    if not 1 <= int(found[1]) <= numbering.highest:
        return f"{law} kent geen artikel {provision.article}"
    return None
