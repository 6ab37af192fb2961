"""The household's picture once measures are carried out: what the budget after rests on."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from domain.errors import MeasureNotPossible
from domain.household import Expense, Household, Party
from domain.measures.effects import apply_to_records
from domain.measures.grant import grant_basis_of
from domain.measures.measure import Measure, MeasureKind, Request
from domain.picture import Picture
from domain.position import Position
from domain.records import Contribution
from domain.vocabulary import Agency, Cover, ExpenseKind, PartyKind


def picture_after(
    measures: Sequence[Measure],
    picture: Picture,
    on: dt.date,
    requests: Sequence[Request] = (),
) -> Picture:
    """The picture on the day that all measures work, carried out on `on` and in this order.

    `requests` are taken as agreed to. Raises MeasureNotPossible when one cannot be carried out, as
    the agency's ledger would.
    """
    _need_positions(measures, picture)
    household = household_after(measures, picture, on)
    return replace(
        picture,
        household=with_requests(requests, household, on) if requests else household,
        positions=tuple(_position_after(each, measures, picture, on) for each in picture.positions),
        today=day_all_work(measures, on),
    )


def day_all_work(measures: Iterable[Measure], on: dt.date) -> dt.date:
    """The first day on which every measure has its effect: a regime ends on a day of its own."""
    ends = (m.until for m in measures if m.kind is MeasureKind.END_REGIME and m.until is not None)
    return max((on, *ends))


def household_after(measures: Iterable[Measure], picture: Picture, on: dt.date) -> Household:
    """The household with what the measures change in its own spending.

    Once a health-care contribution to the CAK has ended, the household pays its own insurer again
    (Zvw 16, 18d): the last premium known of the insurer, from that day.
    """
    premiums = tuple(_own_premiums(measures, picture))
    return replace(picture.household, expenses=(*picture.household.expenses, *premiums))


def with_requests(requests: Sequence[Request], household: Household, on: dt.date) -> Household:
    """The household with its parties' records as they are once each has agreed."""
    return replace(
        household, parties=tuple(_party_after(each, requests, on) for each in household.parties)
    )


def _party_after(party: Party, requests: Sequence[Request], on: dt.date) -> Party:
    records = party.records
    for request in requests:
        if request.party == party.id:
            records = apply_to_records(request, records, on).records
    return replace(party, records=records)


def _need_positions(measures: Iterable[Measure], picture: Picture) -> None:
    known: set[Agency] = {position.agency for position in picture.positions}
    for measure in measures:
        if measure.agency not in known:
            raise MeasureNotPossible(f"De gegevens van {measure.agency.value} ontbreken nog.")


def _position_after(
    position: Position, measures: Iterable[Measure], picture: Picture, on: dt.date
) -> Position:
    records = position.records
    for measure in measures:
        if measure.agency is position.agency:
            basis = None if measure.amount_cents is not None else grant_basis_of(picture)
            records = apply_to_records(measure, records, on, basis).records
    return replace(position, records=records)


def _own_premiums(measures: Iterable[Measure], picture: Picture) -> Iterator[Expense]:
    for measure in measures:
        if measure.kind is MeasureKind.END_REGIME and measure.until is not None:
            yield from _premiums_from(measure, measure.until, picture)


def _premiums_from(measure: Measure, from_date: dt.date, picture: Picture) -> Iterator[Expense]:
    for record_id in measure.on:
        held = picture.find(record_id)
        if held is None or not isinstance(held.record, Contribution):
            continue
        insurance = _last_insurance(held.record, picture)
        if insurance is not None and _has_ended(insurance, from_date):
            yield Expense(
                id=f"{measure.ref}-premium-{record_id}",
                kind=ExpenseKind.HEALTH_PREMIUM,
                label="Eigen zorgpremie",
                amount_monthly_cents=insurance.amount_monthly_cents,
                from_date=from_date,
            )


def _last_insurance(regime: Contribution, picture: Picture) -> Contribution | None:
    if regime.cover is not Cover.HEALTH_CARE:
        return None
    known = (
        record
        for party in picture.household.parties
        if party.kind is PartyKind.HEALTH_INSURER
        for record in party.records
        if isinstance(record, Contribution)
        and record.cover is regime.cover
        and not set(record.persons).isdisjoint(regime.persons)
    )
    return max(known, key=lambda each: (each.cover_from, each.id), default=None)


def _has_ended(insurance: Contribution, by: dt.date) -> bool:
    """A premium that still runs is among the household's expenses already."""
    return insurance.cover_until is not None and insurance.cover_until < by
