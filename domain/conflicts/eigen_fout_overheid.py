"""EIGEN_FOUT_OVERHEID: a body claims back what it paid too much by its own fault.

It said so itself, or it left a report of the household lying for the whole overpaid period. The
share of the body in the error must be weighed before it claims back (Awb 3:4 lid 2; CRvB 18 April
2024 on urgent reasons).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from domain.conflicts.bodies import counted, in_order, provisions_of, refs
from domain.conflicts.conflict import Conflict, ConflictType, HarmUrgency
from domain.conflicts.detector import Detector
from domain.conflicts.same_money import OverpaidMoney, by_overpaid_money
from domain.conflicts.taken import taken_for
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture, once_per_picture
from domain.records import (
    Application,
    Body,
    Claim,
    Contribution,
    DeterminationMade,
    Entitlement,
    FactUsed,
    Notice,
    Provision,
    Record,
)
from domain.vocabulary import Fault, Law, NoticeDirection, NoticeKind, Scheme

WEIGHED = Provision(Law.AWB, "3:4", "2")
"""A claim that names this stands on a weighing of the body's own share: what is left is no fault
that was not answered for."""

LAW = (Provision(Law.AWB, "3:2"), WEIGHED)


_REPORTED = Text(
    "De wijziging was wel gemeld, maar daar is in die tijd niets mee gedaan.",
    "The change had been reported, but nothing was done with it in that time.",
)

_ADMITTED = Text(
    "De organisatie zegt zelf dat zij de fout heeft gemaakt.",
    "The organisation itself says that it made the error.",
)


@dataclass(frozen=True, slots=True)
class _OwnFault:
    """Claims for what was paid too much, and the reports on it that were left lying."""

    money: OverpaidMoney
    claims: tuple[Claim, ...]
    reports: tuple[Notice, ...]

    @property
    def is_admitted(self) -> bool:
        """Whether the body recorded the fault as its own."""
        return self.money.overpayment.fault is Fault.THIS_BODY


@once_per_picture
def find(picture: Picture) -> tuple[Conflict, ...]:
    """One conflict per body; the harm is what is taken or paid per month for these claims today."""
    by_body: dict[Body, list[_OwnFault]] = defaultdict(list)
    for fault in _own_faults(picture):
        by_body[fault.money.claimant].append(fault)
    return tuple(_conflict(body, faults, picture) for body, faults in by_body.items())


def household(conflict: Conflict, picture: Picture) -> Text:
    """Who made the error, and what is claimed back for it."""
    names = texts.capital(texts.bodies(conflict.bodies, picture))
    claimed = texts.amount(_claimed(conflict, picture))
    why = _REPORTED if any(fault.reports for _, fault in _of(conflict, picture)) else _ADMITTED
    return Text(
        f"{names.nl} betaalde te veel en vraagt nu {claimed.nl} terug. {why.nl} Vraag om dat mee "
        "te wegen en minder terug te vragen.",
        f"{names.en} paid too much and now claims {claimed.en} back. {why.en} Ask to have that "
        "weighed, and less claimed back.",
    )


def computation(conflict: Conflict, picture: Picture) -> Text:
    """Per claim: the overpaid period, the reports in it that were not processed, or the fault."""
    told = [_told(claim, fault) for claim, fault in _of(conflict, picture)]
    return Text(" ".join(each.nl for each in told), " ".join(each.en for each in told))


def _of(conflict: Conflict, picture: Picture) -> list[tuple[Claim, _OwnFault]]:
    """The claims in the conflict, in the order of their ids, each with the fault behind it."""
    named = frozenset(conflict.records)
    mine = (
        (claim, fault)
        for fault in _own_faults(picture)
        for claim in fault.claims
        if claim.id in named
    )
    return sorted(mine, key=lambda each: each[0].id)


def _told(claim: Claim, fault: _OwnFault) -> Text:
    first = texts.date(fault.money.overpayment.period_from)
    last = texts.date(fault.money.overpayment.period_until)
    owed = texts.amount(claim.outstanding_cents)
    parts = [
        Text(
            f"Te veel betaald van {first.nl} tot en met {last.nl}, openstaand {owed.nl}.",
            f"Paid too much from {first.en} to {last.en}, outstanding {owed.en}.",
        )
    ]
    if fault.is_admitted:
        parts.append(_ADMITTED)
    if fault.reports:
        days = texts.joined(texts.date(day) for day in sorted({each.on for each in fault.reports}))
        parts.append(
            Text(
                f"Gemeld op {days.nl}; binnen de periode niet verwerkt.",
                f"Reported on {days.en}; not processed within the period.",
            )
        )
    return Text(" ".join(each.nl for each in parts), " ".join(each.en for each in parts))


def _own_faults(picture: Picture) -> Iterator[_OwnFault]:
    not_weighed = (each for each in picture.of(Claim) if WEIGHED not in each[1].legal_basis)
    for money, claims in by_overpaid_money(not_weighed).items():
        fault = _OwnFault(money, tuple(claims), tuple(_left_lying(money, picture)))
        if fault.is_admitted or fault.reports:
            yield fault


def _left_lying(money: OverpaidMoney, picture: Picture) -> Iterator[Notice]:
    """The changes reported to this body about this scheme, received but not acted on in time."""
    first, last = money.overpayment.period_from, money.overpayment.period_until
    for holder, notice in picture.of(Notice):
        if (
            counted(holder) == money.claimant
            and notice.kind is NoticeKind.CHANGE_REPORT
            and notice.direction is NoticeDirection.RECEIVED
            and first <= notice.on <= last
            and (notice.processed_on is None or notice.processed_on > last)
            and _is_about(notice, money, picture)
        ):
            yield notice


def _is_about(notice: Notice, money: OverpaidMoney, picture: Picture) -> bool:
    """Whether the report is on the scheme that is claimed back, for somebody it is about."""
    about = picture.find(notice.about)
    if about is None:
        return False
    concerned = {*notice.persons, *about.record.persons}
    same_persons = not concerned.isdisjoint(money.persons | money.liable)
    return same_persons and money.scheme in _schemes(about.record, picture)


def _schemes(record: Record, picture: Picture) -> frozenset[Scheme]:
    """The scheme of a record; of a fact, those that were decided with it."""
    if isinstance(record, Application | Entitlement | DeterminationMade | Claim | Contribution):
        return frozenset({record.scheme})
    if not isinstance(record, FactUsed):
        return frozenset()
    return frozenset(determination.scheme for determination in picture.determinations_on(record.id))


def _claimed(conflict: Conflict, picture: Picture) -> int:
    held = (picture.find(ref) for ref in conflict.records)
    return sum(
        each.record.outstanding_cents
        for each in held
        if each is not None and isinstance(each.record, Claim)
    )


def _conflict(body: Body, faults: list[_OwnFault], picture: Picture) -> Conflict:
    claims = [claim for fault in faults for claim in fault.claims]
    reports = [report for fault in faults for report in fault.reports]
    records: tuple[Record, ...] = (*claims, *reports)
    return Conflict(
        type=ConflictType.EIGEN_FOUT_OVERHEID,
        bodies=in_order((body,)),
        records=(*refs(claims), *refs(reports)),
        provisions=provisions_of(records, LAW),
        monthly_harm_cents=taken_for(claims, picture) or None,
        urgency=HarmUrgency.HIGH,
    )


DETECTOR = Detector(
    type=ConflictType.EIGEN_FOUT_OVERHEID,
    summary=Text(
        "De overheid vordert terug wat door haar eigen fout te veel is betaald",
        "Government claims back what it paid too much by its own fault",
    ),
    trigger=Text(
        "Een terugvordering waarvan de organisatie de fout bij zichzelf legt, of waarover zij in "
        "de periode een melding kreeg die zij in die periode niet verwerkte.",
        "A claim for an overpayment of which the body records the fault as its own, or on which it "
        "received a report within the period that it did not process within it.",
    ),
    example=Text(
        "UWV kreeg drie meldingen van hoger loon, deed er niets mee en vordert nu elf maanden WIA "
        "terug.",
        "UWV received three reports of higher wages, did nothing with them and now claims back "
        "eleven months of WIA benefit.",
    ),
    law=LAW,
    find=find,
    household=household,
    computation=computation,
)
