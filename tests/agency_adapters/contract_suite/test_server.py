"""Who may call what, health, reflection, and what happens when the database goes away."""

from __future__ import annotations

from pathlib import Path

import grpc
import pytest
from grpc_health.v1 import health_pb2
from grpc_reflection.v1alpha import reflection_pb2

from agency_adapters.contract.channel import channel_to
from agency_adapters.contract.client import AgencyClient
from agency_adapters.contract.errors import AgencyRefused, AgencyUnavailable
from agency_adapters.contract.organisations import (
    AGENCY_SERVICE,
    DEVELOPMENT,
    HEALTH_SERVICE,
    REFLECTION_SERVICE,
    SAMENLOOP,
)
from agency_adapters.contract.pki import ensure_development_pki
from agency_adapters.contract.tls import TlsFiles, server_name_of
from agency_adapters.development.client import DevelopmentClient
from domain.vocabulary import Agency, RecordKind
from tests.support.agencies import AgencyHouse, running_agency
from tests.support.contract_household import BSN_OF, TODAY, asker
from tests.support.postgres import PostgresServer

KINDS = tuple(RecordKind)


# the generated stubs of gRPC's own services are typed for channels without asyncio only
async def health_of(channel: grpc.aio.Channel, service: str) -> health_pb2.HealthCheckResponse:
    check = channel.unary_unary(
        f"/{HEALTH_SERVICE}/Check",
        health_pb2.HealthCheckRequest.SerializeToString,
        health_pb2.HealthCheckResponse.FromString,
    )
    answer: health_pb2.HealthCheckResponse = await check(
        health_pb2.HealthCheckRequest(service=service), timeout=5
    )
    return answer


async def test_a_caller_without_a_certificate_gets_no_connection(
    house: AgencyHouse, agency: Agency, tls_directory: Path
) -> None:
    credentials = grpc.ssl_channel_credentials((tls_directory / "ca.pem").read_bytes())
    options = (("grpc.ssl_target_name_override", server_name_of(agency)),)
    async with grpc.aio.secure_channel(house.address, credentials, options) as channel:
        with pytest.raises(grpc.aio.AioRpcError) as refused:
            await health_of(channel, "")
    assert refused.value.code() is grpc.StatusCode.UNAVAILABLE


async def test_a_caller_of_another_authority_gets_no_connection(
    house: AgencyHouse, agency: Agency, tls_directory: Path, tmp_path: Path
) -> None:
    ensure_development_pki(tmp_path)
    (tmp_path / "ca.pem").write_bytes((tls_directory / "ca.pem").read_bytes())
    async with AgencyClient(agency, house.address, tmp_path, deadline_seconds=5) as client:
        with pytest.raises(AgencyUnavailable):
            await client.get_position(asker(""), TODAY, KINDS)


async def test_another_agency_may_not_ask(
    house: AgencyHouse, agency: Agency, tls_directory: Path
) -> None:
    other = next(each for each in Agency if each is not agency)
    async with AgencyClient(
        agency, house.address, tls_directory, deadline_seconds=5, certificate=other.value
    ) as client:
        # its certificate is for serving only, so the handshake already fails
        with pytest.raises(AgencyUnavailable):
            await client.get_position(asker(""), TODAY, KINDS)


async def test_the_plans_organisation_may_not_use_the_development_service(
    house: AgencyHouse, agency: Agency, tls_directory: Path
) -> None:
    tls = TlsFiles.of(tls_directory, SAMENLOOP)
    async with DevelopmentClient(agency, house.address, tls) as client:
        with pytest.raises(AgencyRefused) as refused:
            await client.show_ledger()
    assert refused.value.reason == "NOT_ALLOWED"


async def test_a_server_in_production_has_no_development_service_and_knows_no_developer(
    agency: Agency, ledger_dsns: dict[Agency, str], tls_directory: Path
) -> None:
    async with (
        running_agency(
            agency, ledger_dsns[agency], tls_directory, development=False
        ) as in_production,
        in_production.development() as development,
    ):
        with pytest.raises(AgencyRefused) as refused:
            await development.load_dossier(BSN_OF, "[]")
        assert refused.value.reason in ("UNIMPLEMENTED", "ORGANISATION_UNKNOWN")
        async with AgencyClient(
            agency, in_production.address, tls_directory, certificate=DEVELOPMENT
        ) as developer:
            with pytest.raises(AgencyRefused) as unknown:
                await developer.get_position(asker(""), TODAY, KINDS)
        assert unknown.value.reason == "ORGANISATION_UNKNOWN"


async def test_the_health_service_says_serving(
    house: AgencyHouse, agency: Agency, tls_directory: Path
) -> None:
    tls = TlsFiles.of(tls_directory, SAMENLOOP)
    async with channel_to(agency, house.address, tls) as channel:
        for service in ("", AGENCY_SERVICE):
            serving = health_pb2.HealthCheckResponse.SERVING
            assert (await health_of(channel, service)).status == serving


async def test_reflection_names_the_contract(
    house: AgencyHouse, agency: Agency, tls_directory: Path
) -> None:
    tls = TlsFiles.of(tls_directory, SAMENLOOP)
    async with channel_to(agency, house.address, tls) as channel:
        ask = channel.stream_stream(
            f"/{REFLECTION_SERVICE}/ServerReflectionInfo",
            reflection_pb2.ServerReflectionRequest.SerializeToString,
            reflection_pb2.ServerReflectionResponse.FromString,
        )
        asked = iter([reflection_pb2.ServerReflectionRequest(list_services="")])
        answers = [answer async for answer in ask(asked, timeout=5)]
    assert AGENCY_SERVICE in {each.name for each in answers[0].list_services_response.service}


async def test_an_agency_whose_database_broke_off_answers_again_by_itself(
    house: AgencyHouse, client: AgencyClient, administration: str, postgres: PostgresServer
) -> None:
    who = asker(administration)
    await client.get_position(who, TODAY, KINDS)
    postgres.disconnect_all(house.ledger_dsn)
    with pytest.raises(AgencyUnavailable) as away:
        await client.get_position(who, TODAY, KINDS)
    assert away.value.reason == "LEDGER_UNAVAILABLE"
    assert (await client.get_position(who, TODAY, KINDS)).records


async def test_no_bsn_stands_in_the_database_in_the_clear(
    house: AgencyHouse, administration: str, postgres: PostgresServer
) -> None:
    content = postgres.text_of(house.ledger_dsn)
    assert administration in content
    assert not any(bsn in content or bsn.encode().hex() in content for bsn in BSN_OF.values())
