"""C38: the fee of an administrator eats the room, and special assistance stops at a local limit.

An administrator has a claim to a fee (BW 1:447 lid 1), which the person bears; special assistance
pays it by capacity (Pw 35 lid 1), which a municipality measures by its own limit. The format holds
no record of an administration, its fee or its register: neither a party nor a fact, duty or expense
says that there is one, so nothing is found.
"""

from __future__ import annotations

from domain.collisions.collision import CollisionCode
from domain.collisions.rule import CollisionRule, Side
from domain.legislation.text import Text
from domain.records import Provision
from domain.vocabulary import Law

RULE = CollisionRule(
    code=CollisionCode.C38,
    name=Text("Kosten bewind", "Guardian costs eat the room"),
    one=Side(
        Text(
            "De bewindvoerder heeft recht op een beloning, die ten laste van de persoon zelf komt.",
            "The administrator has a right to a fee, at the person's own cost.",
        ),
        (Provision(Law.BW, "1:447"),),
    ),
    other=Side(
        Text(
            "Bijzondere bijstand betaalt dat alleen voor zover er geen draagkracht is, vaak tot "
            "een lokale inkomensgrens.",
            "Special assistance pays it only as far as there is no capacity, often up to a local "
            "limit on income.",
        ),
        (Provision(Law.PW, "35", "1"),),
    ),
    trigger=Text(
        "Er is bewind en het inkomen is hoger dan de lokale grens voor bijzondere bijstand.",
        "There is administration and income is above the local limit of special assistance.",
    ),
    room=Text("Pw 35 lid 1 (draagkracht).", "Pw 35(1) (capacity)."),
    deciders=Text("het college", "the municipality"),
    together=Text(
        "Bijzondere bijstand voor de kosten, of budgetbeheer in plaats van bewind.",
        "Special assistance for the costs, or budget management in place of administration.",
    ),
    source="Pw 35 as in domain/legislation; BW 1:447 by viajuridica.nl, not the official text",
    verified=False,
    not_carried=Text(
        "Of er bewind is, wat het kost en welke inkomensgrens de gemeente hanteert, staat in geen "
        "van de gegevens.",
        "Whether there is administration, what it costs and which limit on income the "
        "municipality keeps, is in none of the records.",
    ),
)
