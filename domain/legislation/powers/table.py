"""The powers and prohibitions themselves: a new one is a new row."""

from __future__ import annotations

from domain.legislation.powers.power import Forbidden, Power
from domain.legislation.powers.provisions import (
    AKW_14A_2,
    AWB_3_2,
    AWB_3_4,
    AWB_4_94,
    AWB_4_94A,
    AWB_4_95,
    AWIR_26_2,
    AWIR_31,
    IW_25,
    IW_26,
    PW_41,
    PW_44,
    PW_52,
    PW_58_8,
    WGS_4_1,
    WGS_4_2,
    WIA_77,
    ZVW_18D_2C,
)
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department, Law, RecordKind, Scheme

_CLAIM_AND_RECOVERY = (RecordKind.CLAIM, RecordKind.RECOVERY)
_CLAIM = (RecordKind.CLAIM,)
_APPLICATION = (RecordKind.APPLICATION,)
_WAITING = (RecordKind.NOTICE, RecordKind.APPLICATION, RecordKind.DETERMINATION_MADE)


def _payment_deferral(agency: Agency, department: Department | None = None) -> Power:
    """Awb 4:94 alone does not stop set-off (4:93 lid 5): the hold names it as a stopped act."""
    return Power(
        agency,
        MeasureKind.HOLD,
        AWB_4_94,
        True,
        _CLAIM_AND_RECOVERY,
        "Uitstel van betaling, waarbij ook niet wordt verrekend.",
        department,
    )


def _careful_preparation(agency: Agency) -> tuple[Power, ...]:
    return (
        Power(
            agency,
            MeasureKind.CONFIRM,
            AWB_3_2,
            False,
            _WAITING,
            "Zelf bevestigen of versturen wat klaarligt, zonder op een ander te wachten.",
        ),
        Power(
            agency,
            MeasureKind.DECIDE_EARLIER,
            AWB_3_2,
            False,
            _APPLICATION,
            "Eerder beslissen dan de wettelijke uiterste dag.",
        ),
    )


def _general_advance(agency: Agency) -> Power:
    return Power(
        agency,
        MeasureKind.ADVANCE,
        AWB_4_95,
        False,
        _APPLICATION,
        "Een voorschot betalen zolang nog niet op de aanvraag is beslist.",
    )


POWERS: tuple[Power, ...] = (
    Power(
        Agency.BELASTINGDIENST,
        MeasureKind.HOLD,
        AWIR_31,
        True,
        _CLAIM_AND_RECOVERY,
        "Uitstel van terugbetaling van toeslagen, waarbij ook niet wordt verrekend.",
        Department.TOESLAGEN,
    ),
    _payment_deferral(Agency.BELASTINGDIENST, Department.TOESLAGEN),
    Power(
        Agency.BELASTINGDIENST,
        MeasureKind.REDUCE,
        AWIR_26_2,
        True,
        _CLAIM,
        "Minder terugvorderen als het volle bedrag onevenredig is.",
        Department.TOESLAGEN,
    ),
    Power(
        Agency.BELASTINGDIENST,
        MeasureKind.HOLD,
        IW_25,
        True,
        _CLAIM_AND_RECOVERY,
        "Uitstel van betaling van een belastingschuld.",
        Department.BELASTINGEN,
    ),
    Power(
        Agency.BELASTINGDIENST,
        MeasureKind.REMIT,
        IW_26,
        True,
        _CLAIM,
        "Kwijtschelding van een belastingschuld.",
        Department.BELASTINGEN,
    ),
    *_careful_preparation(Agency.BELASTINGDIENST),
    _payment_deferral(Agency.UWV),
    Power(
        Agency.UWV,
        MeasureKind.REDUCE,
        AWB_3_4,
        True,
        _CLAIM,
        "Minder terugvorderen als het volle bedrag onevenredig is.",
    ),
    Power(
        Agency.UWV,
        MeasureKind.REMIT,
        WIA_77,
        True,
        _CLAIM,
        "Afzien van terugvordering om dringende redenen.",
        schemes=(Scheme.WIA,),
    ),
    _general_advance(Agency.UWV),
    *_careful_preparation(Agency.UWV),
    _payment_deferral(Agency.SVB),
    Power(
        Agency.SVB,
        MeasureKind.REDUCE,
        AKW_14A_2,
        True,
        _CLAIM,
        "Gedeeltelijk afzien van terugvordering van kinderbijslag om dringende redenen.",
        schemes=(Scheme.KINDERBIJSLAG,),
    ),
    Power(
        Agency.SVB,
        MeasureKind.REMIT,
        AKW_14A_2,
        True,
        _CLAIM,
        "Afzien van terugvordering van kinderbijslag om dringende redenen.",
        schemes=(Scheme.KINDERBIJSLAG,),
    ),
    Power(
        Agency.SVB,
        MeasureKind.ADVANCE,
        PW_52,
        False,
        _APPLICATION,
        "Een voorschot op de AIO-aanvulling.",
        schemes=(Scheme.AIO,),
    ),
    Power(
        Agency.SVB,
        MeasureKind.GRANT_FROM,
        PW_44,
        False,
        _APPLICATION,
        "De AIO-aanvulling toekennen vanaf de dag van de aanvraag.",
        schemes=(Scheme.AIO,),
    ),
    _general_advance(Agency.SVB),
    *_careful_preparation(Agency.SVB),
    _payment_deferral(Agency.DUO),
    _general_advance(Agency.DUO),
    *_careful_preparation(Agency.DUO),
    Power(
        Agency.CAK,
        MeasureKind.END_REGIME,
        ZVW_18D_2C,
        False,
        (RecordKind.CONTRIBUTION, RecordKind.RECOVERY),
        "De bestuursrechtelijke premie eindigt, omdat de premieschuld in schuldhulp is geregeld.",
        schemes=(Scheme.ADMINISTRATIVE_HEALTH_PREMIUM,),
    ),
    _payment_deferral(Agency.CAK),
    Power(
        Agency.CAK,
        MeasureKind.REMIT,
        AWB_4_94A,
        True,
        _CLAIM,
        "Kwijtschelding als de nadelen van invordering te groot zijn.",
    ),
    *_careful_preparation(Agency.CAK),
    Power(
        Agency.GEMEENTE,
        MeasureKind.ADVANCE,
        PW_52,
        False,
        _APPLICATION,
        "Een voorschot op de bijstand.",
        schemes=(Scheme.BIJSTAND,),
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.GRANT_FROM,
        PW_44,
        False,
        _APPLICATION,
        "De bijstand toekennen vanaf de dag van de aanvraag.",
        schemes=(Scheme.BIJSTAND,),
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.GRANT_FROM,
        PW_41,
        True,
        _APPLICATION,
        "De bijstand toekennen zonder de zoektermijn van vier weken af te wachten.",
        schemes=(Scheme.BIJSTAND,),
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.DECIDE_EARLIER,
        WGS_4_2,
        False,
        _APPLICATION,
        "Binnen drie werkdagen handelen omdat de woning, energie of zorgverzekering in gevaar is.",
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.DECIDE_EARLIER,
        WGS_4_1,
        False,
        _APPLICATION,
        "Het eerste gesprek over schulden eerder voeren dan na vier weken.",
        schemes=(Scheme.DEBT_COUNSELLING,),
    ),
    _payment_deferral(Agency.GEMEENTE),
    Power(
        Agency.GEMEENTE,
        MeasureKind.REDUCE,
        PW_58_8,
        True,
        _CLAIM,
        "Gedeeltelijk afzien van terugvordering om dringende redenen.",
        schemes=(Scheme.BIJSTAND, Scheme.BIJZONDERE_BIJSTAND),
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.REMIT,
        PW_58_8,
        True,
        _CLAIM,
        "Afzien van terugvordering om dringende redenen.",
        schemes=(Scheme.BIJSTAND, Scheme.BIJZONDERE_BIJSTAND),
    ),
    _general_advance(Agency.GEMEENTE),
    *_careful_preparation(Agency.GEMEENTE),
)
"""Where an agency has several powers for one kind of act, the one to try first comes first."""

FORBIDDEN: tuple[Forbidden, ...] = (
    Forbidden(
        Agency.BELASTINGDIENST,
        MeasureKind.REMIT,
        Provision(Law.AWIR, "31bis"),
        AWIR_26_2,
        "Dienst Toeslagen mag een terugvordering niet kwijtschelden (Awir 31bis). Wel mag zij "
        "minder terugvorderen als het volle bedrag onevenredig is (Awir 26 lid 2).",
        Department.TOESLAGEN,
    ),
)
