"""The agency's own decisions: one for each measure that was carried out, kept with it."""

from __future__ import annotations

import datetime as dt

from pydantic import TypeAdapter
from sqlalchemy import insert, select, update
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlmodel import col

from agency_adapters.ledger.tables import MadeDecision
from domain.measures import AgencyDecision, MeasureKind
from domain.records import Provision

_PROVISION = TypeAdapter(Provision)


async def keep_decision(
    connection: AsyncConnection, measure_id: int, decision: AgencyDecision
) -> None:
    """Write the decision by which this measure is carried out, in the same transaction."""
    await connection.execute(
        insert(MadeDecision).values(
            measure_id=measure_id,
            number=decision.number,
            made_on=decision.made_on,
            kind=decision.kind.value,
            ground=_text_of(decision.ground),
            decided=decision.decided,
            monthly_effect_cents=decision.monthly_effect_cents,
            debt_effect_cents=decision.debt_effect_cents,
            amount_cents=decision.amount_cents,
            from_date=decision.from_date,
            until=decision.until,
            objection_by=_text_of(decision.objection_by),
            objection_until=decision.objection_until,
            objection_to=decision.objection_to,
            reverted=decision.reverted,
        )
    )


async def decision_of(connection: AsyncConnection, measure_id: int) -> AgencyDecision | None:
    """The decision of a measure, or None for one of before decisions were kept."""
    statement = select(MadeDecision).where(col(MadeDecision.measure_id) == measure_id)
    row = (await connection.execute(statement)).one_or_none()
    if row is None:
        return None
    return AgencyDecision(
        number=row.number,
        made_on=row.made_on,
        kind=MeasureKind(row.kind),
        ground=_PROVISION.validate_json(row.ground),
        decided=row.decided,
        monthly_effect_cents=row.monthly_effect_cents,
        debt_effect_cents=row.debt_effect_cents,
        objection_by=_PROVISION.validate_json(row.objection_by),
        objection_until=row.objection_until,
        objection_to=row.objection_to,
        amount_cents=row.amount_cents,
        from_date=row.from_date,
        until=row.until,
        reverted=row.reverted,
    )


async def take_decision_back(connection: AsyncConnection, measure_id: int, on: dt.date) -> None:
    """The decision stays on record, as taken back on this day."""
    await connection.execute(
        update(MadeDecision)
        .where(col(MadeDecision.measure_id) == measure_id)
        .values(reverted=True, reverted_on=on)
    )


def _text_of(provision: Provision) -> str:
    return _PROVISION.dump_json(provision).decode()
