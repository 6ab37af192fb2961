"""The ability to pay by bands of SF15-old (Wsf 10a.8)."""

from __future__ import annotations

from domain.legislation.determination import (
    Act,
    Answer,
    Article,
    Figure,
    Text,
    Unit,
    Unknown,
    Working,
    plain,
)
from domain.legislation.parameters import parameter
from domain.legislation.regulations.duo._base_income import CountedYear
from domain.legislation.regulations.duo._capacity_facts import TaxCredit

_HALF = 2

_GENERAL_CREDIT = parameter("sf15_voet_algemene_heffingskorting")
_THIRD_BAND_ENDS = parameter("sf15_einde_derde_schijf")
_SHARES = tuple(
    parameter(f"sf15_{name}")
    for name in ("eerste_schijf", "tweede_schijf", "derde_schijf", "meerdere")
)
PARAMETERS = (_GENERAL_CREDIT, _THIRD_BAND_ENDS, *_SHARES)

_BASE = Article(Act.WSF_2000, "10a.8", "2")
_BANDS = Article(Act.WSF_2000, "10a.8", "3")
_MOVED = Article(Act.WSF_2000, "10a.8", "4")
CAPACITY_BY_BANDS = Article(Act.WSF_2000, "10a.8", "6")
_LEFT_OUT = Article(Act.WSF_2000, "10a.11", "1")


def capacity_by_bands(working: Working, year: CountedYear) -> Figure:
    """Per year, on the debtor's own income; as DUO reckons it when a partner's counts too."""
    base = _base(working, year.taxable_minimum)
    rest = _above(working, year.income, base, _BASE)
    half = working.divide(
        Text("eerste en tweede schijf", "first and second band"), base, _HALF, by=_BANDS
    )
    end = working.percentage(
        Text("einde van de derde schijf", "end of the third band"),
        year.taxable_minimum,
        working.parameter(_THIRD_BAND_ENDS),
        _BANDS,
    )
    third = working.subtract(Text("derde schijf", "third band"), end, base, half, half, by=_BANDS)
    parts: list[Figure] = []
    for width, share in zip((half, half, third), _SHARES, strict=False):
        within = working.least(
            Text("deel in de schijf", "part in the band"), rest, width, by=_BANDS
        )
        parts.append(_share(working, within, working.parameter(share)))
        rest = working.subtract(_REST, rest, within, by=_BANDS)
    parts.append(_share(working, rest, working.parameter(_SHARES[-1])))
    total = working.add(
        Text("draagkracht over de schijven", "capacity over the bands"),
        *parts,
        by=CAPACITY_BY_BANDS,
    )
    return _with_partner(working, total)


def _base(working: Working, taxable_minimum: Figure) -> Figure:
    parent = working.answer("parent_without_partner")
    if parent is Answer.YES:
        return taxable_minimum
    credit = working.choice("tax_credit", TaxCredit)
    if parent is Answer.UNKNOWN or isinstance(credit, Unknown):
        return working.without_value(taxable_minimum)
    if credit is TaxCredit.WITH_THAT_OF_THE_PARTNER:
        return taxable_minimum
    if credit is TaxCredit.PAID_OUT:
        return plain(0, Unit.EUROCENT_PER_YEAR)
    label = Text("draagkrachtvrije voet", "capacity-free base")
    return working.percentage(label, taxable_minimum, working.parameter(_GENERAL_CREDIT), _BASE)


def _with_partner(working: Working, alone: Figure) -> Figure:
    match working.answer("has_partner"):
        case Answer.NO:
            return alone
        case Answer.UNKNOWN:
            return working.without_value(alone)
        case Answer.YES:
            pass
    match working.answer("partner_left_out"):
        case Answer.YES:
            working.note(_WITHOUT_PARTNER, _LEFT_OUT)
            return alone
        case Answer.NO:
            working.note(_UNUSED_BANDS, _MOVED)
            return working.fact("capacity_with_moved_bands")
        case Answer.UNKNOWN:
            return working.without_value(alone)


def _above(working: Working, income: Figure, base: Figure, by: Article) -> Figure:
    return working.not_below_zero(_REST, working.subtract(_REST, income, base, by=by), by)


def _share(working: Working, within: Figure, share: Figure) -> Figure:
    return working.percentage(
        Text("draagkracht in de schijf", "capacity in the band"), within, share, CAPACITY_BY_BANDS
    )


_REST = Text("resterend inkomen", "income that is left")
_WITHOUT_PARTNER = Text(
    "het inkomen van de partner telt niet; de aflosfase wordt een jaar langer",
    "the partner's income does not count; the repayment phase becomes a year longer",
)
_UNUSED_BANDS = Text(
    "onbenutte schijven gaan tussen partners over: dat is hier niet uitgewerkt",
    "unused bands move between partners: that is not worked out here",
)
