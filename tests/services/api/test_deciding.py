"""`/v1/besluiten`: conditions, counter-proposals, weighing and review, as real clients send
them."""

from __future__ import annotations

import pytest
from pydantic import JsonValue

from domain.vocabulary import Agency
from services.cli.demo_story import REVIEW, WEIGHING
from services.identity.actor import Actor
from services.identity.people import (
    HOME,
    NEIGHBOUR,
    coordinator_of,
    liaison_of,
    social_worker_of,
)
from tests.services.conftest import Served

MOTIVE = "Het huishouden houdt anders minder over dan het minimum."
WORKER = social_worker_of(HOME)
SVB = liaison_of(Agency.SVB)
DUO = liaison_of(Agency.DUO)
TOESLAGEN = liaison_of(Agency.BELASTINGDIENST)


class Decision:
    """The one decision of J01, as its people see it."""

    def __init__(self, served: Served, ref: str) -> None:
        self.served = served
        self.path = f"/v1/besluiten/{ref}"
        self.ref = ref

    async def seen_by(self, actor: Actor) -> dict[str, JsonValue]:
        answer = await self.served.client.get(self.path, headers=self.served.bearer(actor))
        assert answer.status_code == 200, answer.text
        found: dict[str, JsonValue] = answer.json()
        return found

    async def send(
        self, actor: Actor, what: str, body: JsonValue, method: str = "POST"
    ) -> tuple[int, dict[str, JsonValue]]:
        answer = await self.served.client.request(
            method, f"{self.path}/{what}", json=body, headers=self.served.bearer(actor)
        )
        return answer.status_code, answer.json()

    async def weigh(self, actor: Actor, body: JsonValue = None) -> tuple[int, dict[str, JsonValue]]:
        return await self.send(actor, "weging", body or WEIGHING, "PUT")

    async def review(self, actor: Actor, opinion: str) -> tuple[int, dict[str, JsonValue]]:
        sent: JsonValue = {"oordeel": opinion, "motivering": REVIEW}
        return await self.send(actor, "beoordelingen", sent)

    async def own(self, agency: Agency, option: int = 0) -> list[dict[str, JsonValue]]:
        seen = (await self.seen_by(liaison_of(agency)))["opties"]
        assert isinstance(seen, list)
        one = seen[option]
        assert isinstance(one, dict)
        measures = one["maatregelen"]
        assert isinstance(measures, list)
        return [m for m in measures if isinstance(m, dict) and m["instantie"] == agency.value]

    async def vote(
        self, agency: Agency, kind: str = "agree", **more: JsonValue
    ) -> tuple[int, dict[str, JsonValue]]:
        option = more.get("optie", "o-1")
        number = int(str(option).removeprefix("o-")) - 1
        basis = dict.fromkeys(str(m["bepaling"]) for m in await self.own(agency, number))
        sent: JsonValue = {
            "soort": kind,
            "optie": "o-1",
            "motivering": MOTIVE,
            "grondslag": [*basis],
            **more,
        }
        return await self.send(liaison_of(agency), "stemmen", sent)

    async def agreed(self) -> None:
        instanties = (await self.seen_by(WORKER))["instanties"]
        assert isinstance(instanties, list)
        for agency in map(str, instanties):
            status, said = await self.vote(Agency(agency))
            assert status == 201, said


@pytest.fixture
async def decision(served: Served, j01_text: str) -> Decision:
    headers = {"Content-Type": "application/json"} | served.bearer(WORKER)
    await served.client.post("/v1/plannen", content=j01_text, headers=headers)
    listed = await served.client.get("/v1/besluiten?staat=open", headers=served.bearer(WORKER))
    (one,) = listed.json()["besluiten"]
    return Decision(served, one["besluitId"])


async def in_review(served: Served, actor: Actor) -> list[str]:
    listed = await served.client.get("/v1/besluiten?staat=in_review", headers=served.bearer(actor))
    return [one["besluitId"] for one in listed.json()["besluiten"]]


async def test_a_vote_on_conditions_names_them(decision: Decision) -> None:
    status, said = await decision.vote(Agency.UWV, "agree_on_conditions")
    assert (status, said["reden"]) == (409, "conditions_missing")
    status, _ = await decision.vote(
        Agency.UWV, "agree_on_conditions", voorwaarden=["Een week later."]
    )
    assert status == 201
    votes = (await decision.seen_by(WORKER))["stemmen"]
    assert isinstance(votes, list)
    (vote,) = votes
    assert isinstance(vote, dict)
    assert (vote["voorwaarden"], vote["ronde"]) == (["Een week later."], 1)


async def test_a_counter_proposal_begins_a_round_in_which_its_maker_does_not_agree(
    decision: Decision,
) -> None:
    await decision.vote(Agency.UWV)
    (lower,) = [m for m in await decision.own(Agency.BELASTINGDIENST) if m["soort"] == "reduce"]
    change: JsonValue = {"maatregelId": lower["maatregelId"], "bedragCenten": 400_000}
    sent: JsonValue = {"optie": "o-1", "motivering": MOTIVE, "wijzigingen": [change]}
    for _ in range(2):
        status, made = await decision.send(TOESLAGEN, "tegenvoorstellen", sent)
        assert status == 201, made
    seen = await decision.seen_by(WORKER)
    assert seen["ronde"] == 2
    puts = seen["tegenvoorstellen"]
    assert isinstance(puts, list)
    (put,) = puts
    assert isinstance(put, dict)
    assert (put["instantie"], put["ronde"], put["optieId"]) == (
        "belastingdienst",
        2,
        made["optieId"],
    )
    status, said = await decision.vote(Agency.BELASTINGDIENST, optie=made["optieId"])
    assert (status, said["reden"]) == (409, "own_proposal")
    status, said = await decision.vote(Agency.UWV, ronde=1)
    assert (status, said["reden"]) == (409, "earlier_round")
    hidden = (await decision.seen_by(liaison_of(Agency.UWV)))["tegenvoorstellen"]
    assert isinstance(hidden, list)
    assert "400000" not in str(hidden)


async def test_a_counter_proposal_that_cannot_be_put_says_why_in_dutch(
    decision: Decision,
) -> None:
    (first, *_) = await decision.own(Agency.BELASTINGDIENST)
    nothing: JsonValue = {
        "optie": "o-1",
        "motivering": MOTIVE,
        "wijzigingen": [{"maatregelId": first["maatregelId"]}],
    }
    status, said = await decision.send(TOESLAGEN, "tegenvoorstellen", nothing)
    assert (status, said["type"]) == (409, "urn:samenloop:probleem:tegenvoorstel-geweigerd")
    assert "U verandert niets" in str(said["detail"])
    assert (await decision.send(WORKER, "tegenvoorstellen", nothing))[0] == 403


async def test_who_weighs_works_for_the_municipality_or_an_agency_that_decides(
    decision: Decision,
) -> None:
    for actor in (WORKER, coordinator_of(HOME), TOESLAGEN):
        assert (await decision.weigh(actor))[0] == 200
    assert (await decision.weigh(SVB))[0] == 404
    assert (await decision.weigh(social_worker_of(NEIGHBOUR)))[0] == 404


async def test_a_weighing_that_says_too_little_names_every_field(decision: Decision) -> None:
    status, said = await decision.weigh(WORKER, WEIGHING | {"derden": "geen", "rendement": ""})
    assert status == 400
    wrong = said["fouten"]
    assert isinstance(wrong, list)
    assert [one["plaats"] for one in wrong if isinstance(one, dict)] == ["derden", "rendement"]


async def test_a_colleague_finds_what_waits_for_a_review_and_sees_it_no_longer_than_that(
    served: Served, decision: Decision
) -> None:
    veenburg = liaison_of(Agency.GEMEENTE, NEIGHBOUR)
    assert await in_review(served, SVB) == []
    await decision.agreed()
    assert (await decision.weigh(WORKER))[0] == 200
    assert await in_review(served, SVB) == await in_review(served, DUO) == [decision.ref]
    assert await in_review(served, TOESLAGEN) == [decision.ref], "of the own agency: to follow it"
    assert await in_review(served, veenburg) == [], "a gemeente took a position already"
    seen = await decision.seen_by(SVB)
    weighed = seen["weging"]
    assert isinstance(weighed, dict)
    assert weighed["door"] == WORKER.subject
    assert seen["toetsUiterlijk"]
    assert all(m["op"] is None for o in seen["opties"] for m in o["maatregelen"])  # type: ignore[union-attr, index, call-overload]
    assert "Samira" not in str(seen)
    for _ in range(2):
        assert (await decision.review(SVB, "sound"))[0] == 201
    assert await in_review(served, DUO) == []
    done = await decision.seen_by(WORKER)
    assert done["staat"] == "carried_out"
    assert done["besloten"]
    assert (await decision.review(DUO, "sound"))[0] == 404


async def test_who_had_a_say_does_not_review_and_nor_does_the_municipality(
    decision: Decision,
) -> None:
    await decision.agreed()
    await decision.weigh(WORKER)
    status, said = await decision.review(TOESLAGEN, "sound")
    assert (status, said["type"]) == (409, "urn:samenloop:probleem:beoordeling-geweigerd")
    assert (await decision.review(WORKER, "sound"))[0] == 403
    assert (await decision.review(coordinator_of(HOME), "sound"))[0] == 403


async def test_a_decision_that_is_not_sound_goes_back_to_the_vote(decision: Decision) -> None:
    await decision.agreed()
    await decision.weigh(WORKER)
    assert (await decision.review(SVB, "not_sound"))[0] == 201
    seen = await decision.seen_by(WORKER)
    assert (seen["staat"], seen["ronde"], seen["gekozenOptie"]) == ("open", 2, None)


async def test_a_review_that_nobody_asked_for_is_refused(decision: Decision) -> None:
    status, said = await decision.review(TOESLAGEN, "sound")
    assert status == 409
    assert "Het besluit staat op: Open" in str(said["detail"])
    assert (await decision.review(SVB, "sound"))[0] == 404
