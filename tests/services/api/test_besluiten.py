"""`/v1/besluiten`: what a liaison sees, and when a vote counts."""

from __future__ import annotations

from dataclasses import replace

import pytest

from domain.vocabulary import Agency
from services.cli.demo_story import REVIEW, WEIGHING
from services.identity.people import HOME, NEIGHBOUR, liaison_of, social_worker_of
from tests.services.conftest import Served

MOTIVE = "Het huishouden houdt anders minder over dan het minimum."
DECIDERS = (Agency.BELASTINGDIENST, Agency.CAK, Agency.GEMEENTE, Agency.UWV)


@pytest.fixture
async def open_decisions(served: Served, j01_text: str) -> list[str]:
    await served.client.post(
        "/v1/plannen",
        content=j01_text,
        headers={"Content-Type": "application/json"} | served.bearer(social_worker_of(HOME)),
    )
    listed = await served.client.get(
        "/v1/besluiten?staat=open", headers=served.bearer(social_worker_of(HOME))
    )
    return [one["besluitId"] for one in listed.json()["besluiten"]]


async def see_through(served: Served, decision: str) -> None:
    """The social worker weighs, and a liaison who has nothing to decide reviews."""
    worker, svb = served.bearer(social_worker_of(HOME)), served.bearer(liaison_of(Agency.SVB))
    path = f"/v1/besluiten/{decision}"
    weighed = await served.client.put(f"{path}/weging", json=WEIGHING, headers=worker)
    assert weighed.json()["staat"] == "in_review"
    sent = {"oordeel": "sound", "motivering": REVIEW}
    answer = await served.client.post(f"{path}/beoordelingen", json=sent, headers=svb)
    assert answer.status_code == 201, answer.text


async def own_bases(served: Served, decision: str, agency: Agency) -> list[str]:
    seen = await served.client.get(
        f"/v1/besluiten/{decision}", headers=served.bearer(liaison_of(agency))
    )
    return sorted(
        {
            measure["bepaling"]
            for option in seen.json()["opties"]
            for measure in option["maatregelen"]
            if measure["instantie"] == agency.value
        }
    )


async def test_every_liaison_agrees_and_the_decision_is_carried_out(
    served: Served, open_decisions: list[str]
) -> None:
    for decision in open_decisions:
        shown = await served.client.get(
            f"/v1/besluiten/{decision}", headers=served.bearer(social_worker_of(HOME))
        )
        for agency in map(Agency, shown.json()["instanties"]):
            answer = await served.client.post(
                f"/v1/besluiten/{decision}/stemmen",
                json={
                    "soort": "agree",
                    "optie": "o-1",
                    "motivering": MOTIVE,
                    "grondslag": await own_bases(served, decision, agency),
                },
                headers=served.bearer(liaison_of(agency)),
            )
            assert answer.status_code == 201, answer.text
        assert answer.json()["staat"] == "agreed"
        await see_through(served, decision)
        done = await served.client.get(
            f"/v1/besluiten/{decision}", headers=served.bearer(social_worker_of(HOME))
        )
        assert done.json()["staat"] == "carried_out"
        assert done.json()["ontvangstbewijzen"]


async def test_a_liaison_sees_the_own_measures_in_full_and_of_others_what_is_needed(
    served: Served, open_decisions: list[str]
) -> None:
    listed = await served.client.get(
        "/v1/besluiten", headers=served.bearer(liaison_of(Agency.BELASTINGDIENST))
    )
    for line in listed.json()["besluiten"]:
        seen = await served.client.get(
            f"/v1/besluiten/{line['besluitId']}",
            headers=served.bearer(liaison_of(Agency.BELASTINGDIENST)),
        )
        measures = seen.json()["opties"][0]["maatregelen"]
        for measure in measures:
            own = measure["instantie"] == "belastingdienst"
            assert (measure["op"] is not None) is own
        assert "Samira" not in seen.text


async def test_a_liaison_of_an_agency_that_has_nothing_to_decide_sees_nothing(
    served: Served, open_decisions: list[str]
) -> None:
    svb = served.bearer(liaison_of(Agency.SVB))
    assert (await served.client.get("/v1/besluiten", headers=svb)).json() == {"besluiten": []}
    answer = await served.client.get(f"/v1/besluiten/{open_decisions[0]}", headers=svb)
    assert answer.status_code == 404


async def test_the_liaison_of_another_municipality_sees_nothing(
    served: Served, open_decisions: list[str]
) -> None:
    other = served.bearer(liaison_of(Agency.GEMEENTE, NEIGHBOUR))
    assert (await served.client.get("/v1/besluiten", headers=other)).json() == {"besluiten": []}


async def test_a_social_worker_does_not_vote(served: Served, open_decisions: list[str]) -> None:
    answer = await served.client.post(
        f"/v1/besluiten/{open_decisions[0]}/stemmen",
        json={"soort": "agree", "motivering": MOTIVE, "grondslag": ["Awir 31"]},
        headers=served.bearer(social_worker_of(HOME)),
    )
    assert answer.status_code == 403
    assert served.runner.votes == []


@pytest.mark.parametrize(
    ("vote", "status", "reason"),
    [
        ({"motivering": "kort", "grondslag": ["Awir 31"]}, 409, "motive_missing"),
        ({"motivering": MOTIVE, "grondslag": []}, 409, "legal_basis_missing"),
        (
            {"motivering": MOTIVE, "grondslag": ["Awir 31"], "optie": "o-9"},
            409,
            "unknown_option",
        ),
    ],
)
async def test_a_vote_that_does_not_count_comes_back_with_its_reason(
    served: Served, open_decisions: list[str], vote: dict[str, object], status: int, reason: str
) -> None:
    toeslagen = served.bearer(liaison_of(Agency.BELASTINGDIENST))
    listed = await served.client.get("/v1/besluiten", headers=toeslagen)
    decision = listed.json()["besluiten"][0]["besluitId"]
    answer = await served.client.post(
        f"/v1/besluiten/{decision}/stemmen",
        json={"soort": "agree", "optie": "o-1"} | vote,
        headers=toeslagen,
    )
    assert answer.status_code == status
    assert answer.json()["reden"] == reason


async def test_all_that_is_wrong_with_a_vote_is_told_together(
    served: Served, open_decisions: list[str]
) -> None:
    answer = await served.client.post(
        f"/v1/besluiten/{open_decisions[0]}/stemmen",
        json={"soort": "misschien", "motivering": 3, "grondslag": ["de wet"], "extra": 1},
        headers=served.bearer(liaison_of(Agency.UWV)),
    )
    assert answer.status_code == 400
    assert len(answer.json()["fouten"]) == 4


async def test_a_vote_says_which_of_several_options_it_is_about(
    served: Served, open_decisions: list[str]
) -> None:
    toeslagen = served.bearer(liaison_of(Agency.BELASTINGDIENST))
    decision = open_decisions[0]
    answer = await served.client.post(
        f"/v1/besluiten/{decision}/stemmen",
        json={"soort": "agree", "motivering": MOTIVE, "grondslag": ["Awir 31"]},
        headers=toeslagen,
    )
    assert answer.status_code == 400
    assert "o-1" in answer.text


async def test_the_vote_carries_the_liaison_and_the_mandate_of_the_day(
    served: Served, open_decisions: list[str]
) -> None:
    uwv = liaison_of(Agency.UWV)
    listed = await served.client.get("/v1/besluiten", headers=served.bearer(uwv))
    decision = listed.json()["besluiten"][0]["besluitId"]
    await served.client.post(
        f"/v1/besluiten/{decision}/stemmen",
        json={
            "soort": "agree",
            "optie": "o-1",
            "motivering": MOTIVE,
            "grondslag": await own_bases(served, decision, Agency.UWV),
            "stemId": "vote-0001",
        },
        headers=served.bearer(uwv),
    )
    (vote,) = served.runner.votes
    assert vote.id.startswith("v-")
    assert vote.liaison.id == uwv.subject
    assert vote.liaison.mandate is not None


async def test_a_name_that_a_liaison_gives_a_vote_is_kept_apart_from_everyone_elses(
    served: Served, open_decisions: list[str]
) -> None:
    decision = open_decisions[0]
    shown = await served.client.get(
        f"/v1/besluiten/{decision}", headers=served.bearer(social_worker_of(HOME))
    )
    one, other = map(Agency, shown.json()["instanties"][:2])
    vote = {
        "soort": "agree",
        "optie": "o-1",
        "motivering": "kort",
        "grondslag": [],
        "stemId": "999901217",
    }
    for agency in (one, one, other):
        await served.client.post(
            f"/v1/besluiten/{decision}/stemmen",
            json=vote,
            headers=served.bearer(liaison_of(agency)),
        )
    first, again, anothers = (cast.id for cast in served.runner.votes)
    assert first == again != anothers
    assert "999901217" not in first


async def test_a_local_agencys_liaison_without_a_municipality_is_refused(
    served: Served, open_decisions: list[str]
) -> None:
    nowhere = replace(liaison_of(Agency.GEMEENTE), municipality=None, municipality_name=None)
    for path in ("/v1/besluiten", f"/v1/besluiten/{open_decisions[0]}"):
        answer = await served.client.get(path, headers=served.bearer(nowhere))
        assert answer.status_code in {401, 403, 404}, path


async def test_a_decision_asks_one_question_and_shows_what_was_decided_before(
    served: Served, open_decisions: list[str]
) -> None:
    toeslagen = served.bearer(liaison_of(Agency.BELASTINGDIENST))
    shown = await served.client.get(f"/v1/besluiten/{open_decisions[0]}", headers=toeslagen)
    asked = shown.json()["vraagZin"]
    assert asked.startswith("Willen de Belastingdienst")
    assert asked.endswith("?")
    assert shown.json()["precedenten"] == []
