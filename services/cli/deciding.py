"""`samenloop decision propose|weigh|review`: what belongs to deciding besides the vote itself."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from pydantic import JsonValue, TypeAdapter, ValidationError

from domain.decisions import Opinion
from services.api.models import BesluitStaat, Message, TegenvoorstelGedaan
from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import console, emit_json
from services.cli.session import Session
from services.cli.votes import as_any, liaisons_meant, people_meant

_CHANGE = re.compile(r"^(?P<measure>[^:]+):(?P<what>amount|from|until)=(?P<value>.+)$")
_NAMES = {"amount": "bedragCenten", "from": "vanaf", "until": "tot"}
_OBJECT = TypeAdapter(dict[str, JsonValue])


async def propose(
    decision: str,
    who: str,
    *,
    option: str | None,
    change: tuple[str, ...],
    without: tuple[str, ...],
    motive: str,
    as_json: bool,
) -> None:
    """Put a changed option to the vote and print the new one. Raises CommandFailed."""
    body: JsonValue = {
        "optie": option,
        "motivering": motive,
        "wijzigingen": changes_of(change, without),
    }
    session = Session.here()
    sent = await as_any(
        session,
        decision,
        tuple(liaisons_meant(session, who)),
        lambda api, path: api.post(f"{path}/tegenvoorstellen", body),
    )
    made = TegenvoorstelGedaan.model_validate(sent)
    _tell(made, f"option {made.optie_id} is put to the vote, in a new round", as_json)


async def weigh(decision: str, who: str, *, file: str, as_json: bool) -> None:
    """Write down the balance of interests that a file holds. Raises CommandFailed."""
    body: JsonValue = dict(_read(file))
    session = Session.here()
    sent = await as_any(
        session,
        decision,
        people_meant(session, who),
        lambda api, path: api.put(f"{path}/weging", body),
    )
    stands = BesluitStaat.model_validate(sent)
    _tell(stands, f"the weighing is kept; the decision is {stands.staat}", as_json)


async def review(decision: str, who: str, *, is_sound: bool, motive: str, as_json: bool) -> None:
    """Give a colleague's opinion. Raises CommandFailed."""
    opinion = Opinion.SOUND if is_sound else Opinion.NOT_SOUND
    body: JsonValue = {"oordeel": opinion.value, "motivering": motive}
    session = Session.here()
    sent = await as_any(
        session,
        decision,
        tuple(liaisons_meant(session, who)),
        lambda api, path: api.post(f"{path}/beoordelingen", body),
    )
    stands = BesluitStaat.model_validate(sent)
    _tell(stands, f"the review is kept; the decision is {stands.staat}", as_json)


def form() -> None:
    """Print an empty weighing to fill in."""
    from pydantic.alias_generators import to_camel

    from services.api.deciding import WEIGHING_NAMES

    emit_json(
        {
            **{to_camel(name): "" for name in WEIGHING_NAMES.values()},
            "schadePerMaandCenten": None,
            "dagenTotSchade": None,
        }
    )


def changes_of(change: tuple[str, ...], without: tuple[str, ...]) -> list[JsonValue]:
    """`MEASURE:amount=120000`, `MEASURE:until=2027-05-31` and what is left out, one per measure.

    Raises CommandFailed.
    """
    found: dict[str, dict[str, JsonValue]] = {}
    for text in change:
        read = _CHANGE.match(text)
        if read is None:
            raise CommandFailed(
                ExitCode.BAD_INPUT,
                f"write a change as MEASURE:amount=CENTS, :from=DATE or :until=DATE, not {text}",
            )
        value: JsonValue = read["value"]
        if read["what"] == "amount":
            if not read["value"].isdecimal():
                raise CommandFailed(ExitCode.BAD_INPUT, "an amount is a number of euro cents")
            value = int(read["value"])
        found.setdefault(read["measure"], {})[_NAMES[read["what"]]] = value
    for measure in without:
        found.setdefault(measure, {})["weglaten"] = True
    return [{"maatregelId": measure, **changed} for measure, changed in found.items()]


def _read(file: str) -> dict[str, JsonValue]:
    try:
        text = sys.stdin.read() if file == "-" else Path(file).read_text(encoding="utf-8")
        return _OBJECT.validate_json(text)
    except (OSError, UnicodeDecodeError) as error:
        raise CommandFailed(ExitCode.BAD_INPUT, f"{file} cannot be read") from error
    except ValidationError as error:
        raise CommandFailed(ExitCode.BAD_INPUT, f"{file} holds no JSON object") from error


def _tell(answer: Message, text: str, as_json: bool) -> None:
    if as_json:
        emit_json(answer.model_dump(mode="json", by_alias=True))
    else:
        console().print(text)
