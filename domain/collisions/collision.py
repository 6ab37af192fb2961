"""What a collision is: which of the forty, between whom, on which records, with what harm."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.conflicts.conflict import HarmUrgency
from domain.records import Body, PartyRef, Provision, RecordRef
from domain.vocabulary import Agency, Department


class CollisionCode(StrEnum):
    """The collisions of the list, by its numbers."""

    C01 = "C01"
    C02 = "C02"
    C03 = "C03"
    C04 = "C04"
    C05 = "C05"
    C06 = "C06"
    C07 = "C07"
    C08 = "C08"
    C09 = "C09"
    C10 = "C10"
    C11 = "C11"
    C12 = "C12"
    C13 = "C13"
    C14 = "C14"
    C15 = "C15"
    C16 = "C16"
    C17 = "C17"
    C18 = "C18"
    C19 = "C19"
    C20 = "C20"
    C21 = "C21"
    C22 = "C22"
    C23 = "C23"
    C24 = "C24"
    C25 = "C25"
    C26 = "C26"
    C27 = "C27"
    C28 = "C28"
    C29 = "C29"
    C30 = "C30"
    C31 = "C31"
    C32 = "C32"
    C33 = "C33"
    C34 = "C34"
    C35 = "C35"
    C36 = "C36"
    C37 = "C37"
    C38 = "C38"
    C39 = "C39"
    C40 = "C40"


@dataclass(frozen=True, slots=True)
class Collision:
    """One collision found on one day.

    `records` are all that it stands on; `harmed_by` those of them by which the household loses:
    what is withheld, refused, stopped or claimed. It tells whether a conflict is about the same
    harm. Harm is in euro cents, per month or once; None when it is not money or not known.
    """

    code: CollisionCode
    bodies: tuple[Body, ...]
    records: tuple[RecordRef, ...]
    harmed_by: tuple[RecordRef, ...]
    provisions: tuple[Provision, ...]
    monthly_harm_cents: int | None
    urgency: HarmUrgency
    one_off_harm_cents: int | None = None

    @property
    def ref(self) -> str:
        """Stable within a plan as long as the collision stands on the same records."""
        return ":".join((self.code.value, *sorted(self.records)))

    @property
    def agencies(self) -> tuple[Agency, ...]:
        """The agencies in it, sorted, each once."""
        return tuple(sorted({body.agency for body in self.bodies if body.agency}))

    @property
    def departments(self) -> tuple[Department, ...]:
        """The departments that tell its bodies apart, sorted, each once."""
        return tuple(sorted({body.department for body in self.bodies if body.department}))

    @property
    def parties(self) -> tuple[PartyRef, ...]:
        """The parties in it, sorted, each once."""
        return tuple(sorted({body.party for body in self.bodies if body.party}))
