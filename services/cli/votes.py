"""`samenloop vote`: a liaison's answer, sent as that liaison's own client sends it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator

from pydantic import JsonValue

from domain.decisions import VoteKind
from domain.vocabulary import Agency
from services.api.models import StemOntvangen
from services.cli.answers import Answer
from services.cli.api import Api
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json
from services.cli.session import Session
from services.cli.started import StartedPlans
from services.identity.actor import Actor, Role
from services.identity.people import everyone, liaison_of, people_of

KINDS: dict[Answer, VoteKind] = {
    Answer.AGREE: VoteKind.AGREE,
    Answer.CONDITIONS: VoteKind.AGREE_ON_CONDITIONS,
    Answer.OBJECT: VoteKind.OBJECT,
    Answer.ASK: VoteKind.ASK,
    Answer.RECUSE: VoteKind.RECUSE,
    Answer.NOT_INVOLVED: VoteKind.NOT_INVOLVED,
}


async def cast(
    decision: str,
    who: str,
    *,
    answer: Answer,
    motive: str,
    basis: tuple[str, ...],
    conditions: tuple[str, ...] = (),
    option: str | None,
    as_json: bool,
) -> None:
    """Cast the vote and print where the decision then stands. Raises CommandFailed."""
    body: JsonValue = {
        "soort": KINDS[answer].value,
        "motivering": motive,
        "grondslag": [*basis],
        "voorwaarden": [*conditions],
        "optie": option,
    }
    session = Session.here()
    sent = await as_any(
        session,
        decision,
        tuple(liaisons_meant(session, who)),
        lambda api, path: api.post(f"{path}/stemmen", body),
    )
    counted = StemOntvangen.model_validate(sent)
    if as_json:
        emit_json(counted.model_dump(mode="json", by_alias=True))
    else:
        console().print(f"vote {counted.stem_id} counted; the decision is {counted.staat}")


async def as_any(
    session: Session,
    decision: str,
    candidates: tuple[Actor, ...],
    send: Callable[[Api, str], Awaitable[JsonValue]],
) -> JsonValue:
    """Send as the first candidate who sees the decision: a gemeente has people per municipality."""
    for actor in candidates:
        async with session.acting_as(actor) as api:
            try:
                path = f"/v1/besluiten/{decision}"
                await api.get(path)
            except CommandFailed as failed:
                if failed.code is not ExitCode.BAD_INPUT:
                    raise
                continue
            return await send(api, path)
    raise CommandFailed(
        ExitCode.BAD_INPUT, f"there is no decision {decision} that this person may answer"
    )


def liaisons_meant(session: Session, who: str) -> Iterator[Actor]:
    """The liaisons meant by a subject or by an agency's code. Raises CommandFailed when none is."""
    municipalities = StartedPlans(session.data_dir).municipalities()
    if who in tuple(Agency):
        yield from dict.fromkeys(liaison_of(Agency(who), name) for name in municipalities)
        return
    found = [one for one in people_meant(session, who) if one.role is Role.LIAISON]
    if not found:
        raise CommandFailed(ExitCode.BAD_INPUT, f"{who} is no liaison")
    yield from found


def people_meant(session: Session, who: str) -> tuple[Actor, ...]:
    """Those with this subject (`liaison.` may be left out), or everyone in this role.

    Raises CommandFailed, naming everyone there is, when it is nobody.
    """
    municipalities = StartedPlans(session.data_dir).municipalities()
    people = dict.fromkeys(
        (*everyone(), *(actor for name in municipalities for actor in people_of(name)))
    )
    meant = (who, f"liaison.{who}")
    found = tuple(one for one in people if one.subject in meant or one.role.value == who)
    if not found:
        known = ", ".join(sorted({one.subject for one in people}))
        raise CommandFailed(ExitCode.BAD_INPUT, f"{who} is nobody here; there are {known}")
    return found
