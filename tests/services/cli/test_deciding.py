"""The words of the command line for deciding: one answer, and changes as people write them."""

from __future__ import annotations

import pytest

from domain.decisions import VoteKind
from services.cli.answers import Answer, answer_of
from services.cli.deciding import changes_of
from services.cli.exits import CommandFailed
from services.cli.votes import KINDS


def test_every_kind_of_vote_can_be_cast_from_the_command_line() -> None:
    assert set(KINDS) == set(Answer)
    assert set(KINDS.values()) == set(VoteKind)


@pytest.mark.parametrize(
    ("kind", "agree", "answer"),
    [
        (None, True, Answer.AGREE),
        (None, False, Answer.OBJECT),
        (Answer.ASK, None, Answer.ASK),
        (Answer.AGREE, True, Answer.AGREE),
    ],
)
def test_there_are_two_ways_to_say_the_usual_answers(
    kind: Answer | None, agree: bool | None, answer: Answer
) -> None:
    assert answer_of(kind, agree) is answer


@pytest.mark.parametrize(("kind", "agree"), [(None, None), (Answer.OBJECT, True)])
def test_no_answer_and_two_answers_are_refused(kind: Answer | None, agree: bool | None) -> None:
    with pytest.raises(CommandFailed):
        answer_of(kind, agree)


def test_changes_of_one_measure_are_sent_together() -> None:
    changes = changes_of(("m-1:amount=120000", "m-1:until=2027-05-31"), ("m-2",))
    assert changes == [
        {"maatregelId": "m-1", "bedragCenten": 120000, "tot": "2027-05-31"},
        {"maatregelId": "m-2", "weglaten": True},
    ]


@pytest.mark.parametrize("text", ["m-1", "m-1:amount=veel", "m-1:who=me"])
def test_a_change_that_cannot_be_read_is_refused(text: str) -> None:
    with pytest.raises(CommandFailed):
        changes_of((text,), ())
