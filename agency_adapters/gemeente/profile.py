"""The municipality as an agency: bijstand, Wmo, debt counselling, and keeper of the BRP."""

from __future__ import annotations

from agency_adapters.gemeente.law import LAW
from agency_adapters.profile import AgencyProfile, AnswerTerm
from domain.records import Provision
from domain.vocabulary import Agency, Department, Law

PROFILE = AgencyProfile(
    agency=Agency.GEMEENTE,
    oin="00000099000000002006",
    name="Gemeente",
    number_prefix="GEM",
    departments=(
        Department.WERK_EN_INKOMEN,
        Department.SCHULDHULPVERLENING,
        Department.BURGERZAKEN,
        Department.WMO,
    ),
    # it keeps a base register: corrections in the BRP have a term of their own
    answers_register_errors=AnswerTerm(Provision(Law.WET_BRP, "2.58", "1"), weeks=4),
    law=LAW,
)
