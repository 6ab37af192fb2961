"""DUBBELE_HEFFING: two bodies each levy a contribution for the same cover of the same person.

Who is insured under the law of one country pays there only (Vo 883/2004 11 and 30; Zvw 69), and
while the CAK levies the administrative premium the insurer levies none (Zvw 18d).
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import combinations

from domain.budget.running import is_covered, is_running
from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Contribution, Provision, Record, RecordRef, Recovery
from domain.vocabulary import Cover, Law

LAW = (
    Provision(Law.VO_883_2004, "11", "1"),
    Provision(Law.VO_883_2004, "30"),
    Provision(Law.ZVW, "69"),
    Provision(Law.ZVW, "18d"),
)


@dataclass(frozen=True, slots=True)
class _Levied:
    """A contribution and the body that levies it."""

    holder: Body
    contribution: Contribution


@dataclass(frozen=True, slots=True)
class _Double:
    """Two contributions for one cover, with who collects them for another."""

    first: _Levied
    second: _Levied
    collected: tuple[tuple[Body, Recovery], ...]

    @property
    def contributions(self) -> tuple[Contribution, Contribution]:
        return self.first.contribution, self.second.contribution

    @property
    def bodies(self) -> tuple[Body, ...]:
        collectors = (collector for collector, _ in self.collected)
        return in_order((self.first.holder, self.second.holder, *collectors))

    def runs_on(self, day: dt.date) -> bool:
        """Whether both are owed for this day."""
        return all(is_covered(each, day) for each in self.contributions)

    @property
    def too_much(self) -> Contribution:
        """The one that is paid too much: as its body says itself, otherwise the lower one."""
        named = [each for each in self.contributions if each.overpaid_cents]
        candidates = named if len(named) == 1 else self.contributions
        return min(candidates, key=lambda each: (each.amount_monthly_cents, each.id))


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per set of bodies.

    The harm per month is the contribution that is paid too much, while both are owed today; the
    harm once is what a body says was overpaid so far.
    """
    by_bodies: dict[tuple[Body, ...], list[_Double]] = defaultdict(list)
    for double in _doubles(picture):
        by_bodies[double.bodies].append(double)
    return tuple(_conflict(bodies, doubles, picture) for bodies, doubles in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """That two are paid for one, and what that costs."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    harm = conflict.monthly_harm_cents
    per_month = texts.amount(harm or 0)
    cost = Text(
        f" Dat kost nu {per_month.nl} per maand te veel." if harm else "",
        f" That now costs {per_month.en} a month too much." if harm else "",
    )
    return Text(
        f"Er wordt twee keer premie geheven voor dezelfde dekking over dezelfde tijd.{cost.nl} "
        f"{names.nl} moeten samen vaststellen welke premie klopt; de andere moet stoppen en terug.",
        f"Two premiums are levied for the same cover over the same time.{cost.en} {names.en} must "
        "establish together which premium is right; the other must stop and be given back.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Both contributions with their amounts, and the days that they have in common."""
    mine = [double for double in _doubles(picture) if double.bodies == conflict.bodies]
    told = [_told(double) for double in sorted(mine, key=_ids)]
    return Text(" ".join(each.nl for each in told), " ".join(each.en for each in told))


def _told(double: _Double) -> Text:
    amounts = texts.joined(
        texts.amount(each.amount_monthly_cents)
        for each in sorted(double.contributions, key=lambda each: each.id)
    )
    start = texts.date(max(each.cover_from for each in double.contributions))
    ends = [each.cover_until for each in double.contributions if each.cover_until is not None]
    end = texts.date(min(ends)) if ends else None
    return Text(
        f"Bijdragen van {amounts.nl} per maand voor dezelfde dekking, samen vanaf {start.nl}"
        f"{f' tot en met {end.nl}' if end else ''}.",
        f"Contributions of {amounts.en} a month for the same cover, both from {start.en}"
        f"{f' to {end.en}' if end else ''}.",
    )


def _ids(double: _Double) -> tuple[RecordRef, ...]:
    return tuple(sorted(each.id for each in double.contributions))


def _doubles(picture: Picture) -> Iterator[_Double]:
    by_cover: dict[Cover, list[_Levied]] = defaultdict(list)
    for holder, contribution in picture.of(Contribution):
        if contribution.amount_monthly_cents > 0:
            by_cover[contribution.cover].append(_Levied(counted(holder), contribution))
    for levied in by_cover.values():
        if len({each.holder for each in levied}) > 1:
            yield from _levied_twice(levied, picture)


def _levied_twice(levied: list[_Levied], picture: Picture) -> Iterator[_Double]:
    for first, second in combinations(levied, 2):
        if first.holder != second.holder and is_levied_twice(
            first.contribution, second.contribution
        ):
            yield _Double(first, second, tuple(_collected(first, second, picture)))


def is_levied_twice(one: Contribution, other: Contribution) -> bool:
    """The same cover of the same person, with at least one day in common."""
    return (
        one.cover is other.cover
        and not frozenset(one.persons).isdisjoint(other.persons)
        and one.cover_from <= (other.cover_until or dt.date.max)
        and other.cover_from <= (one.cover_until or dt.date.max)
    )


def _collected(
    first: _Levied, second: _Levied, picture: Picture
) -> Iterator[tuple[Body, Recovery]]:
    """Who collects one of them today on behalf of another body."""
    for levied in (first, second):
        for recovery in picture.recoveries_for(levied.contribution.id):
            if recovery.on_behalf_of is not None and is_running(recovery, picture.today):
                yield counted(picture.get(recovery.id).holder), recovery


def _conflict(bodies: tuple[Body, ...], doubles: Iterable[_Double], picture: Picture) -> Conflict:
    found = tuple(doubles)
    contributions = {each.id: each for double in found for each in double.contributions}
    recoveries = {recovery.id: recovery for double in found for _, recovery in double.collected}
    running = [double for double in found if double.runs_on(picture.today)]
    too_much = {double.too_much.id: double.too_much for double in running}
    records: tuple[Record, ...] = (*contributions.values(), *recoveries.values())
    return Conflict(
        type=ConflictType.DUBBELE_HEFFING,
        bodies=bodies,
        records=(*refs(contributions.values()), *refs(recoveries.values())),
        provisions=provisions_of(records, LAW),
        monthly_harm_cents=sum(each.amount_monthly_cents for each in too_much.values()) or None,
        urgency=HarmUrgency.HIGH if running else HarmUrgency.NORMAL,
        one_off_harm_cents=sum(each.overpaid_cents or 0 for each in contributions.values()) or None,
    )


DETECTOR = Detector(
    type=ConflictType.DUBBELE_HEFFING,
    summary=Text(
        "Twee organisaties heffen premie voor dezelfde dekking",
        "Two bodies levy a contribution for the same cover",
    ),
    trigger=Text(
        "Twee bijdragen van verschillende organisaties gelden voor dezelfde dekking van dezelfde "
        "persoon, over perioden die elkaar overlappen.",
        "Two contributions of different bodies are for the same cover of the same person, over "
        "periods that overlap.",
    ),
    example=Text(
        "Het CAK laat een verdragsbijdrage op de AOW inhouden, terwijl de zorgverzekeraar premie "
        "int voor dezelfde maanden.",
        "The CAK has a treaty contribution withheld from the AOW pension, while the health insurer "
        "collects a premium for the same months.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
