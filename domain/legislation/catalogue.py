"""Every regulation, found by being there: a module under `regulations` with a `REGULATION`."""

from __future__ import annotations

import importlib
import pkgutil
from collections.abc import Mapping

from domain.errors import DomainError
from domain.legislation import regulations
from domain.legislation.determination import Regulation


class UnknownRegulation(DomainError):
    """No regulation has this id."""

    def __init__(self, regulation_id: str) -> None:
        super().__init__(f"there is no regulation {regulation_id!r}")
        self.regulation_id = regulation_id


def _found() -> Mapping[str, Regulation]:
    found: dict[str, Regulation] = {}
    for module in pkgutil.walk_packages(regulations.__path__, f"{regulations.__name__}."):
        regulation = getattr(importlib.import_module(module.name), "REGULATION", None)
        if regulation is None:
            continue
        if not isinstance(regulation, Regulation) or regulation.id in found:
            raise TypeError(f"{module.name}.REGULATION is no regulation of its own")
        found[regulation.id] = regulation
    return dict(sorted(found.items()))


REGULATIONS = _found()
"""All regulations by their id."""


def regulation(regulation_id: str) -> Regulation:
    """The regulation with this id; raises UnknownRegulation."""
    found = REGULATIONS.get(regulation_id)
    if found is None:
        raise UnknownRegulation(regulation_id)
    return found
