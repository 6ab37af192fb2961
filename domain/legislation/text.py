"""Words in the two languages that an explanation is read in."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple


class Language(StrEnum):
    """The languages of an explanation (ISO 639-1)."""

    NL = "nl"
    EN = "en"


class Text(NamedTuple):
    """The same words in Dutch and in English; no personal data, and no amount, in either."""

    nl: str
    en: str

    def in_language(self, language: Language) -> str:
        """These words in that language."""
        return self.nl if language is Language.NL else self.en
