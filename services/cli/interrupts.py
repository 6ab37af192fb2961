"""Runs a command's coroutine so that Ctrl-C and SIGTERM end it in order: its `finally`s run."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine

from services.cli.exits import CommandFailed, ExitCode


def run_until_interrupted(work: Coroutine[object, object, None]) -> None:
    """Run it to its end. Raises KeyboardInterrupt when a signal ended it before."""
    asyncio.run(_Run().of(work))


class _Run:
    """One run; knows whether it was a signal that cancelled it."""

    def __init__(self) -> None:
        self._interrupted = False

    async def of(self, work: Coroutine[object, object, None]) -> None:
        task = asyncio.ensure_future(work)
        loop = asyncio.get_running_loop()
        for number in (signal.SIGINT, signal.SIGTERM):
            loop.add_signal_handler(number, self._interrupt, task)
        try:
            await task
        except asyncio.CancelledError as error:
            if self._interrupted:
                raise KeyboardInterrupt from None
            raise CommandFailed(ExitCode.INTERNAL, "a part of it was given up") from error

    def _interrupt(self, task: asyncio.Task[None]) -> None:
        """Once: a second Ctrl-C during the orderly stop must not leave it half done."""
        if not self._interrupted:
            self._interrupted = True
            task.cancel()
