"""What a conflict is: its type, the bodies in it, the records it stands on, its harm and its
urgency."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from domain.records import Body, PartyRef, Provision, RecordRef
from domain.vocabulary import Agency, Department


class ConflictType(StrEnum):
    """The structural types of the detection catalogue, in its order."""

    STAPELING_ONDER_MINIMUM = "STAPELING_ONDER_MINIMUM"
    UITSTEL_VS_VERREKENING = "UITSTEL_VS_VERREKENING"
    KWIJTSCHELDING_UITGESLOTEN = "KWIJTSCHELDING_UITGESLOTEN"
    WACHT_OP_ELKAAR = "WACHT_OP_ELKAAR"
    KRINGVERWIJZING = "KRINGVERWIJZING"
    TERMIJN_BOTSING = "TERMIJN_BOTSING"
    GEGEVEN_WERKT_DOOR = "GEGEVEN_WERKT_DOOR"
    REGISTRATIEFOUT_WERKT_DOOR = "REGISTRATIEFOUT_WERKT_DOOR"
    SIGNAAL_WERKT_DOOR = "SIGNAAL_WERKT_DOOR"
    FEIT_ONVOLLEDIG_ONDERZOCHT = "FEIT_ONVOLLEDIG_ONDERZOCHT"
    KETENWEIGERING = "KETENWEIGERING"
    DUBBEL_BESLAG = "DUBBEL_BESLAG"
    BESLAG_ONDER_VRIJE_VOET = "BESLAG_ONDER_VRIJE_VOET"
    DUBBEL_GETROFFEN = "DUBBEL_GETROFFEN"
    DUBBELE_HEFFING = "DUBBELE_HEFFING"
    EIGEN_FOUT_OVERHEID = "EIGEN_FOUT_OVERHEID"
    BEZWAARTERMIJN_VERLOPEN = "BEZWAARTERMIJN_VERLOPEN"
    BEZWAAR_NIET_HERKEND = "BEZWAAR_NIET_HERKEND"
    VERPLICHTING_ONMOGELIJK = "VERPLICHTING_ONMOGELIJK"
    DREMPEL_NADERT = "DREMPEL_NADERT"
    PARTNERBEGRIP_VERSCHIL = "PARTNERBEGRIP_VERSCHIL"
    HOOFDVERBLIJF_VERSCHIL = "HOOFDVERBLIJF_VERSCHIL"
    UITZONDERING_NIET_TOEGEPAST = "UITZONDERING_NIET_TOEGEPAST"
    TERUGWERKENDE_KRACHT_BEPERKT = "TERUGWERKENDE_KRACHT_BEPERKT"
    GEEN_ADRES_KRING = "GEEN_ADRES_KRING"
    BESCHERMING_HALVEERT = "BESCHERMING_HALVEERT"
    VERHOGING_STAPELT = "VERHOGING_STAPELT"
    MIDDEL_VRIJGELATEN_MAAR_GETELD = "MIDDEL_VRIJGELATEN_MAAR_GETELD"
    NIET_GEBRUIK = "NIET_GEBRUIK"
    GELD_NAAR_VERKEERDE_OUDER = "GELD_NAAR_VERKEERDE_OUDER"
    PRIVACY_VS_MAATWERK = "PRIVACY_VS_MAATWERK"
    HOOFDELIJK_VOOR_SCHULD_EX = "HOOFDELIJK_VOOR_SCHULD_EX"


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
    tell bodies apart. `monthly_harm_cents` is None when the harm is not money per month;
    `one_off_harm_cents` is what it costs once, when that is money.
    """

    type: ConflictType
    bodies: tuple[Body, ...]
    records: tuple[RecordRef, ...]
    provisions: tuple[Provision, ...]
    monthly_harm_cents: int | None
    urgency: HarmUrgency
    one_off_harm_cents: int | None = None

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


def type_of(ref: str) -> ConflictType:
    """The type of the conflict with this `Conflict.ref`."""
    return ConflictType(ref.split(":", 1)[0])
