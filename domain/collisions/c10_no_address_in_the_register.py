"""C10: no address in the BRP, and every payer ends or cuts what it pays.

Read: Wet BRP 2.22 (the departure is entered of who cannot be reached) and 2.23 (without a home
address the college must enter a postal address, if need be one of the municipality itself). The
register's own entry decides; only when nobody who keeps it answered, what others took over from it.
Somebody whose address is secret has one.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass

from domain.budget.running import ATTACHMENTS, is_running
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.conflicts.consequences import (
    Consequence,
    consequence_of,
    consequences_of,
    monthly_harm,
    urgency_of,
)
from domain.conflicts.facts import harmful_determinations
from domain.conflicts.protection import protected_amount_of
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import (
    Body,
    FactUsed,
    MemberRef,
    Provision,
    Recovery,
    Ref,
    ThreatenedAct,
)
from domain.vocabulary import (
    Agency,
    Department,
    FactName,
    FactOrigin,
    Law,
    LoweredBecause,
    MemberRole,
    Reason,
)

REGISTER = (Provision(Law.WET_BRP, "2.22"), Provision(Law.WET_BRP, "2.23"))
PAYERS = (
    Provision(Law.WHT, "9", "1 a"),
    Provision(Law.AWIR, "23", "1 b"),
    Provision(Law.AOW, "17", "4"),
    Provision(Law.RV, "475da", "4"),
    Provision(Law.ZVW, "18c", "2 e"),
)

_IN_IT = frozenset(
    {
        Body(agency=Agency.GEMEENTE),
        Body(agency=Agency.BELASTINGDIENST, department=Department.TOESLAGEN),
        Body(agency=Agency.SVB),
        Body(agency=Agency.CAK),
        Body(agency=Agency.UWV),
    }
)


@dataclass(frozen=True, slots=True)
class _Missing:
    """Who has no address, the entries that say so, and what follows from it."""

    entries: tuple[Held, ...]
    consequences: tuple[Consequence, ...]
    lowered: tuple[Recovery, ...]


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all that follows for the household from an address that is missing."""
    entries = tuple(_empty_entries(picture))
    if not entries:
        return ()
    persons = frozenset(person for held in entries for person in held.record.persons)
    missing = _Missing(
        entries,
        tuple(_consequences(entries, persons, picture)),
        tuple(_lowered(persons, picture)),
    )
    return (_collision(missing, picture),)


def household(collision: Collision, picture: Picture) -> Text:
    """That one missing address touches everything, and who must give one."""
    lost = texts.amount(collision.monthly_harm_cents or 0)
    known = collision.monthly_harm_cents is not None
    return Text(
        "U staat nergens ingeschreven. Daardoor kan geld stoppen of lager worden."
        + (f" Het gaat om {lost.nl} per maand." if known else "")
        + " De gemeente waar u bent, moet u een briefadres geven als u geen huis hebt. Vraag dat "
        "deze week, dan hoeft de rest niet te stoppen.",
        "You are not registered anywhere. So money may stop or become less."
        + (f" It is about {lost.en} a month." if known else "")
        + " The municipality where you are must give you a postal address when you have no home. "
        "Ask for it this week; then the rest need not stop.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """Who acts on the empty entry, and what that costs."""
    names = texts.bodies(collision.bodies, picture)
    lost = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"Geen adres in de BRP; betrokken: {names.nl}; wat stopt of lager is: {lost.nl} per maand.",
        f"No address in the BRP; involved: {names.en}; what stops or is lower: {lost.en} a month.",
    )


def _addresses(picture: Picture) -> Iterator[tuple[Held, FactUsed]]:
    for held in picture.held:
        fact = held.record
        if isinstance(fact, FactUsed) and fact.fact is FactName.REGISTERED_ADDRESS:
            yield held, fact


def _empty_entries(picture: Picture) -> Iterator[Held]:
    """What the register holds of a member of the plan now, and what others took over of it."""
    for member in picture.household.members:
        if member.role is not MemberRole.OUTSIDE_PLAN and _has_no_address(member.id, picture):
            for held, fact in _addresses(picture):
                if member.id in fact.persons and fact.value == Ref(None):
                    yield held


def _has_no_address(person: MemberRef, picture: Picture) -> bool:
    told = [fact for _, fact in _addresses(picture) if person in fact.persons]
    kept = [fact for fact in told if fact.keeper]
    copies = [each for each in told if each.origin is FactOrigin.BASE_REGISTER]
    entries = kept or copies
    latest = max((each.since or dt.date.min for each in entries), default=None)
    now = [each for each in entries if (each.since or dt.date.min) == latest]
    return bool(now) and all(each.value == Ref(None) for each in now)


def _consequences(
    entries: tuple[Held, ...], persons: frozenset[MemberRef], picture: Picture
) -> Iterator[Consequence]:
    facts = {held.record.id for held in entries}
    resting = consequences_of(picture, facts)
    yield from resting
    told = {each.record.id for each in resting}
    for holder, decision in harmful_determinations(picture):
        named = decision.reason is Reason.NO_REGISTERED_ADDRESS
        if named and decision.id not in told and not persons.isdisjoint(decision.persons):
            yield consequence_of(picture, holder, decision)


def _lowered(persons: frozenset[MemberRef], picture: Picture) -> Iterator[Recovery]:
    """Attachments for which less stays free for want of an address (Rv 475da lid 4)."""
    for _, recovery in picture.of(Recovery):
        applied = recovery.protected_amount
        if (
            recovery.method in ATTACHMENTS
            and is_running(recovery, picture.today)
            and applied is not None
            and applied.lowered_because is LoweredBecause.NO_REGISTERED_ADDRESS
            and not persons.isdisjoint(recovery.persons)
        ):
            yield recovery


def _taken_more(missing: _Missing, picture: Picture) -> int:
    """What attachments take by the lowering, but for those of an income that stops anyway."""
    ends = {
        each.record.about for each in missing.consequences if isinstance(each.record, ThreatenedAct)
    }
    return sum(
        max(
            0,
            min(
                recovery.amount_monthly_cents,
                protected_amount_of(recovery.persons, picture)
                - recovery.protected_amount.applied_cents,
            ),
        )
        for recovery in missing.lowered
        if recovery.protected_amount is not None and recovery.on not in ends
    )


def _collision(missing: _Missing, picture: Picture) -> Collision:
    deeds = refs(each.record for each in missing.consequences)
    recoveries, entries = refs(missing.lowered), refs(held.record for held in missing.entries)
    acting = (
        *(held.holder for held in missing.entries),
        *(each.holder for each in missing.consequences),
    )
    harm = (monthly_harm(missing.consequences) or 0) + _taken_more(missing, picture)
    return Collision(
        code=CollisionCode.C10,
        # the college of the place of stay must give the postal address, whoever kept the entry
        bodies=in_order(
            {Body(agency=Agency.GEMEENTE), *(counted(each) for each in acting)} & _IN_IT
        ),
        records=(*entries, *deeds, *recoveries),
        harmed_by=(*deeds, *recoveries) or entries,
        provisions=(*REGISTER, *PAYERS),
        monthly_harm_cents=harm or None,
        urgency=_urgency(missing, picture),
    )


def _urgency(missing: _Missing, picture: Picture) -> HarmUrgency:
    # what is left below the protected amount is taken today already
    if missing.lowered:
        return HarmUrgency.CRITICAL
    return urgency_of(picture, missing.consequences)


RULE = CollisionRule(
    code=CollisionCode.C10,
    name=Text(
        "Geen (brief)adres in de BRP",
        "No BRP address ends or cuts everything",
    ),
    one=Side(
        Text(
            "Wie niet te bereiken is, wordt uit de BRP geschreven; de gemeente moet een briefadres "
            "opnemen als een woonadres ontbreekt.",
            "Who cannot be reached is taken off the BRP; the municipality must enter a postal "
            "address when there is no home address.",
        ),
        REGISTER,
    ),
    other=Side(
        Text(
            "Zonder adres in de BRP stopt of daalt wat anderen betalen: huurtoeslag, voorschotten, "
            "AOW, en de beslagvrije voet.",
            "Without an address in the BRP what others pay stops or falls: rent allowance, "
            "advances, AOW, and the protected amount.",
        ),
        PAYERS,
    ),
    trigger=Text(
        "In de BRP staat geen adres van een lid van het huishouden.",
        "The BRP holds no address of a member of the household.",
    ),
    room=Text(
        "Wet BRP 2.23 (een briefadres moet, zo nodig ambtshalve en op een adres van de gemeente), "
        "Wht 9 lid 2, Rv 475e lid 1 (gewone beslagvrije voet voor wie inzicht geeft), Awir 23 "
        "(kan).",
        "Wet BRP 2.23 (a postal address must be entered, if need be unasked and at an address of "
        "the municipality), Wht 9(2), Rv 475e(1) (ordinary protected amount for who gives "
        "insight), Awir 23 (may).",
    ),
    deciders=Text(
        "De gemeente waar iemand verblijft (BRP, Pw 40), en elke betaler",
        "The municipality where one stays (BRP, Pw 40), and each payer",
    ),
    together=Text(
        "Dezelfde week een briefadres, ambtshalve ingeschreven; de betaler betaalt door op "
        "voorlopige gegevens; de beslagvrije voet naar 475e lid 1.",
        "A postal address the same week, entered unasked; the payer goes on paying on provisional "
        "data; the protected amount by 475e(1).",
    ),
    source="MinBZK/regelrecht-corpus: Wet BRP 2.22-2.23 (2025), Wht, Awir, AOW, Rv, Zvw (2026)",
    verified=True,
    faces=(
        ConflictType.GEEN_ADRES_KRING,
        ConflictType.BESCHERMING_HALVEERT,
        ConflictType.REGISTRATIEFOUT_WERKT_DOOR,
    ),
    find=find,
    household=household,
    computation=computation,
)
