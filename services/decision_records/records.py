"""The application service for decision records: who sees one, and whether a chain is whole."""

from __future__ import annotations

from dataclasses import dataclass

from domain.decision_record import Break, genesis_of, verify
from services.decision_records.document import Document, RecordJson, seen_by
from services.identity.actor import Actor, Role
from services.identity.rights import Action, Resource
from services.plans.decisions import UNKNOWN_DECISION, scope_of
from services.plans.errors import NotFound
from services.plans.guard import is_about, municipality_of, require
from services.store.decision_records import DecisionRecords
from services.store.decisions import DecisionBook

NO_RECORD = "Van dit besluit is er (nog) geen besluitdocument."


@dataclass(frozen=True, slots=True)
class ChainChecked:
    """What came of checking a municipality's chain.

    `erased` counts the records whose household was erased: of those only the place is checked.
    `last_hash` is worth keeping elsewhere: with it can be told that the end was cut off.
    """

    municipality: str
    records: int
    erased: int
    last_hash: str
    broken: Break | None


class Records:
    """Decision records, as far as an actor may see them."""

    def __init__(self, decisions: DecisionBook, records: DecisionRecords) -> None:
        self._decisions = decisions
        self._records = records

    async def show(self, actor: Actor, decision_ref: str) -> RecordJson:
        """The last version of a decision's record; without other agencies' ledgers for a liaison.

        Raises NotFound, NotAllowed.
        """
        snapshot = await self._decisions.decision(scope_of(actor), decision_ref)
        if snapshot is None:
            raise NotFound(UNKNOWN_DECISION)
        plan = snapshot.plan
        require(actor, Action.SEE_DECISION, Resource(plan.municipality, snapshot.bundle.agencies))
        is_about(plan.plan)
        kept = await self._records.latest(plan.municipality, decision_ref)
        if kept is None or kept.body is None:
            raise NotFound(NO_RECORD)
        whole = Document.model_validate_json(kept.body)
        own = actor.agency if actor.role is Role.LIAISON else None
        return RecordJson(
            hash=kept.hash,
            previous_hash=kept.previous_hash,
            complete=own is None,
            record=whole if own is None else seen_by(own, whole),
        )

    async def check(self, actor: Actor) -> ChainChecked:
        """Follow the whole chain of the actor's municipality. Raises NotAllowed."""
        municipality = municipality_of(actor, Action.LIST_PLANS)
        chain = await self._records.chain(municipality)
        genesis = genesis_of(municipality)
        return ChainChecked(
            municipality=municipality,
            records=len(chain),
            erased=sum(link.body is None for link in chain),
            last_hash=chain[-1].hash if chain else genesis,
            broken=verify(chain, genesis),
        )
