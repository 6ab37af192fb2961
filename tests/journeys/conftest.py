"""One installation for all journeys, started as a user starts it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.installation import World, samenloop_up


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with samenloop_up(tmp_path_factory.mktemp("journeys") / "data") as data_dir:
        yield World(data_dir)
