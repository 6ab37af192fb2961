"""BESCHERMING_HALVEERT: without a registered address an attachment may take twice as much.

Rv 475da lid 4 lowers the protected amount for who has no address in the population register, as if
living were cheaper then; whether there is one, another agency decides (Wet BRP 2.23).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.running import ATTACHMENTS, is_running
from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.protection import protected_amount_of
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, FactUsed, MemberRef, Provision, Recovery
from domain.vocabulary import FactName, Law, LoweredBecause

LAW = (
    Provision(Law.RV, "475da", "4"),
    Provision(Law.RV, "475e", "1"),
    Provision(Law.WET_BRP, "2.23"),
)


@dataclass(frozen=True, slots=True)
class _Lowered:
    """An attachment that leaves less than it would with an address."""

    recovery: Recovery
    applied_cents: int
    protected_cents: int

    @property
    def harm_cents(self) -> int:
        """What it takes per month out of the amount that is protected with an address."""
        lowered_by = self.protected_cents - self.applied_cents
        return min(lowered_by, self.recovery.amount_monthly_cents)


@dataclass(frozen=True, slots=True)
class _Halved:
    """What one body takes so from the same persons, and their addresses that another keeps."""

    taker: Body
    lowered: tuple[_Lowered, ...]
    keeper: Body
    addresses: tuple[FactUsed, ...]


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per taker and keeper; the harm is what the lowering lets the taker take more."""
    by_bodies: dict[tuple[Body, ...], list[_Halved]] = defaultdict(list)
    for halved in _halved(picture):
        by_bodies[in_order((halved.taker, halved.keeper))].append(halved)
    return tuple(_conflict(bodies, found) for bodies, found in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Why less is protected, what it costs, and who can end it."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    more = texts.amount(conflict.monthly_harm_cents or 0)
    return Text(
        "Bij het beslag is gerekend alsof er geen adres in de basisregistratie staat. Dan "
        f"beschermt de wet een veel lager bedrag. Dat kost {more.nl} per maand. {names.nl} moeten "
        "dit samen oplossen: een briefadres inschrijven, en het beslag opnieuw berekenen.",
        "The attachment was computed as if no address stands in the population register. Then the "
        f"law protects a much lower amount. It costs {more.en} a month. {names.en} must solve this "
        "together: register a postal address, and compute the attachment anew.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Per attachment: the amount applied against the amount that holds with an address."""
    mine = {
        lowered.recovery.id: lowered
        for halved in _halved(picture)
        for lowered in halved.lowered
        if lowered.recovery.id in conflict.records
    }
    sums = [_sum(lowered) for _, lowered in sorted(mine.items())]
    return Text(" ".join(each.nl for each in sums), " ".join(each.en for each in sums))


def _sum(lowered: _Lowered) -> Text:
    applied, protected = texts.amount(lowered.applied_cents), texts.amount(lowered.protected_cents)
    taken = texts.amount(lowered.recovery.amount_monthly_cents)
    more = texts.amount(lowered.harm_cents)
    return Text(
        f"Toegepast is een beslagvrije voet van {applied.nl} wegens het ontbreken van een adres; "
        f"met adres is die {protected.nl}. Het beslag neemt {taken.nl} per maand, waarvan "
        f"{more.nl} door de verlaging.",
        f"A protected amount of {applied.en} was applied for want of an address; with an address "
        f"it is {protected.en}. The attachment takes {taken.en} a month, of which {more.en} by the "
        "lowering.",
    )


def _halved(picture: Picture) -> Iterator[_Halved]:
    by_debtor: dict[tuple[Body, frozenset[MemberRef]], list[_Lowered]] = defaultdict(list)
    for taker, lowered in _lowered(picture):
        by_debtor[taker, frozenset(lowered.recovery.persons)].append(lowered)
    for (taker, persons), of_them in by_debtor.items():
        for keeper, addresses in _kept_by_others(taker, persons, picture).items():
            yield _Halved(taker, tuple(of_them), keeper, tuple(addresses))


def _lowered(picture: Picture) -> Iterator[tuple[Body, _Lowered]]:
    for holder, recovery in picture.of(Recovery):
        applied = recovery.protected_amount
        if applied is None or not _is_lowered_for_want_of_an_address(recovery, picture):
            continue
        protected = protected_amount_of(recovery.persons, picture)
        if applied.applied_cents < protected:
            yield counted(holder), _Lowered(recovery, applied.applied_cents, protected)


def _is_lowered_for_want_of_an_address(recovery: Recovery, picture: Picture) -> bool:
    applied = recovery.protected_amount
    return (
        recovery.method in ATTACHMENTS
        and is_running(recovery, picture.today)
        and applied is not None
        and applied.lowered_because is LoweredBecause.NO_REGISTERED_ADDRESS
    )


def _kept_by_others(
    taker: Body, persons: frozenset[MemberRef], picture: Picture
) -> dict[Body, list[FactUsed]]:
    """The registered addresses of the same persons, by the other agency that keeps them."""
    kept: dict[Body, list[FactUsed]] = defaultdict(list)
    for holder, fact in picture.facts(FactName.REGISTERED_ADDRESS):
        by_an_agency = holder.agency is not None and counted(holder) != taker
        if fact.keeper is True and by_an_agency and not persons.isdisjoint(fact.persons):
            kept[counted(holder)].append(fact)
    return kept


def _conflict(bodies: tuple[Body, ...], found: list[_Halved]) -> Conflict:
    lowered = {each.recovery.id: each for halved in found for each in halved.lowered}
    recoveries = [each.recovery for each in lowered.values()]
    addresses = [address for halved in found for address in halved.addresses]
    return Conflict(
        type=ConflictType.BESCHERMING_HALVEERT,
        bodies=bodies,
        records=(*refs(recoveries), *refs(addresses)),
        provisions=provisions_of((*recoveries, *addresses), LAW),
        monthly_harm_cents=sum(each.harm_cents for each in lowered.values()) or None,
        urgency=HarmUrgency.CRITICAL,
    )


DETECTOR = Detector(
    type=ConflictType.BESCHERMING_HALVEERT,
    summary=Text(
        "Zonder adres beschermt de wet bij beslag veel minder inkomen",
        "Without an address the law protects much less income from attachment",
    ),
    trigger=Text(
        "Een lopend beslag past een lagere beslagvrije voet toe omdat er geen adres in de "
        "basisregistratie staat, en een andere organisatie houdt dat adres bij.",
        "A running attachment applies a lower protected amount because no address is registered, "
        "and another agency keeps that address.",
    ),
    example=Text(
        "Een deurwaarder halveert de beslagvrije voet omdat de gemeente iemand zonder huis heeft "
        "uitgeschreven en geen briefadres geeft.",
        "A bailiff halves the protected amount because the municipality struck a homeless person "
        "off the register and grants no postal address.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
