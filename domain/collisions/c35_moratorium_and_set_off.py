"""C35: a moratorium stops recovery from goods, while set-off and withholding go on.

The cooling-off period stops 'elke bevoegdheid tot verhaal op de goederen' (Wgs 5 lid 1). Set-off
(Awir 30, Pw 60 lid 3) and withholding of the administrative premium (Zvw 18f) are powers of their
own and no recovery from goods. The moratorium of Fw 287b does even less: it stops eviction, cut-off
and the end of insurance.

Found for every agency, also one that the list does not name: the law is the same. A set-off that
the pause itself names as stopped is none.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.running import Withholding, is_running, withholdings
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.moratorium import is_moratorium
from domain.collisions.named_bodies import GEMEENTE
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import is_below_minimum
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Hold, Provision
from domain.vocabulary import Law, RecoveryMethod, StoppedAct

STOPS_GOODS = (Provision(Law.WGS, "5", "1"), Provision(Law.FW, "287b"))
GOES_ON = (
    Provision(Law.AWIR, "30"),
    Provision(Law.PW, "60", "3"),
    Provision(Law.ZVW, "18f"),
)

_NO_RECOVERY_FROM_GOODS = frozenset(
    {RecoveryMethod.SET_OFF, RecoveryMethod.SOURCE_WITHHOLDING, RecoveryMethod.REDIRECTION}
)


@dataclass(frozen=True, slots=True)
class _Moratorium:
    holder: Body
    hold: Hold


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the moratoria in force, and all that is set off or withheld meanwhile."""
    moratoria = tuple(
        _Moratorium(counted(holder), hold)
        for holder, hold in picture.of(Hold)
        if is_moratorium(hold) and is_running(hold, picture.today)
    )
    taken = tuple(_taken(moratoria, picture))
    if not taken:
        return ()
    recoveries = [each.recovery for each in taken]
    return (
        Collision(
            code=CollisionCode.C35,
            # the college asks for it and answers for the debt counselling that it serves (Wgs 5)
            bodies=in_order(
                (
                    GEMEENTE,
                    *(each.holder for each in moratoria),
                    *(each.principal for each in taken),
                )
            ),
            records=(*refs(each.hold for each in moratoria), *refs(recoveries)),
            harmed_by=refs(recoveries),
            provisions=(*STOPS_GOODS, *GOES_ON),
            monthly_harm_cents=sum(each.amount_monthly_cents for each in taken),
            urgency=HarmUrgency.CRITICAL if is_below_minimum(picture) else HarmUrgency.HIGH,
        ),
    )


def household(collision: Collision, picture: Picture) -> Text:
    """That the rest did not stop everything, and what is still taken."""
    taken = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "De rechter heeft een rustperiode gegeven. Toch gaat er nog geld af voor schulden, omdat "
        f"verrekenen en inhouden niet vanzelf stoppen. Dat is {taken.nl} per maand. De "
        "organisaties kunnen afspreken er in dezelfde tijd mee te stoppen.",
        "The court gave a time of rest. Yet money is still taken for debts, as set-off and "
        f"withholding do not stop by themselves. That is {taken.en} a month. The organisations can "
        "agree to stop for the same time.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The sum of what is set off or withheld while the moratorium is in force."""
    taken = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        "Het moratorium is van kracht en stopt verhaal op goederen; verrekeningen en inhoudingen "
        f"lopen door voor {taken.nl} per maand.",
        "The moratorium is in force and stops recovery from goods; set-offs and withholdings go on "
        f"for {taken.en} a month.",
    )


def _taken(moratoria: tuple[_Moratorium, ...], picture: Picture) -> Iterator[Withholding]:
    for taken in withholdings(picture):
        if (
            taken.recovery.method in _NO_RECOVERY_FROM_GOODS
            and taken.amount_monthly_cents > 0
            and taken.principal.agency is not None
            and any(_is_for_them(each.hold, taken) for each in moratoria)
            and not any(_stops(each.hold, taken) for each in moratoria)
        ):
            yield taken


def _is_for_them(hold: Hold, taken: Withholding) -> bool:
    """A moratorium is for the person, whatever debts it names."""
    about_them = not set(hold.persons).isdisjoint(taken.recovery.persons)
    return about_them or taken.recovery.for_record in hold.covers


def _stops(hold: Hold, taken: Withholding) -> bool:
    return (
        taken.recovery.method is RecoveryMethod.SET_OFF
        and StoppedAct.SET_OFF in hold.stops
        and taken.recovery.for_record in hold.covers
    )


RULE = CollisionRule(
    code=CollisionCode.C35,
    name=Text("Moratorium en verrekening", "Moratorium does not name set-off"),
    one=Side(
        Text(
            "Een moratorium stopt het verhaal op de goederen van de schuldenaar, of een ontruiming "
            "en afsluiting.",
            "A moratorium stops recovery from the debtor's goods, or an eviction and cut-off.",
        ),
        STOPS_GOODS,
    ),
    other=Side(
        Text(
            "Verrekenen en inhouden bij de bron zijn geen verhaal op goederen en lopen door.",
            "Set-off and withholding at source are no recovery from goods and go on.",
        ),
        GOES_ON,
    ),
    trigger=Text(
        "Een moratorium is van kracht en er loopt een verrekening of inhouding die het niet noemt.",
        "A moratorium is in force and a set-off or withholding runs that it does not name.",
    ),
    room=Text(
        "Awir 31 (uitstel), Zvw 18f lid 2 (gedeeltelijk inhouden), Pw 60 lid 3 ('bevoegd').",
        "Awir 31 (deferral), Zvw 18f(2) (withhold in part), Pw 60(3) ('may').",
    ),
    deciders=Text("iedere organisatie voor zich", "each body for itself"),
    together=Text(
        "Allen spreken af de verrekening in dezelfde zes maanden te stoppen.",
        "All agree to stop set-off for the same six months.",
    ),
    source="MinBZK/regelrecht-corpus: Wgs 5, Zvw 18f (2026), Awir 30, Pw 60 as in "
    "domain/legislation; wetboekplus.nl: Fw 287b",
    verified=True,
    faces=(ConflictType.UITSTEL_VS_VERREKENING, ConflictType.STAPELING_ONDER_MINIMUM),
    find=find,
    household=household,
    computation=computation,
)
