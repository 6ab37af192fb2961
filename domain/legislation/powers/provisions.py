"""The provisions that measures stand on, by a short name."""

from __future__ import annotations

from domain.records import Provision
from domain.vocabulary import Law

AWIR_26_2 = Provision(Law.AWIR, "26", "2")
AWIR_31 = Provision(Law.AWIR, "31")
AWB_3_2 = Provision(Law.AWB, "3:2")
AWB_3_4 = Provision(Law.AWB, "3:4")
AWB_4_94 = Provision(Law.AWB, "4:94")
AWB_4_94A = Provision(Law.AWB, "4:94a")
AWB_4_95 = Provision(Law.AWB, "4:95")
AKW_14A_2 = Provision(Law.AKW, "14a", "2")
AKW_24_5 = Provision(Law.AKW, "24", "5")
AOW_24_5 = Provision(Law.AOW, "24", "5")
IW_25 = Provision(Law.IW_1990, "25")
IW_26 = Provision(Law.IW_1990, "26")
PW_18A_13 = Provision(Law.PW, "18a", "13")
PW_41 = Provision(Law.PW, "41")
PW_44 = Provision(Law.PW, "44")
PW_52 = Provision(Law.PW, "52")
PW_58_7 = Provision(Law.PW, "58", "7")
PW_58_8 = Provision(Law.PW, "58", "8")
WGS_4_1 = Provision(Law.WGS, "4", "1")
WGS_4_2 = Provision(Law.WGS, "4", "2")
WIA_77 = Provision(Law.WIA, "77")
WSF_6_7_2 = Provision(Law.WSF_2000, "6.7", "2")
WSF_11_5 = Provision(Law.WSF_2000, "11.5")
WW_27A_13 = Provision(Law.WW, "27a", "13")
WW_36_6 = Provision(Law.WW, "36", "6")
ZVW_18D_2C = Provision(Law.ZVW, "18d", "2 c")
ZVW_18G_5 = Provision(Law.ZVW, "18g", "5")
