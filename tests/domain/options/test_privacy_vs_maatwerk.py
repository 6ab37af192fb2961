from __future__ import annotations

from domain.conflicts import ConflictType
from domain.records import Ref
from tests.support.answered import Answered, answered
from tests.support.drafts import Draft, draft

KIND = ConflictType.PRIVACY_VS_MAATWERK


def _in_hiding(*holders: str) -> Draft:
    """The applicant lives at a secret address; letters go to where the excluded husband lives."""
    household = draft("J05")
    household.intake["addresses"][0]["secret"] = True
    household.intake["members"][1]["excluded"] = True
    for holder in holders or ("svb",):
        household.ledger(holder).append(
            {
                "record": "fact_used",
                "id": f"x-letters-{holder}",
                "persons": ["p1"],
                "fact": "postal_address",
                "value": {"ref": household.intake["members"][1]["lives_at"]},
                "origin": "declared",
                "certainty": "declared",
            }
        )
    return household


def _become(answer: Answered) -> set[object]:
    return {each.value for each in answer.done}


def test_without_a_safe_address_no_letter_goes_out() -> None:
    answer = answered(_in_hiding(), KIND)
    assert answer.acts == [("svb", "correct", "AVG 16", ("x-letters-svb",))]
    assert _become(answer) == {Ref(None)}
    assert not answer.deviates
    assert KIND not in answer.after


def test_letters_go_to_the_address_for_letters_when_there_is_one() -> None:
    household = _in_hiding()
    address = dict(household.intake["addresses"][0], id="a7", kind="correspondence", secret=False)
    household.intake["addresses"].append(address)
    answer = answered(household, KIND)
    assert _become(answer) == {Ref("a7")}
    assert KIND not in answer.after


def test_each_body_that_writes_there_puts_its_own_right() -> None:
    answer = answered(_in_hiding("svb", "uwv", "duo"), KIND)
    assert [each[0] for each in answer.acts] == ["duo", "svb", "uwv"]
    assert KIND not in answer.after


def test_the_secret_address_is_told_to_nobody() -> None:
    household = _in_hiding()
    household.intake["addresses"][0]["kind"] = "correspondence"
    assert _become(answered(household, KIND)) == {Ref(None)}
