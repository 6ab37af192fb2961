"""KWIJTSCHELDING_UITGESLOTEN: remission was asked, and refused because the law forbids it.

Awir 31bis forbids Dienst Toeslagen to remit, whatever the household's situation; the other laws
that the household meets presume that a debt which cannot be paid comes to an end (Wgs 4a).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from domain.conflicts.bodies import in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Body, Claim, DeterminationMade, Provision
from domain.vocabulary import Law, Outcome, Reason, Scheme

LAW = (Provision(Law.AWIR, "31bis"),)


def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body (with the claimant, when another) whose hands the law ties."""
    by_bodies: dict[tuple[Body, ...], list[tuple[DeterminationMade, Claim]]] = defaultdict(list)
    for holder, determination in picture.of(DeterminationMade):
        if _is_refused_by_law(determination):
            for claimant, claim in _unpaid_claims(determination, picture):
                by_bodies[in_order((holder, claimant))].append((determination, claim))
    return tuple(_conflict(bodies, refused) for bodies, refused in by_bodies.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Which debt stays, and that the body itself may not remit it."""
    owed = texts.amount(_owed(conflict, picture))
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    return Text(
        f"{names.nl} mag deze schuld van {owed.nl} van de wet niet kwijtschelden, ook niet als "
        "het huishouden haar niet kan betalen. Er is een andere oplossing nodig: minder "
        "terugvragen, of uitstel dat past bij wat het huishouden kan missen.",
        f"{names.en} may not by law remit this debt of {owed.en}, not even when the household "
        "cannot pay it. Another way out is needed: claiming less, or a postponement that fits what "
        "the household can spare.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """What was asked and refused, and what is still owed."""
    owed = texts.amount(_owed(conflict, picture))
    return Text(
        "Het verzoek om kwijtschelding is geweigerd omdat de wet de bevoegdheid uitsluit; "
        f"openstaand is {owed.nl}.",
        "The request for remission was refused because the law excludes the power; "
        f"outstanding is {owed.en}.",
    )


def _owed(conflict: Conflict, picture: Picture) -> int:
    held = (picture.find(record) for record in conflict.records)
    return sum(
        found.record.outstanding_cents
        for found in held
        if found is not None and isinstance(found.record, Claim)
    )


def _is_refused_by_law(determination: DeterminationMade) -> bool:
    return (
        determination.scheme is Scheme.REMISSION
        and determination.outcome is Outcome.REFUSED
        and determination.reason is Reason.POWER_EXCLUDED_BY_LAW
    )


def _unpaid_claims(
    determination: DeterminationMade, picture: Picture
) -> Iterator[tuple[Body, Claim]]:
    """What remission was asked of: the claim itself, or the claim that follows from a decision."""
    about = determination.about
    if about is None:
        return
    meant = (about, *(claim.id for claim in picture.claims_by(about)))
    for held in map(picture.find, meant):
        if held and isinstance(held.record, Claim) and held.record.outstanding_cents > 0:
            yield held.holder, held.record


def _conflict(bodies: tuple[Body, ...], refused: list[tuple[DeterminationMade, Claim]]) -> Conflict:
    determinations = [determination for determination, _ in refused]
    claims = [claim for _, claim in refused]
    return Conflict(
        type=ConflictType.KWIJTSCHELDING_UITGESLOTEN,
        bodies=bodies,
        records=(*refs(determinations), *refs(claims)),
        provisions=provisions_of((*determinations, *claims), LAW),
        monthly_harm_cents=None,
        urgency=HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.KWIJTSCHELDING_UITGESLOTEN,
    summary=Text(
        "Kwijtschelding gevraagd, maar de wet sluit die uit",
        "Remission asked for, but the law excludes it",
    ),
    trigger=Text(
        "Een verzoek om kwijtschelding is geweigerd omdat de wet de bevoegdheid uitsluit, en de "
        "schuld staat nog open.",
        "A request for remission was refused because the law excludes the power, and the debt is "
        "still open.",
    ),
    example=Text(
        "Dienst Toeslagen mag een terugvordering niet kwijtschelden (Awir 31bis).",
        "Dienst Toeslagen may not remit a recovery (Awir 31bis).",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
