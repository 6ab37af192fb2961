"""What can go wrong with an installation, each told in words that say what to do."""

from __future__ import annotations

from pathlib import Path


class RuntimeProblem(Exception):
    """Base. The text is for people and carries no secret."""


class AlreadyRuns(RuntimeProblem):
    """Another supervisor holds this data directory."""

    def __init__(self, data_dir: Path, url: str | None) -> None:
        where = f" at {url}" if url else ""
        super().__init__(f"Samenloop already runs{where} on the data in {data_dir}")
        self.url = url


class NothingRuns(RuntimeProblem):
    """No installation runs on this data directory."""

    def __init__(self, data_dir: Path) -> None:
        super().__init__(
            f"no Samenloop runs on the data in {data_dir}; start it with `samenloop up`, "
            "or name another one with SAMENLOOP_DATA_DIR"
        )


class StartFailed(RuntimeProblem):
    """A process did not come up; the text ends with the last lines of its log."""

    def __init__(self, name: str, why: str, log: Path | None = None) -> None:
        tail = f"\n{last_lines(log)}\n(whole log: {log})" if log is not None else ""
        super().__init__(f"{name} did not start: {why}{tail}")
        self.name = name


class NoFreePort(RuntimeProblem):
    """No port could be had near the preferred one."""


def last_lines(log: Path, count: int = 15) -> str:
    """The end of a log file, or a word that it is empty."""
    if not log.exists():
        return "(no log)"
    lines = log.read_text(errors="replace").splitlines()[-count:]
    return "\n".join(f"  | {line}" for line in lines) or "(empty log)"
