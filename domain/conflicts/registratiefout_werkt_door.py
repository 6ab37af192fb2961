"""REGISTRATIEFOUT_WERKT_DOOR: an entry in a base register is wrong, and others must use it.

Public bodies have to work with an authentic entry (Wet BRP 1.7), so only the keeper can end what
it does elsewhere: by correcting it (Wet BRP 2.58), also after word from a user (2.34).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType
from domain.conflicts.consequences import consequences_of, monthly_harm, urgency_of
from domain.conflicts.detector import Detector
from domain.conflicts.facts import carriers, contradictions
from domain.conflicts.told_facts import fact_and_value, value_told
from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.text import Text
from domain.picture import Held, Picture
from domain.records import Body, FactUsed, Provision, Record
from domain.vocabulary import FactOrigin, Law

LAW = (
    Provision(Law.WET_BRP, "1.7"),
    Provision(Law.WET_BRP, "2.34"),
    Provision(Law.WET_BRP, "2.58"),
)


@dataclass(frozen=True, slots=True)
class _WrongEntry:
    keeper: Body
    entry: FactUsed
    shown: tuple[FactShown, ...]
    carried_by: tuple[Held, ...]

    @property
    def bodies(self) -> tuple[Body, ...]:
        return in_order((self.keeper, *(held.holder for held in self.carried_by)))


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per keeper of a wrong entry with the bodies that carry it on."""
    by_bodies: dict[tuple[Body, ...], list[_WrongEntry]] = defaultdict(list)
    for wrong in _wrong_entries(picture):
        by_bodies[wrong.bodies].append(wrong)
    return tuple(_conflict(bodies, entries, picture) for bodies, entries in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Whose register is wrong, who uses it, and that the papers show something else."""
    entries = _entries_in(conflict, picture)
    keeper = texts.bodies(in_order(each.keeper for each in entries), picture)
    users = in_order(held.holder for each in entries for held in each.carried_by)
    takers, cost = texts.bodies(users, picture), _cost(conflict)
    return Text(
        f"In de registratie van {keeper.nl} staat iets anders dan in de papieren van het "
        f"huishouden. Ook {takers.nl} {'werken' if len(users) > 1 else 'werkt'} met die fout."
        f"{cost.nl} {texts.capital(keeper).nl} moet de registratie verbeteren; daarna moeten de "
        "anderen hun besluiten opnieuw bekijken.",
        f"The register of {keeper.en} says something else than the papers of the household. "
        f"{texts.capital(takers).en} {'work' if len(users) > 1 else 'works'} with that error too."
        f"{cost.en} {texts.capital(keeper).en} must correct the register; then the others must "
        "look at their decisions again.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The entry against what documents show, and who carries the entry on."""
    told = texts.joined(_told(wrong, picture) for wrong in _entries_in(conflict, picture))
    cost = _cost(conflict)
    return Text(
        f"De registratie wijkt af van wat met documenten is aangetoond: {told.nl}.{cost.nl}",
        f"The register differs from what documents show: {told.en}.{cost.en}",
    )


def _cost(conflict: Conflict) -> Text:
    if not conflict.monthly_harm_cents:
        return Text("", "")
    harm = texts.amount(conflict.monthly_harm_cents)
    return Text(
        f" Wat daarop rust, kost het huishouden {harm.nl} per maand.",
        f" What rests on it costs the household {harm.en} a month.",
    )


def _told(wrong: _WrongEntry, picture: Picture) -> Text:
    entry, keeper = fact_and_value(wrong.entry), texts.body(wrong.keeper, picture)
    shown = texts.joined(value_told(each.fact, each.value) for each in wrong.shown)
    takers = texts.bodies(in_order(held.holder for held in wrong.carried_by), picture)
    return Text(
        f"{entry.nl} bij {keeper.nl}, aangetoond anders ({shown.nl}), overgenomen door {takers.nl}",
        f"{entry.en} at {keeper.en}, shown otherwise ({shown.en}), taken over by {takers.en}",
    )


def _entries_in(conflict: Conflict, picture: Picture) -> list[_WrongEntry]:
    return [each for each in _wrong_entries(picture) if each.bodies == conflict.bodies]


def _wrong_entries(picture: Picture) -> Iterator[_WrongEntry]:
    for holder, entry in picture.of(FactUsed):
        if entry.origin is FactOrigin.BASE_REGISTER and entry.keeper:
            shown, carried_by = contradictions(picture, entry), carriers(picture, holder, entry)
            if shown and carried_by:
                yield _WrongEntry(counted(holder), entry, shown, carried_by)


def _conflict(bodies: tuple[Body, ...], entries: list[_WrongEntry], picture: Picture) -> Conflict:
    wrong: list[Record] = [each.entry for each in entries]
    carried = [held.record for each in entries for held in each.carried_by]
    shown = {fact.id: fact for each in entries for fact in each.shown}
    facts = {record.id for record in (*wrong, *carried)}
    consequences = consequences_of(picture, facts, {fact.value for fact in shown.values()})
    return Conflict(
        type=ConflictType.REGISTRATIEFOUT_WERKT_DOOR,
        bodies=bodies,
        records=(*refs(wrong), *refs(carried), *sorted(shown)),
        provisions=provisions_of((*wrong, *carried), LAW),
        monthly_harm_cents=monthly_harm(consequences),
        urgency=urgency_of(picture, consequences),
    )


DETECTOR = Detector(
    type=ConflictType.REGISTRATIEFOUT_WERKT_DOOR,
    summary=Text(
        "Een fout in een basisregistratie werkt door bij andere organisaties",
        "An error in a base register works on at other organisations",
    ),
    trigger=Text(
        "Documenten tonen iets anders aan dan de houder van een basisregistratie heeft staan, en "
        "anderen hebben de registratie overgenomen.",
        "Documents show something else than the keeper of a base register holds, and others took "
        "the entry over.",
    ),
    example=Text(
        "De BRP heeft een verkeerde geboortedatum; de SVB en UWV rekenen met die datum.",
        "The BRP has a wrong date of birth; the SVB and UWV work with that date.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
