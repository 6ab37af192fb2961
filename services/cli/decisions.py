"""`samenloop decision record|verify`: a decision's record, and whether all records are whole."""

from __future__ import annotations

import asyncio
from pathlib import Path

from pydantic import JsonValue

from services.api.models import KetenUit
from services.cli.api import Api
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json
from services.cli.session import Session
from services.cli.started import StartedPlans
from services.decision_records.document import RecordJson
from services.decision_records.page import page_of
from services.decision_records.pdf import pdf_of
from services.decision_records.sections import Page
from services.identity.people import social_worker_of


async def show_record(decision: str, *, pdf: Path | None, as_json: bool) -> None:
    """Print the record, or write it as a PDF. Raises CommandFailed when there is none."""
    record = await _find(Session.here(), decision)
    if pdf is not None:
        made = await asyncio.to_thread(pdf_of, record)
        await asyncio.to_thread(_write, pdf, made)
    if as_json:
        emit_json(record.model_dump(mode="json"))
    elif pdf is None:
        _print(page_of(record))
    else:
        console().print(f"{decision}: {pdf}", markup=False)


async def verify(*, as_json: bool) -> None:
    """Check the chain of every municipality that has people here. Raises CommandFailed when one is
    broken."""
    session = Session.here()
    checked = []
    for municipality in StartedPlans(session.data_dir).municipalities():
        async with session.acting_as(social_worker_of(municipality)) as api:
            checked.append(KetenUit.model_validate(await api.get("/v1/besluiten/_keten")))
    if as_json:
        emit_json({"chains": [one.model_dump(mode="json", by_alias=True) for one in checked]})
    else:
        for one in checked:
            console().print(_told(one), markup=False)
    broken = tuple(_told(one) for one in checked if one.breuk is not None)
    if broken:
        raise CommandFailed(ExitCode.BROKEN, "a chain of decision records is broken", broken)


async def _find(session: Session, decision: str) -> RecordJson:
    """The record, whichever of the municipalities here the decision belongs to."""
    why = f"there is no record of decision {decision}"
    for municipality in StartedPlans(session.data_dir).municipalities():
        async with session.acting_as(social_worker_of(municipality)) as api:
            found = await _record(api, decision)
        if found is not None:
            return RecordJson.model_validate(found)
    raise CommandFailed(ExitCode.BAD_INPUT, why)


async def _record(api: Api, decision: str) -> JsonValue:
    try:
        return await api.get(f"/v1/besluiten/{decision}/besluitdocument")
    except CommandFailed as failed:
        if failed.code is not ExitCode.BAD_INPUT:
            raise
        return None


def _write(path: Path, content: bytes) -> None:
    try:
        path.write_bytes(content)
    except OSError as error:
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"the PDF cannot be written there ({type(error).__name__})"
        ) from error


def _print(page: Page) -> None:
    from rich.table import Table

    out = console()
    out.print(page.title, style="bold", markup=False)
    for section in page.sections:
        out.print(f"\n{section.heading}", style="bold", markup=False)
        for paragraph in section.paragraphs:
            out.print(paragraph, markup=False)
        for bullet in section.bullets:
            out.print(f"- {bullet}", markup=False)
        for table in section.tables:
            shown = Table(*table.head, box=None)
            for row in table.rows:
                shown.add_row(*row)
            out.print(shown)


def _told(chain: KetenUit) -> str:
    counted = f"{chain.gemeente}: {chain.aantal} records, {chain.gewist} of erased households"
    if chain.breuk is None:
        return f"{counted}; whole up to {chain.laatste_hash}"
    at = f"place {chain.breuk.plaats + 1}: {chain.breuk.besluit_id} version {chain.breuk.versie}"
    return f"{counted}; BROKEN at {at} ({chain.breuk.soort})"
