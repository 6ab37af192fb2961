"""Messages of deciding: counter-proposals, weighing and review, in and out; nothing decided
here."""

from __future__ import annotations

from domain.decisions import MeasureChange, Weighing
from domain.vocabulary import Agency
from services.api import incoming, models
from services.plans.view import DecisionView
from workflows.contracts import GivenReview, PutProposal

WEIGHING_NAMES = {
    "aim_of_the_rule": "doel_van_de_regel",
    "effect_on_household": "gevolg_voor_huishouden",
    "alternatives": "alternatieven",
    "third_parties": "derden",
    "special_circumstances": "bijzondere_omstandigheden",
    "legitimacy": "legitimiteit",
    "involvement": "betrokkenheid",
    "return_on_effort": "rendement",
}
"""The fields that must be weighed, by the names that they have outside."""


def changes_in(sent: list[incoming.Wijziging]) -> tuple[MeasureChange, ...]:
    """What is to become of measures, as sent."""
    return tuple(
        MeasureChange(one.maatregel_id, one.weglaten, one.bedrag_centen, one.vanaf, one.tot)
        for one in sent
    )


def weighing_in(sent: incoming.Weging, by: str) -> Weighing:
    """A weighing, as sent by this person."""
    return Weighing(
        by=by,
        aim_of_the_rule=sent.doel_van_de_regel,
        effect_on_household=sent.gevolg_voor_huishouden,
        alternatives=sent.alternatieven,
        third_parties=sent.derden,
        special_circumstances=sent.bijzondere_omstandigheden,
        legitimacy=sent.legitimiteit,
        involvement=sent.betrokkenheid,
        return_on_effort=sent.rendement,
        harm_monthly_cents=sent.schade_per_maand_centen,
        days_to_harm=sent.dagen_tot_schade,
    )


def tegenvoorstellen(view: DecisionView) -> list[models.TegenvoorstelUit]:
    """The counter-proposals; a liaison sees new amounts of the own agency only."""
    agencies = {m.ref: m.agency for o in view.snapshot.bundle.options for m in o.measures}
    return [_tegenvoorstel(put, agencies, view.own) for put in view.snapshot.proposals]


def weging(weighing: Weighing | None) -> models.WegingUit | None:
    """The weighing, when there is one."""
    if weighing is None:
        return None
    return models.WegingUit(
        door=weighing.by,
        doel_van_de_regel=weighing.aim_of_the_rule,
        gevolg_voor_huishouden=weighing.effect_on_household,
        alternatieven=weighing.alternatives,
        derden=weighing.third_parties,
        bijzondere_omstandigheden=weighing.special_circumstances,
        legitimiteit=weighing.legitimacy,
        betrokkenheid=weighing.involvement,
        rendement=weighing.return_on_effort,
        schade_per_maand_centen=weighing.harm_monthly_cents,
        dagen_tot_schade=weighing.days_to_harm,
    )


def toets(given: GivenReview) -> models.ToetsUit:
    """One colleague's opinion."""
    reviewer = given.review.reviewer
    return models.ToetsUit(
        instantie=reviewer.agency.value,
        beoordelaar=reviewer.id,
        mandaat=reviewer.mandate.ref if reviewer.mandate else None,
        oordeel=given.review.opinion.value,
        motivering=given.review.motive,
        op=given.at,
    )


def _tegenvoorstel(
    put: PutProposal, agencies: dict[str, Agency], own: Agency | None
) -> models.TegenvoorstelUit:
    proposal = put.proposal
    return models.TegenvoorstelUit(
        tegenvoorstel_id=proposal.id,
        instantie=proposal.by.agency.value,
        liaison=proposal.by.id,
        op_optie=proposal.option,
        optie_id=put.option,
        ronde=put.round,
        wijzigingen=[
            _wijziging(change, own is None or agencies.get(change.measure) is own)
            for change in proposal.changes
        ],
        motivering=proposal.motive,
        op=put.at,
    )


def _wijziging(change: MeasureChange, concerns: bool) -> models.WijzigingUit:
    return models.WijzigingUit(
        maatregel_id=change.measure,
        weglaten=change.left_out,
        bedrag_centen=change.amount_cents if concerns else None,
        vanaf=change.from_date,
        tot=change.until,
    )
