"""Bodies as the catalogue counts them, and the collecting of what belongs to one set of bodies."""

from __future__ import annotations

from collections.abc import Iterable

from domain.picture import AGENCIES_OF_SEVERAL_BODIES
from domain.records import Body, Provision, Record, RecordRef


def counted(body: Body) -> Body:
    """The body without a department that does not tell bodies apart."""
    if body.department is None or body.agency in AGENCIES_OF_SEVERAL_BODIES:
        return body
    return Body(agency=body.agency)


def in_order(bodies: Iterable[Body]) -> tuple[Body, ...]:
    """The bodies as counted, each once, agencies first."""
    return tuple(sorted({counted(body) for body in bodies}, key=_sort_key))


def refs(records: Iterable[Record]) -> tuple[RecordRef, ...]:
    """The ids of these records, each once, sorted."""
    return tuple(sorted({record.id for record in records}))


def provisions_of(
    records: Iterable[Record], otherwise: tuple[Provision, ...]
) -> tuple[Provision, ...]:
    """The provisions that these records rely on, each once; `otherwise` when they name none."""
    named = {provision for record in records for provision in record.legal_basis}
    return tuple(sorted(named or otherwise, key=str))


def _sort_key(body: Body) -> tuple[bool, str, str]:
    return (
        body.agency is None,
        body.agency or body.party or "",
        body.department or "",
    )
