"""Make this checkout ready to run: `.venv`, pinned dependencies, generated code, the project.

Run by any Python 3.11 or newer before anything is installed: standard library only.
Idempotent: a stamp in `.venv` tells what it was made of, and a second run with nothing changed does
nothing. Two runs at once wait for each other.
"""

from __future__ import annotations

import argparse
import contextlib
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from subprocess import PIPE, STDOUT

if sys.version_info < (3, 11):  # noqa: UP036 - it is exactly the older Python that must be told
    found = ".".join(str(part) for part in sys.version_info[:3])
    sys.exit(
        f"Samenloop needs Python 3.11 or newer; this is Python {found} ({sys.executable}).\n"
        "Name another one like this: make PYTHON=python3.12 setup"
    )

ROOT = Path(__file__).resolve().parents[2]
VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"
LOCK = ROOT / "requirements.lock"
PROTO = ROOT / "proto"
GENERATED = ROOT / "samenloop"
LEAKS = {"PYTHONPATH", "PYTHONHOME"}
STAMP = VENV / "setup-stamp"
PINNED = re.compile(r"^[a-zA-Z0-9._-]+==", re.MULTILINE)


class SetupFailed(Exception):
    """The set-up cannot go on; the text says what to do about it."""


def main() -> int:
    """Set up what is not set up yet; returns the exit code."""
    options = _options()
    try:
        with _only_one_at_a_time():
            if options.proto_only:
                _generate_contract_code()
            else:
                _set_up()
    except SetupFailed as problem:
        print(f"setup: {problem}", file=sys.stderr)
        return 1
    return 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument(
        "--proto-only", action="store_true", help="only generate the contract's Python code again"
    )
    return parser.parse_args()


def _set_up() -> None:
    wanted = _fingerprints()
    made = STAMP.read_text().split() if STAMP.exists() else []
    environment_changed = made[:1] != wanted[:1]
    if made == wanted and _generated_is_there():
        return
    started = time.monotonic()
    if environment_changed:
        _make_environment()
        _install_dependencies()
    _generate_contract_code()
    _install_project()
    STAMP.write_text("\n".join(wanted))
    _say(f"ready in {time.monotonic() - started:.0f} s")


def _fingerprints() -> list[str]:
    """What the environment, the project and the generated code are made of."""
    interpreter = f"{sys.version_info[:2]} {ROOT}".encode()
    return [
        _hash_of([LOCK], interpreter),
        _hash_of([ROOT / "pyproject.toml", Path(__file__)], b""),
        _hash_of(sorted(PROTO.rglob("*.proto")), b""),
    ]


def _hash_of(paths: list[Path], seed: bytes) -> str:
    digest = hashlib.sha256(seed)
    for path in paths:
        digest.update(path.name.encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()


def _generated_is_there() -> bool:
    return all(
        (ROOT / source.relative_to(PROTO)).with_name(f"{source.stem}_pb2.py").exists()
        for source in PROTO.rglob("*.proto")
    )


def _make_environment() -> None:
    _say(f"making .venv with Python {sys.version_info[0]}.{sys.version_info[1]}")
    try:
        import ensurepip
        import venv
    except ImportError:
        raise SetupFailed(_advice_without_venv()) from None
    if VENV.exists():
        shutil.rmtree(VENV)
    try:
        venv.EnvBuilder(with_pip=True, symlinks=True).create(VENV)
    except (subprocess.CalledProcessError, OSError) as problem:
        raise SetupFailed(f"{_advice_without_venv()}\n({problem})") from problem
    _say(f".venv made (pip {ensurepip.version()})")


def _advice_without_venv() -> str:
    version = f"{sys.version_info[0]}.{sys.version_info[1]}"
    return (
        f"this Python ({sys.executable}) cannot make a virtual environment.\n"
        f"On Debian and Ubuntu: apt-get install python{version}-venv\n"
        "Elsewhere: install a Python that comes with venv and ensurepip."
    )


def _install_dependencies() -> None:
    total = len(PINNED.findall(LOCK.read_text()))
    _say(f"installing {total} pinned packages, checked by hash (some minutes the first time)")
    command = [
        *(str(PYTHON), "-m", "pip", "install", "--progress-bar", "off", "--no-deps"),
        *("--only-binary", ":all:", "--require-hashes", "--requirement", str(LOCK)),
    ]
    _pip(command, total)


def _pip(command: list[str], total: int) -> None:
    seen = 0
    last_lines: list[str] = []
    with subprocess.Popen(
        command, cwd=ROOT, env=_environment(), text=True, stdout=PIPE, stderr=STDOUT
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            last_lines = [*last_lines[-30:], line.rstrip()]
            if line.startswith(("Collecting ", "Processing ")):
                seen += 1
                if seen % 20 == 0:
                    _say(f"  {seen} of {total} packages fetched")
            elif line.startswith("Installing collected"):
                _say("  all fetched; unpacking")
    if process.returncode != 0:
        raise SetupFailed("pip could not install the dependencies:\n" + "\n".join(last_lines))


def _environment() -> dict[str, str]:
    quiet = {
        "PIP_DISABLE_PIP_VERSION_CHECK": "1",
        "PIP_NO_INPUT": "1",
        "PIP_ROOT_USER_ACTION": "ignore",
    }
    path = f"{VENV / 'bin'}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    # A PYTHONPATH or an activated environment of the caller must not leak into ours.
    inherited = {name: os.environ[name] for name in os.environ.keys() - LEAKS}
    return {**inherited, **quiet, "PATH": path}


def _generate_contract_code() -> None:
    _say("generating code from proto/")
    fresh = ROOT / ".generated.new"
    shutil.rmtree(fresh, ignore_errors=True)
    fresh.mkdir()
    sources = [str(path.relative_to(PROTO)) for path in sorted(PROTO.rglob("*.proto"))]
    _run(
        [
            *(str(PYTHON), "-m", "grpc_tools.protoc", f"--proto_path={PROTO}"),
            *(f"--python_out={fresh}", f"--grpc_python_out={fresh}"),
            *(f"--mypy_out=quiet:{fresh}", f"--mypy_grpc_out=quiet:{fresh}"),
            *sources,
        ]
    )
    _mark_as_packages(fresh / "samenloop")
    _put_in_place(fresh / "samenloop")
    shutil.rmtree(fresh)


def _mark_as_packages(top: Path) -> None:
    for folder in [top, *(path for path in top.rglob("*") if path.is_dir())]:
        (folder / "__init__.py").touch()
        (folder / "py.typed").touch()


def _put_in_place(fresh: Path) -> None:
    """Swap by rename: a process that imports at this moment sees one version or the other."""
    old = ROOT / ".generated.old"
    shutil.rmtree(old, ignore_errors=True)
    if GENERATED.exists():
        GENERATED.rename(old)
    fresh.rename(GENERATED)
    shutil.rmtree(old, ignore_errors=True)


def _install_project() -> None:
    _say("installing the project itself")
    _run(
        [
            *(str(PYTHON), "-m", "pip", "install", "--quiet", "--no-deps", "--no-build-isolation"),
            *("--no-index", "--editable", "."),
        ]
    )


def _run(command: list[str]) -> None:
    done = subprocess.run(
        command, cwd=ROOT, env=_environment(), text=True, check=False, stdout=PIPE, stderr=STDOUT
    )
    if done.returncode != 0:
        raise SetupFailed(f"{' '.join(command[1:4])} failed:\n{done.stdout.strip()}")


@contextlib.contextmanager
def _only_one_at_a_time() -> Iterator[None]:
    import fcntl

    with (ROOT / ".setup-lock").open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            _say("another set-up of this checkout is busy; waiting for it")
            fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def _say(what: str) -> None:
    print(f"setup: {what}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
