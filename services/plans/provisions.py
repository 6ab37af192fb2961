"""Provisions as people write them ("Awir 26 lid 2"), read back as the domain's."""

from __future__ import annotations

import re

from domain.records import Provision
from domain.vocabulary import Law

_LAWS = sorted(Law, key=lambda law: len(law.value), reverse=True)
_REST = re.compile(r"^(?:art\.?|artikel)?\s*(?P<article>\S+)(?:\s+lid\s+(?P<paragraph>.+))?$")


class ProvisionUnreadable(Exception):
    """A text names no provision of a law we know."""


def parse_provision(text: str) -> Provision:
    """ "Awir 26 lid 2" and "awir art. 26 lid 2" as the provision meant. Raises
    ProvisionUnreadable."""
    wanted = " ".join(text.split())
    for law in _LAWS:
        if wanted.lower().startswith(f"{law.value.lower()} "):
            found = _REST.match(wanted[len(law.value) :].strip())
            if found is not None:
                return Provision(law, found["article"], found["paragraph"])
    raise ProvisionUnreadable("schrijf een bepaling als 'Awir 31' of 'Awir 26 lid 2'")
