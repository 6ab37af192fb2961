"""Decisions that were carried out, for tests of their records: of every example household."""

from __future__ import annotations

import datetime as dt
from functools import cache

from agency_adapters.casefile import CaseFile, load_case_file
from agency_adapters.casefile.examples import example, names
from domain.bundles import bundles_of
from domain.conflicts.catalogue import find_conflicts
from domain.decision_record import DecisionMade, TimedReview, TimedVote, Withheld
from domain.decisions import Liaison, Mandate, Opinion, PeerReview, VoteKind, Weighing
from domain.measures import AgencyDecision, Measure, Receipt
from domain.picture import Picture
from domain.position import Position
from domain.records import Provision
from domain.vocabulary import Agency, Law
from tests.support.decisions import vote_of

AT = dt.datetime(2026, 11, 24, 9, 30, tzinfo=dt.UTC)
ENOUGH = "Dit is goed bekeken, en opgeschreven in gewone woorden."
WEIGHING = Weighing(
    by="worker-1",
    aim_of_the_rule=ENOUGH,
    effect_on_household=ENOUGH,
    alternatives=ENOUGH,
    third_parties=ENOUGH,
    special_circumstances=ENOUGH,
    legitimacy=ENOUGH,
    involvement=ENOUGH,
    return_on_effort=ENOUGH,
    harm_monthly_cents=12345,
    days_to_harm=9,
)
REVIEW = PeerReview(
    Liaison("l-svb", Agency.SVB, Mandate("man-svb", (), None, AT.date(), AT.date())),
    Opinion.SOUND,
    ENOUGH,
)


@cache
def case_of(name: str) -> CaseFile:
    """An example household."""
    return load_case_file(example(name))


@cache
def decisions_made(name: str) -> tuple[DecisionMade, ...]:
    """What is decided for an example household when everybody agrees to the first option."""
    case = case_of(name)
    positions = tuple(
        Position(agency, case.intake_date, records) for agency, records in case.ledgers.items()
    )
    picture = Picture(case.household, positions, (), case.intake_date)
    found = []
    for number, bundle in enumerate(bundles_of(picture, find_conflicts(picture))):
        if not bundle.options or not bundle.options[0].measures:
            continue
        decided = bundle.options[0]
        acting = sorted({measure.agency for measure in decided.measures})
        votes = (TimedVote(vote_of(agency, bundle, VoteKind.AGREE), AT) for agency in acting)
        found.append(
            DecisionMade(
                id=f"d-{name}-{number}",
                plan=f"pl-{name}",
                opened_on=case.intake_date,
                made_on=AT.date(),
                bundle=bundle,
                decided=decided,
                votes=tuple(votes),
                receipts=tuple(
                    receipt_of(measure, at) for at, measure in enumerate(decided.measures)
                ),
                picture=picture,
                weighing=WEIGHING,
                reviews=(TimedReview(REVIEW, AT),),
            )
        )
    return tuple(found)


def every_decision_made() -> list[tuple[str, DecisionMade]]:
    """All of them, with the name of the household."""
    return [(name, made) for name in names() for made in decisions_made(name)]


def withheld_of(name: str) -> Withheld:
    """The names and addresses of an example household."""
    case = case_of(name)
    return Withheld.of((person.name for person in case.people), case.address_lines.values())


def receipt_of(measure: Measure, number: int) -> Receipt:
    """An agency's proof; every other agency has sent its own decision already."""
    decision = AgencyDecision(
        number=f"{measure.agency.value.upper()}-B-2026-{number:06d}",
        made_on=AT.date(),
        kind=measure.kind,
        ground=measure.provision,
        decided="Wij doen wat is afgesproken.",
        monthly_effect_cents=1000,
        debt_effect_cents=-2000,
        objection_by=Provision(Law.AWB, "6:7"),
        objection_until=AT.date() + dt.timedelta(weeks=6),
        objection_to="het bestuur",
    )
    return Receipt(
        number=f"{measure.agency.value.upper()}-2026-{number:06d}",
        agency=measure.agency,
        measure_ref=measure.ref,
        idempotency_key=f"k-{measure.ref}",
        decided_on=AT.date(),
        changed=measure.on,
        decision=decision if number % 2 == 0 else None,
    )
