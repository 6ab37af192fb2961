"""The story of a demo: what happens, by whom, and what must be true at its end."""

from __future__ import annotations

import asyncio
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pydantic import BaseModel, JsonValue

from domain.decisions import DecisionState, Opinion, VoteKind
from domain.plan import PlanPhase
from domain.vocabulary import Agency
from services.api.models import BesluitUit, OptieUit, PlanUit, StemOntvangen
from services.cli.api import Api
from services.cli.case_source import read_case
from services.cli.exits import CommandFailed, ExitCode
from services.cli.ledgers import ledger_of
from services.cli.plans import start_plan
from services.cli.session import Session
from services.identity.people import liaison_of, social_worker_of
from services.plans.dutch import AGENCIES, DECISIONS, OPINIONS

PATIENCE_SECONDS = 90.0
POLL_SECONDS = 0.25
SETTLED = frozenset({PlanPhase.FOLLOWING.value, PlanPhase.CLOSED.value})

MOTIVES = {
    Agency.BELASTINGDIENST: "De verrekening drukt het gezin onder het minimum, en het gezin "
    "heeft de schuld niet veroorzaakt. Uitstel en verlaging zijn hier evenredig.",
    Agency.UWV: "De gemeente kan pas beslissen met onze bevestiging; die sturen we nu meteen.",
    Agency.SVB: "Onze regels laten dit toe en het gezin heeft er belang bij.",
    Agency.DUO: "Onze regels laten dit toe en het gezin heeft er belang bij.",
    Agency.CAK: "Met een plan van aanpak voor de schulden eindigt het regime van wanbetalers.",
    Agency.GEMEENTE: "De zitting over de huur komt eraan. Eerder beslissen en een voorschot "
    "voorkomen dat het gezin zijn huis verliest.",
}

WEIGHING: dict[str, JsonValue] = {
    "doelVanDeRegel": "De regels willen dat schulden worden betaald en dat geld terechtkomt bij "
    "wie er recht op heeft.",
    "gevolgVoorHuishouden": "Nu komt het huishouden elke maand geld tekort, terwijl de instanties "
    "op elkaar wachten.",
    "alternatieven": "Alleen pauzeren of alleen toekennen lost niet genoeg op: dat is per voorstel "
    "doorgerekend.",
    "derden": "Een lagere vordering kost de Staat geld. Andere schuldeisers worden niet slechter "
    "behandeld dan nu.",
    "bijzondereOmstandigheden": "Meerdere regels raken dit huishouden tegelijk, en elke instantie "
    "ziet alleen haar eigen deel.",
    "legitimiteit": "Elke maatregel steunt op een bepaling die deze ruimte aan de instantie zelf "
    "geeft.",
    "betrokkenheid": "Het huishouden heeft om hulp gevraagd en werkt mee aan het plan.",
    "rendement": "Daarna houdt het huishouden elke maand geld over, en de schulden lopen niet "
    "verder op.",
}
REVIEW = (
    "Ik besliste niet mee. De grondslagen dragen dit besluit, en de afwijking gaat niet verder "
    "dan nodig is."
)

Tell = Callable[[str], None]


class MeasureJson(BaseModel):
    """A measure in a ledger, as far as the story looks at it."""

    number: str
    reverted: bool


class DossierJson(BaseModel):
    """One household in a ledger."""

    measures: list[MeasureJson]


class LedgerJson(BaseModel):
    """A ledger as the development service shows it."""

    dossiers: list[DossierJson]


@dataclass(frozen=True, slots=True)
class Story:
    """How it went: the plan before the votes and after them, and the receipts in the ledgers."""

    before: PlanUit
    after: PlanUit
    in_ledger: frozenset[str]

    def missing(self) -> tuple[str, ...]:
        """What the end state lacks; nothing when it was reached."""
        return tuple(self._missing())

    def as_json(self) -> dict[str, JsonValue]:
        """The story for scripts."""
        return {
            "reached": not self.missing(),
            "missing": [*self.missing()],
            "trace_id": self.after.trace_id,
            "conflicts_before": [
                one.model_dump(mode="json", by_alias=True) for one in self.before.conflicten
            ],
            "plan": self.after.model_dump(mode="json", by_alias=True),
            "receipts_in_ledgers": [*sorted(self.in_ledger)],
        }

    def _missing(self) -> Iterator[str]:
        decisions = self.after.besluiten
        if not decisions:
            yield "no decision was put before the liaisons"
        for decision in decisions:
            yield from self._missing_in(decision)
        budget = self.after.begroting.na
        if budget is None or budget.netto_centen < 0:
            yield "the household is still short every month"
        promised = [option.netto_na_centen for option in _chosen(decisions)]
        if budget is not None and promised and budget.netto_centen != promised[-1]:
            yield "the budget afterwards is not what the option promised"

    def _missing_in(self, decision: BesluitUit) -> Iterator[str]:
        if decision.staat != DecisionState.CARRIED_OUT.value:
            yield f"decision {decision.besluit_id} is {decision.staat}"
        wanted = {
            measure.maatregel_id for option in _chosen([decision]) for measure in option.maatregelen
        }
        receipts = {one.maatregel_id: one for one in decision.ontvangstbewijzen}
        if not wanted or wanted != receipts.keys():
            yield f"decision {decision.besluit_id}: not every measure has its receipt"
        for receipt in receipts.values():
            if receipt.nummer not in self.in_ledger:
                yield f"the ledger of {receipt.instantie} does not show {receipt.nummer}"


async def play(session: Session, household: str, *, tell: Tell) -> Story:
    """From intake to the carried-out decision. Raises CommandFailed when a step is not reached."""
    case, text = await asyncio.to_thread(read_case, household)
    plan = (await start_plan(session, case, text)).plan_id
    tell(f"plan {plan} gestart; zes instanties worden gevraagd")
    async with session.acting_as(social_worker_of(case.municipality)) as api:
        before = await _until(api, plan, _all_decisions_open, "the liaisons were asked")
        tell(f"{len(before.posities)} posities, {len(before.conflicten)} conflicten gevonden")
        for decision in before.besluiten:
            await _let_liaisons_vote(session, decision, case.municipality, tell)
            await _weigh_and_review(session, api, decision, tell)
        after = await _until(api, plan, _all_settled, "the decision was carried out")
        tell("het besluit is uitgevoerd")
    return Story(before, after, await _receipts_in_ledgers(session))


async def _let_liaisons_vote(
    session: Session, decision: BesluitUit, municipality: str, tell: Tell
) -> None:
    chosen = decision.opties[0]
    for agency in sorted({Agency(measure.instantie) for measure in chosen.maatregelen}):
        async with session.acting_as(liaison_of(agency, municipality)) as api:
            asked = BesluitUit.model_validate(await api.get(f"/v1/besluiten/{decision.besluit_id}"))
            answer = StemOntvangen.model_validate(
                await api.post(f"/v1/besluiten/{asked.besluit_id}/stemmen", _vote(asked, agency))
            )
        tell(f"{AGENCIES[agency]} stemt voor ({DECISIONS[DecisionState(answer.staat)].lower()})")


async def _weigh_and_review(session: Session, api: Api, decision: BesluitUit, tell: Tell) -> None:
    """Where the decision deviates from the usual rule: the social worker writes down why that is
    reasonable, and a colleague of an agency that does not decide looks at it."""
    path = f"/v1/besluiten/{decision.besluit_id}"
    if await _stands_after(api, path, DecisionState.AGREED) is not DecisionState.WEIGHING:
        return
    await api.put(f"{path}/weging", WEIGHING)
    tell("de casusregisseur schrijft de afweging op")
    if await _stands_after(api, path, DecisionState.WEIGHING) is not DecisionState.IN_REVIEW:
        return
    reviewer = next(each for each in Agency if each.value not in decision.instanties)
    async with session.acting_as(liaison_of(reviewer)) as colleague:
        body: JsonValue = {"oordeel": Opinion.SOUND.value, "motivering": REVIEW}
        await colleague.post(f"{path}/beoordelingen", body)
    tell(f"een collega van {AGENCIES[reviewer]} kijkt mee: {OPINIONS[Opinion.SOUND].lower()}")


async def _stands_after(api: Api, path: str, earlier: DecisionState) -> DecisionState:
    """Where the decision stands once it is past this state. Raises CommandFailed."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        stands = DecisionState(BesluitUit.model_validate(await api.get(path)).staat)
        if stands not in (DecisionState.OPEN, earlier):
            return stands
        if time.monotonic() > deadline:
            raise CommandFailed(ExitCode.NOT_REACHED, f"the decision stays {stands.value}")
        await asyncio.sleep(POLL_SECONDS)


def _vote(asked: BesluitUit, agency: Agency) -> JsonValue:
    """Yes to the first option, on every provision that the own agency is to act on."""
    option = asked.opties[0]
    own = [measure for measure in option.maatregelen if measure.instantie == agency.value]
    return {
        "soort": VoteKind.AGREE.value,
        "motivering": MOTIVES[agency],
        "grondslag": [*dict.fromkeys(measure.bepaling for measure in own)],
        "optie": option.optie_id,
    }


async def _until(api: Api, plan: str, reached: Callable[[PlanUit], bool], what: str) -> PlanUit:
    deadline = time.monotonic() + PATIENCE_SECONDS
    while True:
        now = PlanUit.model_validate(await api.get(f"/v1/plannen/{plan}"))
        if reached(now):
            return now
        if time.monotonic() > deadline:
            raise CommandFailed(
                ExitCode.NOT_REACHED,
                f"after {PATIENCE_SECONDS:.0f} s still not: {what} (plan {plan} is {now.fase})",
            )
        await asyncio.sleep(POLL_SECONDS)


def _all_decisions_open(plan: PlanUit) -> bool:
    return bool(plan.besluiten) and all(
        one.staat != DecisionState.CHECKING.value for one in plan.besluiten
    )


def _all_settled(plan: PlanUit) -> bool:
    return plan.fase in SETTLED and all(one.gesloten for one in plan.besluiten)


def _chosen(decisions: list[BesluitUit]) -> list[OptieUit]:
    """What was decided: the chosen options, without the measures of who dissents."""
    return [
        decision.besloten or option
        for decision in decisions
        for option in decision.opties
        if option.optie_id == decision.gekozen_optie
    ]


async def _receipts_in_ledgers(session: Session) -> frozenset[str]:
    """The numbers of all measures that stand in the ledgers and were not taken back."""
    found: set[str] = set()
    for agency in Agency:
        ledger = LedgerJson.model_validate(await ledger_of(session, agency))
        for dossier in ledger.dossiers:
            found |= {measure.number for measure in dossier.measures if not measure.reverted}
    return frozenset(found)
