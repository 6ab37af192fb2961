"""DREMPEL_NADERT: one more unpaid month, and a harmful act follows by itself.

After six monthly premiums in arrears the insurer reports to the CAK (Zvw 18c), which then levies a
higher premium at the source (Zvw 18d, 18f); before that day it can still be averted.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict

from domain.conflicts.bodies import in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.grounds import records_in
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Provision, Record, ThreatenedAct, Threshold
from domain.vocabulary import Law, ThresholdCount

LAW = (Provision(Law.ZVW, "18c"), Provision(Law.ZVW, "18d"))

NEAR = dt.timedelta(days=31)

_COUNTED = {
    ThresholdCount.MONTHLY_PREMIUMS_UNPAID: Text(
        "onbetaalde maandpremies", "unpaid monthly premiums"
    ),
}


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per holder of the act and body that would carry it out (may be one)."""
    by_bodies: dict[tuple[Body, ...], list[ThreatenedAct]] = defaultdict(list)
    for holder, act in picture.of(ThreatenedAct):
        if _is_near(act.date, picture.today) and _is_one_short(act.threshold):
            by_bodies[in_order(_bodies(holder, act, picture))].append(act)
    return tuple(_conflict(bodies, acts, picture) for bodies, acts in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """What follows on which day, and that there is still time."""
    names, days = texts.bodies(conflict.bodies, picture), _days(conflict, picture)
    counts = _counts(conflict, picture)
    return Text(
        f"Er is nog één stap tot een grens: {counts.nl}. Komt die grens, dan volgt op {days.nl} "
        f"vanzelf iets dat geld kost. Het gaat om {names.nl}. Maak vóór die dag een afspraak over "
        "betalen; dan gebeurt het niet.",
        f"There is one step left to a limit: {counts.en}. Once the limit is reached, something "
        f"that costs money follows by itself on {days.en}. It is about {names.en}. Make an "
        "arrangement to pay before that day; then it does not happen.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The count today against the limit, and the day of the act."""
    counts, days = _counts(conflict, picture), _days(conflict, picture)
    today = texts.date(picture.today)
    return Text(
        f"De telling staat op {today.nl} één onder de grens: {counts.nl}; de daad volgt op "
        f"{days.nl}.",
        f"On {today.en} the count is one short of the limit: {counts.en}; the act follows on "
        f"{days.en}.",
    )


def _is_near(day: dt.date, today: dt.date) -> bool:
    return today <= day <= today + NEAR


def _is_one_short(threshold: Threshold | None) -> bool:
    return threshold is not None and threshold.limit - threshold.now == 1


def _bodies(holder: Body, act: ThreatenedAct, picture: Picture) -> tuple[Body, ...]:
    if act.carried_out_by is None:
        return (holder,)
    return holder, picture.body_meant(act.carried_out_by, act.about)


def _counts(conflict: Conflict, picture: Picture) -> Text:
    acts = records_in(conflict, picture, ThreatenedAct)
    return texts.joined(sorted({_count(act.threshold) for act in acts if act.threshold}))


def _count(threshold: Threshold) -> Text:
    counted = _COUNTED[threshold.counts]
    return Text(
        f"{threshold.now} van de {threshold.limit} {counted.nl}",
        f"{threshold.now} of {threshold.limit} {counted.en}",
    )


def _days(conflict: Conflict, picture: Picture) -> Text:
    days = {act.date for act in records_in(conflict, picture, ThreatenedAct)}
    return texts.joined(texts.date(day) for day in sorted(days))


def _conflict(bodies: tuple[Body, ...], acts: list[ThreatenedAct], picture: Picture) -> Conflict:
    meant = (picture.find(act.about) for act in acts)
    subjects: tuple[Record, ...] = tuple(held.record for held in meant if held is not None)
    return Conflict(
        type=ConflictType.DREMPEL_NADERT,
        bodies=bodies,
        records=(*refs(acts), *refs(subjects)),
        provisions=provisions_of((*acts, *subjects), LAW),
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.DREMPEL_NADERT,
    summary=Text(
        "Nog één stap tot een grens waarna vanzelf een nadelige daad volgt",
        "One step left to a limit after which a harmful act follows by itself",
    ),
    trigger=Text(
        "Binnen 31 dagen dreigt een daad waarvan de telling nog één onder de grens staat.",
        "An act threatens within 31 days, and its count is one short of the limit.",
    ),
    example=Text(
        "Vijf zorgpremies zijn onbetaald; bij de zesde meldt de verzekeraar dat bij het CAK en "
        "wordt de premie hoger.",
        "Five health premiums are unpaid; at the sixth the insurer reports it to the CAK and the "
        "premium rises.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
