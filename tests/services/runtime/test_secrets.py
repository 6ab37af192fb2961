from __future__ import annotations

import stat
from pathlib import Path

from services.runtime.secrets import Secrets


def test_a_secret_is_made_once_and_given_again(tmp_path: Path) -> None:
    first, again = Secrets(tmp_path), Secrets(tmp_path)

    assert first.password("ledger_uwv") == again.password("ledger_uwv")
    assert first.key_file("master").read_bytes() == again.key_file("master").read_bytes()


def test_every_secret_is_another(tmp_path: Path) -> None:
    secrets = Secrets(tmp_path)

    assert secrets.password("ledger_uwv") != secrets.password("ledger_svb")
    assert len(secrets.key_file("master").read_bytes()) == 32


def test_only_the_owner_may_read_secrets(tmp_path: Path) -> None:
    path = Secrets(tmp_path).key_file("master")

    assert stat.S_IMODE(path.stat().st_mode) == 0o600
