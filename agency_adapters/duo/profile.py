"""DUO: student finance and its debts."""

from __future__ import annotations

from agency_adapters.duo.law import LAW
from agency_adapters.profile import AgencyProfile
from domain.vocabulary import Agency

PROFILE = AgencyProfile(
    agency=Agency.DUO,
    oin="00000099000000002004",
    name="Dienst Uitvoering Onderwijs",
    number_prefix="DUO",
    law=LAW,
)
