"""`samenloop plan assess`: a case file through the running system, and nothing of it stays."""

from __future__ import annotations

import asyncio
import secrets
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from pydantic import JsonValue, TypeAdapter

from agency_adapters.casefile import CaseFile
from services.cli import ledgers
from services.cli.api import Api
from services.cli.case_source import read_case
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json
from services.cli.progress import shown_progress
from services.cli.session import Session
from services.identity.people import social_worker_of
from services.plans.assessment_json import AssessmentJson
from services.runtime.data_dir import DataDir

WAIT_SECONDS = 20.0
ATTEMPTS = 6


async def assess(source: str, *, stand_alone: bool, as_json: bool) -> None:
    """Assess the household and print what was found. The file is checked first of all."""
    case, text = await asyncio.to_thread(read_case, source)
    async with _installation(stand_alone) as session:
        found = await assessment_of(session, case, text)
    if as_json:
        emit_json(found)
    else:
        from services.cli.report import print_assessment

        print_assessment(console(), AssessmentJson.model_validate(found))


async def assessment_of(session: Session, case: CaseFile, text: bytes) -> dict[str, JsonValue]:
    """The assessment as JSON, made in a trial administration that is removed whatever happens; the
    household is erased from the store as well."""
    administration = f"trial-{secrets.token_hex(6)}"
    try:
        await ledgers.load(session, case, administration)
        async with session.acting_as(social_worker_of(case.municipality)) as api:
            plan = await _start(api, text, administration)
            found = await _wait_for_assessment(api, plan)
            await api.delete(f"/v1/plannen/{plan}")
            return found
    finally:
        await asyncio.shield(ledgers.remove(session, administration))


async def _start(api: Api, text: bytes, administration: str) -> str:
    started = _OBJECT.validate_python(
        await api.post_text(
            "/v1/plannen", text, {"bereik": "beoordeling", "administratie": administration}
        )
    )
    return str(started["planId"])


async def _wait_for_assessment(api: Api, plan: str) -> dict[str, JsonValue]:
    path = f"/v1/plannen/{plan}/beoordeling"
    for _ in range(ATTEMPTS):
        answer = await api.get(path, {"wacht": WAIT_SECONDS}, wait=WAIT_SECONDS)
        if answer is not None:
            return _OBJECT.validate_python(answer)
    raise CommandFailed(
        ExitCode.NOT_REACHED,
        f"plan {plan} was not assessed within {WAIT_SECONDS * ATTEMPTS:.0f} s",
    )


@asynccontextmanager
async def _installation(stand_alone: bool) -> AsyncIterator[Session]:
    """The one that runs here, or one of its own for as long as it is needed."""
    if not stand_alone:
        yield Session.here()
        return
    from services.runtime.supervisor import running

    with tempfile.TemporaryDirectory(prefix="samenloop-") as folder:
        data_dir = DataDir(Path(folder) / "data")
        async with running(
            data_dir, progress=shown_progress(), ports_anywhere=True, remove_afterwards=True
        ):
            yield Session.on(data_dir)


_OBJECT = TypeAdapter(dict[str, JsonValue])
