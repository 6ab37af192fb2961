"""Finding the household that is asked about: from the asker's BSNs to the ledger's dossiers."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from sqlalchemy import and_, bindparam, select
from sqlalchemy.ext.asyncio import AsyncConnection
from sqlalchemy.orm import aliased
from sqlmodel import col

from agency_adapters.contract.port import PersonNumber
from agency_adapters.ledger.bsn import BsnVault
from agency_adapters.ledger.errors import AdministrationUnknown
from agency_adapters.ledger.tables import Administration, Dossier, Person
from domain.records import MemberRef

NamesInDossier = Mapping[MemberRef, MemberRef | None]

_hit, _everyone = aliased(Person), aliased(Person)

# One row per person of a dossier that holds anyone asked about, one row of nulls when there is no
# such dossier, no row when there is no such administration. Built once: that takes longer than
# running it.
_HOUSEHOLD = (
    select(
        col(Administration.id),
        col(Dossier.sequence),
        col(_everyone.dossier_id),
        col(_everyone.ref),
        col(_everyone.bsn_hash),
        col(_everyone.born),
    )
    .distinct()
    .select_from(Administration)
    .outerjoin(
        _hit,
        and_(
            col(_hit.administration_id) == col(Administration.id),
            col(_hit.bsn_hash).in_(bindparam("asked", expanding=True)),
        ),
    )
    .outerjoin(Dossier, col(Dossier.id) == col(_hit.dossier_id))
    .outerjoin(_everyone, col(_everyone.dossier_id) == col(_hit.dossier_id))
    .where(col(Administration.name) == bindparam("administration"))
)


@dataclass(frozen=True, slots=True)
class HeldHousehold:
    """The dossiers of the persons asked about.

    `names` gives, per dossier, the asker's reference of each person (None: not named by the asker);
    `births` the day of birth of those who are named, by the asker's reference, as far as it is
    known; `sequence` is the last change in any dossier. No dossier at all is an answer: not known
    here.
    """

    administration_id: int
    names: Mapping[int, NamesInDossier]
    sequence: int
    births: Mapping[MemberRef, dt.date] = field(default_factory=dict)

    @property
    def dossiers(self) -> tuple[int, ...]:
        """The dossiers' keys, in a fixed order."""
        return tuple(sorted(self.names))


async def find_household(
    connection: AsyncConnection,
    vault: BsnVault,
    administration: str,
    persons: Iterable[PersonNumber],
) -> HeldHousehold:
    """The household as this administration knows it; raises AdministrationUnknown."""
    named = {vault.hash(person.bsn): person for person in persons}
    asked = [digest for digest, person in named.items() if person.asked_about]
    parameters = {"administration": administration, "asked": asked}
    rows = (await connection.execute(_HOUSEHOLD, parameters)).all()
    if not rows:
        raise AdministrationUnknown
    names: dict[int, dict[MemberRef, MemberRef | None]] = {}
    births: dict[MemberRef, dt.date] = {}
    for row in rows:
        if row.dossier_id is not None:
            person = named.get(row.bsn_hash)
            in_dossier = names.setdefault(row.dossier_id, {})
            in_dossier[MemberRef(row.ref)] = None if person is None else person.ref
            if person is not None and row.born is not None:
                births[person.ref] = row.born
    return HeldHousehold(rows[0].id, names, max(row.sequence or 0 for row in rows), births)
