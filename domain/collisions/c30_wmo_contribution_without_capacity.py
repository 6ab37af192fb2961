"""C30: the CAK collects the Wmo contribution from who has debts and no room to pay it.

The flat rate is due whatever the income (Wmo 2015 2.1.4a), unless the college finds that there is
no capacity to pay or that it harms the integrated approach (UB Wmo 2015 3.8 lid 3 g and h), also
over the last 36 months (lid 4); the CAK carries that out.

A plan is taken to be active where there are debts or debt counselling was asked. `capacity==0` is
read as: income is not above the norm, or what is left above the protected amount, after all that
others take, is less than the contribution.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.running import is_covered, is_running, withholdings
from domain.budget.stack import stack_of
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.debt_arrangement import arrangements
from domain.collisions.income import has_no_more_than_the_minimum, income_is_known
from domain.collisions.named_bodies import GEMEENTE
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import is_below_minimum
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, Contribution, Provision, Recovery
from domain.vocabulary import Agency, Law, Scheme

DUE = (Provision(Law.WMO_2015, "2.1.4a"),)
_CAK = Body(agency=Agency.CAK)


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all contributions for support, and what is owed of them."""
    contributions = tuple(_contributions(picture))
    if not contributions or not _is_in_a_plan(picture) or not income_is_known(picture):
        return ()
    due = sum(each.amount_monthly_cents for each in contributions)
    taken = tuple(_taken(contributions, picture))
    if _room_cents(taken, picture) >= due and not has_no_more_than_the_minimum(picture):
        return ()
    owed = tuple(_owed(picture))
    return (
        Collision(
            code=CollisionCode.C30,
            bodies=in_order((_CAK, GEMEENTE)),
            records=(*refs(contributions), *refs(owed), *refs(taken)),
            harmed_by=(*refs(contributions), *refs(owed), *refs(taken)),
            provisions=DUE,
            monthly_harm_cents=due,
            urgency=HarmUrgency.HIGH if is_below_minimum(picture) else HarmUrgency.NORMAL,
            one_off_harm_cents=sum(claim.outstanding_cents for claim in owed) or None,
        ),
    )


def household(collision: Collision, picture: Picture) -> Text:
    """What is paid for support, and that the municipality can let it lapse."""
    due, owed = texts.amount(collision.monthly_harm_cents or 0), _owed_told(collision)
    return Text(
        f"U betaalt {due.nl} per maand voor hulp van de gemeente. Daar is nu geen ruimte voor."
        f"{owed.nl} De gemeente kan beslissen dat u even niets hoeft te betalen. Dan int het CAK "
        "niet. Dat kan ook over de afgelopen drie jaar.",
        f"You pay {due.en} a month for support of the municipality. There is no room for that now."
        f"{owed.en} The municipality can decide that you need not pay for a while. Then the CAK "
        "does not collect. That can be over the past three years too.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """The contribution against what is left above the protected amount."""
    due, stack = texts.amount(collision.monthly_harm_cents or 0), stack_of(picture)
    left, protected = texts.amount(stack.left_cents), texts.amount(stack.protected_cents)
    owed = _owed_told(collision)
    return Text(
        f"Bijdrage {due.nl} per maand; inkomen zonder toeslagen na inhoudingen {left.nl}, "
        f"beschermd {protected.nl}.{owed.nl}",
        f"Contribution {due.en} a month; income without allowances after withholdings {left.en}, "
        f"protected {protected.en}.{owed.en}",
    )


def _owed_told(collision: Collision) -> Text:
    if not collision.one_off_harm_cents:
        return Text("", "")
    owed = texts.amount(collision.one_off_harm_cents)
    return Text(f" Er staat al {owed.nl} open.", f" Already {owed.en} is owed.")


def _contributions(picture: Picture) -> Iterator[Contribution]:
    for holder, contribution in picture.of(Contribution):
        if (
            counted(holder) == _CAK
            and contribution.scheme is Scheme.WMO_SUPPORT
            and is_covered(contribution, picture.today)
            and contribution.amount_monthly_cents > 0
        ):
            yield contribution


def _owed(picture: Picture) -> Iterator[Claim]:
    for holder, claim in picture.of(Claim):
        open_ = claim.scheme is Scheme.WMO_SUPPORT and claim.outstanding_cents > 0
        if counted(holder) == _CAK and open_:
            yield claim


def _is_in_a_plan(picture: Picture) -> bool:
    return any(arrangements(picture)) or any(
        claim.outstanding_cents > 0 for _, claim in picture.of(Claim)
    )


def _taken(contributions: tuple[Contribution, ...], picture: Picture) -> Iterator[Recovery]:
    """How these contributions themselves are taken today."""
    theirs = {each.id for each in contributions}
    for _, recovery in picture.of(Recovery):
        if recovery.for_record in theirs and is_running(recovery, picture.today):
            yield recovery


def _room_cents(taken: tuple[Recovery, ...], picture: Picture) -> int:
    """What is left above the protected amount before the contribution is taken."""
    stack, own = stack_of(picture), {each.id for each in taken}
    by_others = sum(
        each.amount_monthly_cents for each in withholdings(picture) if each.recovery.id not in own
    )
    return stack.means_cents - by_others - stack.protected_cents


RULE = CollisionRule(
    code=CollisionCode.C30,
    name=Text("Wmo-bijdrage bij schulden", "Wmo contribution while there is no capacity"),
    one=Side(
        Text(
            "Voor ondersteuning is een vast bedrag per maand verschuldigd, dat het CAK int.",
            "For support a fixed amount a month is due, which the CAK collects.",
        ),
        DUE,
    ),
    other=Side(
        Text(
            "Het college kan oordelen dat er geen betalingscapaciteit is of dat de bijdrage de "
            "integrale aanpak schaadt, tot 36 maanden terug (UB Wmo 2015 3.8 lid 3 g, h en lid 4).",
            "The college may find that there is no capacity to pay or that it harms the integrated "
            "approach, up to 36 months back (UB Wmo 2015 3.8(3)(g), (h) and (4)).",
        ),
        (),
    ),
    trigger=Text(
        "Het CAK vraagt een bijdrage voor ondersteuning, er zijn schulden of er is schuldhulp "
        "gevraagd, en boven het beschermde "
        "bedrag is er geen ruimte voor.",
        "The CAK asks a contribution for support, there are debts or debt counselling was asked, "
        "and above the protected amount "
        "there is no room for it.",
    ),
    room=Text(
        "UB Wmo 2015 3.8 lid 3 onder g en h: het college beslist, het CAK voert uit.",
        "UB Wmo 2015 3.8(3)(g) and (h): the college decides, the CAK carries out.",
    ),
    deciders=Text("het college", "the municipality"),
    together=Text(
        "Eén besluit in het plan, ook over de afgelopen 36 maanden.",
        "One decision in the plan, also over the past 36 months.",
    ),
    source="MinBZK/regelrecht-corpus: Wmo 2015 2.1.4a, UB Wmo 2015 3.8 as in domain/legislation",
    verified=True,
    faces=(ConflictType.STAPELING_ONDER_MINIMUM,),
    find=find,
    household=household,
    computation=computation,
)
