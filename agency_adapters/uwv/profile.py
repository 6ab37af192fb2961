"""UWV: benefits for employees, and the pay administration."""

from __future__ import annotations

from agency_adapters.profile import AgencyProfile
from agency_adapters.uwv.law import LAW
from domain.vocabulary import Agency

PROFILE = AgencyProfile(
    agency=Agency.UWV,
    oin="00000099000000002002",
    name="Uitvoeringsinstituut Werknemersverzekeringen",
    number_prefix="UWV",
    law=LAW,
)
