"""Powers to put a decision right: its facts, its exceptions, what it pays and to whom."""

from __future__ import annotations

from collections.abc import Iterator

from domain.legislation.powers.building import room_power
from domain.legislation.powers.power import Power
from domain.legislation.powers.provisions import (
    AVG_16,
    AWB_4_6,
    AWIR_16,
    AWIR_16_5,
    AWIR_20,
    AWIR_47,
    AWR_65,
    BRP_2_23,
    BRP_2_58,
    PW_34_2,
    VERORDENING,
    WET_IB_9_6,
    WSF_6_12_1,
    WSF_11_5,
    ZVW_69,
)
from domain.legislation.room import EXCEPTIONS
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department, Law, RecordKind, Scheme

FACT = (RecordKind.FACT_USED,)
WHAT_IT_PAYS = (
    RecordKind.FACT_USED,
    RecordKind.DETERMINATION_MADE,
    RecordKind.ENTITLEMENT,
    RecordKind.THREATENED_ACT,
)
"""A decision with what it rests on and what it gives."""

DECISION = (*WHAT_IT_PAYS, RecordKind.CLAIM, RecordKind.RECOVERY, RecordKind.CONTRIBUTION)
"""And with what is claimed and taken by it."""

ALLOWANCES = (
    Scheme.HUURTOESLAG,
    Scheme.KINDEROPVANGTOESLAG,
    Scheme.KINDGEBONDEN_BUDGET,
    Scheme.ZORGTOESLAG,
)

OTHER_TAXES = (Scheme.MOTOR_VEHICLE_TAX, Scheme.TURNOVER_TAX)

CARRIED_OUT_BY: dict[Law, tuple[Agency, ...]] = {
    Law.AKW: (Agency.SVB,),
    Law.AOW: (Agency.SVB,),
    Law.AWIR: (Agency.BELASTINGDIENST,),
    Law.IW_1990: (Agency.BELASTINGDIENST,),
    # the SVB pays the AIO supplement under the Participatiewet (Pw 47a)
    Law.PW: (Agency.GEMEENTE, Agency.SVB),
    Law.WAJONG: (Agency.UWV,),
    Law.WHT: (Agency.BELASTINGDIENST,),
    Law.WIA: (Agency.UWV,),
    Law.WKGB: (Agency.BELASTINGDIENST,),
    Law.WKO: (Agency.BELASTINGDIENST,),
    Law.WLZ: (Agency.CAK,),
    Law.WMO_2015: (Agency.CAK, Agency.GEMEENTE),
    Law.WSF_2000: (Agency.DUO,),
    Law.WW: (Agency.UWV,),
    Law.WZT: (Agency.BELASTINGDIENST,),
    Law.ZVW: (Agency.CAK,),
    Law.ZW: (Agency.UWV,),
}
"""Whose decisions the exceptions of a law are about."""


def _of_every_body(agency: Agency) -> tuple[Power, ...]:
    """What the AVG and the Awb let every body do, after what its own law says.

    Of a decision that stands a body comes back, on new facts, as from a decision on a repeated
    application (Awb 4:6).
    """
    return (
        Power(
            agency,
            MeasureKind.CORRECT,
            AVG_16,
            False,
            FACT,
            "Een onjuist gegeven verbeteren: daar heeft de betrokkene recht op.",
        ),
        Power(
            agency,
            MeasureKind.REVISE,
            AWB_4_6,
            False,
            DECISION,
            "Een eerder besluit herzien omdat er nieuwe feiten zijn.",
        ),
        Power(
            agency,
            MeasureKind.RESTORE,
            AWB_4_6,
            False,
            WHAT_IT_PAYS,
            "Een recht dat is gestopt, laten doorlopen omdat de reden ervoor er niet meer is.",
        ),
    )


def _exceptions() -> Iterator[Power]:
    """Applying an exception that must be applied: one row per provision and body."""
    rows: dict[tuple[Agency, Provision], Power] = {}
    for exception in EXCEPTIONS:
        provision = exception.article.provision
        if provision is None or exception.against_household:
            continue
        for agency in CARRIED_OUT_BY.get(provision.law, ()):
            words = f"De uitzondering toepassen: {exception.effect.nl}."
            row = Power(agency, MeasureKind.APPLY_EXCEPTION, provision, False, WHAT_IT_PAYS, words)
            rows.setdefault((agency, provision), row)
    yield from rows.values()


def _allowances(
    kind: MeasureKind, provision: Provision, on: tuple[RecordKind, ...], summary_nl: str
) -> Power:
    return Power(
        Agency.BELASTINGDIENST,
        kind,
        provision,
        False,
        on,
        summary_nl,
        Department.TOESLAGEN,
        ALLOWANCES,
    )


def _taxes(provision: Provision, schemes: tuple[Scheme, ...], summary_nl: str) -> Power:
    return Power(
        Agency.BELASTINGDIENST,
        MeasureKind.CORRECT,
        provision,
        False,
        DECISION,
        summary_nl,
        Department.BELASTINGEN,
        schemes,
    )


DECISION_POWERS: tuple[Power, ...] = (
    _allowances(
        MeasureKind.REVISE,
        AWIR_16_5,
        WHAT_IT_PAYS,
        "Het voorschot herzien naar het juiste gegeven.",
    ),
    _allowances(
        MeasureKind.REVISE,
        AWIR_20,
        DECISION,
        "De toeslag en wat wordt teruggevorderd, herzien naar het juiste inkomen.",
    ),
    _allowances(
        MeasureKind.REVISE,
        AWIR_47,
        DECISION,
        "Vermogen dat de wet vrijlaat, op verzoek buiten beschouwing laten.",
    ),
    _allowances(
        MeasureKind.RESTORE,
        AWIR_16,
        WHAT_IT_PAYS,
        "Het voorschot weer verlenen dat was gestopt.",
    ),
    _taxes(
        WET_IB_9_6,
        (Scheme.INCOME_TAX,),
        "Een aanslag inkomstenbelasting die te hoog is, ambtshalve verminderen.",
    ),
    _taxes(AWR_65, OTHER_TAXES, "Een belastingaanslag die te hoog is, ambtshalve verminderen."),
    Power(
        Agency.DUO,
        MeasureKind.OTHER_INCOME_YEAR,
        WSF_6_12_1,
        False,
        DECISION,
        "De termijn berekenen naar een later jaar, omdat het inkomen ten minste 15 procent lager "
        "is.",
        schemes=(Scheme.STUDENT_LOAN,),
    ),
    room_power(Agency.DUO, MeasureKind.OTHER_INCOME_YEAR, WSF_11_5, on=DECISION),
    Power(
        Agency.CAK,
        MeasureKind.REVISE,
        ZVW_69,
        False,
        (RecordKind.CONTRIBUTION, RecordKind.RECOVERY),
        "De verdragsbijdrage beëindigen van wie in Nederland is verzekerd, en teruggeven.",
        schemes=(Scheme.TREATY_HEALTH_CONTRIBUTION,),
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.CORRECT,
        BRP_2_58,
        False,
        WHAT_IT_PAYS,
        "Een gegeven in de basisregistratie verbeteren dat feitelijk onjuist is.",
        Department.BURGERZAKEN,
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.REGISTER_ADDRESS,
        BRP_2_23,
        False,
        WHAT_IT_PAYS,
        "Wie geen woonadres heeft, inschrijven op een briefadres, zo nodig van de gemeente.",
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.REVISE,
        VERORDENING,
        False,
        DECISION,
        "Een besluit op grond van de eigen verordening herzien.",
        schemes=(Scheme.MINIMAREGELING,),
    ),
    *(
        Power(
            agency,
            MeasureKind.REVISE,
            PW_34_2,
            False,
            DECISION,
            "Het vermogen opnieuw vaststellen zonder wat de wet vrijlaat.",
            schemes=schemes,
        )
        for agency, schemes in (
            (Agency.GEMEENTE, (Scheme.BIJSTAND, Scheme.BIJZONDERE_BIJSTAND)),
            (Agency.SVB, (Scheme.AIO,)),
        )
    ),
    *_exceptions(),
    *(power for agency in Agency for power in _of_every_body(agency)),
)
