"""HOOFDVERBLIJF_VERSCHIL: agencies hold different places for where one person really lives.

Each establishes the main residence for its own law (Pw 3 lid 3 and 40, AOW 1 lid 4, Awb 3:2), so
two of them can take away what goes with either place.
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

LAW = (
    Provision(Law.AOW, "1", "4"),
    Provision(Law.AWB, "3:2"),
    Provision(Law.PW, "3", "3"),
    Provision(Law.PW, "40"),
)


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per set of bodies that use the fact, when a harmful decision rests on it."""
    return difference_conflicts(
        picture, FactName.MAIN_RESIDENCE, ConflictType.HOOFDVERBLIJF_VERSCHIL, LAW
    )


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who holds different places for the home, and what that costs."""
    names, cost = texts.bodies(conflict.bodies, picture), told_cost(conflict)
    return Text(
        f"{texts.capital(names).nl} zijn het niet eens over de plaats waar iemand echt woont. Het "
        f"geld is op een van die plaatsen verlaagd of gestopt.{cost.nl} Zij moeten samen "
        "vaststellen waar diegene woont.",
        f"{texts.capital(names).en} do not agree on where somebody really lives. Money was lowered "
        f"or stopped on one of those places.{cost.en} Together they must establish where that "
        "person lives.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Which bodies hold a main residence, without saying where it is."""
    told, cost = told_difference(conflict, picture, FactName.MAIN_RESIDENCE), told_cost(conflict)
    return Text(
        f"Het hoofdverblijf van dezelfde persoon is verschillend vastgesteld ({told.nl}), en op "
        f"een van die waarden rust een nadelig besluit.{cost.nl}",
        f"The main residence of the same person was established differently ({told.en}), and a "
        f"harmful decision rests on one of those values.{cost.en}",
    )


DETECTOR = Detector(
    type=ConflictType.HOOFDVERBLIJF_VERSCHIL,
    summary=Text(
        "Verschil over de plaats waar iemand echt woont",
        "A difference about where somebody really lives",
    ),
    trigger=Text(
        "Organisaties werken voor dezelfde persoon met een ander hoofdverblijf, en een nadelig "
        "besluit rust op een van die waarden.",
        "Organisations work with different main residences for the same person, and a harmful "
        "decision rests on one of those values.",
    ),
    example=Text(
        "Een dochter verzorgt haar moeder. Voor de gemeente woont zij daar, voor Dienst Toeslagen "
        "thuis: de bijstand wordt lager en de huurtoeslag ook.",
        "A daughter cares for her mother. To the municipality she lives there, to Dienst Toeslagen "
        "at home: the assistance becomes lower, and the rent allowance too.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
