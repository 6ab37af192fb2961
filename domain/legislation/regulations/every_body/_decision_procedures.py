"""Which decision has to be taken within which term, from which day on, and how much longer the law
lets it take."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

from domain.legislation.determination import Act, Article, Text
from domain.legislation.parameters import Parameter, parameter


class Procedure(StrEnum):
    """The decisions whose term is known here."""

    APPLICATION = "application"
    STATUTORY_TERM = "statutory_term"
    OBJECTION = "objection"
    OBJECTION_WITH_COMMITTEE = "objection_with_committee"
    PENALTY = "penalty"
    ALLOWANCE_ADVANCE = "allowance_advance"
    ALLOWANCE_AWARD = "allowance_award"
    ASSISTANCE_ADVANCE = "assistance_advance"
    DEBT_TALK = "debt_talk"
    DEBT_TALK_THREAT = "debt_talk_threat"
    DEBT_PLAN = "debt_plan"

    @property
    def about(self) -> AboutProcedure:
        """Its words, its article and its parameters."""
        return _ABOUT[self]


class AboutProcedure(NamedTuple):
    """A decision's term: None as length when the facts give it, in weeks."""

    words: Text
    starts_with: Text
    by: Article
    length: Parameter | None
    suspended_by: Article | None = None


_AWB_SUSPENDS = Article(Act.AWB, "4:15", "1")
_RECEIVED = Text("ontvangst van de aanvraag", "receipt of the application")
_OBJECTIONS_END = Text("einde van de bezwaartermijn", "end of the term for objection")

_ABOUT = {
    Procedure.APPLICATION: AboutProcedure(
        Text("beschikking op een aanvraag", "decision on an application"),
        _RECEIVED,
        Article(Act.AWB, "4:13", "2"),
        parameter("awb_beslistermijn"),
        _AWB_SUSPENDS,
    ),
    Procedure.STATUTORY_TERM: AboutProcedure(
        Text(
            "beschikking waarvoor een wet een eigen termijn geeft",
            "decision for which an act gives a term of its own",
        ),
        _RECEIVED,
        Article(Act.AWB, "4:13", "1"),
        None,
        _AWB_SUSPENDS,
    ),
    Procedure.OBJECTION: AboutProcedure(
        Text("beslissing op bezwaar", "decision on an objection"),
        _OBJECTIONS_END,
        Article(Act.AWB, "7:10", "1"),
        parameter("awb_beslissing_op_bezwaar"),
        Article(Act.AWB, "7:10", "2"),
    ),
    Procedure.OBJECTION_WITH_COMMITTEE: AboutProcedure(
        Text(
            "beslissing op bezwaar met een adviescommissie",
            "decision on an objection with an advisory committee",
        ),
        _OBJECTIONS_END,
        Article(Act.AWB, "7:10", "1"),
        parameter("awb_beslissing_op_bezwaar_commissie"),
        Article(Act.AWB, "7:10", "2"),
    ),
    Procedure.PENALTY: AboutProcedure(
        Text("beslissing over een bestuurlijke boete", "decision on an administrative penalty"),
        Text("dagtekening van het rapport", "date of the report"),
        Article(Act.AWB, "5:51", "1"),
        parameter("awb_beslistermijn_boete"),
    ),
    Procedure.ALLOWANCE_ADVANCE: AboutProcedure(
        Text("voorschot op een toeslag", "advance of an allowance"),
        _RECEIVED,
        Article(Act.AWIR, "16", "1"),
        parameter("awir_beslistermijn_voorschot"),
        _AWB_SUSPENDS,
    ),
    Procedure.ALLOWANCE_AWARD: AboutProcedure(
        Text("toekenning van een toeslag na de aanslag", "award of an allowance after assessment"),
        Text("vaststelling van de laatste aanslag", "the last assessment"),
        Article(Act.AWIR, "19", "1"),
        parameter("awir_toekenning_na_aanslag"),
        Article(Act.AWIR, "19", "4"),
    ),
    Procedure.ASSISTANCE_ADVANCE: AboutProcedure(
        Text("voorschot op bijstand", "advance of assistance"),
        _RECEIVED,
        Article(Act.PW, "52", "1"),
        parameter("pw_voorschot_termijn"),
    ),
    Procedure.DEBT_TALK: AboutProcedure(
        Text("eerste gesprek schuldhulpverlening", "first talk on debt counselling"),
        Text("verzoek om schuldhulp", "request for debt counselling"),
        Article(Act.WGS, "4", "1"),
        parameter("wgs_eerste_gesprek"),
    ),
    Procedure.DEBT_TALK_THREAT: AboutProcedure(
        Text(
            "eerste gesprek schuldhulpverlening in een bedreigende situatie",
            "first talk on debt counselling in a threatening situation",
        ),
        Text("verzoek om schuldhulp", "request for debt counselling"),
        Article(Act.WGS, "4", "2"),
        parameter("wgs_eerste_gesprek_bedreigend"),
    ),
    Procedure.DEBT_PLAN: AboutProcedure(
        Text("beschikking schuldhulpverlening", "decision on debt counselling"),
        Text("eerste gesprek", "first talk"),
        Article(Act.WGS, "4a", "3"),
        parameter("wgs_beschikking"),
        _AWB_SUSPENDS,
    ),
}

PROCEDURE_PARAMETERS = tuple(about.length for about in _ABOUT.values() if about.length is not None)
PROCEDURE_ARTICLES = tuple(dict.fromkeys(about.by for about in _ABOUT.values()))
