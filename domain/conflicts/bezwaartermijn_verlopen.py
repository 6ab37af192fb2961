"""BEZWAARTERMIJN_VERLOPEN: the term to object ran out while the person could not act or be reached.

The term is fixed (Awb 6:7, 6:8), but lateness for which nobody is to blame does not count (6:11).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator

from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.facts import harmful_determinations, holds_within
from domain.conflicts.grounds import records_in, shown_in, shown_refs, spans
from domain.conflicts.objections import LetterOnDecision, is_recognised, letters_by_decision
from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, Flag, MemberRef, Provision
from domain.vocabulary import FactName, Law, MemberRole, RelationKind

LAW = (Provision(Law.AWB, "6:7"), Provision(Law.AWB, "6:8", "1"), Provision(Law.AWB, "6:11"))

_COULD_NOT_OBJECT = (
    (FactName.UNABLE_TO_ACT, Flag(True)),
    (FactName.REACHABLE, Flag(False)),
)

_Missed = tuple[DeterminationMade, tuple[FactShown, ...]]


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body whose decisions could not be objected to in time."""
    by_body: dict[Body, list[_Missed]] = defaultdict(list)
    hindered = tuple(_hindered(picture))
    if not hindered:
        return ()
    letters = letters_by_decision(picture)
    for holder, determination in harmful_determinations(picture):
        on_this = letters.get(determination.id, ())
        if _is_past(determination, picture.today) and not _was_objected_to(determination, on_this):
            proofs = _proofs(determination, hindered, picture)
            if proofs:
                by_body[holder].append((determination, proofs))
    return tuple(_conflict(body, missed) for body, missed in by_body.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """That the term has run out, and that an objection is possible nevertheless."""
    names = texts.bodies(conflict.bodies, picture)
    return Text(
        f"Tegen een beslissing van {names.nl} is geen bezwaar gemaakt en de termijn is voorbij. "
        "Maar in die tijd kon het huishouden zijn zaken niet regelen of kwam de post niet aan. "
        "Maak alsnog zo snel mogelijk bezwaar en leg het bewijs erbij: te laat zijn telt niet als "
        "niemand er iets aan kon doen.",
        f"No objection was made to a decision of {names.en} and the term has run out. But in that "
        "time the household could not look after its affairs or did not get its post. Object as "
        "soon as possible and add the proof: being late does not count when nobody could help it.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The last days to object, against the period of the proof."""
    ended = texts.joined(
        texts.date(day) for day in _last_days(records_in(conflict, picture, DeterminationMade))
    )
    shown = spans(shown_in(conflict, picture))
    return Text(
        f"De bezwaartermijn liep af op {ended.nl} zonder bezwaar; aangetoond is dat de "
        f"belanghebbende binnen die termijn niet kon handelen of niet bereikbaar was: {shown.nl}.",
        f"The term to object ended on {ended.en} without objection; documents show that within "
        f"it the person concerned could not act or could not be reached: {shown.en}.",
    )


def _is_past(determination: DeterminationMade, today: dt.date) -> bool:
    return determination.objection_until is not None and determination.objection_until < today


def _was_objected_to(
    determination: DeterminationMade, letters: tuple[LetterOnDecision, ...]
) -> bool:
    """A letter that disputed the decision in time was an objection, though not recognised."""
    in_time = any(letter.disputes_in_time for letter in letters)
    return in_time or is_recognised(determination, letters)


def _hindered(picture: Picture) -> Iterator[FactShown]:
    """What shows that somebody could not act, or could not be reached."""
    for fact, value in _COULD_NOT_OBJECT:
        yield from (shown for shown in picture.shown(fact) if shown.value == value)


def _proofs(
    determination: DeterminationMade, hindered: tuple[FactShown, ...], picture: Picture
) -> tuple[FactShown, ...]:
    """What shows that within the term the person could not act, or could not be reached."""
    last = determination.objection_until
    if last is None:
        return ()
    first = determination.made_on + dt.timedelta(days=1)  # Awb 6:8: the day after it is made known
    within = [shown for shown in hindered if holds_within(shown, first, last)]
    who = _who_must_object(determination, picture) if within else frozenset()
    return tuple(shown for shown in within if not who.isdisjoint(shown.persons))


def _who_must_object(determination: DeterminationMade, picture: Picture) -> frozenset[MemberRef]:
    """The persons it is about; for a child, the applicant or partner who is its parent as well."""
    roles = {member.id: member.role for member in picture.household.members}
    children = {ref for ref in determination.persons if roles.get(ref) is MemberRole.CHILD}
    parents = {
        relation.a
        for relation in picture.household.relations
        if relation.kind is RelationKind.PARENT
        and relation.b in children
        and roles.get(relation.a) in (MemberRole.APPLICANT, MemberRole.PARTNER)
    }
    return frozenset(determination.persons) | parents


def _last_days(determinations: tuple[DeterminationMade, ...]) -> list[dt.date]:
    return sorted({each.objection_until for each in determinations if each.objection_until})


def _conflict(body: Body, missed: list[_Missed]) -> Conflict:
    proofs = [proof for _, of_this in missed for proof in of_this]
    return Conflict(
        type=ConflictType.BEZWAARTERMIJN_VERLOPEN,
        bodies=in_order((body,)),
        records=(*refs(determination for determination, _ in missed), *shown_refs(proofs)),
        provisions=LAW,
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.BEZWAARTERMIJN_VERLOPEN,
    summary=Text(
        "De bezwaartermijn verliep terwijl iemand niet kon handelen of niet bereikbaar was",
        "The term to object ran out while someone could not act or could not be reached",
    ),
    trigger=Text(
        "De termijn voor bezwaar tegen een nadelig besluit is voorbij zonder bezwaar, en "
        "aangetoond is dat de persoon binnen die termijn niet kon handelen of niet bereikbaar was.",
        "The term to object to a harmful decision has passed without objection, and it is shown "
        "that within it the person could not act or could not be reached.",
    ),
    example=Text(
        "DUO vordert terug terwijl de student is opgenomen; als hij thuiskomt, is de termijn "
        "van zes weken voorbij.",
        "DUO reclaims while the student is in hospital; when he comes home, the term of six weeks "
        "has passed.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
