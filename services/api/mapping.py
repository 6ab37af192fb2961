"""From views to messages: one function per message, nothing decided here."""

from __future__ import annotations

from domain.budget import Budget
from domain.deadlines import Deadline
from domain.household import Member
from domain.measures import AgencyDecision, Measure, Option, Receipt, Request
from domain.position import ByLaw
from domain.precedents import Precedent
from domain.vocabulary import Agency
from services.api import deciding, models
from services.plans.assessment_json import records_json
from services.plans.dutch import (
    APPROACHES,
    DECISIONS,
    MEASURES,
    PHASES,
    agency_name,
    measure_text,
)
from services.plans.traces import TraceView
from services.plans.view import (
    DecisionView,
    ExplainedCollision,
    ExplainedConflict,
    PlanView,
    paused_in,
)
from services.store.plans import PlanLine
from services.telemetry.spans import SpanRow
from workflows.contracts import CountedVote, DecisionSnapshot, PlanSnapshot, TimeOut


def plan_regel(line: PlanLine) -> models.PlanRegel:
    """One line of the work list."""
    return models.PlanRegel(
        plan_id=line.ref.plan,
        gemeente=line.ref.municipality,
        bereik="volledig" if line.scope.value == "full" else "beoordeling",
        administratie=line.administration,
        fase=line.phase.value,
        fase_tekst=PHASES[line.phase],
        uitkomst=line.outcome.value if line.outcome else None,
        urgentie=line.urgency.value,
        gaten=line.gaps,
        aantal_conflicten=line.conflicts,
        eerstvolgende_termijn=line.next_deadline,
        beoordeeld=line.assessed,
        gestart=line.started_at,
        gewijzigd=line.changed_at,
        trace_id=line.trace_id,
    )


def plan_uit(view: PlanView) -> models.PlanUit:
    """One plan; before its first look, the line with everything else empty."""
    snapshot = view.snapshot
    assessment = snapshot.assessment if snapshot else None
    members = snapshot.household.members if snapshot else ()
    return models.PlanUit(
        **plan_regel(view.line).model_dump(),
        peildatum=snapshot.on if snapshot else None,
        huishouden=[_persoon(member, view) for member in members],
        posities=_posities(snapshot) if snapshot else [],
        gaten_nu=_gaten(snapshot) if snapshot else [],
        begroting=_begrotingen(snapshot),
        conflicten=[conflict_uit(found) for found in view.conflicts],
        botsingen=[botsing_uit(found) for found in view.collisions],
        besluiten=[besluit_uit(decision) for decision in view.decisions],
        time_outs=[_time_out(one, snapshot) for one in snapshot.time_outs] if snapshot else [],
        termijnen=[_termijn(one) for one in (assessment.deadlines if assessment else ())],
        volgende_herziening=snapshot.next_review if snapshot else None,
    )


def conflict_uit(found: ExplainedConflict) -> models.ConflictUit:
    """One conflict with its explanation."""
    conflict = found.conflict
    return models.ConflictUit(
        conflict_id=conflict.ref,
        type=conflict.type.value,
        instanties=[agency.value for agency in conflict.agencies],
        afdelingen=[department.value for department in conflict.departments],
        partijen=list(conflict.parties),
        records=sorted(conflict.records),
        bepalingen=[str(provision) for provision in conflict.provisions],
        schade_per_maand_centen=conflict.monthly_harm_cents,
        schade_eenmalig_centen=conflict.one_off_harm_cents,
        urgentie=conflict.urgency.value,
        uitleg=found.explanation,
        botsingen=[botsing_uit(each) for each in found.collisions],
    )


def botsing_uit(found: ExplainedCollision) -> models.BotsingUit:
    """One collision with its explanation."""
    collision = found.collision
    return models.BotsingUit(
        botsing_id=collision.code.value,
        naam=found.name,
        instanties=[agency.value for agency in collision.agencies],
        afdelingen=[department.value for department in collision.departments],
        partijen=list(collision.parties),
        records=sorted(collision.records),
        bepalingen=[str(provision) for provision in collision.provisions],
        schade_per_maand_centen=collision.monthly_harm_cents,
        schade_eenmalig_centen=collision.one_off_harm_cents,
        urgentie=collision.urgency.value,
        uitleg=found.explanation,
    )


def besluit_regel(snapshot: DecisionSnapshot) -> models.BesluitRegel:
    """One decision in a list."""
    return models.BesluitRegel(
        besluit_id=snapshot.ref,
        plan_id=snapshot.plan.plan,
        gemeente=snapshot.plan.municipality,
        staat=snapshot.state.value,
        staat_tekst=DECISIONS[snapshot.state],
        instanties=[agency.value for agency in snapshot.bundle.agencies],
        geopend=snapshot.opened_at,
        uiterlijk=snapshot.deadline,
    )


def besluit_uit(view: DecisionView) -> models.BesluitUit:
    """One decision, as far as its viewer needs it."""
    snapshot = view.snapshot
    return models.BesluitUit(
        **besluit_regel(snapshot).model_dump(),
        herinnerd=snapshot.reminded_at,
        gesloten=snapshot.closed_at,
        vraag=[conflict_uit(found) for found in view.question],
        opties=[_optie(option, view.own) for option in snapshot.bundle.options],
        gekozen_optie=snapshot.chosen_option,
        stemmen=[_stem(counted) for counted in snapshot.votes],
        ontvangstbewijzen=[_bewijs(one, view.own) for one in snapshot.receipts],
        teruggedraaid=[
            models.Teruggedraaid(
                maatregel_id=one.measure.ref,
                instantie=one.measure.agency.value,
                gelukt=one.reverted,
                melding=one.problem,
            )
            for one in snapshot.undone
        ],
        knelpunten=[
            models.Knelpunt(
                maatregel_id=one.measure_ref, instantie=one.agency.value, melding=one.problem
            )
            for one in snapshot.problems
        ],
        ronde=snapshot.round,
        tegenvoorstellen=deciding.tegenvoorstellen(view),
        besloten=_optie(snapshot.decided, view.own) if snapshot.decided else None,
        afwijkend=[agency.value for agency in snapshot.dissent],
        weging=deciding.weging(snapshot.weighing),
        toetsen=[deciding.toets(given) for given in snapshot.reviews],
        toets_uiterlijk=snapshot.review_by,
        steekproef=snapshot.to_be_sampled,
        vraag_zin=view.in_one_sentence,
        precedenten=[_precedent(each) for each in view.precedents],
    )


def _precedent(found: Precedent) -> models.PrecedentUit:
    case = found.case
    return models.PrecedentUit(
        gelijkenis=round(float(found.likeness), 2),
        maand=case.month,
        staat=case.state.value,
        besloten=[
            f"{agency_name(act.agency)}: {MEASURES[act.kind].lower()} ({act.provision})"
            for act in sorted(case.decided, key=str)
        ],
        afwijkend=[agency.value for agency in case.dissent],
        zelfde_bepalingen=[str(each) for each in found.same_provisions],
        alleen_hier=[each.value for each in found.only_here],
        alleen_daar=[each.value for each in found.only_there],
        bepalingen_alleen_hier=[str(each) for each in found.provisions_only_here],
        bepalingen_alleen_daar=[str(each) for each in found.provisions_only_there],
    )


def trace_uit(view: TraceView) -> models.TraceUit:
    """A trace with the later ones."""
    return models.TraceUit(
        trace_id=view.trace_id,
        plan_id=view.plan.ref.plan,
        spans=[_span(span) for span in view.spans],
        latere_spans=[_span(span) for span in view.later],
    )


def _persoon(member: Member, view: PlanView) -> models.Persoon:
    return models.Persoon(lid=member.id, rol=member.role.value, naam=view.names.get(member.id))


def _posities(snapshot: PlanSnapshot) -> list[models.Positie]:
    return [
        models.Positie(
            instantie=position.agency.value,
            peildatum=position.on,
            records=records_json(position.records),
            volgens_wet=[_volgens_wet(said) for said in position.by_law],
        )
        for position in sorted(snapshot.positions, key=lambda position: position.agency)
    ]


def _volgens_wet(said: ByLaw) -> models.VolgensWet:
    return models.VolgensWet(
        record=said.record,
        regeling=said.regulation,
        uitkomst=said.outcome.value,
        grootheid=said.quantity.value,
        in_dossier_centen=said.held_cents,
        volgens_wet_centen=said.lawful_cents,
        verschil_centen=said.difference_cents,
        ontbreekt=list(said.missing),
        conclusie=said.conclusion_nl,
        uitleg=list(said.explanation_nl),
        nagegaan=not said.unverified,
    )


def _gaten(snapshot: PlanSnapshot) -> list[models.Gat]:
    return [
        models.Gat(instantie=gap.agency.value, reden=gap.reason.value, sinds=gap.since)
        for gap in snapshot.gaps
    ]


def _begrotingen(snapshot: PlanSnapshot | None) -> models.Begrotingen:
    if snapshot is None:
        return models.Begrotingen(voor=None, nu=None, na=None, na_per=None)
    first, now, later = snapshot.first_assessment, snapshot.assessment, snapshot.outlook
    return models.Begrotingen(
        voor=_begroting(first.budget) if first else None,
        nu=_begroting(now.budget) if now else None,
        na=_begroting(later.budget) if later else None,
        na_per=later.on if later else None,
    )


def _begroting(budget: Budget) -> models.Begroting:
    return models.Begroting(
        inkomsten_centen=budget.income_cents,
        uitgaven_centen=budget.expenses_cents,
        netto_centen=budget.net_cents,
        schulden_centen=budget.debts_cents,
        regels=[
            models.Begrotingsregel(
                soort=line.kind.value,
                record=line.record,
                bedrag_per_maand_centen=line.amount_monthly_cents,
            )
            for line in budget.lines
        ],
    )


def _optie(option: Option, own: Agency | None) -> models.OptieUit:
    return models.OptieUit(
        optie_id=option.ref,
        aanpak=option.approach.value,
        aanpak_tekst=APPROACHES[option.approach],
        maatregelen=[_maatregel(measure, own) for measure in option.measures],
        # what a party is asked for only concerns the agency through which it goes
        verzoeken=[_verzoek(each) for each in option.requests if own in (None, each.through)],
        lost_op=list(option.resolves),
        laat_open=list(option.leaves),
        netto_voor_centen=option.net_before_cents,
        netto_na_centen=option.net_after_cents,
        schulden_voor_centen=option.debts_before_cents,
        schulden_na_centen=option.debts_after_cents,
    )


def _verzoek(request: Request) -> models.VerzoekUit:
    return models.VerzoekUit(
        verzoek_id=request.ref,
        partij=request.party,
        via=request.through.value if request.through else None,
        soort=request.kind.value,
        bepaling=str(request.provision),
        bedrag_centen=request.amount_cents,
        tot=request.until,
        omschrijving=measure_text(request),
    )


def _maatregel(measure: Measure, own: Agency | None = None) -> models.MaatregelUit:
    concerns = own is None or own is measure.agency
    return models.MaatregelUit(
        maatregel_id=measure.ref,
        instantie=measure.agency.value,
        afdeling=measure.department.value if measure.department else None,
        soort=measure.kind.value,
        bepaling=str(measure.provision),
        wijkt_af=measure.deviates_from_law,
        op=list(measure.on) if concerns else None,
        bedrag_centen=measure.amount_cents if concerns else None,
        vanaf=measure.from_date,
        tot=measure.until,
        omschrijving=measure_text(measure, with_amount=concerns),
    )


def _stem(counted: CountedVote) -> models.StemUit:
    vote = counted.vote
    return models.StemUit(
        stem_id=vote.id,
        instantie=vote.agency.value,
        liaison=vote.liaison.id,
        mandaat=vote.liaison.mandate.ref if vote.liaison.mandate else None,
        soort=vote.kind.value,
        optie_id=vote.option,
        motivering=vote.motive,
        grondslag=[str(provision) for provision in vote.legal_basis],
        op=counted.at,
        voorwaarden=list(vote.conditions),
        ronde=vote.round,
    )


def _bewijs(receipt: Receipt, own: Agency | None = None) -> models.Ontvangstbewijs:
    concerns = own is None or own is receipt.agency
    decision = receipt.decision if concerns else None
    return models.Ontvangstbewijs(
        nummer=receipt.number,
        instantie=receipt.agency.value,
        maatregel_id=receipt.measure_ref,
        besloten_op=receipt.decided_on,
        gewijzigd=list(receipt.changed),
        teruggedraaid=receipt.reverted,
        beschikking=_beschikking(decision) if decision else None,
    )


def _beschikking(decision: AgencyDecision) -> models.Beschikking:
    return models.Beschikking(
        nummer=decision.number,
        genomen_op=decision.made_on,
        besluit=decision.decided,
        grondslag=str(decision.ground),
        bedrag_centen=decision.amount_cents,
        effect_per_maand_centen=decision.monthly_effect_cents,
        effect_op_schuld_centen=decision.debt_effect_cents,
        vanaf=decision.from_date,
        tot_en_met=decision.until,
        bezwaar_tot_en_met=decision.objection_until,
        bezwaarclausule=decision.objection_clause,
        teruggedraaid=decision.reverted,
    )


def _time_out(one: TimeOut, plan: PlanSnapshot) -> models.TimeOutUit:
    return models.TimeOutUit(
        maatregel=_maatregel(one.measure),
        ontvangstbewijs=_bewijs(one.receipt) if one.receipt else None,
        geweigerd=one.refused,
        gepauzeerd=[
            models.GepauzeerdUit(
                vordering=paused.claim,
                tot_en_met=paused.until,
                verrekening_stopt=paused.set_off_stops,
                rente=paused.interest.value,
                dagen_langer_invorderbaar=paused.days_longer,
                verjaart_niet_voor=paused.limitation_not_before,
            )
            for paused in paused_in(plan, one)
        ],
    )


def _termijn(deadline: Deadline) -> models.Termijn:
    return models.Termijn(
        wat=deadline.what,
        begin=deadline.start,
        uiterlijk=deadline.due,
        regel=deadline.rule,
        wie=str(deadline.owner),
    )


def _span(span: SpanRow) -> models.SpanUit:
    return models.SpanUit(
        span_id=span.span_id,
        ouder_id=span.parent_id,
        trace_id=span.trace_id,
        naam=span.name,
        dienst=span.service,
        begin_ns=span.started_ns,
        einde_ns=span.ended_ns,
        mislukt=span.failed,
        kenmerken=dict(span.attributes),
    )
