"""A record as a page in Dutch: sections with paragraphs, lists and tables; the template lays it
out."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from domain.explanations import day, euros
from domain.measures import MeasureKind
from services.decision_records import reasons, words
from services.decision_records.document import Act, Document, Fact, RecordJson
from services.decision_records.sections import Page, Section, Table
from services.plans.dutch import CONFLICTS, MEASURES, UNTIL

HIDDEN = "niet getoond"
NONE = "-"


def page_of(record: RecordJson) -> Page:
    """The page of a record: what it means first, in plain words; what proves it last."""
    document = record.record
    found = (
        _summary(document),
        _nature(document),
        _acts(document),
        _own_decisions(document),
        _effect(document),
        reasons.positions(document),
        reasons.dissent(document),
        reasons.weighing(document),
        reasons.reviews(document),
        reasons.proposals(document),
        reasons.precedents(document),
        _facts(document),
        _follow_up(document),
        _account(record),
    )
    return Page(
        title=f"Besluitdocument van {day(document.made_on)}",
        id=document.id,
        footer=f"{document.id}, versie {document.version}",
        sections=[section for section in found if section is not None],
    )


def _summary(document: Document) -> Section:
    return Section(heading="In het kort", bullets=[line.text.nl for line in document.summary])


def _nature(document: Document) -> Section:
    return Section(heading="Wat dit document is", paragraphs=[document.nature.nl])


def _acts(document: Document) -> Section:
    rows = [
        [
            words.agency_name(part.agency, act.department),
            _kind(act.kind),
            act.ground,
            "ja" if act.deviates_from_law else "nee",
            _amount(act.amount_cents, hidden=act.on is None),
            _period(act),
        ]
        for part in document.agencies
        for act in part.acts
    ]
    head = ["Instantie", "Wat", "Grondslag", "Wijkt af", "Bedrag", "Wanneer"]
    return Section(
        heading="Wat elke instantie doet",
        tables=[Table(caption="De maatregelen per instantie", head=head, rows=rows)],
    )


def _own_decisions(document: Document) -> Section:
    sent = [
        f"{words.agency_name(part.agency, act.department)}, besluit {act.decision.number} van"
        f" {day(act.decision.made_on)}: {act.decision.decided} {act.decision.objection_clause}"
        for part in document.agencies
        for act in part.acts
        if act.decision is not None
    ]
    waiting = [
        f"{words.agency_name(one.agency, one.department)} moet het besluit nog sturen:"
        f" {_kind(one.kind).lower()} ({one.ground})."
        for one in document.still_to_send
    ]
    return Section(
        heading="De besluiten van de instanties zelf",
        paragraphs=["Alleen tegen deze besluiten kan bezwaar worden gemaakt."],
        bullets=[*sent, *waiting],
    )


def _effect(document: Document) -> Section:
    effect = document.effect
    rows = [
        [
            "Over of te weinig per maand",
            euros(effect.net_before_cents),
            euros(effect.net_after_cents),
        ],
        ["Schulden", euros(effect.debts_before_cents), euros(effect.debts_after_cents)],
    ]
    table = Table(caption="De begroting voor en na", head=["Onderdeel", "Voor", "Na"], rows=rows)
    return Section(
        heading="Wat het betekent in geld",
        paragraphs=[
            f"Dit botste: {_conflicts(document.question)}.",
            f"Dit is opgelost: {_conflicts(document.resolved)}.",
            f"Dit is nog niet opgelost: {_conflicts(document.left_open)}.",
        ],
        tables=[table],
    )


def _facts(document: Document) -> Section | None:
    if not document.facts:
        return None
    head = ["Gegeven", "Van wie", "Waarde", "Hoe zeker", "Opgelost"]
    rows = [
        [
            words.FACTS.get(fact.fact, fact.fact),
            words.agency_name(fact.holder.agency, fact.holder.department)
            if fact.holder.agency
            else "Andere partij",
            _value(fact),
            words.STANDINGS.get(fact.standing, fact.standing),
            "ja, met dit besluit" if fact.settled_by else NONE,
        ]
        for fact in document.facts
    ]
    return Section(
        heading="De gegevens waar het op rust",
        tables=[Table(caption="De gegevens", head=head, rows=rows)],
    )


def _value(fact: Fact) -> str:
    match fact.value:
        case {"amount_cents": int(cents)}:
            return euros(cents)
        case {"date": str(date)}:
            return day(dt.date.fromisoformat(date))
        case {"flag": bool(flag)}:
            return "ja" if flag else "nee"
        case {"ref": None}:
            return "geen"
        case {"ref": str(word)} | {"country": str(word)}:
            return word
        case {"count": int(count)}:
            return str(count)
        case _:
            return HIDDEN


def _follow_up(document: Document) -> Section | None:
    if not document.follow_up:
        return None
    rows = [
        [
            day(one.on),
            words.FOLLOW_UPS.get(one.kind, one.kind),
            words.agency_name(one.agency),
            _of_measure(one.measure, document),
        ]
        for one in document.follow_up
    ]
    head = ["Dag", "Wat", "Instantie", "Maatregel"]
    return Section(
        heading="Dagen om op te letten",
        tables=[Table(caption="Dagen om op te letten", head=head, rows=rows)],
    )


def _account(record: RecordJson) -> Section:
    document = record.record
    signal = "ja" if document.policy_signal else "nee"
    return Section(
        heading="Verantwoording",
        bullets=list(
            _told(
                f"Besluit {document.id}, versie {document.version}, plan {document.plan}.",
                f"Geopend op {day(document.opened_on)}, uitgevoerd op {day(document.made_on)}.",
                f"Vervangt de versie met kenmerk {document.replaces}." if document.replaces else "",
                f"Signaal aan de makers van de regels: {signal}.",
                f"Controlegetal (SHA-256): {record.hash}.",
                f"Controlegetal van het document ervoor: {record.previous_hash}.",
                *(f"Bewijs van uitvoering: {act.receipt}." for act in _done(document)),
                ""
                if record.complete
                else "Dit is niet het hele document: wat alleen anderen aangaat is weggelaten.",
            )
        ),
    )


def _done(document: Document) -> Iterator[Act]:
    return (act for part in document.agencies for act in part.acts if act.receipt is not None)


def _told(*lines: str) -> Iterator[str]:
    return (line for line in lines if line)


def _kind(code: str) -> str:
    return MEASURES[MeasureKind(code)] if code in tuple(MeasureKind) else code


def _of_measure(measure: str, document: Document) -> str:
    acts = (act for part in document.agencies for act in part.acts)
    return next((_kind(act.kind) for act in acts if act.measure == measure), NONE)


def _conflicts(codes: Iterable[str]) -> str:
    names = {kind.value: told for kind, told in CONFLICTS.items()}
    return "; ".join(names.get(code, code).lower() for code in codes) or "niets"


def _amount(cents: int | None, *, hidden: bool) -> str:
    if cents is None:
        return HIDDEN if hidden else NONE
    return euros(cents)


def _period(act: Act) -> str:
    parts = []
    if act.from_date is not None:
        parts.append(f"vanaf {day(act.from_date)}")
    if act.until is not None:
        # a pause lasts through its last day, a regime ends on it, a decision is there by it
        parts.append(f"{_until(act.kind)} {day(act.until)}")
    return ", ".join(parts) or NONE


def _until(code: str) -> str:
    kinds = {kind.value: word for kind, word in UNTIL.items()}
    return kinds.get(code, "tot en met")
