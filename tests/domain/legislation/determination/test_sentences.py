"""The working-out as people read it: nothing twice, nothing false, nothing that says nothing."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from fractions import Fraction
from typing import Annotated

import pytest

from domain.legislation.determination import (
    UNKNOWN,
    About,
    Act,
    Article,
    Cents,
    Day,
    Facts,
    Figure,
    Language,
    Regulation,
    Relation,
    Rounding,
    Text,
    Unit,
    Working,
    conclusion,
    plain,
    sentences,
)

ON = dt.date(2026, 5, 5)
BY = Article(Act.PW, "21", "a")
MONTH, YEAR = Unit.EUROCENT_PER_MONTH, Unit.EUROCENT_PER_YEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class Few(Facts):
    """Two facts."""

    income: Annotated[Cents, About("inkomen", "income", MONTH)] = UNKNOWN
    born: Annotated[Day, About("geboortedatum", "date of birth")] = UNKNOWN


REGULATION = Regulation(
    id="few",
    title=Text("weinig", "few"),
    summary=Text("weinig", "few"),
    articles=(BY,),
    facts=Few,
    determine=lambda facts, on: Working("few", facts, on).conclude(),
    parameters=(),
    granted=Text("Er is recht", "There is a right"),
    refused=Text("Er is geen recht", "There is no right"),
    known_from=dt.date(2024, 1, 1),
)


def label(words: str) -> Text:
    return Text(words, words)


def working(income: Cents = 100_000) -> tuple[Working, Figure]:
    new = Working("few", Few(income=income), ON)
    return new, new.fact("income")


def told(done: Working, language: Language = Language.NL) -> tuple[str, ...]:
    return sentences(done.conclude(), language)


def test_a_number_that_stays_above_zero_is_told_once() -> None:
    done, income = working()
    rest = done.subtract(label("rest"), income, plain(30_000, MONTH), by=BY)
    done.not_below_zero(label("rest"), rest, BY)
    assert told(done)[1:] == (
        "Rest: € 1.000,00 per maand − € 300,00 per maand = € 700,00 per maand (Pw 21 onder a).",
    )


def test_a_number_below_zero_is_told_to_become_zero() -> None:
    done, income = working()
    rest = done.subtract(label("rest"), income, plain(130_000, MONTH), by=BY)
    done.not_below_zero(label("ruimte"), rest, BY)
    assert told(done)[2] == (
        "Ruimte: € -300,00 per maand, maar niet lager dan nul = € 0,00 per maand (Pw 21 onder a)."
    )


def test_a_floor_under_another_name_is_told_without_the_zero() -> None:
    done, income = working()
    done.not_below_zero(label("ruimte"), income, BY)
    assert told(done)[1] == "Ruimte: € 1.000,00 per maand, niet lager dan nul (Pw 21 onder a)."


def test_a_subtraction_of_zero_shows_both_sides() -> None:
    done, income = working()
    done.subtract(label("rest"), income, plain(0, MONTH), by=BY)
    assert told(done)[1] == (
        "Rest: € 1.000,00 per maand − € 0,00 per maand = € 1.000,00 per maand (Pw 21 onder a)."
    )


def test_a_rounding_that_changes_nothing_is_not_told_and_one_that_does_says_whose_it_is() -> None:
    done, income = working()
    whole = done.subtract(label("bedrag"), income, plain(1, MONTH), by=BY)
    done.rounded(label("bedrag"), whole, Rounding.TO_CENT, None)
    third = done.divide(label("derde"), income, 3, BY)
    done.rounded(label("derde"), third, Rounding.TO_CENT, None)
    done.rounded(label("heel"), third, Rounding.DOWN_TO_EURO, BY)
    assert told(done)[1:] == (
        "Bedrag: € 1.000,00 per maand − € 0,01 per maand = € 999,99 per maand (Pw 21 onder a).",
        "Derde: € 1.000,00 per maand : 3 = € 333,3333 per maand (Pw 21 onder a).",
        "Derde: € 333,3333 per maand, afgerond op de cent = € 333,33 per maand"
        " (de wet zelf rondt hier niet af).",
        "Heel: € 333,3333 per maand, afgerond naar beneden op hele euro's = € 333,00 per maand"
        " (Pw 21 onder a).",
    )


def test_a_sum_of_one_and_a_change_of_unit_are_told_as_the_amount_alone() -> None:
    done, income = working()
    done.add(label("som"), income, by=BY)
    done.multiply(label("in de maand"), income, 1, BY, unit=Unit.EUROCENT)
    assert told(done)[1:] == (
        "Som: € 1.000,00 per maand (Pw 21 onder a).",
        "In de maand: € 1.000,00 (Pw 21 onder a).",
    )


def test_what_cannot_be_computed_or_said_is_told_without_sums_of_unknowns() -> None:
    done, income = working(UNKNOWN)
    done.add(label("som"), income, plain(1, MONTH), by=BY)
    done.compare(label("genoeg"), income, Relation.LESS, plain(1, MONTH), BY)
    done.compare_days(label("oud"), done.day("born"), Relation.LESS, ON, BY)
    done.dated(label("einde"), UNKNOWN, label("een jaar later"), BY)
    assert told(done, Language.EN) == (
        "Income: not known.",
        "Som: cannot be computed yet (Pw 21 onder a).",
        "Genoeg: cannot be said (Pw 21 onder a).",
        "Date of birth: not known.",
        "Oud: cannot be said (Pw 21 onder a).",
        "Einde: cannot be computed yet (Pw 21 onder a).",
    )


def test_the_facts_of_several_records_say_of_which_they_are() -> None:
    done, _ = working()
    for index in range(2):
        done.given(f"debts[{index}].open", label("schuld"), 100, Unit.EUROCENT)
    done.given("debts[1].named", label("vordering 2: soort"), 7, Unit.COUNT)
    assert told(done)[1:] == (
        "Schuld (1): € 1,00 (zoals opgegeven).",
        "Schuld (2): € 1,00 (zoals opgegeven).",
        "Vordering 2: soort: 7 (zoals opgegeven).",
    )


def test_the_fact_of_an_only_record_is_not_numbered() -> None:
    done, _ = working()
    done.given("debts[0].open", label("schuld"), 100, Unit.EUROCENT)
    assert told(done)[1] == "Schuld: € 1,00 (zoals opgegeven)."


def test_the_conclusion_does_not_say_a_month_twice() -> None:
    done, income = working()
    done.result("amount", Text("bedrag per maand", "amount a month"), income)
    done.result("yearly", Text("jaarbedrag", "yearly amount"), plain(5, YEAR))
    found = done.conclude()
    assert conclusion(found, REGULATION, Language.NL) == (
        "Er is recht. Bedrag per maand: € 1.000,00; jaarbedrag: € 0,05 per jaar."
    )
    assert conclusion(found, REGULATION, Language.EN) == (
        "There is a right. Amount a month: € 1,000.00; yearly amount: € 0.05 a year."
    )


def test_a_requirement_that_is_not_met_twice_refuses_once() -> None:
    done, income = working()
    for _ in range(2):
        done.require_compared(label("genoeg"), income, Relation.LESS, plain(1, MONTH), BY)
    assert conclusion(done.conclude(), REGULATION, Language.NL) == (
        "Er is geen recht. Genoeg: niet voldaan (Pw 21 onder a)."
    )


def test_what_is_missing_is_numbered_too() -> None:
    done, _ = working()
    for index in range(2):
        done.given(f"debts[{index}].open", label("schuld"), UNKNOWN, Unit.EUROCENT)
    assert conclusion(done.undetermined(), REGULATION, Language.NL) == (
        "Dit is niet vast te stellen. Niet bekend is: schuld (1); schuld (2)."
    )


@pytest.mark.parametrize("language", list(Language))
def test_a_factor_and_a_share_are_told_exactly_enough(language: Language) -> None:
    done, income = working()
    done.percentage(label("deel"), income, Fraction(1912, 1000), BY)
    said = told(done, language)[1]
    assert ("1,912%" if language is Language.NL else "1.912%") in said
