"""The sections that say why: positions, dissent, weighing, reviews, proposals, precedents."""

from __future__ import annotations

from domain.explanations import euros
from services.decision_records import words
from services.decision_records.document import AgencyPart, Document, Vote
from services.decision_records.sections import Section, Table

NONE = "-"


def positions(document: Document) -> Section:
    """Where each agency stands on what was decided."""
    bullets = [
        _position(part, part.position) for part in document.agencies if part.position is not None
    ]
    return Section(heading="Wie heeft wat besloten, en waarom", bullets=bullets)


def _position(part: AgencyPart, vote: Vote) -> str:
    conditions = "".join(f" Voorwaarde: {each}" for each in vote.conditions)
    mandate = f"mandaat {vote.mandate}" if vote.mandate else "zonder mandaat"
    return (
        f"{words.agency_name(part.agency)}: {words.VOTES.get(vote.kind, vote.kind).lower()}, door"
        f" {vote.liaison} ({mandate}), op grond van {', '.join(vote.legal_basis) or NONE}."
        f" Motivering: {vote.motive}{conditions}"
    )


def dissent(document: Document) -> Section | None:
    """Who does not join; None when all do."""
    if not document.dissent:
        return None
    who = ", ".join(words.agency_name(each) for each in document.dissent)
    return Section(
        heading="Wie niet meedoet",
        paragraphs=[
            f"Niet akkoord: {who}. Wie niet akkoord is, is niet gebonden. De anderen voeren uit wat"
            " zij samen kunnen. De reden staat bij het standpunt."
        ],
    )


def weighing(document: Document) -> Section | None:
    """The balance of interests; None when nothing had to be weighed."""
    weighing = document.weighing
    if weighing is None:
        return None
    rows = [[label, str(getattr(weighing, name))] for name, label in words.WEIGHING.items()]
    if weighing.harm_monthly_cents is not None:
        rows.append(["Schade per maand", euros(weighing.harm_monthly_cents)])
    if weighing.days_to_harm is not None:
        rows.append(["Dagen tot de schade", str(weighing.days_to_harm)])
    table = Table(caption="De belangenafweging", head=["Vraag", "Antwoord"], rows=rows)
    return Section(
        heading="De afweging (Awb 3:4 en 4:84)",
        paragraphs=[f"Opgeschreven door {weighing.by}."],
        tables=[table],
    )


def reviews(document: Document) -> Section | None:
    """What colleagues found; None when nobody looked or will look."""
    bullets = [
        f"{words.OPINIONS.get(each.opinion, each.opinion)}, volgens {each.reviewer}"
        f" ({words.agency_name(each.agency)}): {each.motive}"
        for each in document.reviews
    ]
    if document.to_be_reviewed_afterwards:
        bullets.append("Dit besluit wordt achteraf nog bekeken door een collega.")
    return Section(heading="Toets door een collega", bullets=bullets) if bullets else None


def proposals(document: Document) -> Section | None:
    """What was proposed on the way; None when nothing was."""
    if not document.proposals:
        return None
    bullets = [
        f"Ronde {each.round}: {each.by} ({words.agency_name(each.agency)}) stelde voorstel"
        f" {each.option} voor, in plaats van {each.changes_option}. Reden: {each.motive}"
        for each in document.proposals
    ]
    return Section(
        heading="Tegenvoorstellen",
        paragraphs=[f"Er is gestemd in {document.rounds} rondes."],
        bullets=bullets,
    )


def precedents(document: Document) -> Section | None:
    """What it was compared with; None when with nothing."""
    bullets = [
        f"Vergeleken met {each.record}: {'gelijk' if each.decided_the_same else 'anders'} besloten."
        f" {each.why}{''.join(f' Verschil: {one}' for one in each.differences)}"
        for each in document.precedents
    ]
    return Section(heading="Eerdere besluiten", bullets=bullets) if bullets else None
