"""Tells waiting readers in this process that something was committed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Ticket:
    """Taken before looking, so that a commit between looking and waiting is not missed."""

    _news: asyncio.Event

    async def wait(self, seconds: float) -> None:
        """Return at the next commit since the ticket, at closing, or after so many seconds."""
        try:
            async with asyncio.timeout(seconds):
                await self._news.wait()
        except TimeoutError:
            return


class Commits:
    """Wakes everyone who waits; once closed, nobody waits any more."""

    def __init__(self) -> None:
        self._news = asyncio.Event()
        self.closed = False

    def ticket(self) -> Ticket:
        """A ticket to wait for what is committed from now on."""
        return Ticket(self._news)

    def tell(self) -> None:
        """Something was committed."""
        woken = self._news
        if not self.closed:
            self._news = asyncio.Event()
        woken.set()

    def close(self) -> None:
        """The process stops: let everyone go, now and later."""
        self.closed = True
        self._news.set()
