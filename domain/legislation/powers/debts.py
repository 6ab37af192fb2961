"""Powers over debts and procedures: withdrawing, instalments, objections, announced acts."""

from __future__ import annotations

from domain.legislation.powers.building import APPLICATION, CLAIM, room_power
from domain.legislation.powers.power import Power
from domain.legislation.powers.provisions import (
    AWB_3_4,
    AWB_4_93_4,
    AWB_4_94,
    AWB_5_41,
    AWB_6_8,
    AWB_6_11,
    AWB_6_15,
    AWIR_26A,
    AWIR_31,
    IW_25,
    RV_475A_5,
    RV_475D_4,
    RV_475DA,
    RV_478,
    WGS_4A_5,
    WSF_11_5,
)
from domain.legislation.room.room import ClaimSort
from domain.measures.measure import MeasureKind
from domain.vocabulary import Agency, Department, RecordKind, Scheme

_ANNOUNCED = (RecordKind.THREATENED_ACT,)
_ATTACHED = (RecordKind.RECOVERY,)
_OPEN_TO_OBJECTION = (RecordKind.DETERMINATION_MADE, RecordKind.THREATENED_ACT)
_OWED = (RecordKind.CLAIM, RecordKind.THREATENED_ACT)


def _procedures(agency: Agency) -> tuple[Power, ...]:
    """What the Awb asks of every body that decides; chapter 6 goes before what a law leaves."""
    return (
        Power(
            agency,
            MeasureKind.RECOGNISE_OBJECTION,
            AWB_6_15,
            False,
            (RecordKind.NOTICE,),
            "Een brief die een besluit bestrijdt, als bezwaar behandelen of doorsturen.",
        ),
        Power(
            agency,
            MeasureKind.ACCEPT_OBJECTION,
            AWB_6_8,
            False,
            _OPEN_TO_OBJECTION,
            "Een bezwaar dat binnen de termijn komt, in behandeling nemen.",
        ),
        Power(
            agency,
            MeasureKind.ACCEPT_OBJECTION,
            AWB_6_11,
            False,
            _OPEN_TO_OBJECTION,
            "Een te laat bezwaar toch behandelen, omdat de indiener daar niets aan kon doen.",
        ),
        Power(
            agency,
            MeasureKind.ACCEPT_OBJECTION,
            AWB_6_15,
            False,
            _OPEN_TO_OBJECTION,
            "Een bezwaar behandelen dat op tijd bij een ander orgaan binnenkwam.",
        ),
        room_power(agency, MeasureKind.HOLD, AWB_3_4, on=_ANNOUNCED),
    )


def _attachments(agency: Agency) -> tuple[Power, ...]:
    """What the law of attachment asks of every body that attaches."""
    return (
        Power(
            agency,
            MeasureKind.COORDINATE,
            RV_478,
            False,
            _ATTACHED,
            "Niet meer nemen dan het eigen deel van de ruimte die alle beslagleggers delen.",
        ),
        Power(
            agency,
            MeasureKind.RECOMPUTE,
            RV_475DA,
            False,
            _ATTACHED,
            "De beslagvrije voet vaststellen zoals de wet hem geeft.",
        ),
        Power(
            agency,
            MeasureKind.RECOMPUTE,
            RV_475D_4,
            False,
            _ATTACHED,
            "De beslagvrije voet uit zichzelf opnieuw vaststellen.",
        ),
        Power(
            agency,
            MeasureKind.REFUND,
            RV_475A_5,
            False,
            _ATTACHED,
            "Teruggeven wat van het beslagvrije banksaldo is genomen.",
        ),
    )


def _fine_withdrawn(agency: Agency, department: Department | None = None) -> Power:
    return Power(
        agency,
        MeasureKind.WITHDRAW,
        AWB_5_41,
        False,
        CLAIM,
        "Een boete intrekken, omdat de overtreding niet kan worden verweten.",
        department,
        claims=ClaimSort.FINE,
    )


def _set_off_limited(agency: Agency) -> Power:
    return Power(
        agency,
        MeasureKind.RECOMPUTE,
        AWB_4_93_4,
        False,
        _ATTACHED,
        "Niet verrekenen met het deel van een uitkering waarop geen beslag kan liggen.",
    )


DEBT_POWERS: tuple[Power, ...] = (
    *(power for agency in Agency for power in (*_procedures(agency), *_attachments(agency))),
    Power(
        Agency.BELASTINGDIENST,
        MeasureKind.NOT_COLLECT,
        AWIR_26A,
        False,
        CLAIM,
        "Een klein bedrag aan toeslag niet terugvorderen.",
        Department.TOESLAGEN,
    ),
    room_power(
        Agency.BELASTINGDIENST,
        MeasureKind.ARRANGE_INSTALMENTS,
        AWIR_31,
        Department.TOESLAGEN,
        on=_OWED,
    ),
    room_power(
        Agency.BELASTINGDIENST,
        MeasureKind.ARRANGE_INSTALMENTS,
        IW_25,
        Department.BELASTINGEN,
        on=_OWED,
    ),
    *(
        room_power(agency, MeasureKind.ARRANGE_INSTALMENTS, AWB_4_94, on=_OWED)
        for agency in Agency
        if agency is not Agency.BELASTINGDIENST
    ),
    # Awir 12 lid 1 and IW 1990 24 keep this paragraph away from set-off by the Belastingdienst
    *(_set_off_limited(agency) for agency in Agency if agency is not Agency.BELASTINGDIENST),
    # what DUO asks for a travel product under Wsf 2000 3.27 repairs a loss and is no penalty
    *(_fine_withdrawn(agency) for agency in Agency if agency is not Agency.DUO),
    room_power(Agency.DUO, MeasureKind.WITHDRAW, WSF_11_5, on=CLAIM),
    Power(
        Agency.GEMEENTE,
        MeasureKind.PLAN,
        WGS_4A_5,
        False,
        APPLICATION,
        "Een plan van aanpak voor de schulden, dat ten minste de beslagvrije voet vrij laat.",
        schemes=(Scheme.DEBT_COUNSELLING,),
    ),
)
