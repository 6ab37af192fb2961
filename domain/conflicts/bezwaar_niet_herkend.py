"""BEZWAAR_NIET_HERKEND: a letter in time said that a decision is wrong, but was not taken for an
objection.

What a letter is called does not matter: who writes in time that a decision is wrong, objects (Awb
6:5). A body that is not competent forwards it, and the day of receipt stands (Awb 6:15).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.grounds import records_in
from domain.conflicts.objections import (
    LetterOnDecision,
    is_recognised,
    letters_by_decision,
)
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, Notice, Provision
from domain.vocabulary import Law

LAW = (
    Provision(Law.AWB, "6:5"),
    Provision(Law.AWB, "6:7"),
    Provision(Law.AWB, "6:14", "1"),
    Provision(Law.AWB, "6:15"),
)


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body that got the letter (with the body that decided, when another)."""
    by_bodies: dict[tuple[Body, ...], list[LetterOnDecision]] = defaultdict(list)
    for letter in _unrecognised(picture):
        by_bodies[in_order((letter.receiver, letter.decider))].append(letter)
    return tuple(_conflict(bodies, letters) for bodies, letters in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """That the letter counts as an objection, and what must happen with it."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    must = "moeten" if len(conflict.bodies) > 1 else "moet"
    return Text(
        "Het huishouden heeft op tijd geschreven dat een beslissing niet klopt. Dat is een "
        f"bezwaar, maar zo is de brief niet behandeld. {names.nl} {must} er alsnog als bezwaar op "
        "beslissen. De dag waarop de brief binnenkwam, telt.",
        "The household wrote in time that a decision is wrong. That is an objection, but the "
        f"letter was not dealt with as one. {names.en} must still decide on it as an objection. "
        "The day on which the letter came in counts.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The day of the letter, against the last day to object."""
    received = texts.joined(
        texts.date(day)
        for day in sorted({notice.on for notice in records_in(conflict, picture, Notice)})
    )
    decisions = records_in(conflict, picture, DeterminationMade)
    until = texts.joined(
        texts.date(day)
        for day in sorted({each.objection_until for each in decisions if each.objection_until})
    )
    return Text(
        f"Ontvangen op {received.nl}, binnen de bezwaartermijn (laatste dag {until.nl}); de brief "
        "betwist het besluit en is niet als bezwaar geregistreerd.",
        f"Received on {received.en}, within the term to object (last day {until.en}); the letter "
        "disputes the decision and was not filed as an objection.",
    )


def _unrecognised(picture: Picture) -> Iterator[LetterOnDecision]:
    for letters in letters_by_decision(picture).values():
        for letter in letters:
            if letter.disputes_in_time and not is_recognised(letter.determination, letters):
                yield letter


def _conflict(bodies: tuple[Body, ...], letters: list[LetterOnDecision]) -> Conflict:
    return Conflict(
        type=ConflictType.BEZWAAR_NIET_HERKEND,
        bodies=bodies,
        records=(
            *refs(letter.notice for letter in letters),
            *refs(letter.determination for letter in letters),
        ),
        provisions=LAW,
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.BEZWAAR_NIET_HERKEND,
    summary=Text(
        "Een brief die een bezwaar is, werd niet als bezwaar behandeld",
        "A letter that is an objection was not dealt with as one",
    ),
    trigger=Text(
        "Een brief die binnen de bezwaartermijn zegt dat een besluit niet klopt, is als iets "
        "anders dan een bezwaar geregistreerd.",
        "A letter that says within the term to object that a decision is wrong was filed as "
        "something other than an objection.",
    ),
    example=Text(
        "Een boze brief aan UWV over een terugvordering gaat naar de klachtenafdeling; op het "
        "bezwaar wordt nooit beslist.",
        "An angry letter to UWV about a recovery goes to the complaints desk; the objection is "
        "never decided on.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
