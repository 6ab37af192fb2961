"""CAK: contributions for care, and the scheme for unpaid health premiums."""

from __future__ import annotations

from agency_adapters.cak.law import LAW
from agency_adapters.profile import AgencyProfile
from domain.vocabulary import Agency

PROFILE = AgencyProfile(
    agency=Agency.CAK,
    oin="00000099000000002005",
    name="CAK",
    number_prefix="CAK",
    law=LAW,
)
