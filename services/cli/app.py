"""The commands and their options. Each imports what it needs when called: `--help` is quick."""

from __future__ import annotations

import datetime as dt
from collections.abc import Coroutine
from pathlib import Path
from typing import Annotated, Any

import typer

from domain.legislation.text import Language
from services.cli.answers import Answer, answer_of
from services.cli.exits import MEANINGS

EPILOG = "Exit codes: " + "; ".join(f"{int(code)} {text}" for code, text in MEANINGS.items()) + "."

app = typer.Typer(
    name="samenloop",
    help="One plan for a household with many problems, across agencies whose rules collide on it.",
    epilog=EPILOG,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
plan_app = typer.Typer(help="Start, list, show and assess plans.", no_args_is_help=True)
agency_app = typer.Typer(help="The six agencies: ledgers and trouble.", no_args_is_help=True)
app.add_typer(plan_app, name="plan")
law_app = typer.Typer(
    help="The law of the six agencies, opened up. `law form zorgtoeslag > facts.json`, fill in what"
    " you know, then `law evaluate zorgtoeslag --on 2026-05-05 --facts facts.json`.",
    no_args_is_help=True,
)
app.add_typer(agency_app, name="agency")
app.add_typer(law_app, name="law")
decision_app = typer.Typer(
    help="Joint decisions: their records, and the chain that these stand in.", no_args_is_help=True
)
app.add_typer(decision_app, name="decision")
conflicts_app = typer.Typer(help="What collides: the catalogue.", no_args_is_help=True)
app.add_typer(conflicts_app, name="conflicts")

Json = Annotated[bool, typer.Option("--json", help="One JSON object on stdout, nothing else.")]
CaseFileArgument = Annotated[
    str, typer.Argument(metavar="FILE", help="A case file, `-` for stdin, or an example (J01).")
]

RegulationArgument = Annotated[
    str, typer.Argument(metavar="REGULATION", help="For example zorgtoeslag; see `law list`.")
]
OnOption = Annotated[
    dt.datetime,
    typer.Option(
        "--on", formats=["%Y-%m-%d"], metavar="DATE", help="The law of this day, like 2026-05-05."
    ),
]
LanguageOption = Annotated[Language, typer.Option("--language", help="The language of the words.")]


def _run(work: Coroutine[Any, Any, None]) -> None:
    from services.cli.interrupts import run_until_interrupted

    run_until_interrupted(work)


@app.command()
def up(
    load: Annotated[
        list[str] | None, typer.Option(help="Load this household and start its plan.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Start everything here and stay until Ctrl-C; the data are kept."""
    from services.cli.up import up as work

    _run(work(tuple(load or ()), as_json=as_json))


@app.command()
def demo(
    keep: Annotated[
        bool, typer.Option("--keep", help="Use the usual data directory, and keep it.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Household J01 from intake to the carried-out decision, unattended; leaves nothing running."""
    from services.cli.demo import demo as work

    _run(work(keep=keep, as_json=as_json))


@app.command()
def status(as_json: Json = False) -> None:
    """What runs where."""
    from services.cli.status import status as work

    _run(work(as_json=as_json))


@app.command()
def trace(trace_id: Annotated[str, typer.Argument(metavar="TRACE")], as_json: Json = False) -> None:
    """One trace over all organisations."""
    from services.cli.traces import show_trace

    _run(show_trace(trace_id, as_json=as_json))


@app.command()
def vote(
    decision: Annotated[str, typer.Argument(metavar="DECISION")],
    as_liaison: Annotated[
        str, typer.Option("--as", metavar="LIAISON", help="For example liaison.uwv, or uwv.")
    ],
    motive: Annotated[str, typer.Option(help="The reasons, for the household (Awb 3:46).")],
    basis: Annotated[
        list[str] | None,
        typer.Option(help='A provision it stands on, for example "Awir 31"; repeat.'),
    ] = None,
    kind: Annotated[
        Answer | None, typer.Option(help="The answer; `conditions` is: only if something changes.")
    ] = None,
    agree: Annotated[
        bool | None, typer.Option("--agree/--object", help="Short for the two usual answers.")
    ] = None,
    condition: Annotated[
        list[str] | None, typer.Option(help="For `conditions`: what must change; repeat.")
    ] = None,
    option: Annotated[
        str | None, typer.Option(help="The option voted on; not needed when there is one.")
    ] = None,
    as_json: Json = False,
) -> None:
    """Answer an escalation as the liaison of an agency."""
    from services.cli.votes import cast

    answer = answer_of(kind, agree)
    _run(
        cast(
            decision,
            as_liaison,
            answer=answer,
            motive=motive,
            basis=tuple(basis or ()),
            conditions=tuple(condition or ()),
            option=option,
            as_json=as_json,
        )
    )


@plan_app.command("start")
def plan_start(file: CaseFileArgument, as_json: Json = False) -> None:
    """Load a household into the agencies' ledgers and start its plan."""
    from services.cli.plans import start

    _run(start(file, as_json=as_json))


@plan_app.command("list")
def plan_list(as_json: Json = False) -> None:
    """The plans of every municipality that has people here."""
    from services.cli.plans import list_all

    _run(list_all(as_json=as_json))


@plan_app.command("show")
def plan_show(plan: Annotated[str, typer.Argument(metavar="PLAN")], as_json: Json = False) -> None:
    """One plan: positions, budget, conflicts, decisions and deadlines."""
    from services.cli.plans import show

    _run(show(plan, as_json=as_json))


@plan_app.command("assess")
def plan_assess(
    file: CaseFileArgument,
    stand_alone: Annotated[
        bool, typer.Option("--stand-alone", help="Start what is needed, and stop it afterwards.")
    ] = False,
    as_json: Json = False,
) -> None:
    """Run a case file through the system up to the assessment; nothing of it stays."""
    from services.cli.assess import assess

    _run(assess(file, stand_alone=stand_alone, as_json=as_json))


@agency_app.command("list")
def agency_list(as_json: Json = False) -> None:
    """The agencies, where they are, and the trouble that is set."""
    from services.cli.agencies import list_all

    _run(list_all(as_json=as_json))


@agency_app.command("ledger")
def agency_ledger(
    agency: Annotated[str, typer.Argument(metavar="AGENCY")], as_json: Json = False
) -> None:
    """What one agency's ledger holds (without BSNs and names)."""
    from services.cli.agencies import ledger

    _run(ledger(agency, as_json=as_json))


@agency_app.command("trouble")
def agency_trouble(
    agency: Annotated[str, typer.Argument(metavar="AGENCY")],
    kind: Annotated[
        str,
        typer.Argument(
            metavar="KIND", help="none, slow, down, refusing, twice or fail_after_effect"
        ),
    ],
    seconds: Annotated[float, typer.Option(help="For slow: how long each answer takes.")] = 5.0,
    times: Annotated[int, typer.Option(help="For how many calls; 0: until told otherwise.")] = 0,
    method: Annotated[str, typer.Option(help="Only this method, for example ApplyMeasure.")] = "",
    as_json: Json = False,
) -> None:
    """Make an agency behave badly, or well again."""
    from services.cli.agencies import trouble

    _run(trouble(agency, kind, seconds=seconds, times=times, method=method, as_json=as_json))


@law_app.command("list")
def law_list(language: LanguageOption = Language.NL, as_json: Json = False) -> None:
    """Every regulation that can be determined, by who carries it out."""
    from services.cli.law import list_all

    list_all(language=language, as_json=as_json)


@law_app.command("explain")
def law_explain(
    regulation: RegulationArgument,
    on: OnOption,
    language: LanguageOption = Language.NL,
    as_json: Json = False,
) -> None:
    """What a regulation stands on: articles, facts, and its numbers on a day, with source."""
    from services.cli.law import explain

    explain(regulation, on.date(), language=language, as_json=as_json)


@law_app.command("evaluate")
def law_evaluate(
    regulation: RegulationArgument,
    on: OnOption,
    facts: Annotated[
        str, typer.Option("--facts", metavar="FILE", help="The facts as JSON; `-` for stdin.")
    ],
    language: LanguageOption = Language.NL,
    as_json: Json = False,
) -> None:
    """What a regulation gives on a day, with the whole working-out. What is left out is unknown."""
    from services.cli.law import evaluate

    evaluate(regulation, on.date(), facts, language=language, as_json=as_json)


@law_app.command("room")
def law_room(
    asked: Annotated[
        list[str],
        typer.Argument(metavar="REGULATION|PROVISION", help="Like huurtoeslag, or Awir 31bis."),
    ],
    on: OnOption,
    language: LanguageOption = Language.NL,
    as_json: Json = False,
) -> None:
    """What must be applied and what may be done: mandatory exceptions, and room to deviate."""
    from services.cli.law import room

    room(" ".join(asked), on.date(), language=language, as_json=as_json)


@law_app.command("form")
def law_form(
    regulation: RegulationArgument,
    as_json: Annotated[
        bool, typer.Option("--json", help="Accepted for evenness: a form is always JSON.")
    ] = False,
) -> None:
    """The facts of a regulation as a form to fill in: what stays "unknown" is not known."""
    from services.cli.law import form

    form(regulation)


@law_app.command("schema")
def law_schema(
    regulation: RegulationArgument,
    as_json: Annotated[
        bool, typer.Option("--json", help="Accepted for evenness: a schema is always JSON.")
    ] = False,
) -> None:
    """The JSON Schema of the facts that a regulation reads."""
    from services.cli.law import schema

    schema(regulation)


@conflicts_app.command("list")
def conflicts_list(language: LanguageOption = Language.NL, as_json: Json = False) -> None:
    """Every type of conflict that is found."""
    from services.cli.conflicts import list_all

    list_all(language=language, as_json=as_json)


@conflicts_app.command("explain")
def conflicts_explain(
    kind: Annotated[str, typer.Argument(metavar="TYPE", help="For example WACHT_OP_ELKAAR.")],
    language: LanguageOption = Language.NL,
    as_json: Json = False,
) -> None:
    """When a type of conflict fires, the law behind it, and an example."""
    from services.cli.conflicts import explain

    explain(kind, language=language, as_json=as_json)


@conflicts_app.command("document", hidden=True)
def conflicts_document() -> None:
    """The catalogue as Markdown (`make catalogue`)."""
    from services.cli.conflicts import document

    document()


@decision_app.command("record")
def decision_record(
    decision: Annotated[str, typer.Argument(metavar="DECISION")],
    pdf: Annotated[
        Path | None, typer.Option("--pdf", metavar="FILE", help="Write it as an accessible PDF.")
    ] = None,
    as_json: Json = False,
) -> None:
    """The record of a decision that was carried out: what was decided, why, and by whom."""
    from services.cli.decisions import show_record

    _run(show_record(decision, pdf=pdf, as_json=as_json))


@decision_app.command("verify")
def decision_verify(as_json: Json = False) -> None:
    """Check that every record is still as it was written; exit code 6 when one is not."""
    from services.cli.decisions import verify

    _run(verify(as_json=as_json))


@decision_app.command("propose")
def decision_propose(
    decision: Annotated[str, typer.Argument(metavar="DECISION")],
    as_liaison: Annotated[
        str, typer.Option("--as", metavar="LIAISON", help="For example liaison.uwv, or uwv.")
    ],
    motive: Annotated[str, typer.Option(help="Why this is better.")],
    change: Annotated[
        list[str] | None,
        typer.Option(help="MEASURE:amount=CENTS, MEASURE:from=DATE or MEASURE:until=DATE; repeat."),
    ] = None,
    without: Annotated[
        list[str] | None, typer.Option(metavar="MEASURE", help="Leave this measure out; repeat.")
    ] = None,
    option: Annotated[
        str | None, typer.Option(help="The option to change; not needed when there is one.")
    ] = None,
    as_json: Json = False,
) -> None:
    """A counter-proposal: an option with other amounts or days. A new round begins."""
    from services.cli.deciding import propose

    _run(
        propose(
            decision,
            as_liaison,
            option=option,
            change=tuple(change or ()),
            without=tuple(without or ()),
            motive=motive,
            as_json=as_json,
        )
    )


@decision_app.command("weigh")
def decision_weigh(
    decision: Annotated[str, typer.Argument(metavar="DECISION")],
    file: Annotated[
        str, typer.Option("--file", metavar="FILE", help="The weighing as JSON; `-` for stdin.")
    ],
    as_person: Annotated[
        str, typer.Option("--as", metavar="PERSON", help="A social worker, or a liaison.")
    ] = "casusregisseur",
    as_json: Json = False,
) -> None:
    """Write down why deviating is proportionate here (Awb 3:4, 4:84); see `weighing-form`."""
    from services.cli.deciding import weigh

    _run(weigh(decision, as_person, file=file, as_json=as_json))


@decision_app.command("weighing-form")
def decision_weighing_form(
    as_json: Annotated[
        bool, typer.Option("--json", help="Accepted for evenness: a form is always JSON.")
    ] = False,
) -> None:
    """An empty weighing to fill in, in Dutch, at least 20 characters in every text."""
    from services.cli.deciding import form

    form()


@decision_app.command("review")
def decision_review(
    decision: Annotated[str, typer.Argument(metavar="DECISION")],
    as_liaison: Annotated[
        str, typer.Option("--as", metavar="LIAISON", help="A liaison who has not voted.")
    ],
    motive: Annotated[str, typer.Option(help="Why.")],
    sound: Annotated[bool, typer.Option("--sound/--not-sound", help="The opinion.")],
    as_json: Json = False,
) -> None:
    """Look at a decision of others before it takes effect (collegiale toets)."""
    from services.cli.deciding import review

    _run(review(decision, as_liaison, is_sound=sound, motive=motive, as_json=as_json))
