"""C31: money that one law leaves free as compensation counts as means under another.

The Participatiewet exempts by list, or damages for other than material loss (Pw 31 lid 2 l, 34 lid
2 e); the allowances take out special assets on request (Awir 47, UR Awir 9); for Wmo and Wlz money
counts unless designated and asked for (UB Wmo 2015 3.2.1, Blz). So the same payment is free here
and means there.

Found where the municipality, Dienst Toeslagen or the CAK counts money in its assets that came from
an exempt right of another body, and a harmful decision rests on it. Money that the counting body's
own law exempts is an error and no collision: that is MIDDEL_VRIJGELATEN_MAAR_GETELD alone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType
from domain.conflicts.consequences import consequence_of, monthly_harm, urgency_of
from domain.conflicts.facts import harmful_determinations, used_fact
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import (
    AmountPart,
    Body,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Provision,
)
from domain.vocabulary import Agency, FactName, Law

EXEMPT = (Provision(Law.PW, "31", "2 l"), Provision(Law.PW, "34", "2 e"))
ON_REQUEST = (Provision(Law.AWIR, "47"),)

_OWN_LAWS = {
    GEMEENTE: frozenset({Law.PW}),
    TOESLAGEN: frozenset({Law.AWIR, Law.WHT, Law.WZT, Law.WKGB, Law.WKO}),
    Body(agency=Agency.CAK): frozenset({Law.WLZ, Law.WMO_2015, Law.ZVW}),
}
"""Who counts means, and under which laws it does so."""


@dataclass(frozen=True, slots=True)
class _Counted:
    decider: Body
    decision: DeterminationMade
    assets: FactUsed
    part: AmountPart
    payer: Body
    right: Entitlement

    @property
    def bodies(self) -> tuple[Body, ...]:
        return in_order((self.decider, self.payer))


def find(picture: Picture) -> tuple[Collision, ...]:
    """One per pair of the body that counts and the body that paid."""
    by_bodies: dict[tuple[Body, ...], list[_Counted]] = defaultdict(list)
    for found in _counted_money(picture):
        by_bodies[found.bodies].append(found)
    return tuple(_collision(bodies, found, picture) for bodies, found in by_bodies.items())


def household(collision: Collision, picture: Picture) -> Text:
    """Whose money counts where, and that a request is needed there."""
    found = _found_in(collision, picture)
    decider = texts.capital(texts.bodies(in_order(each.decider for each in found), picture))
    cost = _cost(collision)
    return Text(
        "U kreeg een vergoeding die voor de ene regeling niet meetelt. Voor de andere telt zij wel "
        f"mee, zolang u niet vraagt om dat niet te doen. {decider.nl} telde haar mee.{cost.nl} "
        "Vraag bij elke organisatie om de vergoeding buiten beschouwing te laten.",
        "You got a compensation that does not count for one scheme. For the other it does, as long "
        f"as you do not ask to leave it out. {decider.en} counted it.{cost.en} Ask every "
        "organisation to leave it out.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The amounts counted and the provisions that exempt them elsewhere."""
    told = texts.joined(_told(each) for each in _found_in(collision, picture))
    cost = _cost(collision)
    return Text(
        f"In het vermogen meegeteld: {told.nl}.{cost.nl}",
        f"Counted in the assets: {told.en}.{cost.en}",
    )


def _cost(collision: Collision) -> Text:
    if not collision.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(collision.monthly_harm_cents)
    return Text(f" Dat kost {harm.nl} per maand.", f" That costs {harm.en} a month.")


def _told(found: _Counted) -> Text:
    part, scheme = texts.amount(found.part.amount_cents), texts.scheme(found.right.scheme)
    exempt = ", ".join(map(str, found.right.exempt_as_means))
    return Text(
        f"{part.nl} uit {scheme.nl}, vrij volgens {exempt}",
        f"{part.en} from {scheme.en}, exempt under {exempt}",
    )


def _found_in(collision: Collision, picture: Picture) -> list[_Counted]:
    return [each for each in _counted_money(picture) if each.bodies == collision.bodies]


def _counted_money(picture: Picture) -> Iterator[_Counted]:
    for decider, decision in harmful_determinations(picture):
        own_laws = _OWN_LAWS.get(decider)
        for ref in sorted(decision.rests_on):
            used = used_fact(picture, ref)
            if own_laws is None or used is None or used[1].fact is not FactName.ASSETS:
                continue
            for part in used[1].components:
                source = _exempt_source(part, picture)
                if source is None or source[0] == decider:
                    continue
                if own_laws.isdisjoint(each.law for each in source[1].exempt_as_means):
                    yield _Counted(decider, decision, used[1], part, *source)


def _exempt_source(part: AmountPart, picture: Picture) -> tuple[Body, Entitlement] | None:
    """The right of an agency that this asset came from, when its money is exempt."""
    assets = picture.household.assets
    origin = next((each.origin_record for each in assets if each.id == part.asset), None)
    held: Held | None = picture.find(origin)
    if held is None or held.holder.agency is None or not isinstance(held.record, Entitlement):
        return None
    return (counted(held.holder), held.record) if held.record.exempt_as_means else None


def _collision(bodies: tuple[Body, ...], found: list[_Counted], picture: Picture) -> Collision:
    decisions = {each.decision.id: each for each in found}
    assets = {each.assets.id for each in found}
    consequences = [
        consequence_of(picture, each.decider, each.decision, assets) for each in decisions.values()
    ]
    exempting = {provision for each in found for provision in each.right.exempt_as_means}
    harmed_by = refs(each.decision for each in decisions.values())
    return Collision(
        code=CollisionCode.C31,
        bodies=bodies,
        records=(*harmed_by, *sorted(assets), *refs(each.right for each in found)),
        harmed_by=harmed_by,
        provisions=tuple(sorted({*exempting, *ON_REQUEST}, key=str)),
        monthly_harm_cents=monthly_harm(consequences),
        urgency=urgency_of(picture, consequences),
    )


RULE = CollisionRule(
    code=CollisionCode.C31,
    name=Text(
        "Schadevergoeding en herstelbedragen",
        "Compensation money is wealth for one, nothing for another",
    ),
    one=Side(
        Text(
            "Voor bijstand telt een aangewezen of immateriële vergoeding niet als middel.",
            "For assistance a listed or immaterial compensation does not count as means.",
        ),
        EXEMPT,
    ),
    other=Side(
        Text(
            "Voor toeslagen telt zij alleen op verzoek niet mee; voor Wmo en Wlz alleen als zij is "
            "aangewezen en erom is gevraagd.",
            "For allowances it is left out on request only; for Wmo and Wlz only when designated "
            "and asked for.",
        ),
        ON_REQUEST,
    ),
    trigger=Text(
        "In het vermogen van gemeente, Dienst Toeslagen of CAK zit geld uit een recht dat een "
        "andere wet vrijlaat, en een nadelig besluit rust erop.",
        "The assets that municipality, Dienst Toeslagen or CAK count hold money from a right that "
        "another law exempts, and a harmful decision rests on it.",
    ),
    room=Text(
        "Een verzoek bij iedere organisatie; Awir 47 en UR Awir 9, UB Wmo 2015 3.2.1.",
        "A request to every organisation; Awir 47 and UR Awir 9, UB Wmo 2015 3.2.1.",
    ),
    deciders=Text("iedere organisatie", "each organisation"),
    together=Text("Drie verzoeken tegelijk versturen.", "Three requests sent together."),
    source="CONFLICTS.md [V]: Pw 31, 34 and Awir 47 read there; UB Wmo 2015 3.2.1, Blz",
    verified=True,
    faces=(ConflictType.MIDDEL_VRIJGELATEN_MAAR_GETELD,),
    find=find,
    household=household,
    computation=computation,
)
