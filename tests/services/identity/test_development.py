"""The development issuer: tokens that say who one is, one key for all processes, never in
production."""

from __future__ import annotations

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from domain.legislation.powers import powers_of
from domain.vocabulary import Agency
from services.identity.actor import Actor
from services.identity.development import (
    DevelopmentIdentity,
    DevelopmentIdentityRefused,
    NobodyByThatName,
    example_liaison,
    mint_token,
    person,
)
from services.identity.people import everyone, liaison_of, social_worker_of
from services.identity.tokens import Issuer, TokenInvalid


@pytest.mark.parametrize("actor", list(everyone()), ids=lambda actor: actor.subject)
def test_a_token_gives_back_the_actor_it_was_made_for(
    identity: DevelopmentIdentity, actor: Actor
) -> None:
    assert identity.verifier.actor_of(identity.token_for(actor)) == actor


def test_a_token_that_is_over_is_not_believed(identity: DevelopmentIdentity) -> None:
    token = identity.token_for(social_worker_of("A"), valid_for=dt.timedelta(seconds=-60))
    with pytest.raises(TokenInvalid, match="verlopen"):
        identity.verifier.actor_of(token)


def test_a_token_of_another_key_is_not_believed(identity: DevelopmentIdentity) -> None:
    forger = Issuer("samenloop-ontwikkeling", Ed25519PrivateKey.generate())
    token = forger.token_for(
        social_worker_of("A"), now=dt.datetime.now(dt.UTC), valid_for=dt.timedelta(hours=1)
    )
    with pytest.raises(TokenInvalid):
        identity.verifier.actor_of(token)


@pytest.mark.parametrize("token", ["", "a.b.c", "geen token"])
def test_what_is_no_token_is_not_believed(identity: DevelopmentIdentity, token: str) -> None:
    with pytest.raises(TokenInvalid):
        identity.verifier.actor_of(token)


def test_there_is_no_development_issuer_in_production(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(DevelopmentIdentityRefused):
        DevelopmentIdentity(tmp_path, production=True)
    monkeypatch.setenv("SAMENLOOP_PRODUCTION", "1")
    with pytest.raises(DevelopmentIdentityRefused):
        mint_token(tmp_path, "liaison.uwv")
    assert list(tmp_path.iterdir()) == []


def test_processes_that_start_at_once_share_one_key(tmp_path: Path) -> None:
    with ThreadPoolExecutor(8) as pool:
        made = list(pool.map(lambda _: DevelopmentIdentity(tmp_path), range(8)))
    token = made[0].token_for(social_worker_of("A"))
    assert len({one.verifier.actor_of(token) for one in made}) == 1
    assert len({one.session_key for one in made}) == 1
    assert all(file.stat().st_mode & 0o077 == 0 for file in tmp_path.iterdir())


def test_the_people_of_any_municipality_can_be_met(tmp_path: Path) -> None:
    found = person("casusregisseur.oud-zevenhuizen", "Oud-Zevenhuizen")
    assert found.municipality == "gm-oud-zevenhuizen"
    with pytest.raises(NobodyByThatName):
        person("casusregisseur.oud-zevenhuizen")


@pytest.mark.parametrize("agency", Agency)
def test_a_liaison_is_mandated_for_every_power_of_the_agency(agency: Agency) -> None:
    (mandate,) = example_liaison(liaison_of(agency)).mandates
    assert {power.provision for power in powers_of(agency)} == set(mandate.provisions)


def test_everyone_has_a_subject_and_a_name_of_their_own() -> None:
    people = list(everyone())
    assert len({one.subject for one in people}) == len(people)
    assert len({one.name for one in people}) == len(people)
