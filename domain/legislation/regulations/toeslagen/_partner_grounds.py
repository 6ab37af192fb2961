"""The grounds of Awir 3 and AWR 5a on which two people are partners, in their order."""

from __future__ import annotations

import datetime as dt

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Text,
    Working,
    all_of,
    any_of,
    not_,
)
from domain.legislation.regulations.toeslagen._partner_facts import Ground

REST_OF_THE_YEAR = Article(Act.AWIR, "3", "3")
CARE_HOME = Article(Act.AWIR, "3", "6")

ASYLUM = Article(Act.AWIR, "3c", "2")

MISSING_DETAINED_OR_ABROAD_FROM = dt.date(2026, 1, 1)
"""The day from which there is an article 3c (texts of 2025-07-01 and 2026-01-01)."""

ORDER = tuple(Ground)

_LISTED = (
    (Ground.CHILD, "child_together"),
    (Ground.ACKNOWLEDGED, "acknowledged_child"),
    (Ground.PENSION, "pension_partner"),
    (Ground.HOME, "home_together"),
)


class Asked:
    """The yes-or-no facts, each read once and only when it can matter."""

    def __init__(self, working: Working) -> None:
        self._working = working
        self._answers: dict[str, Answer] = {}

    def __call__(self, name: str) -> Answer:
        if name not in self._answers:
            self._answers[name] = self._working.answer(name)
        return self._answers[name]

    def all(self, *names: str) -> Answer:
        """Whether all hold; after the first no the others are not asked."""
        answers: list[Answer] = []
        for name in names:
            answers.append(self(name))
            if answers[-1] is Answer.NO:
                break
        return all_of(*answers)


def grounds_of(asked: Asked, on: dt.date) -> dict[Ground, Answer]:
    """Each ground in the order of Awir 3 lid 4; after a yes of lid 1 the second has no part."""
    grounds = {Ground.SPOUSE: _spouse(asked, on)}
    if grounds[Ground.SPOUSE] is not Answer.YES:
        grounds[Ground.CONTRACT] = asked.all("cohabitation_contract", "both_adults", "same_address")
    if Answer.YES not in grounds.values():
        grounds |= _same_address_grounds(asked)
    return dict.fromkeys(ORDER[:-1], Answer.NO) | grounds


def _spouse(asked: Asked, on: dt.date) -> Answer:
    if (married := asked("married")) is Answer.NO:
        return Answer.NO
    together = not_(asked("judicially_separated"))
    if together is Answer.NO:
        return Answer.NO
    parted = asked("divorce_requested")
    if parted is not Answer.NO:
        parted = all_of(parted, not_(asked("same_address")))
    if parted is Answer.YES:
        return Answer.NO
    elsewhere = Answer.NO
    if on >= MISSING_DETAINED_OR_ABROAD_FROM:
        elsewhere = asked("spouse_never_registered_here")
    return all_of(married, together, not_(parted), not_(elsewhere))


def _same_address_grounds(asked: Asked) -> dict[Ground, Answer]:
    found: dict[Ground, Answer] = {}
    here = asked("same_address")
    if here is Answer.NO:
        return found
    for ground, name in _LISTED:
        found[ground] = all_of(here, asked(name))
        if found[ground] is Answer.YES:
            return found
    found[Ground.FAMILY] = all_of(here, _composite_family(asked))
    if found[Ground.FAMILY] is not Answer.YES:
        found[Ground.LAST_YEAR] = all_of(here, asked("partner_last_year"))
    return found


def _composite_family(asked: Asked) -> Answer:
    family = asked.all("both_adults", "minor_child_at_address")
    for exception in ("rents_from_the_other", "both_in_shelter", "one_temporarily_protected"):
        if family is Answer.NO:
            break
        family = all_of(family, not_(asked(exception)))
    return family


def stays_partner(working: Working, asked: Asked, grounds: dict[Ground, Answer]) -> Answer:
    """Partners who stay so without a ground of their own: lid 3 and lid 6."""
    if Answer.YES in grounds.values():
        return Answer.NO
    rest_of_year = asked.all("same_address", "partner_earlier_this_year")
    if rest_of_year is Answer.YES:
        words = Text(
            "wie eerder in het jaar partner was, blijft het op hetzelfde adres",
            "who was a partner earlier in the year stays so at the same address",
        )
        working.note(words, REST_OF_THE_YEAR)
        return rest_of_year
    care_home = asked("parted_by_care_home")
    if care_home is not Answer.NO:
        care_home = all_of(care_home, not_(asked("other_partner_since")))
    if care_home is Answer.YES:
        words = Text(
            "partners blijven het na opname in een verpleeg- of verzorgingshuis",
            "partners stay so after admission to a care or nursing home",
        )
        working.note(words, CARE_HOME)
    return any_of(rest_of_year, care_home)
