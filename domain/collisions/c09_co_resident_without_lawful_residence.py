"""C09: an adult co-resident without lawful residence ends the rent allowance, and lowers the norm.

Awir 9 lid 3 takes the allowance that counts co-residents (Wht 7); from 27 the same person may lower
the norm as a cost sharer (Pw 19a, 22a). The residence status is not in the format: it is found
where Dienst Toeslagen decided on that ground while an adult lives there who is no partner.
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.budget.means import applicant_and_partner
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.residence import TOESLAGEN, refused_for_residence
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import (
    Consequence,
    consequence_of,
    is_below_minimum,
    monthly_harm,
)
from domain.conflicts.facts import harmful_determinations
from domain.explanations import texts
from domain.household import Member
from domain.legislation.calendar import years_on
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, Provision
from domain.vocabulary import Agency, Law, Reason, Scheme

NO_RENT_ALLOWANCE = (Provision(Law.AWIR, "9", "3"), Provision(Law.WHT, "7"))
COST_SHARER = (Provision(Law.PW, "19a", "1"), Provision(Law.PW, "22a", "1"))

_OF_AGE = 18
_COST_SHARER_FROM = parameter("pw_kostendeler_leeftijd")
_BECAUSE_OF_RESIDENT = frozenset({Reason.CO_RESIDENT_COUNTED})
_LAST_RESORT = frozenset({Scheme.BIJSTAND, Scheme.AIO})


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the rent allowance lost by an adult co-resident, with the lowered norm."""
    residents = _adult_residents(picture)
    lost = tuple(_allowance_lost(picture)) if residents else ()
    if not lost:
        return ()
    today = picture.today
    shares = any(
        years_on(each.born, today) >= last_known_on(_COST_SHARER_FROM, today) for each in residents
    )
    return (_collision((*lost, *(_lowered(picture) if shares else ())), picture),)


def household(collision: Collision, picture: Picture) -> Text:
    """That somebody in the home ends the allowance, and what helps."""
    lost = texts.amount(collision.monthly_harm_cents or 0)
    known = collision.monthly_harm_cents is not None
    return Text(
        "Bij u in huis staat iemand zonder geldig verblijf. Daarom krijgt u geen huurtoeslag."
        + (f" Dat scheelt {lost.nl} per maand." if known else "")
        + " Woont die persoon niet meer bij u? Laat dat dan meteen aan de gemeente weten.",
        "Somebody without valid residence is at your home. So you receive no rent allowance."
        + (f" That comes to {lost.en} a month." if known else "")
        + " Does that person no longer live with you? Then tell the municipality at once.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What each decision takes."""
    told = texts.joined(
        Text(f"{name.nl} {lost.nl}", f"{name.en} {lost.en}")
        for name, lost in (
            (texts.scheme(each.scheme), texts.amount(each.lost_monthly_cents or 0))
            for each in _consequences(collision.harmed_by, picture)
            if each.scheme is not None
        )
    )
    return Text(
        f"Meerderjarige medebewoner zonder rechtmatig verblijf; verlies per maand: {told.nl}.",
        f"Adult co-resident without lawful residence; lost a month: {told.en}.",
    )


def _adult_residents(picture: Picture) -> tuple[Member, ...]:
    home, purse = picture.household.applicant().lives_at, applicant_and_partner(picture)
    return tuple(
        each
        for each in picture.household.members
        if home is not None
        and each.lives_at == home
        and each.id not in purse
        and years_on(each.born, picture.today) >= _OF_AGE
    )


def _allowance_lost(picture: Picture) -> Iterator[DeterminationMade]:
    for decision in refused_for_residence(picture, "3", _BECAUSE_OF_RESIDENT):
        if decision.scheme is Scheme.HUURTOESLAG:
            yield decision


def _lowered(picture: Picture) -> Iterator[DeterminationMade]:
    """Assistance of the household that was lowered because residents share the costs."""
    purse = applicant_and_partner(picture)
    for holder, decision in harmful_determinations(picture):
        if (
            holder.agency is Agency.GEMEENTE
            and decision.scheme in _LAST_RESORT
            and decision.reason is Reason.COST_SHARERS_COUNTED
            and not purse.isdisjoint(decision.persons)
        ):
            yield decision


def _consequences(decisions: tuple[str, ...], picture: Picture) -> tuple[Consequence, ...]:
    return tuple(
        consequence_of(picture, holder, decision, decision.rests_on)
        for holder, decision in harmful_determinations(picture)
        if decision.id in decisions
    )


def _collision(decisions: tuple[DeterminationMade, ...], picture: Picture) -> Collision:
    return Collision(
        code=CollisionCode.C09,
        # the college keeps the register of residents and answers for the norm (Wet BRP 1.4, Pw 7)
        bodies=in_order((TOESLAGEN, Body(agency=Agency.GEMEENTE))),
        records=refs(decisions),
        harmed_by=refs(decisions),
        provisions=(*NO_RENT_ALLOWANCE, *COST_SHARER),
        monthly_harm_cents=monthly_harm(_consequences(refs(decisions), picture)),
        urgency=HarmUrgency.CRITICAL if is_below_minimum(picture) else HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C09,
    name=Text(
        "Medebewoner zonder verblijfsrecht",
        "Undocumented adult co-resident kills rent allowance",
    ),
    one=Side(
        Text(
            "Met een meerderjarige medebewoner zonder rechtmatig verblijf is er geen huurtoeslag.",
            "With an adult co-resident without lawful residence there is no rent allowance.",
        ),
        NO_RENT_ALLOWANCE,
    ),
    other=Side(
        Text(
            "Vanaf 27 jaar kan dezelfde persoon als kostendeler de bijstand verlagen.",
            "From 27 the same person may lower assistance as a cost sharer.",
        ),
        COST_SHARER,
    ),
    trigger=Text(
        "Een medebewoner van 18 jaar of ouder verblijft niet rechtmatig; te zien aan een besluit "
        "van Dienst Toeslagen op die grond.",
        "A co-resident of 18 or older does not reside lawfully; seen by a decision of Dienst "
        "Toeslagen on that ground.",
    ),
    room=Text(
        "Wht 9 lid 2 (een onjuiste inschrijving die niet te verwijten is); Pw 18 lid 1.",
        "Wht 9(2) (a wrong registration that is not attributable); Pw 18(1).",
    ),
    deciders=Text("Dienst Toeslagen en de gemeente", "Dienst Toeslagen and the municipality"),
    together=Text(
        "De BRP laten verbeteren, het vertrek bewijzen, en Wht 9 lid 2 vragen.",
        "Have the BRP corrected, prove the departure, and ask for Wht 9(2).",
    ),
    source="MinBZK/regelrecht-corpus: Awir, Wht, Participatiewet (2026)",
    verified=True,
    faces=(
        ConflictType.REGISTRATIEFOUT_WERKT_DOOR,
        ConflictType.HOOFDVERBLIJF_VERSCHIL,
        ConflictType.FEIT_ONVOLLEDIG_ONDERZOCHT,
        ConflictType.SIGNAAL_WERKT_DOOR,
    ),
    find=find,
    household=household,
    computation=computation,
)
