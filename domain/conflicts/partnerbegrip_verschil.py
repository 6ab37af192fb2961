"""PARTNERBEGRIP_VERSCHIL: one agency counts a partner, another counts the same person as alone.

A spouse stays a partner for allowances until the divorce is asked for and the addresses differ
(Awir 3), while for assistance it counts whether the two live apart for good, and whether the spouse
has a right of his own (Pw 3, 24).
"""

from __future__ import annotations

from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.detector import Detector
from domain.conflicts.different_facts import difference_conflicts, told_cost, told_difference
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Provision
from domain.vocabulary import FactName, Law

LAW = (Provision(Law.AWIR, "3"), Provision(Law.PW, "3"), Provision(Law.PW, "24"))


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per set of bodies that use the fact, when a harmful decision rests on it."""
    return difference_conflicts(picture, FactName.PARTNER, ConflictType.PARTNERBEGRIP_VERSCHIL, LAW)


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who looks at the family differently, and what that costs."""
    names, cost = texts.bodies(conflict.bodies, picture), told_cost(conflict)
    return Text(
        f"De regels over wie uw partner is, zijn niet overal gelijk. {texts.capital(names).nl} "
        "gaan daarom van verschillende situaties uit, en het geld is op een van die situaties "
        f"verlaagd of gestopt.{cost.nl} Zij moeten samen kijken wat in uw situatie past.",
        f"The rules on who is your partner are not the same everywhere. {texts.capital(names).en} "
        "therefore start from different situations, and money was lowered or stopped on one of "
        f"them.{cost.en} Together they must look at what fits your situation.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The partner that each body counts."""
    told, cost = told_difference(conflict, picture, FactName.PARTNER), told_cost(conflict)
    return Text(
        f"Voor dezelfde persoon wordt de partner verschillend bepaald ({told.nl}), en op een van "
        f"die waarden rust een nadelig besluit.{cost.nl}",
        f"The partner of the same person is determined differently ({told.en}), and a harmful "
        f"decision rests on one of those values.{cost.en}",
    )


DETECTOR = Detector(
    type=ConflictType.PARTNERBEGRIP_VERSCHIL,
    summary=Text(
        "De een telt een partner mee, de ander niet",
        "One counts a partner, the other does not",
    ),
    trigger=Text(
        "Organisaties werken voor dezelfde persoon met een andere partner, en een nadelig besluit "
        "rust op een van die waarden.",
        "Organisations work with different partners for the same person, and a harmful decision "
        "rests on one of those values.",
    ),
    example=Text(
        "Dienst Toeslagen telt de gedetineerde echtgenoot als partner, de gemeente niet: beide "
        "bedragen worden lager.",
        "Dienst Toeslagen counts the detained husband as a partner, the municipality does not: "
        "both amounts become lower.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
