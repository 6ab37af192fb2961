"""The powers and prohibitions themselves: a new one is a new row."""

from __future__ import annotations

from collections.abc import Iterator

from domain.legislation.acts import Article
from domain.legislation.powers.building import APPLICATION, CLAIM_AND_RECOVERY, room_power
from domain.legislation.powers.debts import DEBT_POWERS
from domain.legislation.powers.decisions import DECISION_POWERS
from domain.legislation.powers.power import Forbidden, Power
from domain.legislation.powers.provisions import (
    AKW_14A_2,
    AKW_24_5,
    AOW_24_5,
    AWB_3_2,
    AWB_3_4,
    AWB_4_94,
    AWB_4_94A,
    AWB_4_95,
    AWIR_26_2,
    AWIR_31,
    IW_25,
    IW_26,
    PW_18A_13,
    PW_41,
    PW_44,
    PW_52,
    PW_58_7,
    PW_58_8,
    WGS_4_1,
    WGS_4_2,
    WIA_77,
    WSF_6_7_2,
    WSF_11_5,
    WW_27A_13,
    WW_36_6,
    ZVW_18D_2C,
    ZVW_18G_5,
)
from domain.legislation.powers.rights import RIGHT_POWERS
from domain.legislation.room import ROOMS, Prohibition, Room
from domain.measures.measure import MeasureKind
from domain.records import Provision
from domain.vocabulary import Agency, Department, RecordKind, Scheme

_WAITING = (RecordKind.NOTICE, RecordKind.APPLICATION, RecordKind.DETERMINATION_MADE)


def _waiver(agency: Agency, provision: Provision) -> tuple[Power, ...]:
    """Waiving recovery in part, and wholly."""
    return tuple(
        room_power(agency, kind, provision) for kind in (MeasureKind.REDUCE, MeasureKind.REMIT)
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
            APPLICATION,
            "Eerder beslissen dan de wettelijke uiterste dag.",
        ),
    )


def _general_advance(agency: Agency) -> Power:
    return Power(
        agency,
        MeasureKind.ADVANCE,
        AWB_4_95,
        False,
        APPLICATION,
        "Een voorschot betalen zolang nog niet op de aanvraag is beslist.",
    )


POWERS: tuple[Power, ...] = (
    room_power(Agency.BELASTINGDIENST, MeasureKind.HOLD, AWIR_31, Department.TOESLAGEN),
    room_power(Agency.BELASTINGDIENST, MeasureKind.HOLD, AWB_4_94, Department.TOESLAGEN),
    room_power(Agency.BELASTINGDIENST, MeasureKind.REDUCE, AWIR_26_2, Department.TOESLAGEN),
    room_power(Agency.BELASTINGDIENST, MeasureKind.HOLD, IW_25, Department.BELASTINGEN),
    room_power(Agency.BELASTINGDIENST, MeasureKind.REMIT, IW_26, Department.BELASTINGEN),
    *_careful_preparation(Agency.BELASTINGDIENST),
    room_power(Agency.UWV, MeasureKind.HOLD, AWB_4_94),
    room_power(Agency.UWV, MeasureKind.REDUCE, AWB_3_4),
    room_power(Agency.UWV, MeasureKind.REMIT, WIA_77),
    room_power(Agency.UWV, MeasureKind.REDUCE, WIA_77),
    *_waiver(Agency.UWV, WW_36_6),
    room_power(Agency.UWV, MeasureKind.REMIT, WW_27A_13),
    _general_advance(Agency.UWV),
    *_careful_preparation(Agency.UWV),
    room_power(Agency.SVB, MeasureKind.HOLD, AWB_4_94),
    *_waiver(Agency.SVB, AKW_14A_2),
    *_waiver(Agency.SVB, AKW_24_5),
    *_waiver(Agency.SVB, AOW_24_5),
    *_waiver(Agency.SVB, PW_58_8),
    room_power(Agency.SVB, MeasureKind.REMIT, PW_58_7),
    Power(
        Agency.SVB,
        MeasureKind.ADVANCE,
        PW_52,
        False,
        APPLICATION,
        "Een voorschot op de AIO-aanvulling.",
        schemes=(Scheme.AIO,),
    ),
    Power(
        Agency.SVB,
        MeasureKind.GRANT_FROM,
        PW_44,
        False,
        APPLICATION,
        "De AIO-aanvulling toekennen vanaf de dag van de aanvraag.",
        schemes=(Scheme.AIO,),
    ),
    _general_advance(Agency.SVB),
    *_careful_preparation(Agency.SVB),
    room_power(Agency.DUO, MeasureKind.HOLD, AWB_4_94),
    Power(
        Agency.DUO,
        MeasureKind.HOLD,
        WSF_6_7_2,
        False,
        CLAIM_AND_RECOVERY,
        "De terugbetaling opschorten op verzoek: daar heeft de debiteur recht op.",
        schemes=(Scheme.STUDENT_LOAN,),
    ),
    *_waiver(Agency.DUO, WSF_11_5),
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
    room_power(Agency.CAK, MeasureKind.HOLD, AWB_4_94),
    room_power(Agency.CAK, MeasureKind.REMIT, ZVW_18G_5),
    room_power(Agency.CAK, MeasureKind.REMIT, AWB_4_94A),
    *_careful_preparation(Agency.CAK),
    Power(
        Agency.GEMEENTE,
        MeasureKind.ADVANCE,
        PW_52,
        False,
        APPLICATION,
        "Een voorschot op de bijstand.",
        schemes=(Scheme.BIJSTAND,),
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.GRANT_FROM,
        PW_44,
        False,
        APPLICATION,
        "De bijstand toekennen vanaf de dag van de aanvraag.",
        schemes=(Scheme.BIJSTAND,),
    ),
    room_power(Agency.GEMEENTE, MeasureKind.GRANT_FROM, PW_41),
    Power(
        Agency.GEMEENTE,
        MeasureKind.DECIDE_EARLIER,
        WGS_4_2,
        False,
        APPLICATION,
        "Binnen drie werkdagen handelen omdat de woning, energie of zorgverzekering in gevaar is.",
    ),
    Power(
        Agency.GEMEENTE,
        MeasureKind.DECIDE_EARLIER,
        WGS_4_1,
        False,
        APPLICATION,
        "Het eerste gesprek over schulden eerder voeren dan na vier weken.",
        schemes=(Scheme.DEBT_COUNSELLING,),
    ),
    room_power(Agency.GEMEENTE, MeasureKind.HOLD, AWB_4_94),
    *_waiver(Agency.GEMEENTE, PW_58_8),
    room_power(Agency.GEMEENTE, MeasureKind.REMIT, PW_58_7),
    room_power(Agency.GEMEENTE, MeasureKind.REMIT, PW_18A_13),
    _general_advance(Agency.GEMEENTE),
    *_careful_preparation(Agency.GEMEENTE),
    *DECISION_POWERS,
    *RIGHT_POWERS,
    *DEBT_POWERS,
)
"""Where an agency has several powers for one kind of act, the one to try first comes first."""


def _prohibitions(room: Room) -> Iterator[Forbidden]:
    for body in room.competent:
        for rule in room.forbids:
            yield Forbidden(
                agency=body.agency,
                kind=rule.kind,
                forbidden_by=_named(room.article),
                instead_use=_named(rule.instead),
                summary_nl=rule.words.nl,
                department=body.department,
                schemes=rule.schemes,
                claims=rule.claims,
                except_under=_exempt(rule),
                within_years=rule.within_years,
            )


def _exempt(rule: Prohibition) -> tuple[Provision, ...]:
    return tuple(_named(each) for each in rule.except_under)


def _named(article: Article) -> Provision:
    if article.provision is None:
        raise LookupError(f"{article} is in no law that the case file format names")
    return article.provision


FORBIDDEN: tuple[Forbidden, ...] = tuple(rule for room in ROOMS for rule in _prohibitions(room))
"""What the law forbids, as it stands with the room."""
