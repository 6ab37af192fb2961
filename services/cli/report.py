"""What is said about a household, for people (Dutch): an assessment, a plan, its decisions."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from pydantic import JsonValue
from rich.console import Console
from rich.table import Table

from domain.budget.months import EventKind
from domain.conflicts import ConflictType
from domain.decisions import Opinion, VoteKind
from domain.explanations.words import party_name
from domain.measures import Approach, MeasureKind
from domain.vocabulary import Agency, Department, PartyKind
from services.api.deciding import WEIGHING_NAMES
from services.api.models import (
    Begroting,
    BesluitUit,
    ConflictUit,
    MaatregelUit,
    Ontvangstbewijs,
    PlanUit,
    Positie,
    Termijn,
)
from services.cli.output import euro
from services.plans.assessment_json import AssessmentJson
from services.plans.dutch import (
    AGENCIES,
    APPROACHES,
    CONFLICTS,
    EVENTS,
    MEASURES,
    OPINIONS,
    VOTES,
    WEIGHING_FIELDS,
    agency_name,
)
from services.plans.money_json import MonthJson, StackJson
from services.plans.options_json import BundleJson, MeasureJson

RECORD_NAMES = {
    "application": ("aanvraag", "aanvragen"),
    "entitlement": ("recht", "rechten"),
    "determination_made": ("beslissing", "beslissingen"),
    "claim": ("vordering", "vorderingen"),
    "contribution": ("premie", "premies"),
    "recovery": ("invordering", "invorderingen"),
    "hold": ("pauze", "pauzes"),
    "fact_used": ("gegeven", "gegevens"),
    "referral": ("verwijzing", "verwijzingen"),
    "threatened_act": ("dreiging", "dreigingen"),
    "duty": ("plicht", "plichten"),
    "notice": ("bericht", "berichten"),
}
PER_MONTH = "per maand"


def print_plan(out: Console, plan: PlanUit) -> None:
    """One plan on one page."""
    heading(out, f"Plan {plan.plan_id} ({plan.gemeente}): {plan.fase_tekst}")
    print_positions(out, plan)
    print_budgets(out, plan)
    print_conflicts(out, plan.conflicten)
    for decision in plan.besluiten:
        print_decision(out, decision)
    print_deadlines(out, plan.termijnen)
    if plan.trace_id:
        out.print(f"\nSpoor: {plan.trace_id}")


def print_assessment(out: Console, found: AssessmentJson) -> None:
    """An assessment on its own."""
    heading(out, "Posities")
    print_table(
        out,
        ("instantie", "gegevens"),
        ((AGENCIES[Agency(code)], _counts(held)) for code, held in found.positions.items()),
    )
    for gap in found.gaps:
        out.print(f"  {AGENCIES[Agency(gap.agency)]}: nog geen antwoord")
    heading(out, "Begroting")
    budget = found.budget
    amounts = (("inkomsten", budget.income_cents), ("uitgaven", budget.expenses_cents))
    rows = (*amounts, ("netto", budget.net_cents), ("schulden", budget.debts_cents))
    print_table(out, ("", PER_MONTH), ((name, euro(cents)) for name, cents in rows), right=1)
    _print_stack(out, found.money.stack)
    _print_months(out, found.money.months)
    heading(out, "Conflicten")
    for conflict in found.conflicts:
        harm = conflict.monthly_harm_cents
        told = f", {euro(harm)} {PER_MONTH}" if harm is not None else ""
        who = ", ".join((*conflict.agencies, *conflict.parties))
        out.print(f"- [bold]{CONFLICTS[ConflictType(conflict.type)]}[/] ({who}){told}")
        out.print(f"  {conflict.household.nl}", markup=False)
        for same in conflict.collisions:
            out.print(f"  Dezelfde schade in de wet: {same.name.nl} ({same.id})", markup=False)
    for collision in found.collisions:
        out.print(f"- [bold]{collision.name.nl}[/] ({collision.id})")
        out.print(f"  {collision.household.nl}", markup=False)
    for bundle in found.bundles:
        _print_bundle(out, bundle)
    heading(out, "Termijnen")
    for deadline in found.deadlines:
        out.print(f"- {deadline.due}: {deadline.what} ({deadline.owner}; {deadline.rule})")
    heading(out, "Binnen negentig dagen")
    for warning in found.warnings:
        out.print(f"- {warning.on}: {warning.what.nl} ({warning.rule})", markup=False)


def _print_bundle(out: Console, bundle: BundleJson) -> None:
    """What could be decided on conflicts that belong together, the smallest deviation first."""
    heading(out, f"Wat kan: {', '.join(CONFLICTS[ConflictType(each)] for each in bundle.types)}")
    if not bundle.options:
        out.print("Hiervoor is geen maatregel bekend die mag volgens de wet.")
    for number, option in enumerate(bundle.options, start=1):
        approach = APPROACHES[Approach(option.approach)]
        net, debts = euro(option.net_after_cents), euro(option.debts_after_cents)
        out.print(f"{number}. {approach}: over {net} {PER_MONTH}, schulden {debts}")
        for act in option.measures:
            out.print(f"   - {_act(act)}", markup=False)
        if option.leaves:
            left = ", ".join(CONFLICTS[ConflictType(each)] for each in option.leaves)
            out.print(f"   Open blijft: {left}")


def _act(act: MeasureJson) -> str:
    by = PartyKind(act.party) if act.party else Agency(str(act.agency))
    who = party_name(by) if isinstance(by, PartyKind) else AGENCIES[by]
    what = MEASURES[MeasureKind(act.kind)].lower()
    deviates = ", wijkt af" if act.deviates_from_law else ""
    return f"{who}: {what} ({act.provision}{deviates})"


def _print_stack(out: Console, stack: StackJson) -> None:
    """What is withheld, against what the law protects."""
    heading(out, "Inhoudingen tegen het beschermde bedrag")
    rows = (
        ("inkomen zonder toeslagen", stack.means_cents),
        *((f"af: {each.body}", -each.amount_monthly_cents) for each in stack.taken),
        ("over", stack.left_cents),
        ("beschermd (95% van de norm)", stack.protected_cents),
        ("te veel ingehouden", stack.beyond_room_cents),
    )
    print_table(out, ("", PER_MONTH), ((name, euro(cents)) for name, cents in rows), right=1)


def _print_months(out: Console, months: list[MonthJson]) -> None:
    """The coming months, as far as is known."""
    heading(out, "De komende twaalf maanden, met wat bekend is")
    rows = (
        (
            f"{month.seen_on:%m-%Y}",
            euro(month.net_cents),
            euro(month.debts_cents),
            "; ".join(EVENTS[EventKind(event.kind)] for event in month.events),
        )
        for month in months
    )
    print_table(out, ("maand", "netto", "schulden", "wat er gebeurt"), rows)


def print_positions(out: Console, plan: PlanUit) -> None:
    """What each agency holds, in counts; a silent agency is named."""
    heading(out, "Posities")
    gaps = ((AGENCIES[Agency(gap.instantie)], "nog geen antwoord") for gap in plan.gaten_nu)
    print_table(out, ("instantie", "gegevens"), (*map(_position_row, plan.posities), *gaps))


def print_budgets(out: Console, plan: PlanUit) -> None:
    """The month before, now and after, side by side, as far as they are known."""
    after = f"na (per {plan.begroting.na_per})"
    columns = {"voor": plan.begroting.voor, "nu": plan.begroting.nu, after: plan.begroting.na}
    known = {name: budget for name, budget in columns.items() if budget is not None}
    if not known:
        return
    heading(out, "Begroting per maand")
    rows = (
        (name, *(euro(cents) for cents in row))
        for name, row in zip(
            ("inkomsten", "uitgaven", "netto", "schulden (totaal)"),
            zip(*(_amounts(budget) for budget in known.values()), strict=True),
            strict=True,
        )
    )
    print_table(out, ("", *known), rows, right=len(known))


def print_conflicts(out: Console, conflicts: Iterable[ConflictUit]) -> None:
    """Each conflict with its harm and a plain sentence."""
    heading(out, "Conflicten")
    for conflict in conflicts:
        harm = conflict.schade_per_maand_centen
        told = f"{euro(harm)} {PER_MONTH}" if harm is not None else "geen bedrag per maand"
        out.print(f"[bold]{CONFLICTS[ConflictType(conflict.type)]}[/] ({told})")
        out.print(f"  {conflict.uitleg}")


def print_decision(out: Console, decision: BesluitUit) -> None:
    """Who decided what, on which ground, with which reasons."""
    heading(out, f"Besluit {decision.besluit_id}: {decision.staat_tekst}")
    if not decision.stemmen:
        out.print(f"Moeten beslissen, uiterlijk {decision.uiterlijk:%d-%m-%Y}:")
        for code in decision.instanties:
            out.print(f"- {AGENCIES[Agency(code)]}")
    for vote in decision.stemmen:
        ground, kind = ", ".join(vote.grondslag), VOTES[VoteKind(vote.soort)]
        out.print(f"[bold]{AGENCIES[Agency(vote.instantie)]}[/] ({vote.liaison}): {kind}")
        based = f"op grond van {ground}: " if ground else ""
        out.print(f"  {based}{vote.motivering}")
        for condition in vote.voorwaarden:
            out.print(f"  voorwaarde: {condition}", markup=False)
    _print_weighing(out, decision)
    for review in decision.toetsen:
        who, found = AGENCIES[Agency(review.instantie)], OPINIONS[Opinion(review.oordeel)]
        out.print(f"[bold]Collegiale toets[/] door {who} ({review.beoordelaar}): {found}")
        out.print(f"  {review.motivering}", markup=False)
    for problem in decision.knelpunten:
        out.print(f"  {AGENCIES[Agency(problem.instantie)]}: {problem.melding}")


def _print_weighing(out: Console, decision: BesluitUit) -> None:
    weighing = decision.weging
    if weighing is None:
        return
    out.print(f"[bold]Afweging[/] ({weighing.door})")
    for name, outside in WEIGHING_NAMES.items():
        out.print(f"  {WEIGHING_FIELDS[name]}: {getattr(weighing, outside)}", markup=False)


def print_measures(out: Console, decision: BesluitUit, in_ledger: frozenset[str]) -> None:
    """What was carried out, with each agency's own receipt, and whether its ledger shows it."""
    heading(out, "Maatregelen in de administraties")
    measures = measures_by_id(decision)
    rows = (
        (*_measure_row(measures[receipt.maatregel_id]), receipt.nummer, _seen(receipt, in_ledger))
        for receipt in decision.ontvangstbewijzen
    )
    print_table(out, ("instantie", "maatregel", "bepaling", "bewijs", "in administratie"), rows)


def print_deadlines(out: Console, deadlines: Iterable[Termijn]) -> None:
    """What must happen by when."""
    heading(out, "Termijnen")
    for deadline in deadlines:
        out.print(f"- {deadline.uiterlijk}: {deadline.wat} ({deadline.wie}; {deadline.regel})")


def measures_by_id(decision: BesluitUit) -> dict[str, MaatregelUit]:
    """The measures of the option that was chosen (of all, before there is a choice)."""
    options = [decision.besloten] if decision.besloten else decision.opties
    return {measure.maatregel_id: measure for option in options for measure in option.maatregelen}


def heading(out: Console, text: str) -> None:
    """A heading with air above it."""
    out.print(f"\n[bold]{text}[/]")


def print_table(
    out: Console, columns: tuple[str, ...], rows: Iterable[tuple[str, ...]], *, right: int = 0
) -> None:
    """A table without lines; long cells wrap. The last `right` columns hold amounts."""
    table = Table(box=None, pad_edge=False)
    for number, name in enumerate(columns):
        amount = number >= len(columns) - right
        table.add_column(name, overflow="fold", justify="right" if amount else "left")
    for row in rows:
        table.add_row(*row)
    out.print(table)


def _position_row(position: Positie) -> tuple[str, str]:
    return AGENCIES[Agency(position.instantie)], _counts(position.records)


def _counts(records: list[JsonValue]) -> str:
    kinds = Counter(str(record["record"]) for record in records if isinstance(record, dict))
    told = (f"{count} {RECORD_NAMES[kind][count > 1]}" for kind, count in kinds.items())
    return ", ".join(told) or "geen"


def _amounts(budget: Begroting) -> tuple[int, int, int, int]:
    return (
        budget.inkomsten_centen,
        budget.uitgaven_centen,
        budget.netto_centen,
        budget.schulden_centen,
    )


def _measure_row(measure: MaatregelUit) -> tuple[str, str, str]:
    department = Department(measure.afdeling) if measure.afdeling else None
    who = agency_name(Agency(measure.instantie), department)
    return who, measure.omschrijving, measure.bepaling


def _seen(receipt: Ontvangstbewijs, in_ledger: frozenset[str]) -> str:
    return "ja" if receipt.nummer in in_ledger else "NEE"
