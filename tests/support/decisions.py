"""A small bundle of three agencies' measures, and votes on it, for tests of deciding."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from domain.bundles import Bundle
from domain.decisions import Liaison, Mandate, Vote, VoteKind, Weighing
from domain.measures import Measure, MeasureKind, Option
from domain.records import Provision, RecordRef
from domain.vocabulary import Agency, Department, Law

HOLD = Measure(
    ref="m-hold",
    agency=Agency.BELASTINGDIENST,
    department=Department.TOESLAGEN,
    kind=MeasureKind.HOLD,
    provision=Provision(Law.AWIR, "31"),
    on=(RecordRef("t-claim"),),
    deviates_from_law=True,
    until=dt.date(2027, 5, 31),
)
END_REGIME = Measure(
    ref="m-end",
    agency=Agency.CAK,
    department=None,
    kind=MeasureKind.END_REGIME,
    provision=Provision(Law.ZVW, "18d", "2 c"),
    on=(RecordRef("c-premium"),),
    deviates_from_law=False,
    until=dt.date(2027, 1, 1),
)
ADVANCE = Measure(
    ref="m-advance",
    agency=Agency.GEMEENTE,
    department=Department.WERK_EN_INKOMEN,
    kind=MeasureKind.ADVANCE,
    provision=Provision(Law.PW, "52"),
    on=(RecordRef("g-app"),),
    deviates_from_law=False,
    amount_cents=134849,
)
MEASURES = (HOLD, END_REGIME, ADVANCE)
BUNDLE = Bundle(
    ref="b-test",
    conflicts=("STAPELING_ONDER_MINIMUM:c-redirect:t-setoff",),
    agencies=(Agency.BELASTINGDIENST, Agency.CAK, Agency.GEMEENTE),
    options=(Option("o-1", MEASURES, -10000, 20000, 100000, 50000),),
)


def vote(
    measure: Measure,
    kind: VoteKind = VoteKind.AGREE,
    *,
    agency: Agency | None = None,
    mandate: Mandate | None = None,
    vote_id: str | None = None,
    motive: str = "Zonder uitstel blijft er voor dit gezin te weinig over om van te leven.",
) -> Vote:
    """The vote of the liaison who is mandated for this measure."""
    held = mandate or Mandate(
        ref=f"man-{measure.agency.value}",
        provisions=(measure.provision,),
        max_amount_cents=None,
        valid_from=dt.date(2020, 1, 1),
        valid_until=dt.date(2099, 12, 31),
    )
    return Vote(
        id=vote_id or f"v-{measure.agency.value}-{kind.value}",
        liaison=Liaison(f"l-{measure.agency.value}", measure.agency, held),
        agency=agency or measure.agency,
        option="o-1",
        kind=kind,
        motive=motive,
        legal_basis=(measure.provision,),
    )


def vote_of(agency: Agency, bundle: Bundle, kind: VoteKind) -> Vote:
    """The vote of an agency's liaison on all that the first option asks of the agency."""
    own = [measure for measure in bundle.options[0].measures if measure.agency is agency]
    basis = tuple(dict.fromkeys(measure.provision for measure in own))
    cast = vote(own[0], kind)
    mandate = replace(cast.liaison.mandate, provisions=basis) if cast.liaison.mandate else None
    return replace(cast, liaison=replace(cast.liaison, mandate=mandate), legal_basis=basis)


def liaison(agency: Agency, *provisions: Provision, who: str = "1") -> Liaison:
    """A liaison of this agency, mandated without limit for these provisions."""
    mandate = Mandate(
        ref=f"man-{agency.value}-{who}",
        provisions=provisions,
        max_amount_cents=None,
        valid_from=dt.date(2020, 1, 1),
        valid_until=dt.date(2099, 12, 31),
    )
    return Liaison(f"l-{agency.value}-{who}", agency, mandate)


def vote_on(
    option: Option,
    agency: Agency,
    kind: VoteKind = VoteKind.AGREE,
    *,
    this_round: int = 1,
    who: str = "1",
) -> Vote:
    """A vote that counts, on all that this option asks of the agency; `who` of its liaisons casts
    it."""
    asked = (each.provision for each in option.measures if each.agency is agency)
    provisions = tuple(dict.fromkeys(asked))
    return Vote(
        id=f"v{this_round}-{option.ref}-{agency.value}-{who}-{kind.value}",
        liaison=liaison(agency, *provisions, who=who),
        agency=agency,
        option=option.ref,
        kind=kind,
        motive="Zonder uitstel blijft er voor dit gezin te weinig over om van te leven.",
        legal_basis=provisions if kind is VoteKind.AGREE else (Provision(Law.AWB, "3:4"),),
        round=this_round,
    )


def objections(bundle: Bundle) -> tuple[Vote, ...]:
    """Every agency objects to all that is asked of it: nothing is left to agree to."""
    return tuple(
        vote_on(option, agency, VoteKind.OBJECT)
        for option in bundle.options
        for agency in sorted({measure.agency for measure in option.measures})
    )


def weighing(by: str = "sw-1") -> Weighing:
    """A balance of interests with something on every side."""
    return Weighing(
        by=by,
        aim_of_the_rule="De regel beschermt de gemeenschap tegen onterechte uitgaven.",
        effect_on_household="Het gezin houdt elke maand te weinig over om van te leven.",
        alternatives="Alleen uitstel is bekeken en lost de samenloop niet op.",
        third_parties="Niemand anders wordt hierdoor benadeeld, ook de verhuurder niet.",
        special_circumstances="Twee besluiten vallen samen in dezelfde maand.",
        legitimacy="De wet laat deze ruimte met zoveel woorden toe.",
        involvement="Het gezin doet mee en komt de afspraken na.",
        return_on_effort="Een uithuiszetting kost de gemeenschap veel meer.",
        harm_monthly_cents=36000,
        days_to_harm=14,
    )
