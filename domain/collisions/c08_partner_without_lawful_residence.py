"""C08: the partner resides unlawfully: no allowance at all, and half the norm of assistance.

Awir 9 lid 2 takes every allowance; Pw 24 leaves half of the couple's norm, with the amount of 24a
for who has a child. The residence status itself is not in the format. It is found where Dienst
Toeslagen refused or ended an allowance on that ground, or on the reason that the spouse has no
right; a refusal that was not made yet is therefore not foreseen.
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
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, DeterminationMade, Provision
from domain.vocabulary import Agency, Law, MemberRole, Reason, Scheme

NO_ALLOWANCE = (Provision(Law.AWIR, "9", "2"), Provision(Law.WKGB, "1", "5"))
HALF_NORM = (Provision(Law.PW, "24"), Provision(Law.PW, "24a"), Provision(Law.PW, "16", "2"))

_BECAUSE_OF_PARTNER = frozenset({Reason.SPOUSE_WITHOUT_RIGHT, Reason.PARTNER_COUNTED})
_LAST_RESORT = frozenset({Scheme.BIJSTAND, Scheme.AIO})


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: the allowances lost by a partner, with the half norm where it is applied."""
    lost = tuple(_allowances_lost(picture)) if _has_partner(picture) else ()
    return (_collision(lost, tuple(_halved(picture)), picture),) if lost else ()


def household(collision: Collision, picture: Picture) -> Text:
    """That both go down for one reason, and that the municipality has room."""
    lost = texts.amount(collision.monthly_harm_cents or 0)
    known = collision.monthly_harm_cents is not None
    return Text(
        "Uw partner heeft geen geldig verblijf. Daarom krijgt u geen toeslagen. De bijstand is "
        "voor u ook lager."
        + (f" Samen scheelt dat {lost.nl} per maand." if known else "")
        + " De gemeente kan kijken of zij meer kan doen.",
        "Your partner has no valid residence. So you receive no allowances. Assistance is lower "
        "for you as well."
        + (f" Together that comes to {lost.en} a month." if known else "")
        + " The municipality can look whether it can do more.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What each decision takes."""
    told = texts.joined(
        Text(f"{name.nl} {lost.nl}", f"{name.en} {lost.en}")
        for name, lost in (
            (texts.scheme(each.scheme), texts.amount(each.lost_monthly_cents or 0))
            for each in _consequences(collision, picture)
            if each.scheme is not None
        )
    )
    return Text(
        f"Partner zonder rechtmatig verblijf; verlies per maand: {told.nl}.",
        f"Partner without lawful residence; lost a month: {told.en}.",
    )


def _has_partner(picture: Picture) -> bool:
    return len(applicant_and_partner(picture)) > 1 or any(
        member.role is MemberRole.PARTNER for member in picture.household.members
    )


def _allowances_lost(picture: Picture) -> Iterator[DeterminationMade]:
    yield from refused_for_residence(picture, "2", _BECAUSE_OF_PARTNER)


def _halved(picture: Picture) -> Iterator[DeterminationMade]:
    """Assistance of applicant or partner that was lowered because the spouse has no right."""
    earners = applicant_and_partner(picture)
    for holder, decision in harmful_determinations(picture):
        if (
            holder.agency is Agency.GEMEENTE
            and decision.scheme in _LAST_RESORT
            and decision.reason is Reason.SPOUSE_WITHOUT_RIGHT
            and not earners.isdisjoint(decision.persons)
        ):
            yield decision


def _consequences(collision: Collision, picture: Picture) -> tuple[Consequence, ...]:
    return tuple(
        consequence_of(picture, holder, decision, decision.rests_on)
        for holder, decision in harmful_determinations(picture)
        if decision.id in collision.harmed_by
    )


def _collision(
    lost: tuple[DeterminationMade, ...], halved: tuple[DeterminationMade, ...], picture: Picture
) -> Collision:
    decisions = (*lost, *halved)
    holders = dict.fromkeys(refs(lost), TOESLAGEN) | dict.fromkeys(
        refs(halved), Body(agency=Agency.GEMEENTE)
    )
    return Collision(
        code=CollisionCode.C08,
        # the college answers for the norm of the partner with a right (Pw 7, 24)
        bodies=in_order((TOESLAGEN, Body(agency=Agency.GEMEENTE))),
        records=refs(decisions),
        harmed_by=refs(decisions),
        provisions=(*NO_ALLOWANCE, *HALF_NORM),
        monthly_harm_cents=monthly_harm(
            consequence_of(picture, holders[each.id], each, each.rests_on) for each in decisions
        ),
        urgency=HarmUrgency.CRITICAL if is_below_minimum(picture) else HarmUrgency.HIGH,
    )


RULE = CollisionRule(
    code=CollisionCode.C08,
    name=Text("Niet-rechtmatig verblijvende partner", "Partner without lawful residence"),
    one=Side(
        Text(
            "Met een partner zonder rechtmatig verblijf is er geen enkele toeslag.",
            "With a partner without lawful residence there is no allowance at all.",
        ),
        NO_ALLOWANCE,
    ),
    other=Side(
        Text(
            "De bijstand is de helft van de norm voor gehuwden, met een bedrag voor wie een kind "
            "heeft; de partner zelf krijgt niets.",
            "Assistance is half the norm for a couple, with an amount for who has a child; the "
            "partner receives nothing.",
        ),
        HALF_NORM,
    ),
    trigger=Text(
        "De partner verblijft niet rechtmatig in Nederland; te zien aan een besluit van Dienst "
        "Toeslagen op die grond.",
        "The partner does not reside lawfully in the Netherlands; seen by a decision of Dienst "
        "Toeslagen on that ground.",
    ),
    room=Text(
        "Niets in Awir 9 lid 2; Pw 18 lid 1 en 35; kindgebonden budget naar Wkgb 1 lid 5.",
        "None in Awir 9(2); Pw 18(1) and 35; child budget by Wkgb 1(5).",
    ),
    deciders=Text("De gemeente", "The municipality"),
    together=Text(
        "Een norm op maat, de verblijfsprocedure (met behoud van toeslag, Awir 9 lid 1), "
        "bijzondere bijstand voor de huur.",
        "A tailored norm, the residence procedure (keeping an allowance, Awir 9(1)), special "
        "assistance for the rent.",
    ),
    source="MinBZK/regelrecht-corpus: Awir, Wkgb, Participatiewet (2026)",
    verified=True,
    faces=(ConflictType.PARTNERBEGRIP_VERSCHIL,),
    find=find,
    household=household,
    computation=computation,
)
