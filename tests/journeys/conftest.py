"""One installation for all journeys, started as a user starts it, with an OTLP collector beside
it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.support.collector import running_collector
from tests.support.installation import World, samenloop_up


@pytest.fixture(scope="session")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("journeys") / "data"
    with (
        running_collector() as collector,
        samenloop_up(folder, OTEL_EXPORTER_OTLP_ENDPOINT=collector.url) as data_dir,
    ):
        yield World(data_dir, collector)
