"""Bodies as the catalogue counts them, and the collecting of what belongs to one set of bodies."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from domain.picture import AGENCIES_OF_SEVERAL_BODIES, Picture, once_per_picture
from domain.records import Body, Provision, Record, RecordRef
from domain.vocabulary import Agency

_WHOLE = {agency: Body(agency=agency) for agency in Agency}


def counted(body: Body) -> Body:
    """The body without a department that does not tell bodies apart."""
    agency = body.agency
    if agency is None or body.department is None or agency in AGENCIES_OF_SEVERAL_BODIES:
        return body
    return _WHOLE[agency]


@once_per_picture
def bodies_present(picture: Picture) -> Mapping[Agency, set[Body]]:
    """The bodies of each agency that hold anything about this household, as counted."""
    present: dict[Agency, set[Body]] = defaultdict(set)
    for held in picture.held:
        if held.holder.agency is not None:
            present[held.holder.agency].add(counted(held.holder))
    return present


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
