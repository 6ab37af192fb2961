"""C18: a benefit must be claimed back, while the cause or the effect calls for less.

UWV, SVB and municipality must recover (WW 36, AOW 24, AKW 24, Pw 58 lid 1; Pw 58 lid 2 is a power).
Since 18 April 2024 the Centrale Raad van Beroep also weighs how it came about, with the agency's
own share. An error of the agency is one that it admits or that follows from a report left lying, as
EIGEN_FOUT_OVERHEID has it. The effect is excessive where the recovery takes more than the means
above the protected amount, and more than the 5% of the norm that is always open to creditors (Rv
475dc): effects on health or family are not in the records.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from domain.budget.means import applicant_and_partner, means_of
from domain.budget.running import NOT_WITHHELD, is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import income_is_known, social_minimum
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.eigen_fout_overheid import find as find_own_faults
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.legislation.beslagvrije_voet import protected_amount
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import Body, Claim, Provision, RecordRef, Recovery
from domain.vocabulary import Agency, ClaimKind, Law

MUST_RECOVER = {
    Agency.UWV: (Provision(Law.WW, "36"), Provision(Law.WIA, "77")),
    Agency.SVB: (Provision(Law.AOW, "24"), Provision(Law.AKW, "24")),
    Agency.GEMEENTE: (Provision(Law.PW, "58", "1"),),
}
WEIGHED = (Provision(Law.AWB, "3:4", "2"),)


def find(picture: Picture) -> tuple[Collision, ...]:
    """One per agency, with all its claims whose cause or effect must be weighed."""
    by_holder: dict[Body, list[Claim]] = defaultdict(list)
    for holder, claim in _claims_to_weigh(picture):
        by_holder[holder].append(claim)
    return tuple(_collision(picture, holder, claims) for holder, claims in by_holder.items())


def household(collision: Collision, picture: Picture) -> Text:
    """That less can be claimed back, and why to ask for it."""
    names = texts.capital(texts.bodies(collision.bodies, picture))
    owed = texts.amount(collision.one_off_harm_cents or 0)
    return Text(
        f"{names.nl} moet terugvragen wat u te veel kreeg: {owed.nl}. Maar de rechter vindt dat "
        "ook moet meetellen hoe het is gekomen en wat het voor u betekent. Vraag om minder of "
        "niets terug te vragen.",
        f"{names.en} must claim back what you got too much: {owed.en}. But the court holds that it "
        "must also count how it came about and what it means for you. Ask to have less or nothing "
        "claimed back.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What is claimed and taken."""
    owed = texts.amount(collision.one_off_harm_cents or 0)
    taken = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Teruggevorderd {owed.nl}, daarvoor wordt {taken.nl} per maand ingehouden of betaald; "
        "oorzaak en gevolg wegen als dringende reden mee (CRvB 18 april 2024).",
        f"Claimed back {owed.en}, {taken.en} a month is withheld or paid for it; cause and effect "
        "weigh as urgent reasons (CRvB 18 April 2024).",
    )


def _claims_to_weigh(picture: Picture) -> Iterator[tuple[Body, Claim]]:
    by_own_fault = {record for conflict in find_own_faults(picture) for record in conflict.records}
    beyond = _taken_beyond_the_floor(picture)
    for holder, claim in picture.of(Claim):
        if (
            holder.agency in MUST_RECOVER
            and claim.kind is ClaimKind.OVERPAYMENT
            and claim.outstanding_cents > 0
            and (claim.id in by_own_fault or claim.id in beyond)
        ):
            yield counted(holder), claim


@once_per_picture
def _taken_beyond_the_floor(picture: Picture) -> frozenset[RecordRef]:
    """The claims for which their agency withholds more than may be taken at all."""
    if not income_is_known(picture):
        return frozenset()
    taken: dict[Body, list[Recovery]] = defaultdict(list)
    for holder, recovery in picture.of(Recovery):
        if _is_withheld(recovery, picture) and _is_for_own_overpayment(holder, recovery, picture):
            taken[counted(holder)].append(recovery)
    protected = protected_amount(picture.household, picture.today)
    always_open = social_minimum(picture) - protected
    room = max(means_of(picture) - protected, always_open)
    return frozenset(
        recovery.for_record
        for recoveries in taken.values()
        if sum(each.amount_monthly_cents for each in recoveries) > room
        for recovery in recoveries
    )


def _is_withheld(recovery: Recovery, picture: Picture) -> bool:
    """Whether it takes from applicant or partner, on a floor that was not lowered."""
    applied = recovery.protected_amount
    return (
        recovery.method not in NOT_WITHHELD
        and recovery.amount_monthly_cents > 0
        and is_running(recovery, picture.today)
        and (applied is None or applied.lowered_because is None)
        and not applicant_and_partner(picture).isdisjoint(recovery.persons)
    )


def _is_for_own_overpayment(holder: Body, recovery: Recovery, picture: Picture) -> bool:
    held = picture.find(recovery.for_record)
    return (
        held is not None
        and counted(held.holder) == counted(holder)
        and isinstance(held.record, Claim)
        and held.record.kind is ClaimKind.OVERPAYMENT
    )


def _collision(picture: Picture, holder: Body, claims: list[Claim]) -> Collision:
    numbers = {claim.id for claim in claims}
    recoveries = [
        recovery
        for number in numbers
        for recovery in picture.recoveries_for(number)
        if is_running(recovery, picture.today)
    ]
    assert holder.agency is not None
    excessive = not numbers.isdisjoint(_taken_beyond_the_floor(picture))
    return Collision(
        code=CollisionCode.C18,
        bodies=in_order((holder,)),
        records=(*refs(claims), *refs(recoveries)),
        harmed_by=(*refs(claims), *refs(recoveries)),
        provisions=(*MUST_RECOVER[holder.agency], *WEIGHED),
        monthly_harm_cents=taken_for(claims, picture) or None,
        urgency=HarmUrgency.CRITICAL if excessive else HarmUrgency.HIGH,
        one_off_harm_cents=sum(claim.outstanding_cents for claim in claims),
    )


RULE = CollisionRule(
    code=CollisionCode.C18,
    name=Text(
        "Dringende redenen en evenredigheid",
        "Urgent reasons: cause of the error or only the effect",
    ),
    one=Side(
        Text(
            "Wat te veel is betaald, moet worden teruggevorderd; alleen dringende redenen maken "
            "minder mogelijk.",
            "What was paid too much must be recovered; only urgent reasons allow less.",
        ),
        tuple(provision for each in MUST_RECOVER.values() for provision in each),
    ),
    other=Side(
        Text(
            "De gevolgen mogen niet onevenredig zijn; ook de oorzaak en het aandeel van de "
            "organisatie tellen.",
            "The effects may not be disproportionate; the cause and the agency's own share count "
            "as well.",
        ),
        WEIGHED,
    ),
    trigger=Text(
        "UWV, SVB of gemeente vordert terug wat door eigen toedoen te veel is betaald, of houdt "
        "daarvoor meer in dan er boven de beslagvrije voet is.",
        "UWV, SVB or municipality recovers what was paid too much by its own doing, or withholds "
        "more for it than there is above the protected amount.",
    ),
    room=Text(
        "Geheel of gedeeltelijk afzien om dringende redenen (WW 36 lid 6, WIA 77, AOW 24 lid 5, "
        "AKW 14a lid 2 en 24 lid 5, Pw 58 lid 8).",
        "Waiving wholly or in part for urgent reasons (WW 36(6), WIA 77, AOW 24(5), AKW 14a(2) and "
        "24(5), Pw 58(8)).",
    ),
    deciders=Text("de organisatie die betaalde", "the agency that paid"),
    together=Text(
        "Het deel dat past bij ieders aandeel; niets als de organisatie het wist.",
        "The part that fits everybody's share; nothing when the agency knew.",
    ),
    source="MinBZK/regelrecht-corpus: WW, WIA, AOW, AKW, Pw (2026); public reports of CRvB "
    "18-04-2024 and CRvB:2025:604",
    verified=True,
    faces=(
        ConflictType.EIGEN_FOUT_OVERHEID,
        ConflictType.STAPELING_ONDER_MINIMUM,
        ConflictType.BESLAG_ONDER_VRIJE_VOET,
        ConflictType.DUBBEL_GETROFFEN,
    ),
    find=find,
    household=household,
    computation=computation,
)
