"""SVB: AOW, AIO, kinderbijslag."""

from __future__ import annotations

from agency_adapters.profile import AgencyProfile
from agency_adapters.svb.law import LAW
from domain.vocabulary import Agency

PROFILE = AgencyProfile(
    agency=Agency.SVB,
    oin="00000099000000002003",
    name="Sociale Verzekeringsbank",
    number_prefix="SVB",
    law=LAW,
)
