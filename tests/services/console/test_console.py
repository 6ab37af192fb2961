"""The console, as a person with a browser and without script uses it."""

from __future__ import annotations

import re

import httpx
import pytest

from domain.vocabulary import Agency
from services.identity.actor import Actor
from services.identity.people import HOME, NEIGHBOUR, coordinator_of, liaison_of, social_worker_of
from services.plans.dutch import WEIGHING_FIELDS
from tests.services.conftest import Served

MOTIVE = "Het huishouden houdt anders minder over dan het minimum."


async def log_in(served: Served, actor: Actor) -> None:
    answer = await served.client.post("/inloggen", data={"wie": actor.subject, "naar": "/"})
    assert answer.status_code == 303


def form_token(html: str) -> str:
    found = re.search(r'name="formulier" value="([^"]+)"', html)
    assert found is not None
    return found[1]


@pytest.fixture
async def plan(served: Served, j01_text: str) -> str:
    started = await served.client.post(
        "/v1/plannen",
        content=j01_text,
        headers={"Content-Type": "application/json"} | served.bearer(social_worker_of(HOME)),
    )
    return str(started.json()["planId"])


async def open_decision(served: Served, agency: Agency) -> str:
    listed = await served.client.get(
        "/v1/besluiten?staat=open", headers=served.bearer(liaison_of(agency))
    )
    return str(listed.json()["besluiten"][0]["besluitId"])


async def test_who_is_not_logged_in_is_asked_to_and_comes_back(served: Served) -> None:
    answer = await served.client.get("/plannen/pl-1")
    assert answer.status_code == 303
    assert answer.headers["location"] == "/inloggen?naar=/plannen/pl-1"


async def test_the_login_page_says_what_it_is_and_names_everyone(served: Served) -> None:
    page = (await served.client.get("/inloggen")).text
    assert "Ontwikkelomgeving" in page
    assert page.count('name="wie"') == 11
    assert '<html lang="nl">' in page


async def test_a_login_does_not_lead_off_the_site(served: Served) -> None:
    for elsewhere in ("https://evil.example", "//evil.example", "/\\evil.example"):
        answer = await served.client.post(
            "/inloggen",
            data={"wie": social_worker_of(HOME).subject, "naar": elsewhere},
        )
        assert answer.headers["location"] == "/"


async def test_the_session_cookie_is_out_of_reach_of_scripts(served: Served) -> None:
    answer = await served.client.post("/inloggen", data={"wie": social_worker_of(HOME).subject})
    cookie = answer.headers["set-cookie"]
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Anouk" not in cookie


async def test_nobody_can_log_in_as_someone_unknown(served: Served) -> None:
    answer = await served.client.post("/inloggen", data={"wie": "root"})
    assert answer.status_code == 400


async def test_a_form_of_another_site_is_refused(served: Served) -> None:
    answer = await served.client.post(
        "/inloggen",
        data={"wie": social_worker_of(HOME).subject},
        headers={"Sec-Fetch-Site": "cross-site"},
    )
    assert answer.status_code == 403


async def test_a_forged_cookie_is_no_session(served: Served) -> None:
    served.client.cookies.set("samenloop_sessie", "bm90IG91cnM=")
    assert (await served.client.get("/")).status_code == 303


async def test_every_page_forbids_scripts_and_outside_content(served: Served) -> None:
    policy = (await served.client.get("/inloggen")).headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "<script" not in (await served.client.get("/inloggen")).text
    assert "style=" not in (await served.client.get("/inloggen")).text


async def test_the_work_list_leads_to_the_plan_on_one_page(served: Served, plan: str) -> None:
    await log_in(served, social_worker_of(HOME))
    assert f'href="/plannen/{plan}"' in (await served.client.get("/")).text
    page = (await served.client.get(f"/plannen/{plan}")).text
    for said in (
        "Samira Benali",
        "€\N{NO-BREAK SPACE}-1.286,03",
        "Instanties wachten op elkaar",
        "Wacht op besluit",
        "Voorschot bijstand",
        "Dienst Toeslagen",
    ):
        assert said in page, said
    assert "style=" not in page
    assert "999901217" not in page


async def test_the_coordinator_sees_the_plan_without_names(served: Served, plan: str) -> None:
    await log_in(served, coordinator_of(HOME))
    page = await served.client.get(f"/plannen/{plan}")
    assert page.status_code == 200
    assert "Samira" not in page.text


async def test_a_stranger_gets_a_page_that_says_it_is_not_there(served: Served, plan: str) -> None:
    await log_in(served, social_worker_of(NEIGHBOUR))
    answer = await served.client.get(f"/plannen/{plan}")
    assert answer.status_code == 404
    assert answer.headers["content-type"].startswith("text/html")
    assert "hoort niet bij uw organisatie" in answer.text


async def test_a_liaison_reads_the_question_and_votes(served: Served, plan: str) -> None:
    await log_in(served, liaison_of(Agency.UWV))
    front = await served.client.get("/", follow_redirects=True)
    decision = await open_decision(served, Agency.UWV)
    assert f'href="/besluiten/{decision}"' in front.text
    page = (await served.client.get(f"/besluiten/{decision}")).text
    assert "Samira" not in page
    bases = re.findall(r'name="grondslag" value="([^"]+)"', page)
    assert bases
    answer = await vote(served, decision, page, grondslag=bases, motivering=MOTIVE)
    assert answer.status_code == 303
    assert MOTIVE in (await served.client.get(f"/besluiten/{decision}")).text


async def test_a_vote_that_does_not_count_comes_back_as_it_was_filled_in(
    served: Served, plan: str
) -> None:
    await log_in(served, liaison_of(Agency.UWV))
    decision = await open_decision(served, Agency.UWV)
    page = (await served.client.get(f"/besluiten/{decision}")).text
    answer = await vote(served, decision, page, grondslag=[], motivering=MOTIVE)
    assert answer.status_code == 409
    assert "Uw stem is niet geteld." in answer.text
    assert "Noem de bepalingen" in answer.text
    assert MOTIVE in answer.text


async def test_what_was_voted_is_said_back_in_words(served: Served, plan: str) -> None:
    await log_in(served, liaison_of(Agency.UWV))
    decision = await open_decision(served, Agency.UWV)
    page = (await served.client.get(f"/besluiten/{decision}")).text
    bases = re.findall(r'name="grondslag" value="([^"]+)"', page)
    for said in ("Alleen akkoord als er iets verandert", "Eerst een vraag", "stapt opzij"):
        assert said in page
    answer = await vote(
        served, decision, page, grondslag=bases, motivering=MOTIVE, soort="agree_on_conditions"
    )
    assert answer.status_code == 409
    assert "Schrijf op wat er moet veranderen" in answer.text
    answer = await vote(
        served,
        decision,
        page,
        grondslag=bases,
        motivering=MOTIVE,
        soort="agree_on_conditions",
        voorwaarden="Een week later graag.",
    )
    after = (await served.client.get(answer.headers["location"])).text
    assert "Uw stem is geteld." in after
    assert "Voorwaarde: Een week later graag." in after


async def test_a_liaison_proposes_another_amount_for_the_own_measure(
    served: Served, plan: str
) -> None:
    await log_in(served, liaison_of(Agency.BELASTINGDIENST))
    decision = await open_decision(served, Agency.BELASTINGDIENST)
    page = (await served.client.get(f"/besluiten/{decision}")).text
    amount = re.search(r'name="bedrag:([^"]+)"', page)
    assert amount is not None
    sent = {"formulier": form_token(page), "optie": "o-1", f"maatregel:{amount[1]}": "ja"}
    sent |= {f"bedrag:{amount[1]}": "vier", "motivering": MOTIVE}
    path = f"/besluiten/{decision}/tegenvoorstellen"
    wrong = await served.client.post(path, data=sent)
    assert wrong.status_code == 409
    assert "Schrijf een bedrag als" in wrong.text
    answer = await served.client.post(path, data=sent | {f"bedrag:{amount[1]}": "4.000,00"})
    after = (await served.client.get(answer.headers["location"])).text
    assert "Ronde 2" in after
    assert "Tegenvoorstel van Belastingdienst" in after


async def test_an_agreed_deviation_is_weighed_and_then_looked_at_by_a_colleague(
    served: Served, plan: str
) -> None:
    decision = await open_decision(served, Agency.UWV)
    for agency in (Agency.BELASTINGDIENST, Agency.CAK, Agency.GEMEENTE, Agency.UWV):
        await log_in(served, liaison_of(agency))
        page = (await served.client.get(f"/besluiten/{decision}")).text
        bases = re.findall(r'name="grondslag" value="([^"]+)"', page)
        assert (
            await vote(served, decision, page, grondslag=bases, motivering=MOTIVE)
        ).status_code == 303
    await log_in(served, social_worker_of(HOME))
    page = (await served.client.get(f"/besluiten/{decision}")).text
    assert "wacht op de afweging" in page
    said = {name: f"{MOTIVE} ({name})" for name in WEIGHING_FIELDS}
    sent = {"formulier": form_token(page), **said, "dagen_tot_schade": "14"}
    short = await served.client.post(
        f"/besluiten/{decision}/weging", data=sent | {"third_parties": "geen"}
    )
    assert short.status_code == 409
    assert WEIGHING_FIELDS["third_parties"] in short.text
    assert said["legitimacy"] in short.text
    kept = await served.client.post(f"/besluiten/{decision}/weging", data=sent)
    assert "een collega kijkt mee" in (await served.client.get(kept.headers["location"])).text
    await the_colleague_reviews(served, decision)


async def the_colleague_reviews(served: Served, decision: str) -> None:
    await log_in(served, liaison_of(Agency.SVB))
    listed = (await served.client.get("/besluiten")).text
    assert "Vraagt een collega om mee te kijken" in listed
    assert f'href="/besluiten/{decision}"' in listed
    page = (await served.client.get(f"/besluiten/{decision}")).text
    assert "Samira" not in page
    assert "Uw stem</h2>" not in page
    answer = await served.client.post(
        f"/besluiten/{decision}/beoordelingen",
        data={"formulier": form_token(page), "oordeel": "sound", "motivering": MOTIVE},
    )
    after = (await served.client.get(answer.headers["location"])).text
    assert "Uw oordeel is bewaard." in after
    assert "Dit besluit klopt" in after


async def test_a_vote_without_the_forms_own_token_is_refused(served: Served, plan: str) -> None:
    await log_in(served, liaison_of(Agency.UWV))
    decision = await open_decision(served, Agency.UWV)
    answer = await served.client.post(
        f"/besluiten/{decision}/stemmen",
        data={"soort": "agree", "optie": "o-1", "motivering": MOTIVE, "formulier": "forged"},
    )
    assert answer.status_code == 403
    assert served.runner.votes == []


async def test_what_a_liaison_writes_is_shown_as_text_only(served: Served, plan: str) -> None:
    await log_in(served, liaison_of(Agency.UWV))
    decision = await open_decision(served, Agency.UWV)
    page = (await served.client.get(f"/besluiten/{decision}")).text
    bases = re.findall(r'name="grondslag" value="([^"]+)"', page)
    await vote(served, decision, page, grondslag=bases, motivering=f"<script>x</script> {MOTIVE}")
    assert "<script>" not in (await served.client.get(f"/besluiten/{decision}")).text


async def test_the_social_worker_asks_again_and_cannot_close_over_an_open_decision(
    served: Served, plan: str
) -> None:
    await log_in(served, social_worker_of(HOME))
    token = form_token((await served.client.get(f"/plannen/{plan}")).text)
    again = await served.client.post(f"/plannen/{plan}/verversingen", data={"formulier": token})
    assert again.status_code == 303
    closing = await served.client.post(
        f"/plannen/{plan}/sluitingen",
        data={"formulier": token, "uitkomst": "withdrawn", "reden": "verhuisd"},
    )
    assert closing.status_code == 409


async def test_logging_out_ends_the_session(served: Served) -> None:
    await log_in(served, social_worker_of(HOME))
    token = form_token((await served.client.get("/")).text)
    await served.client.post("/uitloggen", data={"formulier": token})
    assert (await served.client.get("/")).status_code == 303


async def vote(
    served: Served,
    decision: str,
    page: str,
    *,
    grondslag: list[str],
    motivering: str,
    soort: str = "agree",
    voorwaarden: str = "",
) -> httpx.Response:
    option = re.search(r'<option value="([^"]+)"', page)
    assert option is not None
    return await served.client.post(
        f"/besluiten/{decision}/stemmen",
        data={
            "formulier": form_token(page),
            "soort": soort,
            "voorwaarden": voorwaarden,
            "optie": option[1],
            "motivering": motivering,
            "grondslag": grondslag,
        },
    )
