from __future__ import annotations

import datetime as dt

from services.api.models import (
    Begroting,
    Begrotingen,
    BesluitUit,
    MaatregelUit,
    Ontvangstbewijs,
    OptieUit,
    PlanUit,
)
from services.cli.demo_story import Story

MOMENT = dt.datetime(2026, 11, 23, 12, tzinfo=dt.UTC)
DAY = dt.date(2026, 11, 23)
NUMBER = "UWV-2026-000001"

MEASURE = MaatregelUit(
    maatregel_id="m-1",
    instantie="uwv",
    afdeling=None,
    soort="confirm",
    bepaling="Awb 3:2",
    wijkt_af=False,
    op=["u-1"],
    bedrag_centen=None,
    vanaf=None,
    tot=DAY,
    omschrijving="Bevestigen",
)
RECEIPT = Ontvangstbewijs(
    nummer=NUMBER,
    instantie="uwv",
    maatregel_id="m-1",
    besloten_op=DAY,
    gewijzigd=["u-1"],
    teruggedraaid=False,
)
OPTION = OptieUit(
    optie_id="o-1",
    aanpak="smallest_deviation",
    aanpak_tekst="De kleinste afwijking die helpt",
    maatregelen=[MEASURE],
    verzoeken=[],
    lost_op=[],
    laat_open=[],
    netto_voor_centen=-100,
    netto_na_centen=43910,
    schulden_voor_centen=0,
    schulden_na_centen=0,
)
DECISION = BesluitUit(
    besluit_id="d-1",
    plan_id="pl-1",
    gemeente="gm-rijnstede",
    staat="carried_out",
    staat_tekst="Uitgevoerd",
    instanties=["uwv"],
    geopend=MOMENT,
    uiterlijk=MOMENT,
    herinnerd=None,
    gesloten=MOMENT,
    vraag=[],
    opties=[OPTION],
    gekozen_optie="o-1",
    stemmen=[],
    ontvangstbewijzen=[RECEIPT],
    teruggedraaid=[],
    knelpunten=[],
)
AFTER = Begroting(
    inkomsten_centen=50000,
    uitgaven_centen=6090,
    netto_centen=43910,
    schulden_centen=0,
    regels=[],
)
PLAN = PlanUit(
    plan_id="pl-1",
    gemeente="gm-rijnstede",
    bereik="volledig",
    administratie="",
    fase="following",
    fase_tekst="Wordt gevolgd",
    uitkomst=None,
    urgentie="threatening",
    gaten=0,
    aantal_conflicten=0,
    eerstvolgende_termijn=None,
    beoordeeld=True,
    gestart=MOMENT,
    gewijzigd=MOMENT,
    trace_id="0" * 32,
    peildatum=DAY,
    huishouden=[],
    posities=[],
    gaten_nu=[],
    begroting=Begrotingen(voor=None, nu=None, na=AFTER, na_per=DAY),
    conflicten=[],
    botsingen=[],
    besluiten=[DECISION],
    time_outs=[],
    termijnen=[],
    volgende_herziening=None,
)


def story(plan: PlanUit = PLAN, in_ledger: frozenset[str] = frozenset({NUMBER})) -> Story:
    return Story(before=PLAN, after=plan, in_ledger=in_ledger)


def with_decision(**changes: object) -> PlanUit:
    return PLAN.model_copy(update={"besluiten": [DECISION.model_copy(update=changes)]})


def with_net(cents: int) -> PlanUit:
    after = AFTER.model_copy(update={"netto_centen": cents})
    return PLAN.model_copy(update={"begroting": PLAN.begroting.model_copy(update={"na": after})})


def test_a_decision_that_was_carried_out_reaches_the_end_state() -> None:
    assert story().missing() == ()
    assert story().as_json()["reached"] is True


def test_no_decision_at_all_is_no_end_state() -> None:
    assert story(PLAN.model_copy(update={"besluiten": []})).missing()


def test_a_decision_that_is_still_open_is_no_end_state() -> None:
    assert story(with_decision(staat="open")).missing()


def test_a_measure_without_a_receipt_is_no_end_state() -> None:
    assert story(with_decision(ontvangstbewijzen=[])).missing()


def test_a_receipt_that_no_ledger_shows_is_no_end_state() -> None:
    assert story(in_ledger=frozenset()).missing() == (
        "the ledger of uwv does not show UWV-2026-000001",
    )


def test_a_household_that_stays_short_is_no_end_state() -> None:
    assert "the household is still short every month" in story(with_net(-1)).missing()


def test_a_budget_other_than_was_promised_is_no_end_state() -> None:
    assert story(with_net(1)).missing() == (
        "the budget afterwards is not what the option promised",
    )
