"""The mandatory exceptions: answered three-valued, dated, and found by the rule they except."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.legislation.acts import Act, Article
from domain.legislation.catalogue import REGULATIONS
from domain.legislation.determination.lines import Answer, Relation
from domain.legislation.determination.unknown import UNKNOWN, Unknown
from domain.legislation.room import (
    EXCEPTIONS,
    Condition,
    FactValue,
    MandatoryException,
    exceptions_for,
)
from domain.legislation.room.loading import RoomFileError, exceptions_in, rooms_in
from domain.legislation.text import Text
from domain.records import Provision
from domain.vocabulary import Law

TODAY = dt.date(2026, 11, 23)
BY_ID = {each.id: each for each in EXCEPTIONS}

# household J05: a couple of whom one is detained; the norm was halved under Pw 24 on 13-04-2026
HALVED: dict[str, FactValue] = {
    "dependent_child_with_lawful_residence": True,
    "has_allowance_partner": True,
    "married": True,
    "spouse_without_right": True,
}


def of(name: str) -> MandatoryException:
    return BY_ID[name]


def test_the_halved_norm_has_its_exception_and_it_applies() -> None:
    (found,) = exceptions_for(Provision(Law.PW, "24"), dt.date(2026, 4, 13))
    assert (found.article, found.regulation) == (Article(Act.PW, "24a"), "bijstandsnorm")
    assert found.applies(HALVED) is Answer.YES


@pytest.mark.parametrize("missing", sorted(HALVED))
def test_a_missing_fact_is_neither_yes_nor_no(missing: str) -> None:
    facts = {name: value for name, value in HALVED.items() if name != missing}
    assert of("pw_24a_single_parent_supplement").applies(facts) is Answer.UNKNOWN


def test_a_definite_no_refuses_even_when_others_are_missing() -> None:
    assert of("pw_24a_single_parent_supplement").applies({"married": False}) is Answer.NO


def test_the_supplement_of_24a_does_not_hold_before_its_day() -> None:
    rule = Provision(Law.PW, "24")
    assert exceptions_for(rule, dt.date(2025, 12, 31)) == ()
    assert len(exceptions_for(rule, dt.date(2026, 1, 1))) == 1


def test_one_of_several_grounds_is_enough() -> None:
    threatening = of("wgs_4_threatening")
    assert threatening.applies({"eviction_threatens": True}) is Answer.YES
    assert threatening.applies({"eviction_threatens": False}) is Answer.UNKNOWN
    none = dict.fromkeys((each.fact for each in threatening.conditions), False)
    assert threatening.applies(none) is Answer.NO


@pytest.mark.parametrize(("age", "answer"), [(26, Answer.YES), (27, Answer.NO)])
def test_a_resident_counts_as_cost_sharer_from_27(age: int, answer: Answer) -> None:
    assert of("pw_19a_younger_than_27").applies({"resident_age": age}) is answer


@pytest.mark.parametrize(("cents", "answer"), [(12_100, Answer.YES), (12_101, Answer.NO)])
def test_no_more_than_121_euros_is_not_recovered(cents: int, answer: Answer) -> None:
    # Awir 26a lid 1, version of 2026-01-01: "niet meer bedraagt dan EUR 121"
    facts = {"follows_final_award": True, "to_recover": cents}
    assert of("awir_26a_small_amount").applies(facts) is answer


@pytest.mark.parametrize(("percent", "answer"), [(14, Answer.NO), (15, Answer.YES)])
def test_a_fall_in_income_of_15_percent_shifts_the_year(percent: int, answer: Answer) -> None:
    facts = {"asked_for_other_income_year": True, "fall_in_income_percent": percent}
    assert of("wsf_6_12_income_fell").applies(facts) is answer


@pytest.mark.parametrize(
    ("law", "article", "how_many"),
    [
        (Law.PW, "22a", 8),  # 19a lid 1 aanhef, a, b, c, d; 22a lid 3 and 4; 24a
        (Law.ZVW, "18c", 6),  # 18c lid 2 a-e, of which e twice
        (Law.ZVW, "18d", 4),  # 18d lid 2 a-d
        (Law.WGS, "4", 1),
    ],
)
def test_every_exception_that_an_article_names_is_there(
    law: Law, article: str, how_many: int
) -> None:
    assert len(exceptions_for(Provision(law, article))) == how_many


def test_the_norm_of_a_pensioner_has_the_exceptions_that_the_norm_of_an_adult_has() -> None:
    """Pw 22a, 23 and 24 except from article 22 as they do from 21."""
    assert {each.article.number for each in exceptions_for(Provision(Law.PW, "22"))} == {
        *("22a", "23", "24")
    }


def test_what_leaves_the_household_worse_off_is_marked() -> None:
    against = {each.id for each in EXCEPTIONS if each.against_household}
    assert {"pw_22a_cost_sharers", "pw_24_spouse_without_right"} <= against
    assert not {"pw_22a_informal_care", "pw_24a_single_parent_supplement"} & against


def test_no_right_in_an_institution_under_21() -> None:
    young = {"age": 20, "stays_in_institution": True}
    assert of("pw_13_young_in_institution").applies(young) is Answer.YES
    assert of("pw_13_young_in_institution").applies({**young, "age": 21}) is Answer.NO


def test_the_four_weeks_of_searching_had_their_exceptions_before_2026() -> None:
    """Pw 41 lid 4 onder a and b stand in the text of 1 January 2025 (regelrecht-corpus)."""
    found = exceptions_for(Provision(Law.PW, "41"), dt.date(2025, 1, 1))
    assert {each.article.paragraph for each in found} == {"4 a", "4 b"}


def test_gifts_are_left_out_up_to_a_sum_that_is_known_for_2026_alone() -> None:
    """Pw 31 lid 2 onder m says "voor zover"; 39 lid 1 renews the sum each year."""
    assert of("pw_31_gifts").applies({"is_gift": True}) is Answer.YES
    assert not of("pw_31_gifts").in_force(dt.date(2025, 12, 31))
    assert not of("pw_31_gifts").in_force(dt.date(2027, 1, 1))


def test_a_provision_with_a_paragraph_asks_about_that_paragraph_only() -> None:
    ids = {each.id for each in exceptions_for(Provision(Law.PW, "22a", "2"))}
    assert ids == {"pw_22a_young_spouse"}


def test_a_regulation_knows_the_exceptions_that_it_applies() -> None:
    found = exceptions_for("beslagvrije_voet")
    assert {"rv_475da_no_address", "rv_475e_gives_insight", "zvw_18f_withheld_at_source"} <= {
        each.id for each in found
    }


def test_an_exception_excepts_from_another_place_than_its_own() -> None:
    assert all(each.article != each.excepts for each in EXCEPTIONS)


def test_every_exception_reads_in_both_languages() -> None:
    for each in EXCEPTIONS:
        assert each.effect.nl
        assert each.effect.en
        assert all(condition.words.nl and condition.words.en for condition in each.conditions)


@given(st.sampled_from(EXCEPTIONS), st.data())
def test_knowing_more_never_turns_a_yes_into_a_no(
    exception: MandatoryException, data: st.DataObject
) -> None:
    whole: dict[str, FactValue] = {
        each.fact: data.draw(_fact_like(each.value)) for each in exception.conditions
    }
    hidden = data.draw(st.sets(st.sampled_from(sorted(whole))))
    partly: dict[str, FactValue | Unknown] = {
        name: UNKNOWN if name in hidden else value for name, value in whole.items()
    }
    assert exception.applies(partly) in (Answer.UNKNOWN, exception.applies(whole))
    assert exception.applies(whole) is not Answer.UNKNOWN


def _fact_like(value: FactValue) -> st.SearchStrategy[FactValue]:
    if isinstance(value, bool):
        return st.booleans()
    assert isinstance(value, int)
    return st.integers(value - 3, value + 3)


def test_a_fact_of_another_type_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="married is a bool"):
        of("pw_24a_single_parent_supplement").applies({"married": 1})


def test_yes_and_no_have_no_order() -> None:
    with pytest.raises(ValueError, match="married has no order"):
        Condition("married", Relation.MORE, True, Text("gehuwd", "married"))


def test_days_are_compared() -> None:
    before = Condition("asked_on", Relation.LESS, dt.date(2026, 7, 1), Text("voor", "before"))
    assert before.answer({"asked_on": dt.date(2026, 6, 30)}) is Answer.YES
    assert before.answer({"asked_on": dt.date(2026, 7, 1)}) is Answer.NO


GOOD = """
act = "PW"
[exception.x]
article = "1"
excepts = { article = "2" }
nl = "effect"
en = "effect"
all = [{ fact = "a", value = true, nl = "a", en = "a" }]
"""


@pytest.mark.parametrize(
    ("was", "becomes"),
    [
        ('act = "PW"', 'act = "PWW"'),
        ('article = "1"', 'artikel = "1"'),
        ("all = [", "none = ["),
        ("value = true", 'relation = "more", value = true'),
        ('act = "PW"', 'act = "PW"\nother = 1'),
    ],
)
def test_a_file_that_cannot_be_is_refused_by_name(was: str, becomes: str) -> None:
    assert [each.id for each in exceptions_in("x.toml", GOOD)] == ["x"]
    with pytest.raises(RoomFileError, match=r"x\.toml: exception\.x"):
        list(exceptions_in("x.toml", GOOD.replace(was, becomes)))


def test_room_is_an_agencys_or_another_bodys() -> None:
    room = '[room.y]\narticle = "1"\nkind = "judge"\nnl = "a"\nen = "a"\n'
    with pytest.raises(RoomFileError, match="one of the two"):
        list(rooms_in("x.toml", 'act = "PW"\n' + room))


@pytest.mark.parametrize("each", EXCEPTIONS, ids=lambda each: each.id)
def test_an_exception_is_applied_by_a_regulation_that_exists(each: MandatoryException) -> None:
    assert not each.regulation or each.regulation in REGULATIONS


def test_every_exception_of_the_protected_amount_is_there() -> None:
    """Rv 475a lid 5-6, 475c lid 5, 475d lid 3, 5 and 7, 475da lid 4-5 and 7, 475db, 475dc, 475e."""
    named = {
        f"{each.article.number}({each.article.paragraph})"
        for regulation in ("beslagvrije_voet", "bankbeslag", "omslag_beslagvrije_voet")
        for each in exceptions_for(regulation)
        if each.article.act is Act.RV
    }
    assert named == {
        *("475a(5)", "475a(6)", "475c(5)", "475d(3)", "475d(5)", "475d(7)", "475da(4)"),
        *("475da(5)", "475da(7)", "475db(1 a)", "475db(1 b)", "475db(1 c)", "475dc(1)"),
        *("475dc(2)", "475e(1)", "475e(2)"),
    }
    assert {each.article.number for each in exceptions_for("bankbeslag")} == {"475a"}
