"""Who the Ziektewet insures, and the facts of one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Annotated

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Cents,
    Day,
    Facts,
    Text,
    Unit,
    Unknown,
    YesNo,
)


class ZiektewetGroup(StrEnum):
    """On what ground somebody is insured (ZW 29 lid 2)."""

    NO_EMPLOYER = "no_employer"
    DEEMED_EMPLOYMENT = "deemed_employment"
    INSURANCE_ENDED = "insurance_ended"
    ON_UNEMPLOYMENT_BENEFIT = "on_unemployment_benefit"
    ORGAN_DONOR = "organ_donor"
    PREGNANCY = "pregnancy"
    NO_RISK = "no_risk"


GROUPS = {
    ZiektewetGroup.NO_EMPLOYER: Text(
        "de dienstbetrekking is geëindigd", "the employment has ended"
    ),
    ZiektewetGroup.DEEMED_EMPLOYMENT: Text("fictieve dienstbetrekking", "deemed employment"),
    ZiektewetGroup.INSURANCE_ENDED: Text(
        "ziek kort na het einde van de verzekering", "ill shortly after the insurance ended"
    ),
    ZiektewetGroup.ON_UNEMPLOYMENT_BENEFIT: Text(
        "ziek tijdens een WW-uitkering", "ill while on unemployment benefit"
    ),
    ZiektewetGroup.ORGAN_DONOR: Text("orgaandonatie", "organ donation"),
    ZiektewetGroup.PREGNANCY: Text("zwangerschap of bevalling", "pregnancy or childbirth"),
    ZiektewetGroup.NO_RISK: Text("no-riskpolis", "no-risk policy"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ZiektewetFacts(Facts):
    """One insured person on the day asked."""

    group: Annotated[
        ZiektewetGroup | Unknown,
        About("grond van de verzekering", "ground of the insurance", words=GROUPS),
    ] = UNKNOWN
    unfit_for_work: Annotated[
        YesNo,
        About("kan door ziekte het eigen werk niet doen", "cannot do the own work through illness"),
    ] = UNKNOWN
    first_day_ill: Annotated[
        Day, About("eerste dag van ongeschiktheid", "first day of being unfit")
    ] = UNKNOWN
    employment_ended: Annotated[
        Day, About("laatste dag van de dienstbetrekking", "last day of the employment")
    ] = UNKNOWN
    wage_goes_on: Annotated[
        YesNo,
        About("heeft recht op loon tijdens de ziekte", "has a right to wages while ill"),
    ] = UNKNOWN
    pension_day: Annotated[
        Day,
        About(
            "dag waarop de pensioengerechtigde leeftijd wordt bereikt",
            "day on which the pension age is reached",
        ),
    ] = UNKNOWN
    daily_wage: Annotated[
        Cents,
        About(
            "geïndexeerd dagloon zonder het maximum",
            "indexed daily wage without the maximum",
            Unit.EUROCENT_PER_DAY,
            at_least=1,
        ),
    ] = UNKNOWN
    income_per_day: Annotated[
        Cents,
        About("inkomen per dag", "income per day", Unit.EUROCENT_PER_DAY, at_least=0),
    ] = UNKNOWN
    lives_where_it_is_paid: Annotated[
        YesNo,
        About(
            "woont in Nederland of een verdragsland",
            "lives in the Netherlands or a treaty country",
        ),
    ] = UNKNOWN
    detained: Annotated[
        YesNo,
        About(
            "is langer dan een maand rechtens van de vrijheid beroofd, of werd dan pas ziek",
            "has been lawfully detained for over a month, or fell ill while detained",
        ),
    ] = UNKNOWN
    other_exclusion: Annotated[
        YesNo,
        About(
            "een andere uitsluitingsgrond van artikel 19c, 19d of 19e geldt",
            "another ground of exclusion of article 19c, 19d or 19e holds",
        ),
    ] = UNKNOWN
    able_to_earn_enough: Annotated[
        YesNo,
        About(
            "kan na een jaar meer dan 65% van het maatmaninkomen verdienen en de termijn van "
            "artikel 19aa lid 2 of 3 is voorbij",
            "can earn over 65% of the reference income after a year, and the time of article 19aa "
            "lid 2 or 3 is over",
        ),
    ] = UNKNOWN
