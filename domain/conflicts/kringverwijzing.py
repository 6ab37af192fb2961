"""KRINGVERWIJZING: bodies send the household to each other in a circle, so that nobody helps it.

Each may be right that another scheme comes first (Pw 13, 15); none of them sees that the other
sends the household back. Referral is not waiting: this graph stands apart from WACHT_OP_ELKAAR.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.consequences import is_below_minimum
from domain.conflicts.cycles import cycles
from domain.conflicts.detector import Detector
from domain.conflicts.missed_assistance import LAST_RESORT, missed_assistance
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import AGENCIES_OF_SEVERAL_BODIES, Picture, once_per_picture
from domain.records import (
    Application,
    Body,
    Claim,
    Contribution,
    DeterminationMade,
    Entitlement,
    Provision,
    Record,
    Referral,
)
from domain.vocabulary import Agency, ApplicationStatus, EntitlementStatus, Law, Scheme

LAW = (Provision(Law.AWB, "2:3"), Provision(Law.AWB, "4:13"))


@dataclass(frozen=True, slots=True)
class _Step:
    sender: Body
    referral: Referral
    to: Body


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per circle of bodies, of any length."""
    steps = tuple(_steps(picture))
    graph: dict[Body, frozenset[Body]] = defaultdict(frozenset)
    for step in steps:
        graph[step.sender] |= {step.to}
    return tuple(_conflict(circle, _inside(circle, steps), picture) for circle in cycles(graph))


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who sends the household round, and the money that stays away meanwhile."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    cost = _cost(conflict)
    return Text(
        f"{names.nl} sturen het huishouden naar elkaar door: elk zegt dat een ander eerst aan de "
        f"beurt is. Zo helpt niemand.{cost.nl} Een van hen moet de aanvraag in behandeling nemen.",
        f"{names.en} send the household on to each other: each says that another comes first. "
        f"So nobody helps.{cost.en} One of them must take up the application.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The referrals of the circle with their dates, and what does not come in while it lasts."""
    told = texts.joined(
        _told(step, picture) for step in _inside(conflict.bodies, tuple(_steps(picture)))
    )
    cost = _cost(conflict)
    return Text(
        f"De doorverwijzingen vormen een kring: {told.nl}.{cost.nl}",
        f"The referrals form a circle: {told.en}.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Zolang dat duurt, blijft {harm.nl} per maand uit.",
        f" As long as that lasts, {harm.en} a month stays away.",
    )


def _told(step: _Step, picture: Picture) -> Text:
    sender, to = texts.body(step.sender, picture), texts.body(step.to, picture)
    day = texts.date(step.referral.on)
    return Text(
        f"{sender.nl} naar {to.nl} ({day.nl})",
        f"{sender.en} to {to.en} ({day.en})",
    )


def _steps(picture: Picture) -> Iterator[_Step]:
    """Every referral, the oldest first."""
    held = sorted(picture.of(Referral), key=lambda each: (each[1].on, each[1].id))
    for holder, referral in held:
        yield _Step(
            _meant(holder, referral.scheme, picture),
            referral,
            _meant(referral.to, referral.to_scheme, picture),
        )


def _meant(named: Body, scheme: Scheme | None, picture: Picture) -> Body:
    """The body as counted.

    Of an agency of several bodies, named without a department, it is the one that has to do with
    the scheme, or the only one that has anything to do with this household.
    """
    body = counted(named)
    if body.department is not None or body.agency not in AGENCIES_OF_SEVERAL_BODIES:
        return body
    departments = _departments(picture)
    for asked in (scheme, None):
        candidates = departments.get((body.agency, asked), set())
        if len(candidates) == 1:
            return next(iter(candidates))
    return body


@once_per_picture
def _departments(picture: Picture) -> Mapping[tuple[Agency | None, Scheme | None], set[Body]]:
    """The departments of each agency that hold a record on a scheme; under None, any record."""
    departments: dict[tuple[Agency | None, Scheme | None], set[Body]] = defaultdict(set)
    for held in picture.held:
        if held.holder.department is not None:
            for scheme in (_scheme_of(held.record), None):
                departments[held.holder.agency, scheme].add(counted(held.holder))
    return departments


def _scheme_of(record: Record) -> Scheme | None:
    about_a_scheme = Application | Entitlement | DeterminationMade | Claim | Contribution | Referral
    return record.scheme if isinstance(record, about_a_scheme) else None


def _inside(circle: Iterable[Body], steps: tuple[_Step, ...]) -> tuple[_Step, ...]:
    bodies = frozenset(circle)
    return tuple(
        step
        for step in steps
        if step.sender in bodies and step.to in bodies and step.sender != step.to
    )


def _conflict(circle: frozenset[Body], steps: tuple[_Step, ...], picture: Picture) -> Conflict:
    records: tuple[Record, ...] = (
        *(step.referral for step in steps),
        *_left_unopened(steps, picture),
    )
    return Conflict(
        type=ConflictType.KRINGVERWIJZING,
        bodies=in_order(circle),
        records=refs(records),
        provisions=provisions_of(records, LAW),
        monthly_harm_cents=_missed_per_month(steps, picture),
        urgency=HarmUrgency.CRITICAL if is_below_minimum(picture) else HarmUrgency.HIGH,
    )


def _left_unopened(steps: tuple[_Step, ...], picture: Picture) -> Iterator[Application]:
    """What was asked where the household was sent away, and never became a file."""
    asked = _asked(steps)
    for holder, application in picture.of(Application):
        sent_away = (_meant(holder, application.scheme, picture), application.scheme) in asked
        if sent_away and application.status is ApplicationStatus.NOT_OPENED:
            yield application


def _missed_per_month(steps: tuple[_Step, ...], picture: Picture) -> int | None:
    """The assistance that was asked for in the circle, else what its bodies calculated unpaid.

    Assistance fills up to the minimum: what comes first would lower it, so the two do not add up.
    """
    asked = _asked(steps)
    if any(scheme in LAST_RESORT for _, scheme in asked):
        missed = missed_assistance(picture)
        if missed is not None:
            return missed
    eligible = sum(
        right.amount_monthly_cents
        for holder, right in picture.of(Entitlement)
        if (_meant(holder, right.scheme, picture), right.scheme) in asked
        and right.status is EntitlementStatus.ELIGIBLE
    )
    return eligible or None


def _asked(steps: tuple[_Step, ...]) -> frozenset[tuple[Body, Scheme]]:
    return frozenset((step.sender, step.referral.scheme) for step in steps)


DETECTOR = Detector(
    type=ConflictType.KRINGVERWIJZING,
    summary=Text(
        "Organisaties verwijzen in een kring naar elkaar",
        "Organisations refer to each other in a circle",
    ),
    trigger=Text(
        "De doorverwijzingen van organisaties vormen een kring van twee of meer.",
        "The referrals of organisations form a circle of two or more.",
    ),
    example=Text(
        "De gemeente verwijst naar DUO en UWV, DUO naar UWV, en UWV naar de gemeente.",
        "The municipality refers to DUO and UWV, DUO to UWV, and UWV to the municipality.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
