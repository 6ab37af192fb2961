"""Reports of wrong facts: kept once per idempotency key, with a number and a last day to answer."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from pydantic import TypeAdapter
from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine
from sqlmodel import col

from agency_adapters.contract.exchange import ErrorReceipt, ErrorReport
from agency_adapters.ledger.errors import KeyReused, RecordUnknown
from agency_adapters.ledger.households import HeldHousehold
from agency_adapters.ledger.numbers import decision_number
from agency_adapters.ledger.tables import HeldRecord, RegisterError
from agency_adapters.profile import AgencyProfile

_REPORT = TypeAdapter(ErrorReport)


@dataclass(frozen=True, slots=True)
class ReportBook:
    """The register errors that were reported to one agency."""

    engine: AsyncEngine
    profile: AgencyProfile

    async def report(
        self, household: HeldHousehold, report: ErrorReport, idempotency_key: str, on: dt.date
    ) -> ErrorReceipt:
        """Keep the report, or give the receipt of the first time.

        Raises RecordUnknown for a record that is not held here, KeyReused for another report.
        """
        try:
            return await self._keep(household, report, idempotency_key, on)
        except _ReportedBefore:
            return await self._first_receipt(household, report, idempotency_key)

    async def _keep(
        self, household: HeldHousehold, report: ErrorReport, idempotency_key: str, on: dt.date
    ) -> ErrorReceipt:
        answer_by = self.profile.answers_register_errors.last_day(on)
        async with self.engine.begin() as connection:
            dossier_id = await _dossier_with(connection, household, report.record)
            number = await decision_number(connection, self.profile.number_prefix, on.year)
            added = await connection.execute(
                insert(RegisterError)
                .values(
                    administration_id=household.administration_id,
                    dossier_id=dossier_id,
                    idempotency_key=idempotency_key,
                    report=_REPORT.dump_json(report).decode(),
                    number=number,
                    answer_by=answer_by,
                )
                .on_conflict_do_nothing(
                    index_elements=[
                        col(RegisterError.administration_id),
                        col(RegisterError.idempotency_key),
                    ]
                )
                .returning(col(RegisterError.id))
            )
            if added.scalar_one_or_none() is None:
                raise _ReportedBefore
        return ErrorReceipt(number, answer_by)

    async def _first_receipt(
        self, household: HeldHousehold, report: ErrorReport, key: str
    ) -> ErrorReceipt:
        statement = select(
            col(RegisterError.report), col(RegisterError.number), col(RegisterError.answer_by)
        ).where(
            col(RegisterError.administration_id) == household.administration_id,
            col(RegisterError.idempotency_key) == key,
        )
        async with self.engine.connect() as connection:
            row = (await connection.execute(statement)).one()
        if _REPORT.validate_json(row.report) != report:
            raise KeyReused
        return ErrorReceipt(row.number, row.answer_by)


class _ReportedBefore(Exception):
    """The key exists: leave the transaction, so that the number taken for nothing goes back."""


async def _dossier_with(connection: AsyncConnection, household: HeldHousehold, ref: str) -> int:
    found = await connection.scalar(
        select(col(HeldRecord.dossier_id)).where(
            col(HeldRecord.dossier_id).in_(household.dossiers), col(HeldRecord.ref) == ref
        )
    )
    if found is None:
        raise RecordUnknown
    return int(found)
