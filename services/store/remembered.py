"""A register of persons that looks a household up once for a whole round of questions to the
agencies."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from agency_adapters.contract.port import PersonNumber
from workflows.contracts import PlanRef
from workflows.ports import PersonRegister

SECONDS = 5.0
"""Long enough for six questions at once, short enough that an erased household is gone at once."""


class RememberedPersons:
    """`PersonRegister` in front of another: who asks for the same household meanwhile, waits
    along."""

    def __init__(self, register: PersonRegister, *, seconds: float = SECONDS) -> None:
        self._register = register
        self._seconds = seconds
        self._asked: dict[PlanRef, asyncio.Task[Sequence[PersonNumber]]] = {}

    async def persons_of(self, plan: PlanRef) -> Sequence[PersonNumber]:
        """As the register behind it. A failed look-up is not remembered."""
        asked = self._asked.get(plan)
        if asked is None:
            asked = asyncio.create_task(self._look_up(plan))
            self._asked[plan] = asked
            asyncio.get_running_loop().call_later(self._seconds, self._asked.pop, plan, None)
        return await asyncio.shield(asked)

    async def _look_up(self, plan: PlanRef) -> Sequence[PersonNumber]:
        try:
            return await self._register.persons_of(plan)
        except BaseException:
            self._asked.pop(plan, None)
            raise
