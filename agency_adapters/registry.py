"""Finds the agencies by their folders: an agency is there when its folder holds a `profile`."""

from __future__ import annotations

import importlib

from agency_adapters.profile import AgencyProfile
from domain.vocabulary import Agency


def profile_of(agency: Agency) -> AgencyProfile:
    """The profile in the folder named after the agency; imports no other agency's folder."""
    profile = importlib.import_module(f"agency_adapters.{agency.value}.profile").PROFILE
    if not isinstance(profile, AgencyProfile) or profile.agency is not agency:
        raise TypeError(f"agency_adapters.{agency.value}.profile.PROFILE is not its profile")
    return profile


def all_profiles() -> tuple[AgencyProfile, ...]:
    """Every agency's profile, in the order of the vocabulary."""
    return tuple(profile_of(agency) for agency in Agency)
