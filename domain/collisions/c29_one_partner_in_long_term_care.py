"""C29: one partner went into long-term care, and every law counts the couple its own way.

The CAK asks a contribution on the income of two years before, of both (Blz 3.3.2.2; on request that
of this year, 3.3.2.3 lid 2 and 3.3.2.4 lid 2). The SVB pays as married or on choice as single (AOW
17), assistance adds what each would have alone (Pw 23 lid 3), and for the allowances they stay
partners unless they ask (Awir 3 lid 6). By the law a partner who lives outside always makes it the
low contribution (Blz 3.3.2.2 lid 2): the high one of the list is for who has nobody at home.

A stay is found on what the CAK asks under the Wlz of a couple of whom one lives elsewhere, not in
prison, or on a decision that says so; the format has no address of an institution. At least one of
the others pays the couple or decided on the stay.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.running import is_covered, is_in_payment, is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.couples import Parted, parted_otherwise
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import is_below_minimum
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import (
    Body,
    Contribution,
    DeterminationMade,
    Entitlement,
    Provision,
    Recovery,
)
from domain.vocabulary import Agency, Law, Reason, Scheme

COUPLE = (
    Provision(Law.PW, "23", "3"),
    Provision(Law.AOW, "17"),
    Provision(Law.AWIR, "3", "6"),
)

_CAK = Body(agency=Agency.CAK)
_SEES_A_COUPLE = {
    Body(agency=Agency.SVB): frozenset({Scheme.AOW, Scheme.AIO}),
    GEMEENTE: frozenset({Scheme.BIJSTAND}),
    TOESLAGEN: frozenset({Scheme.ZORGTOESLAG, Scheme.HUURTOESLAG}),
}


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the contribution of this couple beside what others pay them."""
    parted = parted_otherwise(picture.household)
    if parted is None:
        return ()
    contributions = tuple(_contributions(parted, picture))
    decided = tuple(_decided(parted, picture))
    paid = tuple(_paid(parted, picture))
    by_others = [held for held in decided if held.holder != _CAK]
    if not (contributions or decided) or not (paid or by_others):
        return ()
    taken = tuple(_taken(contributions, picture))
    return (
        Collision(
            code=CollisionCode.C29,
            bodies=in_order((_CAK, *(held.holder for held in (*decided, *paid)))),
            records=(
                *refs(contributions),
                *refs(taken),
                *refs(held.record for held in (*decided, *paid)),
            ),
            harmed_by=(*refs(contributions), *refs(taken)) or refs(held.record for held in decided),
            provisions=(*_under_the_wlz(contributions), *COUPLE),
            monthly_harm_cents=sum(each.amount_monthly_cents for each in contributions) or None,
            urgency=HarmUrgency.CRITICAL if is_below_minimum(picture) else HarmUrgency.HIGH,
        ),
    )


def household(collision: Collision, picture: Picture) -> Text:
    """What the CAK asks, and what can be asked of the CAK and the SVB."""
    due = _due(collision)
    names = texts.capital(texts.bodies(collision.bodies, picture))
    return Text(
        f"Een van u woont in een zorginstelling. Daarvoor betaalt u {due.nl}. "
        f"{names.nl} tellen u elk anders: samen of alleen. Vraag het CAK om naar uw inkomen van "
        "dit jaar te kijken, en laat uitrekenen wat een keuze voor alleen betekent.",
        f"One of you lives in a care home. For that you pay {due.en}. {names.en} each "
        "count you differently: together or alone. Ask the CAK to look at your income of this "
        "year, and have it worked out what a choice to count alone means.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The contribution, and that it follows later on a choice elsewhere."""
    due = _due(collision)
    return Text(
        f"Wlz-bijdrage: {due.nl}, op het inkomen van twee jaar geleden; een keuze bij de "
        "SVB werkt daar pas later in door.",
        f"Wlz contribution: {due.en}, on the income of two years ago; a choice at the SVB "
        "works through in it only later.",
    )


def _due(collision: Collision) -> Text:
    if collision.monthly_harm_cents is None:
        return Text("een bijdrage aan het CAK", "a contribution to the CAK")
    due = texts.amount(collision.monthly_harm_cents)
    return Text(f"{due.nl} per maand", f"{due.en} a month")


def _contributions(parted: Parted, picture: Picture) -> Iterator[Contribution]:
    couple = {parted.home.id, parted.away.id}
    for holder, contribution in picture.of(Contribution):
        if (
            counted(holder) == _CAK
            and _under_the_wlz((contribution,))
            and is_covered(contribution, picture.today)
            and contribution.amount_monthly_cents > 0
            and not couple.isdisjoint(contribution.persons)
        ):
            yield contribution


def _decided(parted: Parted, picture: Picture) -> Iterator[Held]:
    """The decisions that the one who is away stays in an institution."""
    for holder, decision in picture.of(DeterminationMade):
        wlz = any(basis.law is Law.WLZ for basis in decision.legal_basis)
        stays = decision.reason is Reason.IN_INSTITUTION or (counted(holder) == _CAK and wlz)
        about_it = {parted.home.id, parted.away.id}.intersection(decision.persons)
        if holder.agency is not None and stays and about_it:
            yield Held(counted(holder), decision)


def _under_the_wlz(contributions: tuple[Contribution, ...]) -> tuple[Provision, ...]:
    """The provisions of the Wlz that these rest on."""
    named = {basis for each in contributions for basis in each.legal_basis}
    return tuple(sorted((basis for basis in named if basis.law is Law.WLZ), key=str))


def _paid(parted: Parted, picture: Picture) -> Iterator[Held]:
    couple = {parted.home.id, parted.away.id}
    for holder, right in picture.of(Entitlement):
        body = counted(holder)
        if (
            right.scheme in _SEES_A_COUPLE.get(body, frozenset())
            and is_in_payment(right, picture.today)
            and not couple.isdisjoint(right.persons)
        ):
            yield Held(body, right)


def _taken(contributions: tuple[Contribution, ...], picture: Picture) -> Iterator[Recovery]:
    theirs = {each.id for each in contributions}
    for _, recovery in picture.of(Recovery):
        if recovery.for_record in theirs and is_running(recovery, picture.today):
            yield recovery


RULE = CollisionRule(
    code=CollisionCode.C29,
    name=Text("Opname Wlz", "One partner into long-term care"),
    one=Side(
        Text(
            "Het CAK vraagt een bijdrage naar het inkomen van beiden van twee jaar geleden.",
            "The CAK asks a contribution by the income of both of two years ago.",
        ),
        # Blz 3.3.2.1-3.3.2.4 is no law that the case file format names
        (),
    ),
    other=Side(
        Text(
            "De SVB betaalt als gehuwden of op verzoek als alleenstaanden, de bijstand telt twee "
            "normen op, en voor de toeslagen blijven zij partners tenzij zij anders vragen.",
            "The SVB pays as married or on request as single, assistance adds two norms, and for "
            "the allowances they stay partners unless they ask otherwise.",
        ),
        COUPLE,
    ),
    trigger=Text(
        "Van een paar woont een niet thuis, en het CAK vraagt een Wlz-bijdrage of een besluit zegt "
        "dat die in een instelling verblijft; een ander betaalt het paar AOW, bijstand of toeslag.",
        "Of a couple one does not live at home, and the CAK asks a Wlz contribution or a decision "
        "says that he stays in an institution; another pays the couple AOW, assistance or "
        "allowance.",
    ),
    room=Text(
        "Blz 3.3.2.2 lid 9 (nihil), 3.3.2.3 lid 2 en 3.3.2.4 lid 2 (inkomen van dit jaar, op "
        "aanvraag binnen de termijn).",
        "Blz 3.3.2.2(9) (nil), 3.3.2.3(2) and 3.3.2.4(2) (income of this year, on application "
        "within the term).",
    ),
    deciders=Text("CAK (geen hardheidsclausule); SVB", "CAK (no hardship clause); SVB"),
    together=Text(
        "Aanvraag voor het inkomen van dit jaar, nihil, en opnieuw rekenen na de keuze.",
        "Application for the income of this year, nil, and a new calculation after the choice.",
    ),
    source="CONFLICTS.md [V]: Blz 3.3.2.1-3.3.2.4, Pw 23, AOW 17, Awir 3; Blz and Awir 3 lid 6 as "
    "in domain/legislation",
    verified=True,
    faces=(ConflictType.STAPELING_ONDER_MINIMUM,),
    find=find,
    household=household,
    computation=computation,
)
