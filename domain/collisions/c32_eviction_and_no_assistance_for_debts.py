"""C32: an eviction is near, the debt is rent, and no assistance is given for debts.

Who had means has no right to assistance to pay a debt (Pw 13 lid 1 g), while debt counselling has
three working days for a first talk (Wgs 4 lid 2) and the court can stop the eviction for six months
(Fw 287b). Read in the law: Fw 287b speaks of eviction, cut-off and end of insurance alone, and is
asked by the debtor, or with Wgs 5 by the college. Pw 49 lets the college stand surety, or help for
very urgent reasons.

An eviction that such a moratorium already stops is none. Left out: cut-off of gas, water or
electricity, which the format knows no threatened act for.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from domain.budget.running import is_in_payment, is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.moratorium import is_moratorium
from domain.collisions.named_bodies import GEMEENTE, TOESLAGEN
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Claim, Entitlement, Hold, Provision, ThreatenedAct
from domain.vocabulary import Agency, Law, Scheme, StoppedAct, ThreatenedActKind

NOT_FOR_DEBTS = (Provision(Law.PW, "13", "1 g"), Provision(Law.PW, "15"))
STOPPED_BY_COURT = (
    Provision(Law.WGS, "4", "2"),
    Provision(Law.WGS, "5", "1"),
    Provision(Law.FW, "287b"),
)

_NEAR = dt.timedelta(weeks=6)


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the evictions that are near, the rent owed, and the allowance lost with the
    home."""
    acts = tuple(_near_evictions(picture))
    if not acts or any(gap.agency is Agency.GEMEENTE for gap in picture.gaps):
        return ()
    owed = {claim.id: claim for act in acts for claim in _owed(act, picture)}
    allowances = tuple(_rent_allowances(picture))
    debt = sum(claim.outstanding_cents for claim in owed.values())
    return (
        Collision(
            code=CollisionCode.C32,
            bodies=in_order((GEMEENTE, *((TOESLAGEN,) if allowances else ()))),
            records=(*refs(acts), *refs(owed.values()), *refs(allowances)),
            harmed_by=(*refs(acts), *refs(owed.values())),
            provisions=(*NOT_FOR_DEBTS, *STOPPED_BY_COURT),
            monthly_harm_cents=sum(each.amount_monthly_cents for each in allowances) or None,
            urgency=HarmUrgency.CRITICAL,
            one_off_harm_cents=debt or None,
        ),
    )


def household(collision: Collision, picture: Picture) -> Text:
    """When the eviction is, why assistance does not pay the rent owed, and what can be asked."""
    on, cost = texts.date(_first(collision, picture)), _cost(collision)
    return Text(
        f"Op {on.nl} kunt u uit uw huis worden gezet. Toch betaalt de bijstand geen schulden, "
        f"ook geen huurschuld.{cost.nl} De gemeente kan wel borg staan of bij grote nood helpen, "
        "en de rechter kan de ontruiming tegenhouden. Vraag daar vandaag nog om.",
        f"On {on.en} you could be put out of your home. Yet assistance pays no debts, no rent owed "
        f"either.{cost.en} But the municipality can stand surety or help in great need, and the "
        "court can stop the eviction. Ask for that today.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The day, the rent owed and the allowance that goes with the home."""
    on, cost = texts.date(_first(collision, picture)), _cost(collision)
    return Text(
        f"Ontruiming op {on.nl}, binnen zes weken.{cost.nl}",
        f"Eviction on {on.en}, within six weeks.{cost.en}",
    )


def _cost(collision: Collision) -> Text:
    told = []
    if collision.one_off_harm_cents:
        debt = texts.amount(collision.one_off_harm_cents)
        told.append(Text(f" De schuld is {debt.nl}.", f" The debt is {debt.en}."))
    if collision.monthly_harm_cents:
        lost = texts.amount(collision.monthly_harm_cents)
        told.append(
            Text(
                f" Met het huis vervalt ook {lost.nl} huurtoeslag per maand.",
                f" With the home {lost.en} rent allowance a month is lost too.",
            )
        )
    return Text("".join(each.nl for each in told), "".join(each.en for each in told))


def _first(collision: Collision, picture: Picture) -> dt.date:
    return min(act.date for act in _near_evictions(picture) if act.id in collision.records)


def _near_evictions(picture: Picture) -> Iterator[ThreatenedAct]:
    for _, act in picture.of(ThreatenedAct):
        near = picture.today <= act.date <= picture.today + _NEAR
        if act.kind is ThreatenedActKind.EVICTION and near and not _is_stopped(act, picture):
            yield act


def _is_stopped(act: ThreatenedAct, picture: Picture) -> bool:
    """Whether a moratorium in force until that day stops it."""
    return any(
        is_moratorium(hold)
        and is_running(hold, picture.today)
        and (hold.until is None or act.date <= hold.until)
        and StoppedAct.ENFORCEMENT in hold.stops
        and (act.about is None or act.about in hold.covers)
        for _, hold in picture.of(Hold)
    )


def _owed(act: ThreatenedAct, picture: Picture) -> Iterator[Claim]:
    held = picture.find(act.about)
    if held is not None and isinstance(held.record, Claim):
        yield held.record


def _rent_allowances(picture: Picture) -> Iterator[Entitlement]:
    for holder, right in picture.of(Entitlement):
        paid = is_in_payment(right, picture.today) and right.amount_monthly_cents > 0
        if counted(holder) == TOESLAGEN and right.scheme is Scheme.HUURTOESLAG and paid:
            yield right


RULE = CollisionRule(
    code=CollisionCode.C32,
    name=Text("Dreigende ontruiming", "Eviction or cut-off and no bijstand for debts"),
    one=Side(
        Text(
            "Voor het aflossen van een schuld is er geen recht op bijstand.",
            "There is no right to assistance to pay off a debt.",
        ),
        NOT_FOR_DEBTS,
    ),
    other=Side(
        Text(
            "Bij een dreigende ontruiming is het eerste gesprek binnen drie werkdagen, en de "
            "rechter kan haar voor zes maanden tegenhouden.",
            "When eviction threatens the first talk is within three working days, and the court "
            "can stop it for six months.",
        ),
        STOPPED_BY_COURT,
    ),
    trigger=Text(
        "Een ontruiming is binnen zes weken, en geen moratorium houdt haar tegen.",
        "An eviction is within six weeks, and no moratorium stops it.",
    ),
    room=Text(
        "Pw 49 (borgtocht, of bij zeer dringende redenen), Pw 16 lid 1.",
        "Pw 49 (surety, or for very urgent reasons), Pw 16(1).",
    ),
    deciders=Text("het college; de rechtbank", "the municipality; the district court"),
    together=Text(
        "Een moratorium vragen (Fw 287b, Wgs 5), de huur rechtstreeks betalen (Pw 57) en de "
        "huurtoeslag aan de verhuurder laten betalen (Awir 25 lid 3).",
        "Ask for a moratorium (Fw 287b, Wgs 5), pay the rent directly (Pw 57) and let the rent "
        "allowance be paid to the landlord (Awir 25(3)).",
    ),
    source="MinBZK/regelrecht-corpus: Wgs, Pw 13, 49 as in domain/legislation; wetboekplus.nl: "
    "Fw 287b",
    verified=True,
    faces=(ConflictType.TERMIJN_BOTSING,),
    find=find,
    household=household,
    computation=computation,
)
