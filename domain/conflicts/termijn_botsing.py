"""TERMIJN_BOTSING: a harmful act comes before the last lawful day of what could avert it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.explanations import body_name, day, joined, scheme_name
from domain.picture import Picture
from domain.records import Application, Body, Provision, ThreatenedAct, WayOut
from domain.vocabulary import ApplicationStatus, AvertingStep, Law, ThreatenedActKind

LAW = (Provision(Law.AWB, "4:13"), Provision(Law.WGS, "4"), Provision(Law.WGS, "4a"))

_TAKES_HOME_INCOME_OR_CARE = frozenset(
    {
        ThreatenedActKind.COURT_HEARING,
        ThreatenedActKind.EVICTION,
        ThreatenedActKind.END_OF_BENEFIT,
        ThreatenedActKind.END_OF_INSURANCE,
    }
)
"""Acts that cannot be mended afterwards; compare the threatening situations of Wgs 4 lid 2."""

_ACTS = {
    ThreatenedActKind.COURT_HEARING: "is de zitting bij de rechter",
    ThreatenedActKind.EVICTION: "is de ontruiming",
    ThreatenedActKind.END_OF_BENEFIT: "stopt de uitkering",
    ThreatenedActKind.END_OF_INSURANCE: "stopt de zorgverzekering",
    ThreatenedActKind.REPORT_TO_CAK: "volgt de melding bij het CAK",
    ThreatenedActKind.RIGHT_LAPSES: "loopt een termijn van het huishouden af",
}


@dataclass(frozen=True, slots=True)
class _Clash:
    threatens: Body
    decides: Body
    act: ThreatenedAct
    application: Application


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per holder of the act and holder of the application."""
    by_pair: dict[tuple[Body, ...], list[_Clash]] = defaultdict(list)
    for clash in _clashes(picture):
        by_pair[in_order((clash.threatens, clash.decides))].append(clash)
    return tuple(_conflict(bodies, clashes) for bodies, clashes in by_pair.items())


def plain_dutch(conflict: Conflict, picture: Picture) -> str:
    """Which act comes on which day, and who would answer too late."""
    held = [found for record in conflict.records if (found := picture.find(record))]
    acts = [found.record for found in held if isinstance(found.record, ThreatenedAct)]
    asked = [
        (found.holder, found.record) for found in held if isinstance(found.record, Application)
    ]
    schemes = {scheme_name(application.scheme) for _, application in asked}
    deciders = {body_name(body, picture) for body in in_order(holder for holder, _ in asked)}
    first = min(acts, key=lambda act: (act.date, act.id), default=None)
    threat = f"Op {day(first.date)} {_ACTS[first.kind]}. " if first else ""
    return (
        f"{threat}De aanvraag voor {joined(sorted(schemes))} kan dat voorkomen, maar "
        f"{joined(sorted(deciders))} hoeft pas later te beslissen. Dan is het te laat: er moet "
        "eerder beslist worden, of het andere moet wachten."
    )


def _clashes(picture: Picture) -> Iterator[_Clash]:
    for threatens, act in picture.of(ThreatenedAct):
        if act.date < picture.today:
            continue
        for way_out in act.averted_by:
            held = picture.find(way_out.record)
            if held is None or not isinstance(held.record, Application):
                continue
            if _comes_too_late(held.record, way_out, act.date):
                yield _Clash(threatens, held.holder, act, held.record)


def _comes_too_late(application: Application, way_out: WayOut, act: dt.date) -> bool:
    """No date counts as too late: nothing binds the body to be in time."""
    if application.status is ApplicationStatus.DECIDED:
        return False
    first_talk = way_out.step is AvertingStep.FIRST_TALK
    last_day = application.first_talk_by if first_talk else application.decide_by
    return last_day is None or act < last_day


def _conflict(bodies: tuple[Body, ...], clashes: list[_Clash]) -> Conflict:
    acts = [clash.act for clash in clashes]
    applications = [clash.application for clash in clashes]
    critical = any(act.kind in _TAKES_HOME_INCOME_OR_CARE for act in acts)
    return Conflict(
        type=ConflictType.TERMIJN_BOTSING,
        bodies=bodies,
        records=(*refs(acts), *refs(applications)),
        provisions=provisions_of((*acts, *applications), LAW),
        monthly_harm_cents=None,
        urgency=HarmUrgency.CRITICAL if critical else HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.TERMIJN_BOTSING,
    summary_nl="De redding komt na de klap: een termijn loopt langer door dan er tijd is",
    law=LAW,
    find=find,
    plain_dutch=plain_dutch,
)
