"""What a conflict is: its type, the bodies in it, the records it stands on, its harm and its
urgency."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.records import Body, PartyRef, Provision, RecordRef
from domain.vocabulary import Agency, Department


class ConflictType(StrEnum):
    """The structural types of the detection catalogue that this version finds."""

    STAPELING_ONDER_MINIMUM = "STAPELING_ONDER_MINIMUM"
    UITSTEL_VS_VERREKENING = "UITSTEL_VS_VERREKENING"
    KWIJTSCHELDING_UITGESLOTEN = "KWIJTSCHELDING_UITGESLOTEN"
    WACHT_OP_ELKAAR = "WACHT_OP_ELKAAR"
    TERMIJN_BOTSING = "TERMIJN_BOTSING"


class HarmUrgency(StrEnum):
    """How soon harm is done: critical within weeks or below the minimum, high within months, normal
    later."""

    CRITICAL = "critical"
    HIGH = "high"
    NORMAL = "normal"


@dataclass(frozen=True, slots=True)
class Conflict:
    """One conflict found on one day.

    `bodies` are distinct as the catalogue counts them: only at belastingdienst does the department
    tell bodies apart. `monthly_harm_cents` is None when the harm is not money per month.
    """

    type: ConflictType
    bodies: tuple[Body, ...]
    records: tuple[RecordRef, ...]
    provisions: tuple[Provision, ...]
    monthly_harm_cents: int | None
    urgency: HarmUrgency

    @property
    def ref(self) -> str:
        """Stable within a plan as long as the conflict stands on the same records."""
        return ":".join((self.type.value, *sorted(self.records)))

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
