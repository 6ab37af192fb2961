"""What the command line started here: which plan belongs to which applicant and municipality.

Loading a household replaces its dossier in the ledgers, measures and all, so it must be known
before the load whether a plan already runs. Kept as keyed hashes and opaque references: no
personal data.
"""

from __future__ import annotations

import hashlib
import hmac
from dataclasses import dataclass

from pydantic import TypeAdapter

from agency_adapters.casefile import CaseFile
from services.identity.people import HOME, NEIGHBOUR
from services.runtime.data_dir import DataDir
from services.runtime.secrets import Secrets


@dataclass(frozen=True, slots=True)
class StartedPlan:
    """A plan that was started from the command line."""

    plan: str
    municipality: str


_KEPT = TypeAdapter(dict[str, StartedPlan])


class StartedPlans:
    """The file `started.json` in the data directory."""

    def __init__(self, data_dir: DataDir) -> None:
        self._path = data_dir.root / "started.json"
        self._key = Secrets(data_dir.secrets).key_file("lookup")

    def of(self, case: CaseFile) -> StartedPlan | None:
        """The plan that was started last for this household's applicant."""
        return self._kept().get(self._applicant(case))

    def remember(self, case: CaseFile, plan: str) -> None:
        """From now on this is the applicant's plan."""
        kept = {**self._kept(), self._applicant(case): StartedPlan(plan, case.municipality)}
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(_KEPT.dump_json(kept, indent=1))
        fresh.replace(self._path)

    def municipalities(self, plan: str | None = None) -> tuple[str, ...]:
        """The municipalities that have people here; the one of `plan` first, when it is known."""
        kept = self._kept().values()
        owners = [one.municipality for one in kept if one.plan == plan]
        return tuple(dict.fromkeys([*owners, HOME, NEIGHBOUR, *(o.municipality for o in kept)]))

    def _kept(self) -> dict[str, StartedPlan]:
        return _KEPT.validate_json(self._path.read_bytes()) if self._path.exists() else {}

    def _applicant(self, case: CaseFile) -> str:
        ref = case.household.applicant().id
        bsn = next(person.bsn for person in case.people if person.ref == ref)
        text = f"{case.municipality}:{bsn}".encode()
        return hmac.new(self._key.read_bytes(), text, hashlib.sha256).hexdigest()
