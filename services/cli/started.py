"""Which municipality a plan belongs to that the command line started here: opaque references
only."""

from __future__ import annotations

from pydantic import TypeAdapter

from services.identity.people import HOME, NEIGHBOUR
from services.runtime.data_dir import DataDir

_KEPT = TypeAdapter(dict[str, str])


class StartedPlans:
    """The file `started.json` in the data directory: plan reference to municipality."""

    def __init__(self, data_dir: DataDir) -> None:
        self._path = data_dir.root / "started.json"

    def remember(self, plan: str, municipality: str) -> None:
        """From now on this plan is known to be this municipality's."""
        fresh = self._path.with_suffix(".new")
        fresh.write_bytes(_KEPT.dump_json({**self._kept(), plan: municipality}, indent=1))
        fresh.replace(self._path)

    def municipalities(self, plan: str | None = None) -> tuple[str, ...]:
        """The municipalities that have people here; the one of `plan` first, when it is known."""
        kept = self._kept()
        owner = [kept[plan]] if plan in kept else []
        return tuple(dict.fromkeys([*owner, HOME, NEIGHBOUR, *kept.values()]))

    def _kept(self) -> dict[str, str]:
        return _KEPT.validate_json(self._path.read_bytes()) if self._path.exists() else {}
