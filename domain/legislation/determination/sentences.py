"""The working-out as plain sentences, and the outcome in one or two, in Dutch or in English."""

from __future__ import annotations

from domain.legislation.determination.determination import (
    Determination,
    Missing,
    MissingKind,
    Outcome,
    Result,
)
from domain.legislation.determination.lines import (
    Answer,
    Compared,
    Computed,
    Given,
    Line,
    Operation,
    Required,
)
from domain.legislation.determination.regulation import Regulation
from domain.legislation.determination.shown import per_shown
from domain.legislation.determination.spoken import (
    MET,
    capital,
    cited,
    is_floor_of_zero,
    sentence_of,
    value_shown,
)
from domain.legislation.text import Language, Text

_NOT_DETERMINED = Text("Dit is niet vast te stellen.", "This cannot be determined.")
_FACTS_MISSING = Text("Niet bekend is:", "Not known is:")
_NUMBERS_MISSING = Text(
    "Van deze getallen van de wet is hier geen waarde voor die dag:",
    "Of these numbers of the law no value is known here for that day:",
)


def sentences(determination: Determination, language: Language) -> tuple[str, ...]:
    """The working-out in sentences, without the conclusion.

    A step that leaves a number as it was, under the same name, is not told a second time.
    """
    lines = determination.lines
    several = {
        line.name.partition("[")[0]
        for line in lines
        if isinstance(line, Given) and "[1]" in line.name
    }
    return tuple(
        _numbered(line, several, language)
        for line in lines
        if not (isinstance(line, Computed) and _says_nothing_new(line, lines))
    )


def conclusion(determination: Determination, regulation: Regulation, language: Language) -> str:
    """The outcome in one or two sentences: what is granted, what refuses it, or what is missing."""
    match determination.outcome:
        case Outcome.UNDETERMINED:
            return _undetermined(determination.missing, language)
        case Outcome.REFUSED:
            unmet = dict.fromkeys(_unmet(line, language) for line in determination.refused_by)
            return f"{regulation.refused.in_language(language)}. {capital('; '.join(unmet))}."
        case Outcome.GRANTED:
            results = [_result(result, language) for result in determination.results]
            granted = f"{regulation.granted.in_language(language)}."
            return f"{granted} {capital('; '.join(results))}." if results else granted


def _undetermined(missing: tuple[Missing, ...], language: Language) -> str:
    """First the facts, which the reader can give; then the numbers of the law, which we lack."""
    several = {each.name.partition("[")[0] for each in missing if "[1]" in each.name}
    told = [_NOT_DETERMINED.in_language(language)]
    for kind, words in (
        (MissingKind.FACT, _FACTS_MISSING),
        (MissingKind.PARAMETER, _NUMBERS_MISSING),
    ):
        of_kind = [
            each.label.in_language(language) + _which(each.name, each.label, several)
            for each in missing
            if each.kind is kind
        ]
        if of_kind:
            told.append(f"{words.in_language(language)} {'; '.join(dict.fromkeys(of_kind))}.")
    return " ".join(told)


def _result(result: Result, language: Language) -> str:
    label, shown = result.label.in_language(language), result_shown(result, language)
    per = per_shown(result.unit, language) if result.unit is not None else ""
    return f"{label}: {shown.removesuffix(per) if per and per in label else shown}"


def _unmet(line: Required | Compared, language: Language) -> str:
    unmet = MET[Answer.NO].in_language(language)
    return f"{line.label.in_language(language)}: {unmet}{cited(line.by)}"


def _numbered(line: Line, several: set[str], language: Language) -> str:
    """The sentence; of a record among several, with which one it is about."""
    said = sentence_of(line, language)
    if not several or not isinstance(line, Given):
        return said
    label = capital(line.label.in_language(language))
    which = _which(line.name, line.label, several)
    return f"{label}{which}{said.removeprefix(label)}" if which else said


def _which(name: str, label: Text, several: set[str]) -> str:
    """ " (2)" after the name of a fact of the second record, where the name does not say so."""
    of, opened, rest = name.partition("[")
    if not opened or of not in several:
        return ""
    number = str(int(rest.partition("]")[0]) + 1)
    return "" if number in label.nl else f" ({number})"


def _says_nothing_new(line: Computed, lines: tuple[Line, ...]) -> bool:
    first = line.operands[0]
    if first.line < 0 or first.value != line.value or not _leaves_as_it_was(line):
        return False
    before = lines[first.line]
    return isinstance(before, Computed) and before.label == line.label


def _leaves_as_it_was(line: Computed) -> bool:
    """Whether the operation, by its kind, changes nothing here."""
    match line.operation:
        case Operation.ROUND:
            return line.by is None
        case Operation.GREATEST:
            return is_floor_of_zero(line)
        case Operation.ADD | Operation.LEAST:
            return len(line.operands) == 1
        case _:
            return False


def result_shown(result: Result, language: Language) -> str:
    """The value of a result as people write it."""
    if result.words is not None:
        return result.words.in_language(language)
    return value_shown(result.value, result.unit, language)
