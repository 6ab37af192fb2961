from __future__ import annotations

import subprocess
import sys
from pathlib import Path

CHECKOUT = Path(__file__).parents[3]
HEAVY = ("grpc", "sqlalchemy", "fastapi", "temporalio", "cryptography", "pydantic")


def test_help_imports_nothing_heavy() -> None:
    program = (
        "import sys\n"
        "from services.cli.main import run\n"
        "code = run(['--help'])\n"
        f"heavy = [name for name in {HEAVY!r} if name in sys.modules]\n"
        "sys.exit(f'imported {heavy}' if heavy else code)\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", program], cwd=CHECKOUT, capture_output=True, text=True, check=False
    )

    assert (done.returncode, done.stderr) == (0, "")


def test_the_process_leaves_with_the_exit_code_of_its_command(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "services.cli.main", "status", "--json"],
        cwd=CHECKOUT,
        env={"SAMENLOOP_DATA_DIR": str(tmp_path / "none")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 3
    assert done.stdout == ""
    assert '"kind": "not_reachable"' in done.stderr
