"""`samenloop plan start|list|show`."""

from __future__ import annotations

import asyncio

from pydantic import JsonValue, TypeAdapter

from agency_adapters.casefile import CaseFile
from services.api.models import PlanLijst, PlanRegel, PlanUit
from services.cli import ledgers
from services.cli.api import Api
from services.cli.case_source import read_case
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json
from services.cli.session import Session
from services.cli.started import StartedPlans
from services.identity.people import social_worker_of

_OBJECT = TypeAdapter(dict[str, JsonValue])


async def start(source: str, *, as_json: bool) -> None:
    """Load a household into the live ledgers, start its plan and print it."""
    case, text = await asyncio.to_thread(read_case, source)
    line = await start_plan(Session.here(), case, text)
    if as_json:
        emit_json(line.model_dump(mode="json", by_alias=True))
    else:
        console().print(f"plan {line.plan_id} started for {case.municipality}")


async def start_plan(session: Session, case: CaseFile, text: bytes) -> PlanRegel:
    """Load the household and start its plan. Raises CommandFailed when the applicant has an open
    plan, before anything is loaded: a load replaces what the ledgers hold, measures and all."""
    async with session.acting_as(social_worker_of(case.municipality)) as api:
        before = await open_plan_of(api, case)
        if before is not None:
            raise CommandFailed(
                ExitCode.REFUSED, f"the applicant already has an open plan: {before.plan_id}"
            )
        await ledgers.load(session, case)
        line = PlanRegel.model_validate(await api.post_text("/v1/plannen", text))
    StartedPlans(session.data_dir).remember(line.plan_id, case.municipality)
    return line


async def open_plan_of(api: Api, case: CaseFile) -> PlanRegel | None:
    """The open plan of the household's applicant, if there is one."""
    applicant = case.household.applicant().id
    bsn = next(person.bsn for person in case.people if person.ref == applicant)
    found = await api.post("/v1/plannen/_zoek", {"burgerservicenummer": bsn})
    return next(iter(PlanLijst.model_validate(found).plannen), None)


async def list_all(*, as_json: bool) -> None:
    """Print the plans of every municipality that has people here."""
    session = Session.here()
    lines: list[PlanRegel] = []
    for municipality in StartedPlans(session.data_dir).municipalities():
        async with session.acting_as(social_worker_of(municipality)) as api:
            found = await api.get("/v1/plannen", {"bereik": "volledig"})
            lines += PlanLijst.model_validate(found).plannen
    if as_json:
        emit_json({"plans": [line.model_dump(mode="json", by_alias=True) for line in lines]})
        return
    from rich.table import Table

    table = Table("plan", "gemeente", "fase", "conflicten", "gaten", "termijn", box=None)
    for line in lines:
        due = str(line.eerstvolgende_termijn or "")
        counts = (str(line.aantal_conflicten), str(line.gaten))
        table.add_row(line.plan_id, line.gemeente, line.fase_tekst, *counts, due)
    console().print(table)


async def show(plan: str, *, as_json: bool) -> None:
    """Print one plan."""
    found = await find_plan(Session.here(), plan)
    if as_json:
        emit_json(found.model_dump(mode="json", by_alias=True))
    else:
        from services.cli.report import print_plan

        print_plan(console(), found)


async def find_plan(session: Session, plan: str) -> PlanUit:
    """The plan, whichever of the municipalities here it belongs to. Raises CommandFailed."""
    for municipality in StartedPlans(session.data_dir).municipalities(plan):
        async with session.acting_as(social_worker_of(municipality)) as api:
            try:
                return PlanUit.model_validate(await api.get(f"/v1/plannen/{plan}"))
            except CommandFailed as failed:
                if failed.code is not ExitCode.BAD_INPUT:
                    raise
    raise CommandFailed(ExitCode.BAD_INPUT, f"there is no plan {plan}")
