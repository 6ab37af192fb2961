"""Belastingdienst, with Dienst Toeslagen as a department."""

from __future__ import annotations

from agency_adapters.belastingdienst.law import LAW
from agency_adapters.profile import AgencyProfile
from domain.vocabulary import Agency, Department

PROFILE = AgencyProfile(
    agency=Agency.BELASTINGDIENST,
    oin="00000099000000002001",
    name="Belastingdienst",
    number_prefix="BD",
    departments=(Department.BELASTINGEN, Department.TOESLAGEN),
    law=LAW,
)
