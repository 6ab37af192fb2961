"""The law over the API: open, Dutch names, problems told together, nothing repeated."""

from __future__ import annotations

from tests.services.conftest import Served

FACTS = {
    "born": "1985-03-02",
    "insured": True,
    "insurance_suspended": False,
    "lawful_residence": True,
    "lives_in_netherlands": True,
    "income": 2_400_000,
    "assets": 0,
    "has_partner": False,
}
ASK = "/v1/regelingen/zorgtoeslag/_bepaal"
ON = {"peildatum": "2025-05-05"}


async def test_the_regulations_are_open_to_all(served: Served) -> None:
    answer = await served.client.get("/v1/regelingen")
    assert answer.status_code == 200
    assert "zorgtoeslag" in {one["regeling"] for one in answer.json()["regelingen"]}


async def test_a_regulation_names_articles_facts_and_sources(served: Served) -> None:
    answer = await served.client.get("/v1/regelingen/zorgtoeslag", params=ON)
    said = answer.json()
    assert {"artikel": "Wzt 2 lid 1", "url": said["artikelen"][1]["url"]} in said["artikelen"]
    assert all(value["bron"] for one in said["parameters"] for value in one["waarden"])


async def test_a_determination_is_made_and_explained(served: Served) -> None:
    answer = await served.client.post(ASK, params=ON, json=FACTS)
    assert answer.status_code == 200
    said = answer.json()
    assert said["uitkomst"] == "granted"
    assert said["uitkomsten"][0]["waarde"] == 13112
    assert said["uitleg"][0].keys() == {"nl", "en"}


async def test_facts_that_cannot_be_read_are_told_together(served: Served) -> None:
    wrong = {"income": "veel geld", "insured": "misschien"}
    answer = await served.client.post(ASK, params=ON, json=wrong)
    assert answer.status_code == 400
    assert answer.headers["content-type"] == "application/problem+json"
    assert {one["plaats"] for one in answer.json()["fouten"]} == {"/insured", "/income"}
    assert all("moet zijn" in one["melding"] for one in answer.json()["fouten"])
    assert "veel geld" not in answer.text


async def test_an_unknown_regulation_is_not_found(served: Served) -> None:
    answer = await served.client.get("/v1/regelingen/nergens/schema")
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


async def test_the_schema_is_given(served: Served) -> None:
    answer = await served.client.get("/v1/regelingen/zorgtoeslag/schema")
    assert answer.json()["properties"]["income"]["x-unit"] == "eurocent_per_year"


async def test_a_day_out_of_reach_is_a_problem_and_no_crash(served: Served) -> None:
    for on in ("2019-05-05", "9999-12-31"):
        answer = await served.client.post(ASK, params={"peildatum": on}, json=FACTS)
        assert answer.status_code == 400
        assert answer.headers["content-type"] == "application/problem+json"
        assert "1 januari 2024" in answer.json()["fouten"][0]["melding"]


async def test_the_room_of_a_regulation_and_of_a_provision_is_given(served: Served) -> None:
    day = {"peildatum": "2026-05-05"}
    answer = await served.client.get("/v1/regelingen/terugvordering_toeslagen/ruimte", params=day)
    said = answer.json()
    assert "Awir 26b lid 1" in {one["artikel"]["artikel"] for one in said["uitzonderingen"]}
    assert {"none", "proportionality"} <= {one["soort"] for one in said["ruimte"]}

    answer = await served.client.get("/v1/bepalingen/Awir 31bis/ruimte", params=day)
    (bound,) = answer.json()["ruimte"]
    assert bound["bevoegd"] == ["belastingdienst/toeslagen"]
    assert bound["verbiedt"][0]["inPlaatsDaarvan"]["artikel"] == "Awir 26 lid 2"


async def test_a_provision_that_is_none_is_not_found(served: Served) -> None:
    answer = await served.client.get("/v1/bepalingen/iets/ruimte", params=ON)
    assert answer.status_code == 404
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_question_without_a_day_or_without_an_object_says_so_in_dutch(
    served: Served,
) -> None:
    for params, sent, said in (
        ({}, "{}", "ontbreekt"),
        ({"peildatum": "2025-02-30"}, "{}", "is geen dag; schrijf 2026-05-31"),
        (ON, "[1", "is geen geldige JSON"),
        (ON, "[1]", "moet een object zijn: {...}"),
    ):
        headers = {"content-type": "application/json"}
        answer = await served.client.post(ASK, params=params, content=sent, headers=headers)
        assert answer.status_code == 400
        assert [one["melding"] for one in answer.json()["fouten"]] == [said]
