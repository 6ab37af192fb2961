"""The laws and lower rules that are cited, with their numbers in the national database (BWB)."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from typing import NamedTuple

from domain.records import Provision
from domain.vocabulary import Law


class ActName(NamedTuple):
    """How an act is cited, what it is called, and its BWB number where that is known to us."""

    short: str
    title: str
    bwb: str | None = None


class Act(Enum):
    """An act of legislation, from a law down to a policy rule."""

    ANW = ActName("Anw", "Algemene nabestaandenwet", "BWBR0007795")
    AKW = ActName("AKW", "Algemene Kinderbijslagwet", "BWBR0002368")
    AOW = ActName("AOW", "Algemene Ouderdomswet", "BWBR0002221")
    ATW = ActName("Atw", "Algemene termijnenwet", "BWBR0002448")
    AVG = ActName("AVG", "Algemene verordening gegevensbescherming")
    AWB = ActName("Awb", "Algemene wet bestuursrecht", "BWBR0005537")
    AWIR = ActName("Awir", "Algemene wet inkomensafhankelijke regelingen", "BWBR0018472")
    AWR = ActName("AWR", "Algemene wet inzake rijksbelastingen", "BWBR0002320")
    BESLUIT_HUURTOESLAG = ActName("Besluit Wht", "Besluit op de huurtoeslag", "BWBR0008763")
    BESLUIT_KINDEROPVANGTOESLAG = ActName(
        "Besluit kot", "Besluit kinderopvangtoeslag", "BWBR0017321"
    )
    BESLUIT_LANGDURIGE_ZORG = ActName("Blz", "Besluit langdurige zorg", "BWBR0035948")
    BESLUIT_STUDIEFINANCIERING = ActName(
        "Bsf 2000", "Besluit studiefinanciering 2000", "BWBR0011545"
    )
    BOETEBESLUIT = ActName("Boetebesluit", "Boetebesluit socialezekerheidswetten", "BWBR0011708")
    BW = ActName("BW", "Burgerlijk Wetboek")
    DAGLOONBESLUIT = ActName("Dagloonbesluit", "Dagloonbesluit werknemersverzekeringen")
    FW = ActName("Fw", "Faillissementswet", "BWBR0001860")
    IW_1990 = ActName("IW 1990", "Invorderingswet 1990", "BWBR0004770")
    LEIDRAAD_INVORDERING = ActName(
        "Leidraad Invordering", "Leidraad Invordering 2008", "BWBR0024096"
    )
    PW = ActName("Pw", "Participatiewet", "BWBR0015703")
    REGELING_GERINGE_BEDRAGEN = ActName(
        "Regeling geringe bedragen", "Regeling terugvordering geringe bedragen"
    )
    REGELING_STANDAARDPREMIE = ActName(
        "Regeling standaardpremie",
        "Regeling vaststelling standaardpremie en bestuursrechtelijke premies",
    )
    REGELING_ZORGVERZEKERING = ActName("Regeling zorgverzekering", "Regeling zorgverzekering")
    RV = ActName("Rv", "Wetboek van Burgerlijke Rechtsvordering", "BWBR0001827")
    SR = ActName("Sr", "Wetboek van Strafrecht", "BWBR0001854")
    TOESLAGENWET = ActName("TW", "Toeslagenwet", "BWBR0004043")
    UB_WMO_2015 = ActName("UB Wmo 2015", "Uitvoeringsbesluit Wmo 2015", "BWBR0035733")
    UR_AWIR = ActName("UR Awir", "Uitvoeringsregeling Awir", "BWBR0019237")
    UR_IW_1990 = ActName("UR IW 1990", "Uitvoeringsregeling Invorderingswet 1990", "BWBR0004766")
    VERORDENING = ActName("verordening", "verordening van de gemeente")
    VO_883_2004 = ActName("Vo 883/2004", "Verordening (EG) nr. 883/2004")
    WAJONG = ActName(
        "Wajong", "Wet arbeidsongeschiktheidsvoorziening jonggehandicapten", "BWBR0008657"
    )
    WET_BRP = ActName("Wet BRP", "Wet basisregistratie personen", "BWBR0033715")
    WET_IB_2001 = ActName("Wet IB 2001", "Wet inkomstenbelasting 2001", "BWBR0011353")
    WET_SUWI = ActName("Wet SUWI", "Wet structuur uitvoeringsorganisatie werk en inkomen")
    WET_VERLAGING_EIGEN_BIJDRAGE_HUURTOESLAG = ActName(
        "Wvebh", "Wet verlaging eigen bijdrage huurtoeslag", "BWBR0049106"
    )
    WFSV = ActName("Wfsv", "Wet financiering sociale verzekeringen", "BWBR0017745")
    WGS = ActName("Wgs", "Wet gemeentelijke schuldhulpverlening", "BWBR0031331")
    WHT = ActName("Wht", "Wet op de huurtoeslag", "BWBR0008659")
    WIA = ActName("WIA", "Wet werk en inkomen naar arbeidsvermogen", "BWBR0019057")
    WKGB = ActName("Wkgb", "Wet op het kindgebonden budget", "BWBR0022751")
    WKO = ActName("Wko", "Wet kinderopvang", "BWBR0017017")
    WLZ = ActName("Wlz", "Wet langdurige zorg", "BWBR0035917")
    WML = ActName("WML", "Wet minimumloon en minimumvakantiebijslag", "BWBR0002638")
    WMO_2015 = ActName("Wmo 2015", "Wet maatschappelijke ondersteuning 2015", "BWBR0035362")
    WSF_2000 = ActName("Wsf 2000", "Wet studiefinanciering 2000", "BWBR0011453")
    WW = ActName("WW", "Werkloosheidswet", "BWBR0004045")
    WZT = ActName("Wzt", "Wet op de zorgtoeslag", "BWBR0018451")
    ZVW = ActName("Zvw", "Zorgverzekeringswet", "BWBR0018450")
    ZW = ActName("ZW", "Ziektewet", "BWBR0001888")

    @property
    def law(self) -> Law | None:
        """The same law in the words of the case file format, when that names it."""
        return _LAWS.get(self.value.short)


_LAWS = {law.value: law for law in Law}


@dataclass(frozen=True, slots=True)
class Article:
    """A place in an act: "Wzt 2 lid 3"."""

    act: Act
    number: str
    paragraph: str | None = None

    def __str__(self) -> str:
        return f"{self.act.value.short} {self.number}{_place_within(self.paragraph)}"

    @property
    def provision(self) -> Provision | None:
        """The same place as a provision of the case file format, when that names the law."""
        law = self.act.law
        return None if law is None else Provision(law, self.number, self.paragraph)

    def url(self, on: dt.date) -> str | None:
        """The official text as it stood on a day, when the act's BWB number is known.

        A Juriconnect reference: it finds the article by its number, in whatever chapter it stands.
        """
        bwb, number = self.act.value.bwb, self.number
        if self.act is Act.BW:
            book, _, number = self.number.partition(":")
            bwb = _BOOKS_OF_BW.get(book)
        if bwb is None:
            return None
        return f"https://wetten.overheid.nl/jci1.3:c:{bwb}&artikel={number}&z={on}&g={on}"


_BOOKS_OF_BW = {
    "1": "BWBR0002656",
    "3": "BWBR0005291",
    "6": "BWBR0005289",
    "7": "BWBR0005290",
}


@lru_cache(maxsize=1024)
def _place_within(paragraph: str | None) -> str:
    """ " lid 2 onder a", " onder a" in an article without paragraphs, or what a table is called."""
    if not paragraph:
        return ""
    lid, _, rest = paragraph.partition(" ")
    if lid[0].isdigit():
        return f" lid {lid} onder {rest.removeprefix('onder ')}" if rest else f" lid {lid}"
    return f" onder {paragraph}" if len(paragraph) == 1 else f" {paragraph}"
