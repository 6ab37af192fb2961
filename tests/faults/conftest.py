"""One installation for all faults: what is pulled in one test must be whole again in the next."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.installation import World, samenloop_up


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with samenloop_up(tmp_path_factory.mktemp("faults") / "data") as data_dir:
        yield World(data_dir)
