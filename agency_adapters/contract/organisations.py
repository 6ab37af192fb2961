"""Who may call an agency: test organisation numbers (OIN) and the calls each of them may make."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

SAMENLOOP_OIN = "00000099000000001001"
DEVELOPMENT_OIN = "00000099000000001009"

# Names of the two callers: of their certificate files, too
SAMENLOOP = "samenloop"
DEVELOPMENT = "development"

AGENCY_SERVICE = "samenloop.agency.v1.AgencyService"
DEVELOPMENT_SERVICE = "samenloop.agency.development.v1.DevelopmentService"
HEALTH_SERVICE = "grpc.health.v1.Health"
REFLECTION_SERVICE = "grpc.reflection.v1alpha.ServerReflection"


@dataclass(frozen=True, slots=True)
class AllowList:
    """Which services each organisation may call; whoever is not in it may call nothing."""

    services_of: Mapping[str, frozenset[str]]

    def knows(self, oin: str) -> bool:
        """Whether this organisation may call anything at all."""
        return oin in self.services_of

    def allows(self, oin: str, service: str) -> bool:
        """Whether this organisation may call this service."""
        return service in self.services_of.get(oin, frozenset())


_ALWAYS = frozenset({HEALTH_SERVICE, REFLECTION_SERVICE})

IN_PRODUCTION = AllowList({SAMENLOOP_OIN: _ALWAYS | {AGENCY_SERVICE}})
IN_DEVELOPMENT = AllowList(
    {**IN_PRODUCTION.services_of, DEVELOPMENT_OIN: _ALWAYS | {AGENCY_SERVICE, DEVELOPMENT_SERVICE}}
)
