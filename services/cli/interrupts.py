"""Runs a command's coroutine so that Ctrl-C and SIGTERM end it in order: its `finally`s run."""

from __future__ import annotations

import asyncio
import signal
from collections.abc import Coroutine


def run_until_interrupted(work: Coroutine[object, object, None]) -> None:
    """Run it to its end. Raises KeyboardInterrupt when a signal ended it before."""
    asyncio.run(_run(work))


async def _run(work: Coroutine[object, object, None]) -> None:
    task = asyncio.ensure_future(work)
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, _interrupt, task)
    try:
        await task
    except asyncio.CancelledError:
        raise KeyboardInterrupt from None


def _interrupt(task: asyncio.Task[None]) -> None:
    """Once: a second Ctrl-C during the orderly stop must not leave it half done."""
    if not task.cancelling():
        task.cancel()
