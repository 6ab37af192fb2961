"""Municipalities and people of the development installation, registered when they first appear."""

from __future__ import annotations

from services.identity.actor import Actor, Role
from services.identity.development import example_liaison
from services.identity.people import everyone, municipality_named, people_of
from services.store.staff import Staff


class DevelopmentNewcomers:
    """Registers the example people, and those of a municipality that a case file names."""

    def __init__(self, staff: Staff) -> None:
        self._staff = staff
        self._known: set[str] = set()

    async def seed(self) -> None:
        """Have everyone who is there from the start. Idempotent."""
        await self._register(tuple(everyone()))

    async def welcome(self, actor: Actor) -> None:
        """Have the actor's municipality with its people. Idempotent."""
        name = actor.municipality_name
        if name is None or actor.municipality in self._known:
            return
        await self._register(people_of(name))

    async def _register(self, people: tuple[Actor, ...]) -> None:
        for name in dict.fromkeys(one.municipality_name for one in people if one.municipality_name):
            await self._staff.register_municipality(municipality_named(name))
        for one in people:
            if one.role is not Role.LIAISON and one.municipality is not None:
                await self._staff.register_worker(one.subject, one.municipality, one.role.value)
        await self._staff.register_liaisons(
            example_liaison(one) for one in people if one.role is Role.LIAISON
        )
        self._known.update(one.municipality for one in people if one.municipality)
