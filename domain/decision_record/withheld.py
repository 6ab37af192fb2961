"""Personal data that people wrote into free text: taken out before it is recorded.

What looks like a BSN, an address, an account or an e-mail address goes by its form; names go
because who composes the record says which ones are the household's.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import reduce

INSTEAD = "[weggelaten]"

_FORMS = tuple(
    re.compile(form)
    for form in (
        # nine digits, also as people group them (a BSN)
        r"(?<![0-9A-Za-z-])\d(?:[ .]?\d){8}(?![0-9A-Za-z])",
        # a Dutch postcode, with a house number in front or behind when there is one
        r"(?<![0-9A-Za-z])(?:\d{1,5} ?[a-z]?,? )?[1-9]\d{3} ?[A-Z]{2}(?:[ ,]+\d{1,5}[a-z]?)?"
        r"(?![0-9A-Za-z])",
        r"(?<![0-9A-Za-z])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![0-9A-Za-z])",
        r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+",
        r"(?<![0-9A-Za-z])(?:\+31|0031|0)[ -]?[1-9](?:[ -]?\d){8}(?![0-9A-Za-z])",
    )
)

_PARTICLES = frozenset(
    {"aan", "bij", "den", "der", "des", "het", "ten", "ter", "van", "von", "voor", "the"}
)
_SHORTEST = 3


@dataclass(frozen=True, slots=True)
class Withheld:
    """The household's names and addresses, which no text of a record may hold."""

    words: frozenset[str] = frozenset()

    @classmethod
    def of(cls, names: Iterable[str], addresses: Iterable[str] = ()) -> Withheld:
        """Every name as a whole and in its parts, but for particles; of an address every part with
        a number in it."""
        known, lines = tuple(names), tuple(addresses)
        parts = (part for name in known for part in re.split(r"[\s,]+", name))
        places = (part.strip() for line in lines for part in line.split(","))
        return cls(
            frozenset(
                (
                    *(each.strip() for each in (*known, *lines) if each.strip()),
                    *(part for part in parts if _is_telling(part)),
                    *(place for place in places if any(map(str.isdigit, place))),
                )
            )
        )

    def without(self, text: str) -> str:
        """The text without them. Idempotent."""
        formless = reduce(lambda so_far, form: form.sub(INSTEAD, so_far), _FORMS, text)
        # the longest first, so that no half of a name stays
        longest_first = sorted(self.words, key=lambda word: (-len(word), word))
        return reduce(_without_word, longest_first, formless)


def _is_telling(part: str) -> bool:
    return len(part) >= _SHORTEST and part.lower() not in _PARTICLES


def _without_word(text: str, word: str) -> str:
    whole_word = rf"(?<!\w){re.escape(word)}(?:'?s)?(?!\w)"
    return re.sub(whole_word, INSTEAD, text, flags=re.IGNORECASE)
