"""VERHOGING_STAPELT: a debt was increased while letters could not reach who has to pay it.

An increase presumes that the reminder arrived and was left unpaid (Wahv 23, 25; Awb 3:41). Costs
and interest are no increases.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.facts import holds_on, shown_of
from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, ClaimPart, Flag, Provision
from domain.vocabulary import ClaimPartKind, FactName, Law

LAW = (
    Provision(Law.WAHV, "23"),
    Provision(Law.WAHV, "25"),
    Provision(Law.AWB, "3:41"),
)


@dataclass(frozen=True, slots=True)
class _Increases:
    """The increases of one claim that nobody could know of, and what shows that."""

    claim: Claim
    parts: tuple[ClaimPart, ...]
    shown: tuple[FactShown, ...]

    @property
    def amount_cents(self) -> int:
        return sum(part.amount_cents for part in self.parts)


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body; the harm, once, is the sum of its increases of those days."""
    by_body: dict[Body, list[_Increases]] = defaultdict(list)
    for holder, increases in _increases(picture):
        by_body[holder].append(increases)
    return tuple(_conflict(body, found) for body, found in by_body.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Which debt was increased, by how much, and why that is not reasonable."""
    schemes = {each.claim.scheme for _, each in _of(conflict, picture)}
    debts = texts.joined(texts.scheme(scheme) for scheme in sorted(schemes))
    added = texts.amount(conflict.one_off_harm_cents or 0)
    return Text(
        f"Een schuld ({debts.nl}) is verhoogd met {added.nl} in een tijd dat de post niet aankwam. "
        "Wie een brief niet krijgt, kan niet op tijd betalen. Vraag om die verhogingen te "
        "schrappen.",
        f"A debt ({debts.en}) was increased by {added.en} at a time when the post did not arrive. "
        "Who gets no letter cannot pay in time. Ask to have those increases cancelled.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The increases by day and amount, held against the days on which nobody was reachable."""
    mine = [each for _, each in _of(conflict, picture)]
    days = sorted((part.on, part.amount_cents) for each in mine for part in each.parts if part.on)
    added = texts.joined(_added(day, cents) for day, cents in days)
    since = sorted(shown.from_date for each in mine for shown in each.shown if shown.from_date)
    first = texts.date(since[0]) if since else None
    return Text(
        f"Verhogingen: {added.nl}. "
        f"Onbereikbaarheid is aangetoond{f' vanaf {first.nl}' if first else ''}.",
        f"Increases: {added.en}. "
        f"That nobody could be reached is shown{f' from {first.en}' if first else ''}.",
    )


def _added(on: dt.date, cents: int) -> Text:
    amount, day = texts.amount(cents), texts.date(on)
    return Text(f"{amount.nl} op {day.nl}", f"{amount.en} on {day.en}")


def _of(conflict: Conflict, picture: Picture) -> list[tuple[Body, _Increases]]:
    return [found for found in _increases(picture) if found[1].claim.id in conflict.records]


def _increases(picture: Picture) -> Iterator[tuple[Body, _Increases]]:
    for holder, claim in picture.of(Claim):
        unreachable = _shown_unreachable(claim, picture)
        parts = tuple(part for part in claim.components if _is_added_during(part, unreachable))
        proof = tuple(
            shown
            for shown in unreachable
            if any(_is_added_during(part, (shown,)) for part in parts)
        )
        if parts:
            yield counted(holder), _Increases(claim, parts, proof)


def _shown_unreachable(claim: Claim, picture: Picture) -> tuple[FactShown, ...]:
    """What shows that somebody who has to pay this claim could not be reached, on whatever day."""
    shown = shown_of(picture, FactName.REACHABLE, claim.liable)
    return tuple(each for each in shown if each.value == Flag(False))


def _is_added_during(part: ClaimPart, shown: tuple[FactShown, ...]) -> bool:
    """An increase of a known day on which one of these facts holds."""
    if part.kind is not ClaimPartKind.INCREASE or part.on is None or part.amount_cents == 0:
        return False
    day = part.on
    return any(holds_on(each, day) for each in shown)


def _conflict(body: Body, found: list[_Increases]) -> Conflict:
    claims = [increases.claim for increases in found]
    shown = {each.id for increases in found for each in increases.shown}
    return Conflict(
        type=ConflictType.VERHOGING_STAPELT,
        bodies=in_order((body,)),
        records=(*refs(claims), *sorted(shown)),
        provisions=provisions_of(claims, LAW),
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH,
        one_off_harm_cents=sum(increases.amount_cents for increases in found),
    )


DETECTOR = Detector(
    type=ConflictType.VERHOGING_STAPELT,
    summary=Text(
        "Een schuld is verhoogd terwijl iemand niet bereikbaar was",
        "A debt was increased while somebody could not be reached",
    ),
    trigger=Text(
        "Een verhoging van een vordering is gedateerd op een dag waarop aangetoond is dat iemand "
        "die moet betalen niet bereikbaar was.",
        "An increase of a claim is dated on a day on which somebody who has to pay it is shown to "
        "have been unreachable.",
    ),
    example=Text(
        "Het CJIB verhoogt verkeersboetes van iemand die in zijn auto slaapt en wiens post "
        "terugkomt.",
        "The CJIB increases traffic fines of a man who sleeps in his car and whose post comes "
        "back.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
