"""Case files (format 1.0): loading and checking a household, and records to and from their JSON."""

from agency_adapters.casefile.casefile import CaseFile, PersonDetails, load_case_file, picture_of
from agency_adapters.casefile.problems import CaseFileInvalid, Problem
from agency_adapters.casefile.records import records_from_json, records_to_json

__all__ = [
    "CaseFile",
    "CaseFileInvalid",
    "PersonDetails",
    "Problem",
    "load_case_file",
    "picture_of",
    "records_from_json",
    "records_to_json",
]
