"""GEEN_ADRES_KRING: no address in the BRP, no postal address either, and so every body stops.

Whoever is taken off the register (Wet BRP 2.22) must be given a postal address when there is no
home (Wet BRP 2.23); as long as the keeper refuses or waits, all who take over the entry act on it.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.facts import carriers, harmful_determinations
from domain.conflicts.grounds import records_in
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import (
    Application,
    Body,
    DeterminationMade,
    Entitlement,
    FactUsed,
    MemberRef,
    Provision,
    RecordRef,
    Ref,
    ThreatenedAct,
)
from domain.vocabulary import (
    ApplicationStatus,
    EntitlementStatus,
    FactName,
    Law,
    Outcome,
    Scheme,
)

LAW = (Provision(Law.WET_BRP, "2.22"), Provision(Law.WET_BRP, "2.23"))

WEEKS_AWAY = dt.timedelta(days=31)

_PENDING = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})

_Request = Application | DeterminationMade
_Deed = ThreatenedAct | DeterminationMade


@dataclass(frozen=True, slots=True)
class _Consequence:
    """What a body does or did because of the missing address."""

    body: Body
    deed: _Deed
    on: frozenset[RecordRef]


@dataclass(frozen=True, slots=True)
class _Circle:
    """Missing addresses of the same persons that the keeper does not mend, although asked, and
    what follows from them elsewhere."""

    entries: tuple[FactUsed, ...]
    requests: tuple[_Request, ...]
    consequences: tuple[_Consequence, ...]


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per keeper of the register: the bodies that act on its empty entries."""
    by_keeper: dict[Body, list[_Circle]] = defaultdict(list)
    for (keeper, persons), entries in _missing_addresses(picture).items():
        requests = tuple(_requests_in_vain(picture, persons))
        if requests:
            by_keeper[keeper].append(_circle(picture, keeper, entries, requests))
    found = (_conflict(keeper, circles, picture) for keeper, circles in by_keeper.items())
    return tuple(conflict for conflict in found if conflict is not None)


def _circle(
    picture: Picture, keeper: Body, entries: list[FactUsed], requests: tuple[_Request, ...]
) -> _Circle:
    """Of these entries those that something follows from."""
    followed = {entry.id: tuple(_consequences(picture, keeper, entry)) for entry in entries}
    return _Circle(
        tuple(entry for entry in entries if followed[entry.id]),
        requests,
        tuple(each for of_entry in followed.values() for each in of_entry),
    )


def household(conflict: Conflict, picture: Picture) -> Text:
    """That one missing address stops everything, and who must mend it."""
    keeper = texts.capital(texts.bodies(_keepers(conflict, picture), picture))
    others = texts.bodies(_others(conflict, picture), picture)
    cost = _cost(conflict)
    return Text(
        "Er staat geen adres in de basisregistratie (BRP), en een briefadres is er niet gekomen. "
        f"Daardoor stoppen geld of verzekering bij {others.nl}.{cost.nl} {keeper.nl} moet een "
        "briefadres geven aan wie geen woonadres heeft; dan hoeft de rest niet te stoppen.",
        "There is no address in the population register (BRP), and no postal address was given. "
        f"So money or insurance stops at {others.en}.{cost.en} {keeper.en} must give a postal "
        "address to whoever has no home address; then the rest need not stop.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The empty entry, the request in vain, and what rests on the entry elsewhere."""
    keeper = texts.bodies(_keepers(conflict, picture), picture)
    others, cost = texts.bodies(_others(conflict, picture), picture), _cost(conflict)
    return Text(
        f"Bij {keeper.nl} is het adres in de BRP leeg en een briefadres is geweigerd of nog niet "
        f"toegekend; daden of besluiten van {others.nl} rusten op dat overgenomen gegeven."
        f"{cost.nl}",
        f"At {keeper.en} the BRP address is empty and a postal address was refused or is still "
        f"pending; acts or decisions of {others.en} rest on that value, taken over.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Dat scheelt {harm.nl} per maand.",
        f" That comes to {harm.en} a month.",
    )


def _keepers(conflict: Conflict, picture: Picture) -> tuple[Body, ...]:
    entries = {entry.id for entry in records_in(conflict, picture, FactUsed)}
    return in_order(held.holder for held in picture.held if held.record.id in entries)


def _others(conflict: Conflict, picture: Picture) -> tuple[Body, ...]:
    keepers = _keepers(conflict, picture)
    return tuple(body for body in conflict.bodies if body not in keepers)


def _missing_addresses(
    picture: Picture,
) -> dict[tuple[Body, frozenset[MemberRef]], list[FactUsed]]:
    """Entries of the keeper itself that say there is no address, by keeper and persons; a secret
    address is one."""
    missing: dict[tuple[Body, frozenset[MemberRef]], list[FactUsed]] = defaultdict(list)
    for holder, used in picture.facts(FactName.REGISTERED_ADDRESS):
        if used.value == Ref(None) and used.keeper is True:
            missing[counted(holder), frozenset(used.persons)].append(used)
    return missing


def _requests_in_vain(picture: Picture, persons: frozenset[MemberRef]) -> Iterator[_Request]:
    """Requests of these persons for a postal address that were refused or are still pending."""
    for _, application in picture.of(Application):
        if _asks_postal_address(application, persons) and application.status in _PENDING:
            yield application
    decided = [
        determination
        for _, determination in picture.of(DeterminationMade)
        if _asks_postal_address(determination, persons)
    ]
    granted = [each.made_on for each in decided if each.outcome is Outcome.GRANTED]
    last_grant = max(granted, default=dt.date.min)
    for determination in decided:
        if determination.outcome is Outcome.REFUSED and determination.made_on > last_grant:
            yield determination


def _asks_postal_address(request: _Request, persons: frozenset[MemberRef]) -> bool:
    is_about_them = not persons.isdisjoint(request.persons)
    return is_about_them and request.scheme is Scheme.POSTAL_ADDRESS_REGISTRATION


def _consequences(picture: Picture, keeper: Body, entry: FactUsed) -> Iterator[_Consequence]:
    """Threatened acts and harmful decisions of other bodies that rest on the entry taken over."""
    carried = frozenset(held.record.id for held in carriers(picture, keeper, entry))
    deeds_on = _deeds_by_fact(picture)
    deeds = {deed.id: (body, deed) for fact in carried for body, deed in deeds_on.get(fact, ())}
    for body, deed in deeds.values():
        if body != keeper:
            yield _Consequence(body, deed, carried.intersection(deed.rests_on))


@once_per_picture
def _deeds_by_fact(picture: Picture) -> Mapping[RecordRef, list[tuple[Body, _Deed]]]:
    """The threatened acts and the harmful decisions that rest on each fact."""
    threatened = ((counted(holder), act) for holder, act in picture.of(ThreatenedAct))
    deeds: Iterable[tuple[Body, _Deed]] = (*threatened, *harmful_determinations(picture))
    by_fact: dict[RecordRef, list[tuple[Body, _Deed]]] = defaultdict(list)
    for body, deed in deeds:
        for fact in deed.rests_on:
            by_fact[fact].append((body, deed))
    return by_fact


def _conflict(keeper: Body, circles: list[_Circle], picture: Picture) -> Conflict | None:
    circles = [circle for circle in circles if circle.consequences]
    followed = [each for circle in circles for each in circle.consequences]
    others = {each.body for each in followed}
    if len(others) < 2:
        return None
    entries = [entry for circle in circles for entry in circle.entries]
    requests = [request for circle in circles for request in circle.requests]
    deeds = [each.deed for each in followed]
    return Conflict(
        type=ConflictType.GEEN_ADRES_KRING,
        bodies=in_order((keeper, *others)),
        records=tuple(dict.fromkeys((*refs(entries), *refs(requests), *refs(deeds)))),
        provisions=provisions_of((*entries, *requests, *deeds), LAW),
        monthly_harm_cents=_missed_per_month(followed, picture) or None,
        urgency=_urgency(deeds, picture.today),
    )


def _urgency(deeds: list[_Deed], today: dt.date) -> HarmUrgency:
    """A decision is felt already; an act is critical when it is weeks away at most."""
    felt = any(
        isinstance(deed, DeterminationMade) or deed.date <= today + WEEKS_AWAY for deed in deeds
    )
    return HarmUrgency.CRITICAL if felt else HarmUrgency.HIGH


def _missed_per_month(followed: list[_Consequence], picture: Picture) -> int:
    """What stops or will stop per month, each right counted once.

    For a threatened act: the payment that it is about. For a decision: what the body itself says it
    would be with an address, or else what the right that it decided on has lost.
    """
    missed: dict[RecordRef, int] = {}
    for each in followed:
        if isinstance(each.deed, ThreatenedAct):
            losses = tuple(_threatened(each.deed, picture))
        else:
            losses = tuple(_decided(each.deed, each.on, tuple(picture.rights_by(each.deed.id))))
        for right, cents in losses:
            missed[right] = max(cents, missed.get(right, 0))
    return sum(missed.values())


def _threatened(act: ThreatenedAct, picture: Picture) -> Iterator[tuple[RecordRef, int]]:
    held = picture.find(act.about)
    if held is not None and isinstance(held.record, Entitlement):
        yield held.record.id, held.record.amount_monthly_cents


def _decided(
    decision: DeterminationMade, on: frozenset[RecordRef], rights: tuple[Entitlement, ...]
) -> Iterator[tuple[RecordRef, int]]:
    gain = _gain_with_an_address(decision, on)
    if gain is not None:
        yield (rights[0].id if len(rights) == 1 else decision.id), gain
    else:
        yield from ((right.id, _lost(right)) for right in rights)


def _gain_with_an_address(
    determination: DeterminationMade, carried: frozenset[RecordRef]
) -> int | None:
    gains = [
        other.amount_monthly_cents - (determination.amount_monthly_cents or 0)
        for other in determination.would_be
        if other.fact in carried and other.amount_monthly_cents is not None
    ]
    return max(max(gains), 0) if gains else None


def _lost(entitlement: Entitlement) -> int:
    if entitlement.status is not EntitlementStatus.IN_PAYMENT:
        return entitlement.amount_monthly_cents
    full = entitlement.full_amount_monthly_cents
    return 0 if full is None else max(full - entitlement.amount_monthly_cents, 0)


DETECTOR = Detector(
    type=ConflictType.GEEN_ADRES_KRING,
    summary=Text(
        "Geen adres, geen briefadres, en daarom stopt alles",
        "No address, no postal address, and so everything stops",
    ),
    trigger=Text(
        "Het adres in de BRP is leeg, een briefadres is geweigerd of nog niet toegekend, en daden "
        "of besluiten van twee of meer andere organisaties rusten op dat overgenomen gegeven.",
        "The BRP address is empty, a postal address was refused or is pending, and acts or "
        "decisions of two or more other bodies rest on that value, taken over.",
    ),
    example=Text(
        "Een dakloze man krijgt geen briefadres; daardoor stoppen zijn WW, zijn zorgtoeslag en "
        "zijn zorgverzekering.",
        "A homeless man is not given a postal address; so his unemployment benefit, his health "
        "care allowance and his health insurance stop.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
