"""The process entry of `samenloop`: runs a command, turns errors into exit codes, leaves."""

from __future__ import annotations

import os
import sys
import traceback

from services.cli.exits import CommandFailed, ExitCode
from services.cli.output import emit_error

INTERRUPTED = 130


def main() -> None:
    """Run the command line in sys.argv. Does not return."""
    code = run(sys.argv[1:])
    sys.stdout.flush()
    sys.stderr.flush()
    # Threads of gRPC may abort an interpreter that winds down (temporalio/sdk-python#300).
    os._exit(code)


def run(arguments: list[str]) -> int:
    """Run one command; gives its exit code. Errors are told on stderr."""
    import typer

    from services.cli.app import app

    try:
        outcome = typer.main.get_command(app).main(
            arguments, prog_name="samenloop", standalone_mode=False
        )
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED
    except BrokenPipeError:
        # Whoever read our output had enough of it.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return ExitCode.OK
    except Exception as error:
        # The edge of the process: from here an error is an exit code and a line for people.
        problem = failure_of(error)
        emit_error(problem, as_json="--json" in arguments)
        return problem.code
    return outcome if isinstance(outcome, int) else ExitCode.OK


def failure_of(error: Exception) -> CommandFailed:
    """An error as the command line tells it; one that nobody foresaw is internal."""
    import typer

    from agency_adapters.contract.errors import AgencyError, AgencyRefused
    from services.runtime.errors import AlreadyRuns, NothingRuns, RuntimeProblem

    match error:
        case CommandFailed():
            return error
        case typer.TyperException():
            return CommandFailed(ExitCode.BAD_INPUT, error.format_message())
        case AlreadyRuns():
            return CommandFailed(ExitCode.REFUSED, str(error))
        case NothingRuns():
            return CommandFailed(ExitCode.NOT_REACHABLE, str(error))
        case AgencyRefused():
            points = tuple(f"{one.field}: {one.description}" for one in error.violations)
            return CommandFailed(ExitCode.REFUSED, str(error), points)
        case AgencyError():
            return CommandFailed(ExitCode.NOT_REACHABLE, str(error))
        case RuntimeProblem():
            return CommandFailed(ExitCode.INTERNAL, str(error))
        case BaseExceptionGroup() if isinstance(error.exceptions[0], Exception):
            return failure_of(error.exceptions[0])
    if os.environ.get("SAMENLOOP_DEBUG"):
        traceback.print_exception(error)
    name = type(error).__name__
    return CommandFailed(
        ExitCode.INTERNAL, f"an error of Samenloop itself ({name}); SAMENLOOP_DEBUG=1 shows where"
    )


if __name__ == "__main__":
    main()
