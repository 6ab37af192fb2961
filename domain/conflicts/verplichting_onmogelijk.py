"""VERPLICHTING_ONMOGELIJK: money is claimed for a duty that the person could not meet.

A sanction presumes that someone can be blamed (Awb 5:41), and the harm of a decision may not be out
of proportion to its purpose (Awb 3:4).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import in_order, provisions_of, refs
from domain.conflicts.collected import owed_at_once
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.facts import holds_on, shown_of
from domain.conflicts.grounds import records_in, shown_in, shown_refs, spans
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.household import FactShown
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, Duty, Flag, Provision
from domain.vocabulary import DutyStatus, FactName, Law

LAW = (Provision(Law.AWB, "3:4", "2"), Provision(Law.AWB, "5:41"))


@dataclass(frozen=True, slots=True)
class _Breach:
    claimant: Body
    claim: Claim
    duty: Duty
    proofs: tuple[FactShown, ...]


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body that claims money for such breaches."""
    by_body: dict[tuple[Body, ...], list[_Breach]] = defaultdict(list)
    for breach in _breaches(picture):
        by_body[in_order((breach.claimant,))].append(breach)
    return tuple(_conflict(bodies, breaches, picture) for bodies, breaches in by_body.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """What is claimed for which duty, and that it could not be met."""
    names, claimed = texts.capital(texts.bodies(conflict.bodies, picture)), _claimed(conflict)
    return Text(
        f"{names.nl} vraagt {claimed.nl}, omdat iets niet op tijd is gedaan. Maar op die dag kon "
        "het niet: met papieren is aan te tonen dat de persoon toen zijn zaken niet kon regelen. "
        "Vraag om de boete of de terugvordering om die reden in te trekken.",
        f"{names.en} asks {claimed.en}, because something was not done in time. But on that day "
        "it could not be done: papers show that the person was unable to look after his affairs "
        "then. Ask to withdraw the fine or the recovery for that reason.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """The due days, against the period of the proof, and what is claimed."""
    due = texts.joined(
        texts.date(day)
        for day in sorted({duty.due for duty in records_in(conflict, picture, Duty)})
    )
    shown, claimed = spans(shown_in(conflict, picture)), _claimed(conflict)
    return Text(
        f"De plicht moest uiterlijk op {due.nl} zijn nagekomen; aangetoond is dat de persoon "
        f"niet kon handelen {shown.nl}. Wegens de schending wordt {claimed.nl} gevorderd.",
        f"The duty was due on {due.en}; documents show that the person could not act {shown.en}. "
        f"For the breach {claimed.en} is claimed.",
    )


def _claimed(conflict: Conflict) -> Text:
    monthly, once = conflict.monthly_harm_cents, conflict.one_off_harm_cents
    per_month = texts.amount(monthly or 0)
    parts = [texts.amount(once)] if once else []
    if monthly:
        parts.append(Text(f"{per_month.nl} per maand", f"{per_month.en} a month"))
    return texts.joined(parts) if parts else Text("geld", "money")


def _breaches(picture: Picture) -> Iterator[_Breach]:
    for claimant, claim in picture.of(Claim):
        held = picture.find(claim.for_breach_of)
        if claim.outstanding_cents == 0:
            # paid, remitted or withdrawn: nothing is held against the household any more
            continue
        if held is None or not isinstance(held.record, Duty):
            continue
        proofs = tuple(_proofs(held.record, picture))
        if held.record.status is DutyStatus.NOT_MET and proofs:
            yield _Breach(claimant, claim, held.record, proofs)


def _proofs(duty: Duty, picture: Picture) -> Iterator[FactShown]:
    """What shows that on the due day a person who had the duty could not act."""
    for shown in shown_of(picture, FactName.UNABLE_TO_ACT, duty.persons):
        if shown.value == Flag(True) and holds_on(shown, duty.due):
            yield shown


def _conflict(bodies: tuple[Body, ...], breaches: list[_Breach], picture: Picture) -> Conflict:
    duties = [breach.duty for breach in breaches]
    claims = [breach.claim for breach in breaches]
    proofs = [proof for breach in breaches for proof in breach.proofs]
    return Conflict(
        type=ConflictType.VERPLICHTING_ONMOGELIJK,
        bodies=bodies,
        records=(*refs(duties), *refs(claims), *shown_refs(proofs)),
        provisions=provisions_of((*duties, *claims), LAW),
        monthly_harm_cents=taken_for(claims, picture) or None,
        urgency=HarmUrgency.HIGH,
        one_off_harm_cents=owed_at_once(claims, picture),
    )


DETECTOR = Detector(
    type=ConflictType.VERPLICHTING_ONMOGELIJK,
    summary=Text(
        "Een boete of terugvordering voor een plicht die niemand in die toestand kon nakomen",
        "A fine or recovery for a duty that nobody in that state could meet",
    ),
    trigger=Text(
        "Er wordt geld gevorderd wegens een niet nagekomen plicht, en aangetoond is dat de persoon "
        "op de uiterste dag niet kon handelen.",
        "Money is claimed for a duty not met, and it is shown that on the due day the person could "
        "not act.",
    ),
    example=Text(
        "Een student is opgenomen; DUO beboet hem omdat hij in die weken zijn reisproduct niet "
        "stopzette.",
        "A student is in hospital; DUO fines him for not stopping his travel product in those "
        "weeks.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
