"""Which provisions an agency may give as its ground: its own laws, and those that bind all."""

from __future__ import annotations

from domain.legislation.powers.lookup import powers_of
from domain.legislation.powers.provisions import AWB_3_2, AWB_3_4
from domain.records import Provision
from domain.vocabulary import Agency, Law

GENERAL_PRINCIPLES = (
    AWB_3_2,
    AWB_3_4,
    Provision(Law.AWB, "3:46"),
    Provision(Law.AWB, "4:84"),
)
"""Principles that every agency may always stand on: careful preparation, proportionality, reasons,
and deviation from its own policy rules."""

OWN_LAWS: dict[Agency, frozenset[Law]] = {
    Agency.BELASTINGDIENST: frozenset(
        {
            Law.AWIR,
            Law.AWR,
            Law.IW_1990,
            Law.WET_IB_2001,
            Law.WET_OB_1968,
            Law.WET_MRB_1994,
            Law.WET_HERSTELOPERATIE_TOESLAGEN,
            Law.WHT,
            Law.WKGB,
            Law.WKO,
            Law.WZT,
        }
    ),
    Agency.UWV: frozenset({Law.WW, Law.ZW, Law.WIA, Law.WAJONG, Law.WET_SUWI}),
    # the SVB pays the AIO supplement under the Participatiewet (Pw 47a)
    Agency.SVB: frozenset({Law.AOW, Law.AKW, Law.PW, Law.VO_883_2004}),
    Agency.DUO: frozenset({Law.WSF_2000}),
    Agency.CAK: frozenset({Law.ZVW, Law.WLZ, Law.WMO_2015, Law.VO_883_2004}),
    Agency.GEMEENTE: frozenset(
        {Law.PW, Law.WGS, Law.WMO_2015, Law.WET_BRP, Law.VERORDENING, Law.FW}
    ),
}
"""The laws that an agency carries out."""

COMMON_LAWS = frozenset({Law.AWB, Law.AVG, Law.BW, Law.RV})
"""The laws that bind every agency and every creditor."""


def may_invoke(agency: Agency, provision: Provision) -> bool:
    """Is this a provision that the agency can give as its ground: its own law, or one for all?

    Paragraphs are not compared.
    """
    return provision.law in OWN_LAWS[agency] | COMMON_LAWS


def is_own_ground(agency: Agency, provision: Provision) -> bool:
    """Does the provision say something of this agency: its own law, a power of it, or a principle?

    Paragraphs are not compared.
    """
    if provision.law in OWN_LAWS[agency]:
        return True
    known = (*GENERAL_PRINCIPLES, *(power.provision for power in powers_of(agency)))
    return any((each.law, each.article) == (provision.law, provision.article) for each in known)
