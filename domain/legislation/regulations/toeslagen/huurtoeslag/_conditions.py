"""Who has a right to huurtoeslag at all: the tenant, the dwelling, residence and assets."""

from __future__ import annotations

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Day,
    Relation,
    Text,
    Unit,
    Working,
    abouts,
    all_of,
    answer_of,
    any_of,
    not_,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.toeslagen._assets import WITHIN_LIMIT, Limits, require_within
from domain.legislation.regulations.toeslagen.huurtoeslag._facts import Resident
from domain.legislation.regulations.toeslagen.huurtoeslag._household import (
    Household,
    has_reached,
)

_ADULT_FROM_AGE = 18

ASSETS = parameter("ht_vermogensgrens")
ASSETS_OF_PARTNERS = parameter("ht_vermogensgrens_partners")

TENANT = Article(Act.WHT, "1")
ADULT = Article(Act.WHT, "8")
REGISTERED = Article(Act.WHT, "9", "1")
_WRONG_REGISTRATION = Article(Act.WHT, "9", "2")
DWELLING = Article(Act.WHT, "11", "1")
_MINOR = Article(Act.AWIR, "10", "2")
_RESIDENCE = Article(Act.AWIR, "9")
_RESIDENCE_OF_PARTNER = Article(Act.AWIR, "9", "2")
_RESIDENCE_OF_OTHERS = Article(Act.AWIR, "9", "3")
_ASSETS = Article(Act.AWIR, "7", "3")
_ASSETS_OF_OTHERS = Article(Act.AWIR, "7", "4")

_LIMITS = Limits(ASSETS, ASSETS_OF_PARTNERS, _ASSETS)

_SAID = abouts(Resident)
_IS_ADULT = Text("meerderjarig", "of age")
_IN_SUITABLE_DWELLING = Text("een woning waarvoor het kan", "a dwelling that qualifies")


def require_a_tenant(working: Working, born: Day) -> None:
    """An adult, born on that day, who rents a dwelling that qualifies, and lives there lawfully
    and registered."""
    _require_an_adult(working, born)
    working.require(Text("huurder", "tenant"), working.answer("tenant"), TENANT)
    _require_a_suitable_dwelling(working)
    _require_registration(working)
    working.require(
        Text("rechtmatig verblijf", "lawful residence"),
        working.answer("lawful_residence"),
        _RESIDENCE,
    )


def require_lawful_residence_of_others(working: Working, household: Household) -> None:
    """A partner or adult resident without lawful residence takes the right away (Awir 9)."""
    if household.has_partner:
        working.require(
            Text("rechtmatig verblijf van de partner", "lawful residence of the partner"),
            working.answer("partner_lawful_residence"),
            _RESIDENCE_OF_PARTNER,
        )
    for index, resident in enumerate(household.residents):
        adult = has_reached(working, household.residents_born[index], _ADULT_FROM_AGE)
        if adult is not Answer.NO:
            working.require(
                Text("rechtmatig verblijf van de medebewoner", "lawful residence of the resident"),
                any_of(not_(adult), _resides_lawfully(working, index, resident)),
                _RESIDENCE_OF_OTHERS,
            )


def require_assets_within_limit(working: Working, household: Household) -> None:
    """Assets on 1 January: of the tenant, or with the partner of all the year, and of each
    resident of all the year (Awir 7 lid 3-4)."""
    require_within(working, _LIMITS, answer_of(household.has_partner))
    for index, resident in enumerate(household.residents):
        assets = working.given(
            f"residents[{index}].assets", _SAID["assets"].label, resident.assets, Unit.EUROCENT
        )
        over = working.compare(
            Text("vermogen van de medebewoner boven de grens", "resident's assets over the limit"),
            assets,
            Relation.MORE,
            working.parameter(ASSETS),
            _ASSETS_OF_OTHERS,
        )
        if over is not Answer.NO:
            all_year = _is_resident_all_year(working, index, resident)
            working.require(WITHIN_LIMIT, not_(all_of(over, all_year)), _ASSETS_OF_OTHERS)


def _require_an_adult(working: Working, born: Day) -> None:
    adult = has_reached(working, born, _ADULT_FROM_AGE)
    if adult is Answer.NO:
        working.require(_IS_ADULT, working.answer("minor_equal_to_adult"), _MINOR)
    else:
        working.require(_IS_ADULT, adult, ADULT)


def _require_a_suitable_dwelling(working: Working) -> None:
    suitable = working.answer("self_contained")
    if suitable is not Answer.YES:
        suitable = any_of(suitable, working.answer("designated"))
    working.require(_IN_SUITABLE_DWELLING, suitable, DWELLING)


def _require_registration(working: Working) -> None:
    registered = working.require(
        Text("inschrijving op het adres", "registration at the address"),
        all_of(working.answer("all_registered"), not_(working.answer("others_registered"))),
        REGISTERED,
    )
    if registered is Answer.NO:
        working.note(
            Text(
                "toekennen kan toch, als de onjuiste inschrijving niet aan de huurder is te wijten",
                "it may still be granted, when the wrong registration is not the tenant's doing",
            ),
            _WRONG_REGISTRATION,
        )


def _resides_lawfully(working: Working, index: int, resident: Resident) -> Answer:
    label = _SAID["lawful_residence"].label
    return working.given_answer(
        f"residents[{index}].lawful_residence", label, resident.lawful_residence
    )


def _is_resident_all_year(working: Working, index: int, resident: Resident) -> Answer:
    return working.given_answer(
        f"residents[{index}].all_year", _SAID["all_year"].label, resident.all_year
    )
