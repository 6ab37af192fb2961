"""The four living situations that the protected amount tells apart, and what differs between them
(Rv 475da lid 1-2, 475ab lid 1)."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from domain.legislation.parameters import Parameter, parameter
from domain.legislation.text import Text


class LivingSituation(StrEnum):
    """Rv 475da lid 1; couple, single parent and child as in the Participatiewet (475ab lid 1)."""

    SINGLE = "single"
    SINGLE_PARENT = "single_parent"
    COUPLE = "couple"
    COUPLE_WITH_CHILDREN = "couple_with_children"

    @property
    def figures(self) -> SituationFigures:
        """The parameters that belong to this situation."""
        return _FIGURES[self]

    @property
    def has_partner(self) -> bool:
        """Married in the sense of Pw 3."""
        return self in (LivingSituation.COUPLE, LivingSituation.COUPLE_WITH_CHILDREN)

    @property
    def has_children(self) -> bool:
        """With a dependent child (Pw 4 lid 1 onder e)."""
        return self in (LivingSituation.SINGLE_PARENT, LivingSituation.COUPLE_WITH_CHILDREN)


class SituationFigures(NamedTuple):
    """The letters of Rv 475da lid 2 for one living situation."""

    words: Text
    maximum: Parameter
    income_limit: Parameter
    norm: Parameter
    care_in_norm: Parameter
    institution_norm: Parameter
    rent_share: Parameter
    rent_starts_at: Parameter
    basic_rent: Parameter
    old_rent_square: Parameter
    old_rent_income: Parameter


def situation_of(has_partner: bool, has_children: bool) -> LivingSituation:
    """The situation of somebody with or without a partner and children."""
    if has_partner:
        return LivingSituation.COUPLE_WITH_CHILDREN if has_children else LivingSituation.COUPLE
    return LivingSituation.SINGLE_PARENT if has_children else LivingSituation.SINGLE


def _figures(
    words: Text, maximum: str, income_limit: str, *, partner: bool, one_person: bool
) -> SituationFigures:
    of_adults = "gehuwden" if partner else "alleenstaande"
    size = "1p" if one_person else "mp"
    return SituationFigures(
        words,
        maximum=parameter(maximum),
        income_limit=parameter(income_limit),
        norm=parameter(f"pw_{of_adults}"),
        care_in_norm=parameter(f"pw_inrichting_verhoging_{of_adults}"),
        institution_norm=parameter(f"pw_inrichting_{of_adults}"),
        rent_share=parameter(f"ht_afbouw_{size}"),
        rent_starts_at=parameter(f"ht_minimum_inkomensijkpunt_{size}"),
        basic_rent=parameter(f"ht_basishuur_{size}"),
        old_rent_square=parameter(f"ht_factor_a_{size}"),
        old_rent_income=parameter(f"ht_factor_b_{size}"),
    )


_FIGURES = {
    LivingSituation.SINGLE: _figures(
        Text("een alleenstaande", "a single person"),
        "bvv_max_alleenstaande",
        "bvv_inkomensgrens_alleenstaande",
        partner=False,
        one_person=True,
    ),
    LivingSituation.SINGLE_PARENT: _figures(
        Text("een alleenstaande ouder", "a single parent"),
        "bvv_max_alleenstaande_ouder",
        "bvv_inkomensgrens_meerpersoons",
        partner=False,
        one_person=False,
    ),
    LivingSituation.COUPLE: _figures(
        Text("gehuwden zonder kinderen", "a couple without children"),
        "bvv_max_gehuwden",
        "bvv_inkomensgrens_meerpersoons",
        partner=True,
        one_person=False,
    ),
    LivingSituation.COUPLE_WITH_CHILDREN: _figures(
        Text("gehuwden met kinderen", "a couple with children"),
        "bvv_max_gehuwden_kinderen",
        "bvv_inkomensgrens_meerpersoons",
        partner=True,
        one_person=False,
    ),
}
