"""Powers over rights: fitting one to the circumstances, paying it at last, paying it to another."""

from __future__ import annotations

from domain.legislation.powers.building import APPLICATION, room_power
from domain.legislation.powers.power import Power
from domain.legislation.powers.provisions import (
    AKW_14_1,
    AKW_18_4,
    AKW_21,
    AOW_16_2,
    AWB_2_3,
    AWIR_15,
    PW_18_1,
    PW_20_3,
    PW_44_5,
    WKGB_2_1,
)
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department, RecordKind, Scheme

RIGHT_AND_WHAT_WAS_ASKED = (RecordKind.ENTITLEMENT, RecordKind.APPLICATION)
DECISION = (RecordKind.DETERMINATION_MADE,)
REFERRAL = (RecordKind.REFERRAL,)

ALLOWANCES = (
    Scheme.HUURTOESLAG,
    Scheme.KINDEROPVANGTOESLAG,
    Scheme.KINDGEBONDEN_BUDGET,
    Scheme.ZORGTOESLAG,
)


def _to_whom_it_is_for(
    agency: Agency,
    provision: Provision,
    scheme: Scheme,
    summary_nl: str,
    department: Department | None = None,
) -> Power:
    """Paying to the parent with whom the children live."""
    return Power(
        agency,
        MeasureKind.CHANGE_PAYEE,
        provision,
        False,
        RIGHT_AND_WHAT_WAS_ASKED,
        summary_nl,
        department,
        (scheme,),
    )


def _no_longer_refers(agency: Agency) -> Power:
    """Dealing with what was asked, or sending that on, in place of sending the household on."""
    return Power(
        agency,
        MeasureKind.CONFIRM,
        AWB_2_3,
        False,
        REFERRAL,
        "De vraag zelf behandelen of doorzenden, in plaats van het huishouden te verwijzen.",
    )


RIGHT_POWERS: tuple[Power, ...] = (
    Power(
        Agency.BELASTINGDIENST,
        MeasureKind.GRANT,
        AWIR_15,
        False,
        RIGHT_AND_WHAT_WAS_ASKED,
        "Een toeslag toekennen en uitbetalen waarop recht bestaat.",
        Department.TOESLAGEN,
        ALLOWANCES,
    ),
    Power(
        Agency.SVB,
        MeasureKind.GRANT,
        AKW_14_1,
        False,
        RIGHT_AND_WHAT_WAS_ASKED,
        "Het recht op kinderbijslag vaststellen en uitbetalen.",
        schemes=(Scheme.KINDERBIJSLAG,),
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.GRANT,
        PW_20_3,
        False,
        APPLICATION,
        "De bijstand voor wie 18, 19 of 20 jaar is toekennen met de verhoging omdat de ouders het "
        "niet kunnen betalen.",
        schemes=(Scheme.BIJSTAND,),
    ),
    room_power(
        Agency.GEMEENTE,
        MeasureKind.TAILOR,
        PW_18_1,
        on=(*RIGHT_AND_WHAT_WAS_ASKED, *DECISION, RecordKind.FACT_USED),
    ),
    room_power(Agency.GEMEENTE, MeasureKind.GRANT_FROM, PW_44_5, on=DECISION),
    room_power(Agency.SVB, MeasureKind.GRANT_FROM, PW_44_5, on=DECISION),
    room_power(Agency.SVB, MeasureKind.GRANT_FROM, AOW_16_2, on=DECISION),
    _to_whom_it_is_for(
        Agency.SVB,
        AKW_18_4,
        Scheme.KINDERBIJSLAG,
        "De kinderbijslag betalen aan de ouder bij wie de kinderen wonen.",
    ),
    room_power(Agency.SVB, MeasureKind.CHANGE_PAYEE, AKW_21, on=RIGHT_AND_WHAT_WAS_ASKED),
    _to_whom_it_is_for(
        Agency.BELASTINGDIENST,
        WKGB_2_1,
        Scheme.KINDGEBONDEN_BUDGET,
        "Het kindgebonden budget betalen aan de ouder aan wie de kinderbijslag wordt betaald.",
        Department.TOESLAGEN,
    ),
    *(_no_longer_refers(agency) for agency in Agency),
)
