"""Who works here: municipalities, their workers, and the liaisons of agencies with their
mandates."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy.dialects.postgresql import insert
from sqlmodel import col, select

from domain.decisions import Liaison, Mandate
from domain.records import Provision
from domain.vocabulary import Agency, Department, Law
from services.store.database import NOBODY, Database, Scope
from services.store.tables import LiaisonRow, MandateRow, MunicipalityRow, WorkerRow


@dataclass(frozen=True, slots=True)
class Municipality:
    """A municipality: its reference, name and organisation number (OIN)."""

    ref: str
    name: str
    oin: str


@dataclass(frozen=True, slots=True)
class StaffLiaison:
    """A liaison as registered, with every mandate given; `municipality` where the agency is
    one's own."""

    id: str
    agency: Agency
    department: Department | None
    municipality: str | None
    mandates: tuple[Mandate, ...]


class Staff:
    """The directory of who may be asked what. Holds nothing of households."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def register_municipality(self, municipality: Municipality) -> None:
        """Have this municipality; does nothing when it is there."""
        async with self._database.transaction(NOBODY) as session:
            await session.execute(
                insert(MunicipalityRow)
                .values(ref=municipality.ref, name=municipality.name, oin=municipality.oin)
                .on_conflict_do_nothing()
            )

    async def municipality(self, ref: str) -> Municipality | None:
        """The municipality with this reference."""
        async with self._database.transaction(NOBODY) as session:
            row = await session.get(MunicipalityRow, ref)
        return None if row is None else Municipality(row.ref, row.name, row.oin)

    async def municipalities(self) -> tuple[Municipality, ...]:
        """All municipalities, by name."""
        async with self._database.transaction(NOBODY) as session:
            rows = await session.scalars(
                select(MunicipalityRow).order_by(col(MunicipalityRow.name))
            )
            return tuple(Municipality(row.ref, row.name, row.oin) for row in rows)

    async def register_worker(self, subject: str, municipality: str, role: str) -> None:
        """Have this worker; does nothing when registered."""
        async with self._database.transaction(Scope(municipality=municipality)) as session:
            await session.execute(
                insert(WorkerRow)
                .values(subject=subject, municipality=municipality, role=role)
                .on_conflict_do_nothing()
            )

    async def register_liaisons(self, liaisons: Iterable[StaffLiaison]) -> None:
        """Have these liaisons; a mandate that is registered again is replaced by what is given
        now."""
        async with self._database.transaction(NOBODY) as session:
            for liaison in liaisons:
                await session.execute(
                    insert(LiaisonRow)
                    .values(
                        id=liaison.id,
                        agency=liaison.agency.value,
                        department=liaison.department.value if liaison.department else None,
                        municipality=liaison.municipality,
                    )
                    .on_conflict_do_nothing()
                )
                for mandate in liaison.mandates:
                    given = _mandate_row(liaison.id, mandate).model_dump()
                    await session.execute(
                        insert(MandateRow)
                        .values(**given)
                        .on_conflict_do_update(index_elements=["ref"], set_=given)
                    )

    async def liaison_on(self, liaison_id: str, day: dt.date) -> Liaison | None:
        """The liaison with the mandate of that day (the one given last, when several are valid)."""
        async with self._database.transaction(NOBODY) as session:
            row = await session.get(LiaisonRow, liaison_id)
            if row is None:
                return None
            mandate = await session.scalar(
                select(MandateRow)
                .where(col(MandateRow.liaison) == liaison_id)
                .where(col(MandateRow.valid_from) <= day)
                .where(col(MandateRow.valid_until) >= day)
                .order_by(col(MandateRow.valid_from).desc(), col(MandateRow.ref).desc())
                .limit(1)
            )
        return Liaison(row.id, Agency(row.agency), None if mandate is None else _mandate(mandate))


def _mandate_row(liaison_id: str, mandate: Mandate) -> MandateRow:
    return MandateRow(
        ref=mandate.ref,
        liaison=liaison_id,
        provisions=[
            {"law": one.law.value, "article": one.article, "paragraph": one.paragraph}
            for one in mandate.provisions
        ],
        max_amount_cents=mandate.max_amount_cents,
        valid_from=mandate.valid_from,
        valid_until=mandate.valid_until,
    )


def _mandate(row: MandateRow) -> Mandate:
    return Mandate(
        ref=row.ref,
        provisions=tuple(
            Provision(Law(str(one["law"])), str(one["article"]), one["paragraph"])
            for one in row.provisions
        ),
        max_amount_cents=row.max_amount_cents,
        valid_from=row.valid_from,
        valid_until=row.valid_until,
    )
