"""Building rows of the table: the power to use the room that a provision leaves."""

from __future__ import annotations

from domain.legislation.powers.power import Power
from domain.legislation.room import room_for
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department, RecordKind

CLAIM_AND_RECOVERY = (RecordKind.CLAIM, RecordKind.RECOVERY)
CLAIM = (RecordKind.CLAIM,)
APPLICATION = (RecordKind.APPLICATION,)


_ON = {
    MeasureKind.HOLD: CLAIM_AND_RECOVERY,
    MeasureKind.REDUCE: CLAIM,
    MeasureKind.REMIT: CLAIM,
    MeasureKind.GRANT_FROM: APPLICATION,
}
"""What the acts that use room are done on."""


def room_power(
    agency: Agency,
    kind: MeasureKind,
    provision: Provision,
    department: Department | None = None,
    on: tuple[RecordKind, ...] | None = None,
) -> Power:
    """The power to use the room that a provision leaves: what it is stands with the room."""
    room = room_for(agency, kind, provision, department)
    permission = None if room is None else room.permission(kind)
    if permission is None:
        raise LookupError(f"{provision} leaves {agency.value} no room to {kind.value}")
    return Power(
        agency,
        kind,
        provision,
        True,
        _ON[kind] if on is None else on,
        permission.words.nl,
        department,
        permission.schemes,
        permission.claims,
    )
