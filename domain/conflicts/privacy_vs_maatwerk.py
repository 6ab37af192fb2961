"""PRIVACY_VS_MAATWERK: letters about somebody in hiding go to the person who may know nothing.

Working together means sharing an address; a secret address may not be shared (Wet BRP 2.59), and
what is sent must be safe from who may not see it (AVG 5 lid 1 onder f, 32).
"""

from __future__ import annotations

from collections.abc import Iterator

from domain.conflicts.bodies import in_order, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.grounds import records_in
from domain.explanations import texts
from domain.household import Household
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import AddressRef, Body, FactUsed, Provision, Ref
from domain.vocabulary import FactName, Law

LAW = (
    Provision(Law.AVG, "5", "1 f"),
    Provision(Law.AVG, "32"),
    Provision(Law.WET_BRP, "2.59"),
)


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict for the applicant: who writes to the wrong place, and who holds the secret."""
    secret = _secret_home(picture.household)
    if secret is None:
        return ()
    letters = tuple(_letters_to_excluded_members(picture))
    return (_conflict((*letters, *_holders(secret, picture))),) if letters else ()


def household(conflict: Conflict, picture: Picture) -> Text:
    """Whose letters go to the wrong place, and what must happen first."""
    writers = texts.bodies(_writers(conflict, picture), picture)
    several = len(_writers(conflict, picture)) > 1
    return Text(
        f"{texts.capital(writers).nl} {'sturen' if several else 'stuurt'} post naar een adres waar "
        "iemand woont die niets mag weten. Het geheime adres moet geheim blijven. Vraag eerst om "
        "een veilig postadres. Tot die tijd mag er geen brief uit.",
        f"{texts.capital(writers).en} {'send' if several else 'sends'} letters to an address where "
        "somebody lives who may know nothing. The secret address must stay secret. First ask for a "
        "safe postal address. Until then no letter may go out.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Which bodies write there and which hold the secret address, without telling either."""
    writing = _writers(conflict, picture)
    writers = texts.bodies(writing, picture)
    others = [body for body in conflict.bodies if body not in writing]
    holders = texts.bodies(others, picture)
    kept = (
        Text(
            f" Het geheime adres is bekend bij {holders.nl}.",
            f" The secret address is known to {holders.en}.",
        )
        if others
        else Text("", "")
    )
    return Text(
        "De aanvrager woont op een geheim adres; het postadres bij "
        f"{writers.nl} is het woonadres van een uitgesloten lid.{kept.nl}",
        "The applicant lives at a secret address; the postal address at "
        f"{writers.en} is where an excluded member lives.{kept.en}",
    )


def _secret_home(household: Household) -> AddressRef | None:
    home = household.applicant().lives_at
    secret = any(address.id == home and address.secret for address in household.addresses)
    return home if secret else None


def _letters_to_excluded_members(picture: Picture) -> Iterator[Held]:
    """The postal addresses of the applicant at which an excluded member lives."""
    applicant = picture.household.applicant().id
    unsafe = {
        Ref(member.lives_at)
        for member in picture.household.members
        if member.excluded and member.lives_at is not None
    }
    for held in picture.held:
        fact = held.record
        if (
            isinstance(fact, FactUsed)
            and fact.fact is FactName.POSTAL_ADDRESS
            and applicant in fact.persons
            and fact.value in unsafe
        ):
            yield held


def _holders(secret: AddressRef, picture: Picture) -> Iterator[Held]:
    for held in picture.held:
        if isinstance(held.record, FactUsed) and held.record.value == Ref(secret):
            yield held


def _writers(conflict: Conflict, picture: Picture) -> tuple[Body, ...]:
    letters = {fact.id for fact in records_in(conflict, picture, FactUsed)}
    return in_order(
        held.holder for held in _letters_to_excluded_members(picture) if held.record.id in letters
    )


def _conflict(held: tuple[Held, ...]) -> Conflict:
    return Conflict(
        type=ConflictType.PRIVACY_VS_MAATWERK,
        bodies=in_order(each.holder for each in held),
        records=refs(each.record for each in held),
        provisions=LAW,
        monthly_harm_cents=None,
        # the very next letter can give somebody away
        urgency=HarmUrgency.CRITICAL,
    )


DETECTOR = Detector(
    type=ConflictType.PRIVACY_VS_MAATWERK,
    summary=Text(
        "Post gaat naar wie niets mag weten",
        "Letters go to who may know nothing",
    ),
    trigger=Text(
        "De aanvrager woont op een geheim adres, en het postadres bij een organisatie is het "
        "woonadres van een lid dat niets mag weten.",
        "The applicant lives at a secret address, and the postal address at a body is where a "
        "member lives who may know nothing.",
    ),
    example=Text(
        "Een moeder woont in de vrouwenopvang; de SVB schrijft haar op het adres van haar man.",
        "A mother lives in a women's shelter; the SVB writes to her at her husband's address.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
