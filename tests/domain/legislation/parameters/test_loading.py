"""A parameter file that is wrong says where, and what is to be mended."""

from __future__ import annotations

import datetime as dt
from fractions import Fraction

import pytest

from domain.legislation.acts import Act, Article
from domain.legislation.parameters import DatedValue, Renewal
from domain.legislation.parameters.loading import ParameterFileError, parameters_in
from domain.legislation.text import Text
from domain.legislation.units import Unit

RIGHT = """
[premie]
act = "WZT"
article = "2"
lid = "1"
nl = "premie"
en = "premium"
unit = "percent"
renewal = "yearly"
note = "met een voetnoot"
until = 2026-06-30
values = [
    { from = 2025-01-01, value = 13.73, source = "RC" },
    { from = 2026-01-01, value = 14, source = "MEM", verified = false },
]
"""


def test_everything_that_a_file_says_is_read_exactly() -> None:
    (found,) = parameters_in("wzt.toml", RIGHT)
    assert found.id == "premie"
    assert found.title == Text("premie", "premium")
    assert found.unit is Unit.PERCENT
    assert found.article == Article(Act.WZT, "2", "1")
    assert found.renewal is Renewal.YEARLY
    assert found.note == "met een voetnoot"
    assert found.valid_until == dt.date(2026, 6, 30)
    assert found.values == (
        DatedValue(dt.date(2025, 1, 1), Fraction(1373, 100), "RC", True),
        DatedValue(dt.date(2026, 1, 1), 14, "MEM", False),
    )


def test_what_may_be_left_out_is_empty() -> None:
    short = RIGHT.replace('lid = "1"\n', "").replace("until = 2026-06-30\n", "")
    (found,) = parameters_in("wzt.toml", short.replace('note = "met een voetnoot"\n', ""))
    assert (found.article.paragraph, found.note, found.valid_until) == (None, "", None)


@pytest.mark.parametrize(
    ("right", "wrong", "to_mend"),
    [
        ('act = "WZT"', 'act = "WZTT"', "there is no act WZTT"),
        ('act = "WZT"\n', "", "act is missing"),
        ('article = "2"', "article = 2", "article is a str"),
        ('lid = "1"', "lid = 1", "lid is a str"),
        ('nl = "premie"\n', "", "nl is missing"),
        ('unit = "percent"', 'unit = "procent"', "'procent' is not a valid Unit"),
        ('"yearly"', '"monthly"', "'monthly' is not a valid Renewal"),
        ('renewal = "yearly"\n', "", "renewal is missing"),
        ("note =", "notitie =", "does not know notitie"),
        ("until = 2026-06-30", 'until = "2026-06-30"', "until is a date"),
        ("until = 2026-06-30", "until = 2025-12-31", "until is before the last value"),
        ("from = 2025-01-01", 'from = "2025-01-01"', "from is a date"),
        ("from = 2025-01-01", "from = 2025-01-01T00:00:00", "from is a date"),
        ("from = 2025-01-01, ", "", "from is missing"),
        ("from = 2025-01-01", "from = 2027-01-01", "in order of time"),
        ("from = 2025-01-01", "from = 2026-01-01", "one for a day"),
        ("value = 13.73", 'value = "13,73"', "value is a number"),
        ("value = 13.73", "value = true", "value is a number"),
        ("value = 13.73", "value = nan", "NaN"),
        ("value = 13.73", "value = inf", "Infinity"),
        ("value = 13.73, ", "", "value is a number"),
        (', source = "RC"', "", "source is missing"),
        ("verified = false", 'verified = "nee"', "verified is a bool"),
        ("verified = false", "checked = false", "does not know checked"),
    ],
)
def test_a_wrong_entry_is_named_with_its_file_and_what_to_mend(
    right: str, wrong: str, to_mend: str
) -> None:
    assert right in RIGHT
    with pytest.raises(ParameterFileError, match=to_mend) as raised:
        list(parameters_in("wzt.toml", RIGHT.replace(right, wrong)))
    assert str(raised.value).startswith("wzt.toml: premie: ")


def test_a_parameter_without_values_is_refused() -> None:
    none = RIGHT[: RIGHT.index("values = [")] + "values = []\n"
    with pytest.raises(ParameterFileError, match="premie: the values stand in order"):
        list(parameters_in("wzt.toml", none))


def test_a_file_that_is_no_toml_is_named_with_the_line() -> None:
    with pytest.raises(ParameterFileError, match=r"wzt\.toml: .*line 1"):
        list(parameters_in("wzt.toml", "[premie\n"))


def test_a_loose_value_in_a_file_is_named() -> None:
    with pytest.raises(ParameterFileError, match=r"wzt\.toml: premie: is no table"):
        list(parameters_in("wzt.toml", "premie = 13.73\n"))
