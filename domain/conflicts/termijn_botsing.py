"""TERMIJN_BOTSING: a harmful act comes before the last lawful day of what could avert it."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.explanations import texts
from domain.legislation.text import Text
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
    ThreatenedActKind.COURT_HEARING: Text(
        "is de zitting bij de rechter", "there is the hearing in court"
    ),
    ThreatenedActKind.EVICTION: Text("is de ontruiming", "there is the eviction"),
    ThreatenedActKind.END_OF_BENEFIT: Text("stopt de uitkering", "the benefit stops"),
    ThreatenedActKind.END_OF_INSURANCE: Text(
        "stopt de zorgverzekering", "the health insurance stops"
    ),
    ThreatenedActKind.REPORT_TO_CAK: Text(
        "volgt de melding bij het CAK", "the report to the CAK follows"
    ),
    ThreatenedActKind.RIGHT_LAPSES: Text(
        "loopt een termijn van het huishouden af", "a term of the household ends"
    ),
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


def household(conflict: Conflict, picture: Picture) -> Text:
    """Which act comes on which day, and who would answer too late."""
    threat, schemes, deciders = _threat(conflict, picture), *_asked(conflict, picture)
    return Text(
        f"{threat.nl}De aanvraag voor {schemes.nl} kan dat voorkomen, maar "
        f"{deciders.nl} hoeft pas later te beslissen. Dan is het te laat: er moet "
        "eerder beslist worden, of het andere moet wachten.",
        f"{threat.en}The application for {schemes.en} can avert that, but {deciders.en} need not "
        "decide until later. Then it is too late: the decision must come sooner, or the other must "
        "wait.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The day of the act beside the last lawful day of each application."""
    threat = _threat(conflict, picture)
    lasts = [_last_days(application) for _, application in _applications(conflict, picture)]
    told = texts.joined(lasts)
    return Text(
        f"{threat.nl}Daarna pas vallen de uiterste dagen: {told.nl}.",
        f"{threat.en}Only after that fall the last days: {told.en}.",
    )


def _last_days(application: Application) -> Text:
    scheme = texts.scheme(application.scheme)
    day = application.decide_by or application.first_talk_by
    if day is None:
        return Text(f"{scheme.nl}, zonder datum", f"{scheme.en}, without a date")
    last = texts.date(day)
    return Text(f"{scheme.nl}, {last.nl}", f"{scheme.en}, {last.en}")


def _threat(conflict: Conflict, picture: Picture) -> Text:
    held = [found for record in conflict.records if (found := picture.find(record))]
    acts = [found.record for found in held if isinstance(found.record, ThreatenedAct)]
    first = min(acts, key=lambda act: (act.date, act.id), default=None)
    if first is None:
        return Text("", "")
    on, act = texts.date(first.date), _ACTS[first.kind]
    return Text(f"Op {on.nl} {act.nl}. ", f"On {on.en} {act.en}. ")


def _applications(conflict: Conflict, picture: Picture) -> list[tuple[Body, Application]]:
    held = (picture.find(record) for record in conflict.records)
    return [
        (found.holder, found.record)
        for found in held
        if found is not None and isinstance(found.record, Application)
    ]


def _asked(conflict: Conflict, picture: Picture) -> tuple[Text, Text]:
    """The schemes asked for, and who decides on them."""
    asked = _applications(conflict, picture)
    schemes = sorted({texts.scheme(application.scheme) for _, application in asked})
    deciders = {texts.body(each, picture) for each in in_order(holder for holder, _ in asked)}
    return texts.joined(schemes), texts.joined(sorted(deciders))


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
    summary=Text(
        "De redding komt na de klap: een termijn loopt langer door dan er tijd is",
        "Help comes after the blow: a term runs longer than there is time",
    ),
    trigger=Text(
        "Een dreigende daad valt vóór de dag waarop uiterlijk wordt beslist op de aanvraag die "
        "haar kan voorkomen.",
        "A threatened act falls before the last day for deciding on the application that can "
        "avert it.",
    ),
    example=Text(
        "De ontruiming is over negen dagen; de gemeente hoeft pas over acht weken over "
        "schuldhulp te beslissen.",
        "Eviction is in nine days; the municipality need not decide on debt counselling for "
        "eight weeks.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
