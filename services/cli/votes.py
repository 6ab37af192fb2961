"""`samenloop vote`: a liaison's answer, sent as that liaison's own client sends it."""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import JsonValue

from domain.decisions import VoteKind
from domain.vocabulary import Agency
from services.api.models import StemOntvangen
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json
from services.cli.session import Session
from services.cli.started import StartedPlans
from services.identity.actor import Actor, Role
from services.identity.people import everyone, liaison_of, people_of


async def cast(
    decision: str,
    who: str,
    *,
    agree: bool,
    motive: str,
    basis: tuple[str, ...],
    option: str | None,
    as_json: bool,
) -> None:
    """Cast the vote and print where the decision then stands. Raises CommandFailed."""
    session = Session.here()
    body: dict[str, JsonValue] = {
        "soort": (VoteKind.AGREE if agree else VoteKind.OBJECT).value,
        "motivering": motive,
        "grondslag": list(basis),
        "optie": option,
    }
    answer = await _cast_as_any(session, decision, tuple(_candidates(session, who)), body)
    if as_json:
        emit_json(answer.model_dump(mode="json", by_alias=True))
    else:
        console().print(f"vote {answer.stem_id} counted; the decision is {answer.staat}")


async def _cast_as_any(
    session: Session, decision: str, candidates: tuple[Actor, ...], body: JsonValue
) -> StemOntvangen:
    """As the first candidate who sees the decision: a gemeente has a liaison per municipality."""
    for actor in candidates:
        async with session.acting_as(actor) as api:
            try:
                path = f"/v1/besluiten/{decision}"
                await api.get(path)
            except CommandFailed as failed:
                if failed.code is not ExitCode.BAD_INPUT:
                    raise
                continue
            return StemOntvangen.model_validate(await api.post(f"{path}/stemmen", body))
    raise CommandFailed(
        ExitCode.BAD_INPUT, f"there is no decision {decision} that this liaison answers"
    )


def _candidates(session: Session, who: str) -> Iterator[Actor]:
    """The liaisons meant by a subject or by an agency's code. Raises CommandFailed when none is."""
    municipalities = StartedPlans(session.data_dir).municipalities()
    if who in tuple(Agency):
        yield from dict.fromkeys(liaison_of(Agency(who), name) for name in municipalities)
        return
    people = (*everyone(), *(actor for name in municipalities for actor in people_of(name)))
    meant = (who, f"liaison.{who}")
    found = {
        actor: None for actor in people if actor.subject in meant and actor.role is Role.LIAISON
    }
    if not found:
        known = sorted({actor.subject for actor in people if actor.role is Role.LIAISON})
        raise CommandFailed(
            ExitCode.BAD_INPUT, f"{who} is no liaison; there are {', '.join(known)}"
        )
    yield from found
