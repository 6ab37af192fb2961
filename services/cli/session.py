"""A command's way to the running installation: where it is, and acting as one of its people."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import cached_property

from services.cli.api import Api
from services.identity.actor import Actor
from services.identity.development import DevelopmentIdentity
from services.runtime.data_dir import DataDir
from services.runtime.installation import Installation, running


@dataclass(frozen=True)
class Session:
    """One installation that runs, found by its data directory."""

    data_dir: DataDir
    installation: Installation

    @classmethod
    def here(cls) -> Session:
        """The one that SAMENLOOP_DATA_DIR names. Raises NothingRuns."""
        return cls.on(DataDir.chosen())

    @classmethod
    def on(cls, data_dir: DataDir) -> Session:
        """The one on this data directory. Raises NothingRuns."""
        return cls(data_dir, running(data_dir))

    @asynccontextmanager
    async def acting_as(self, actor: Actor) -> AsyncIterator[Api]:
        """The API, with a token of this person."""
        api = Api(self.installation.api_url, self._identity.token_for(actor))
        try:
            yield api
        finally:
            await api.close()

    @cached_property
    def _identity(self) -> DevelopmentIdentity:
        return DevelopmentIdentity(self.data_dir.identity)
