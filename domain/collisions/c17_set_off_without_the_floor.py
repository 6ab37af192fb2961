"""C17: a debt after a breach must be set off, and without information no floor holds it back.

Pw 60 lid 4 orders set-off of every recovery after a breach and of every fine; lid 6 lets it go
below the protected amount as long as the debtor does not give the information asked for the
recovery. The entry also names a repeat: since article 60b was dropped a repeat alone takes no floor
away (Pw 2026-07-01), so only the refused information counts. It is recorded where the floor was
lowered. What the arrangement of Wgs 4a protects is then gone.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.running import NOT_WITHHELD, is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.protection import protected_amount_of
from domain.explanations import texts
from domain.legislation.determination.lines import Answer
from domain.legislation.powers.claims import is_of_sort
from domain.legislation.room.room import ClaimSort
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, Provision, Recovery
from domain.vocabulary import Agency, Law, LoweredBecause

MUST_SET_OFF = (Provision(Law.PW, "60", "4"), Provision(Law.PW, "60", "6"))
FLOOR = (
    Provision(Law.AWB, "4:93", "4"),
    Provision(Law.RV, "475c"),
    Provision(Law.WGS, "4a", "5"),
)

_AGENCIES = frozenset({Agency.GEMEENTE, Agency.UWV, Agency.SVB})


@dataclass(frozen=True, slots=True)
class _WithoutFloor:
    holder: Body
    recovery: Recovery
    claim: Claim
    below_floor_cents: int


def find(picture: Picture) -> tuple[Collision, ...]:
    """One per agency that sets off below the floor; the harm is what it takes below it."""
    by_holder: dict[Body, list[_WithoutFloor]] = defaultdict(list)
    for each in _without_floor(picture):
        by_holder[each.holder].append(each)
    return tuple(_collision(holder, each) for holder, each in by_holder.items())


def household(collision: Collision, picture: Picture) -> Text:
    """What is missing, and that handing in the papers ends it."""
    names = texts.capital(texts.bodies(collision.bodies, picture))
    taken = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"{names.nl} houdt geld in op uw uitkering en laat daarbij niet over wat u minimaal nodig "
        "hebt. Dat mag zolang u niet de gegevens geeft die zijn gevraagd. Het scheelt u "
        f"{taken.nl} per maand. Lever de papieren in, wij helpen u daarbij: dan stopt dit.",
        f"{names.en} withholds money from your benefit and does not leave you the minimum that you "
        "need. It may as long as you do not give the information that was asked for. It costs you "
        f"{taken.en} a month. Hand in the papers, we help you with that: then this stops.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What is taken below the protected amount."""
    taken = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Onder de beslagvrije voet wordt {taken.nl} per maand genomen, omdat geen inlichtingen "
        "zijn gegeven.",
        f"{taken.en} a month is taken below the protected amount, because no information was "
        "given.",
    )


def _without_floor(picture: Picture) -> Iterator[_WithoutFloor]:
    for holder, recovery in picture.of(Recovery):
        applied = recovery.protected_amount
        if (
            holder.agency not in _AGENCIES
            or recovery.method in NOT_WITHHELD
            or not is_running(recovery, picture.today)
            or not _is_for_want_of_information(recovery)
        ):
            continue
        held = picture.find(recovery.for_record)
        if held is not None and isinstance(held.record, Claim) and _follows_a_breach(held.record):
            floor = protected_amount_of(recovery.persons, picture)
            kept = applied.applied_cents if applied is not None else 0
            below = min(floor - kept, recovery.amount_monthly_cents)
            if below > 0:
                yield _WithoutFloor(counted(holder), recovery, held.record, below)


def _is_for_want_of_information(recovery: Recovery) -> bool:
    """By the ground of the lowered floor, or by the provision that takes the floor away."""
    applied, gone = recovery.protected_amount, MUST_SET_OFF[1]
    if applied is not None and applied.lowered_because is not None:
        return applied.lowered_because is LoweredBecause.NO_INFORMATION_GIVEN
    return any(
        (basis.law, basis.article) == (gone.law, gone.article)
        and (basis.paragraph or "").split()[:1] == [gone.paragraph]
        for basis in recovery.legal_basis
    )


def _follows_a_breach(claim: Claim) -> bool:
    sorts = (ClaimSort.BREACH, ClaimSort.FINE)
    return claim.outstanding_cents > 0 and any(
        is_of_sort(claim, sort) is Answer.YES for sort in sorts
    )


def _collision(holder: Body, found: list[_WithoutFloor]) -> Collision:
    recoveries = [each.recovery for each in found]
    return Collision(
        code=CollisionCode.C17,
        bodies=in_order((holder,)),
        records=(*refs(recoveries), *refs(each.claim for each in found)),
        harmed_by=refs(recoveries),
        provisions=(*MUST_SET_OFF, *FLOOR),
        monthly_harm_cents=sum(each.below_floor_cents for each in found),
        urgency=HarmUrgency.CRITICAL,
    )


RULE = CollisionRule(
    code=CollisionCode.C17,
    name=Text(
        "Verplichte verrekening en vervallen beslagvrije voet",
        "Mandatory set-off and loss of the floor",
    ),
    one=Side(
        Text(
            "Een schuld na een schending en een boete moeten worden verrekend; zonder "
            "inlichtingen geldt daarbij geen beslagvrije voet.",
            "A debt after a breach and a fine must be set off; without information no protected "
            "amount holds.",
        ),
        MUST_SET_OFF,
    ),
    other=Side(
        Text(
            "Verrekenen kan alleen voor zover beslag kan, en het plan van aanpak houdt de "
            "beslagvrije voet in acht.",
            "Set-off reaches only as far as an attachment, and the debt plan respects the "
            "protected amount.",
        ),
        FLOOR,
    ),
    trigger=Text(
        "Voor een schuld na een schending of een boete wordt onder de beslagvrije voet "
        "ingehouden, omdat geen inlichtingen zijn gegeven.",
        "For a debt after a breach or a fine money is withheld below the protected amount, because "
        "no information was given.",
    ),
    room=Text(
        "Dringende redenen (Pw 58 lid 8, 18a lid 7); Pw 60 lid 6 eindigt zodra de inlichtingen er "
        "zijn.",
        "Urgent reasons (Pw 58(8), 18a(7)); Pw 60(6) ends as soon as the information is given.",
    ),
    deciders=Text("gemeente, UWV of SVB", "municipality, UWV or SVB"),
    together=Text(
        "Helpen de papieren in te leveren; verrekening terug naar wat boven de beslagvrije voet "
        "ligt.",
        "Help to hand in the papers; set-off back to what lies above the protected amount.",
    ),
    source="MinBZK/regelrecht-corpus: Pw 2026-07-01 (60), Awb 4:93, Rv 475c, Wgs 4a",
    verified=True,
    faces=(
        ConflictType.STAPELING_ONDER_MINIMUM,
        ConflictType.BESLAG_ONDER_VRIJE_VOET,
        ConflictType.DUBBEL_BESLAG,
    ),
    find=find,
    household=household,
    computation=computation,
)
