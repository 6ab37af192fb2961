"""MIDDEL_VRIJGELATEN_MAAR_GETELD: money that one law leaves free is counted as assets by another.

A payment can be exempt by the law under which it is made (Pw 31 lid 2 onder l, 34 lid 2 onder e;
the Awir on request), while the body that counts assets does not know where the money came from.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.consequences import consequence_of, monthly_harm, urgency_of
from domain.conflicts.detector import Detector
from domain.conflicts.facts import harmful_determinations, used_fact
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import AmountPart, Body, DeterminationMade, Entitlement, FactUsed, Provision
from domain.vocabulary import FactName, Law

LAW = (
    Provision(Law.PW, "31", "2 l"),
    Provision(Law.PW, "34", "2 e"),
    Provision(Law.AWIR, "47"),
)


@dataclass(frozen=True, slots=True)
class _Counted:
    decider: Body
    determination: DeterminationMade
    assets: FactUsed
    part: AmountPart
    payer: Body
    right: Entitlement

    @property
    def bodies(self) -> tuple[Body, ...]:
        return in_order((self.decider, self.payer))


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per pair of the body that counts and the body that paid."""
    by_bodies: dict[tuple[Body, ...], list[_Counted]] = defaultdict(list)
    for found in _counted_money(picture):
        by_bodies[found.bodies].append(found)
    return tuple(_conflict(bodies, found, picture) for bodies, found in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Whose money should have been left alone, and who counted it."""
    found = _found_in(conflict, picture)
    decider = texts.bodies(in_order(each.decider for each in found), picture)
    payer, cost = texts.bodies(in_order(each.payer for each in found), picture), _cost(conflict)
    return Text(
        f"U kreeg geld van {payer.nl} dat volgens de wet niet als vermogen mag meetellen. "
        f"{texts.capital(decider).nl} telde het toch mee en nam daarop een nadelig besluit."
        f"{cost.nl} Laat zien waar het geld vandaan komt en vraag om een nieuw besluit.",
        f"You got money from {payer.en} that by law may not count as assets. "
        f"{texts.capital(decider).en} counted it all the same and took a harmful decision on it."
        f"{cost.en} Show where the money came from and ask for a new decision.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The amounts counted, their scheme and the provisions that exempt them."""
    told = texts.joined(_told(each, picture) for each in _found_in(conflict, picture))
    cost = _cost(conflict)
    return Text(
        f"In het vermogen is vrijgelaten geld meegeteld: {told.nl}.{cost.nl}",
        f"Exempt money was counted in the assets: {told.en}.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Dat kost het huishouden {harm.nl} per maand.",
        f" That costs the household {harm.en} a month.",
    )


def _told(found: _Counted, picture: Picture) -> Text:
    part, scheme = texts.amount(found.part.amount_cents), texts.scheme(found.right.scheme)
    payer, made = texts.body(found.payer, picture), texts.date(found.determination.made_on)
    exempt = ", ".join(map(str, found.right.exempt_as_means))
    return Text(
        f"{part.nl} uit {scheme.nl} van {payer.nl}, vrijgelaten volgens {exempt}, in het besluit "
        f"van {made.nl}",
        f"{part.en} from {scheme.en} of {payer.en}, exempt under {exempt}, in the decision of "
        f"{made.en}",
    )


def _found_in(conflict: Conflict, picture: Picture) -> list[_Counted]:
    return [each for each in _counted_money(picture) if each.bodies == conflict.bodies]


def _counted_money(picture: Picture) -> Iterator[_Counted]:
    for decider, determination in harmful_determinations(picture):
        for ref in sorted(determination.rests_on):
            found = used_fact(picture, ref)
            if found is None or found[1].fact is not FactName.ASSETS:
                continue
            for part in found[1].components:
                source = _exempt_source(part, picture)
                if source is not None and counted(source.holder) != decider:
                    assert isinstance(source.record, Entitlement)
                    payer = counted(source.holder)
                    yield _Counted(decider, determination, found[1], part, payer, source.record)


def is_exempt_part(part: AmountPart, holder: Body, picture: Picture) -> bool:
    """Whether this part of what a body counts is money that another agency paid and law exempts."""
    source = _exempt_source(part, picture)
    return source is not None and counted(source.holder) != counted(holder)


def _exempt_source(part: AmountPart, picture: Picture) -> Held | None:
    """The entitlement of an agency that the counted asset came from, when its money is exempt."""
    origin = next(
        (asset.origin_record for asset in picture.household.assets if asset.id == part.asset), None
    )
    held = picture.find(origin)
    if held is None or held.holder.agency is None or not isinstance(held.record, Entitlement):
        return None
    return held if held.record.exempt_as_means else None


def _conflict(bodies: tuple[Body, ...], found: list[_Counted], picture: Picture) -> Conflict:
    determinations = {each.determination.id: each for each in found}
    assets = {each.assets.id: each.assets for each in found}
    rights = {each.right.id: each.right for each in found}
    exempting = {provision for right in rights.values() for provision in right.exempt_as_means}
    consequences = [
        consequence_of(picture, each.decider, each.determination, frozenset(assets))
        for each in determinations.values()
    ]
    return Conflict(
        type=ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD,
        bodies=bodies,
        records=(
            *refs(each.determination for each in determinations.values()),
            *refs(assets.values()),
            *refs(rights.values()),
        ),
        provisions=tuple(sorted(exempting, key=str)),
        monthly_harm_cents=monthly_harm(consequences),
        urgency=urgency_of(picture, consequences),
    )


DETECTOR = Detector(
    type=ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD,
    summary=Text(
        "Geld dat vrij moet blijven, wordt als vermogen geteld",
        "Money that must be left free is counted as assets",
    ),
    trigger=Text(
        "Een nadelig besluit rust op vermogen waarin geld zit van een ander, dat volgens de wet "
        "niet als middel telt.",
        "A harmful decision rests on assets with money from another body that by law is no means.",
    ),
    example=Text(
        "Dienst Toeslagen betaalde compensatie; de gemeente beëindigt de bijstand omdat er te veel "
        "op de rekening staat.",
        "Dienst Toeslagen paid compensation; the municipality ends the assistance because there is "
        "too much in the account.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
