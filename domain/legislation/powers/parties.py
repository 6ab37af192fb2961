"""What a party may be asked, as data: it is no agency, so it is asked and never ordered.

A party is a landlord, insurer, bailiff or other body without an adapter. What it is asked it can do
under a provision, or the court can order it at the request of an agency (`through`).
"""

from __future__ import annotations

from dataclasses import dataclass

from domain.legislation.powers.provisions import (
    FW_287B,
    RV_475A_5,
    RV_475D_4,
    RV_475DA,
    RV_475E_1,
    RV_478,
    VO_883_11_1,
    WAHV,
    WGS_5_1,
    ZVW_16_2B,
    ZVW_18A,
)
from domain.legislation.text import Text
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, PartyKind, RecordKind

_ATTACHED = (RecordKind.RECOVERY,)
_ANNOUNCED = (RecordKind.THREATENED_ACT,)


@dataclass(frozen=True, slots=True)
class PartyPower:
    """One kind of party may be asked one kind of act under one provision, on records of its own.

    `through`: the agency that must ask for it; None: the household or who helps it may.
    """

    party: PartyKind
    kind: MeasureKind
    provision: Provision
    on: tuple[RecordKind, ...]
    summary: Text
    through: Agency | None = None


def _moratorium(party: PartyKind) -> tuple[PartyPower, ...]:
    """Fw 287b lid 1: the debtor or the college asks the court; Wgs 5: the college does."""
    words = Text(
        "De rechtbank vragen om de daad ten hoogste zes maanden te verbieden.",
        "Asking the court to forbid the act for at most six months.",
    )
    return tuple(
        PartyPower(party, MeasureKind.MORATORIUM, provision, _ANNOUNCED, words, Agency.GEMEENTE)
        for provision in (FW_287B, WGS_5_1)
    )


_RECOMPUTED = Text(
    "De beslagvrije voet opnieuw vaststellen naar de leefsituatie van nu.",
    "Determining the protected amount anew by the situation of today.",
)

_ONE_LEVY = Text(
    "De premie beëindigen en teruggeven, omdat de wetgeving van één land geldt.",
    "Ending the premium and giving it back, because the law of one country holds.",
)

PARTY_POWERS: tuple[PartyPower, ...] = (
    PartyPower(
        PartyKind.BAILIFF,
        MeasureKind.COORDINATE,
        RV_478,
        _ATTACHED,
        Text(
            "De ruimte boven de beslagvrije voet verdelen over alle beslagleggers.",
            "Dividing the room above the protected amount among all who attach.",
        ),
    ),
    *(
        PartyPower(PartyKind.BAILIFF, MeasureKind.RECOMPUTE, provision, _ATTACHED, _RECOMPUTED)
        for provision in (RV_475DA, RV_475E_1, RV_475D_4)
    ),
    PartyPower(
        PartyKind.BAILIFF,
        MeasureKind.REFUND,
        RV_475A_5,
        _ATTACHED,
        Text(
            "Teruggeven wat van het beslagvrije banksaldo is genomen.",
            "Giving back what was taken of the protected bank balance.",
        ),
    ),
    PartyPower(
        PartyKind.CJIB,
        MeasureKind.WITHDRAW,
        WAHV,
        (RecordKind.CLAIM,),
        Text(
            "De verhogingen van een boete ongedaan maken die niemand kon kennen.",
            "Undoing the increases of a fine that nobody could know of.",
        ),
    ),
    PartyPower(
        PartyKind.HEALTH_INSURER,
        MeasureKind.ARRANGE_INSTALMENTS,
        ZVW_18A,
        (RecordKind.CLAIM, RecordKind.THREATENED_ACT),
        Text(
            "De premieschuld in termijnen laten betalen; zolang dat goed gaat, volgt geen melding.",
            "Letting the premium debt be paid in instalments; as long as that goes well no report "
            "follows.",
        ),
    ),
    PartyPower(
        PartyKind.HEALTH_INSURER,
        MeasureKind.REVISE,
        ZVW_16_2B,
        (RecordKind.CONTRIBUTION,),
        Text(
            "Geen premie vragen over maanden waarin het CAK de bestuursrechtelijke premie heft.",
            "Asking no premium for months in which the CAK levies the administrative premium.",
        ),
    ),
    *(
        PartyPower(party, MeasureKind.REVISE, VO_883_11_1, (RecordKind.CONTRIBUTION,), _ONE_LEVY)
        for party in (PartyKind.HEALTH_INSURER, PartyKind.FOREIGN_INSTITUTION)
    ),
    *_moratorium(PartyKind.LANDLORD),
    *_moratorium(PartyKind.HEALTH_INSURER)[:1],
)
"""Where a party can be asked one kind of act under several provisions, the first choice first."""


def party_powers(party: PartyKind, kind: MeasureKind) -> tuple[PartyPower, ...]:
    """What this kind of party may be asked of this kind of act, the first choice first."""
    return tuple(each for each in PARTY_POWERS if each.party is party and each.kind is kind)


def party_power_for(party: PartyKind, kind: MeasureKind, provision: Provision) -> PartyPower | None:
    """The row that lets this kind of party be asked this act under this provision, or None."""
    return next((each for each in party_powers(party, kind) if each.provision == provision), None)
