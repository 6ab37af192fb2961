"""C02: several public creditors together take more than the room above the protected amount.

Each computes alone (Pw 60, IW 1990 19, Awir 30, Zvw 18f), while the room is there once for all of
them (Rv 475da-475dc, Awb 4:93 lid 4). Of an income at or under the norm 5% is open (475dc lid 1):
records tell assistance without the holiday allowance that the protected amount is held against.
Allowances that are set off or redirected count with what is taken, as the entry has it; what a
party takes does not: the trigger sums the agencies. One taker is no stack.
"""

from __future__ import annotations

from domain.budget.means import applicant_and_partner
from domain.budget.running import Withholding, source_is_known, withholdings
from domain.budget.stack import stack_of
from domain.collisions.collision import Collision, CollisionCode
from domain.collisions.income import income_is_known
from domain.collisions.rule import CollisionRule, Side
from domain.conflicts.bodies import counted, in_order, refs
from domain.conflicts.conflict import ConflictType, HarmUrgency
from domain.explanations import texts
from domain.legislation.text import Text
from domain.picture import Picture
from domain.records import Provision
from domain.vocabulary import Law

FLOOR = (
    Provision(Law.RV, "475da"),
    Provision(Law.RV, "475db"),
    Provision(Law.RV, "475dc", "1"),
)
EACH_ALONE = (
    Provision(Law.PW, "60", "3"),
    Provision(Law.IW_1990, "19"),
    Provision(Law.AWIR, "30"),
    Provision(Law.ZVW, "18f"),
    Provision(Law.AWB, "4:93", "4"),
)


def find(picture: Picture) -> tuple[Collision, ...]:
    """At most one: all that agencies withhold this month, beyond the room for all of them."""
    taken = _taken_by_agencies(picture)
    takers = {counted(each.principal) for each in taken}
    if len(takers) < 2 or not income_is_known(picture):
        return ()
    beyond = _total(taken) - _room_cents(picture)
    return (_collision(taken, beyond),) if beyond > 0 else ()


def household(collision: Collision, picture: Picture) -> Text:
    """Who takes, and how much too much that is together."""
    names = texts.capital(texts.bodies(collision.bodies, picture))
    beyond = texts.amount(collision.monthly_harm_cents or 0)
    return Text(
        f"{names.nl} houden elk geld in. Elk kijkt alleen naar het eigen bedrag. Samen nemen zij "
        f"{beyond.nl} per maand meer dan er voor alle schulden samen af mag. Zo houdt u te weinig "
        "over om van te leven.",
        f"{names.en} each withhold money. Each looks at its own amount only. Together they take "
        f"{beyond.en} a month more than may go to all debts together. So you keep too little to "
        "live on.",
    )


def computation(collision: Collision, picture: Picture) -> Text:
    """What agencies take together against the room above the protected amount."""
    stack = stack_of(picture)
    taken = texts.amount(_total(_taken_by_agencies(picture)))
    income, protected = texts.amount(stack.means_cents), texts.amount(stack.protected_cents)
    room = texts.amount(_room_cents(picture))
    return Text(
        f"Organisaties houden samen {taken.nl} per maand in; inkomen {income.nl}, beslagvrije voet "
        f"{protected.nl}, ruimte voor alle schuldeisers samen {room.nl}.",
        f"Agencies withhold {taken.en} a month together; income {income.en}, protected amount "
        f"{protected.en}, room for all creditors together {room.en}.",
    )


def _room_cents(picture: Picture) -> int:
    """The means above the protected amount, and at least the share that is always open."""
    stack = stack_of(picture)
    of_norm = stack.norm_cents - stack.protected_cents
    if stack.means_cents >= stack.protected_cents:
        return max(stack.room_cents, of_norm)
    return max(stack.means_cents, 0) * of_norm // stack.norm_cents


def _taken_by_agencies(picture: Picture) -> tuple[Withholding, ...]:
    """What agencies take from applicant and partner, from sources that can be seen."""
    earners = applicant_and_partner(picture)
    return tuple(
        each
        for each in withholdings(picture)
        if each.principal.agency is not None
        and each.amount_monthly_cents > 0
        and not earners.isdisjoint(each.recovery.persons)
        and source_is_known(each.recovery, picture)
    )


def _total(taken: tuple[Withholding, ...]) -> int:
    return sum(each.amount_monthly_cents for each in taken)


def _collision(taken: tuple[Withholding, ...], beyond: int) -> Collision:
    recoveries = refs(each.recovery for each in taken)
    return Collision(
        code=CollisionCode.C02,
        bodies=in_order(each.principal for each in taken),
        records=recoveries,
        harmed_by=recoveries,
        provisions=(*FLOOR, *EACH_ALONE),
        monthly_harm_cents=beyond,
        # every euro of it comes out of what the law leaves to live on
        urgency=HarmUrgency.CRITICAL,
    )


RULE = CollisionRule(
    code=CollisionCode.C02,
    name=Text(
        "Stapeling van invorderingen op de beslagvrije voet",
        "Several public creditors together breach the protected amount",
    ),
    one=Side(
        Text(
            "Van het inkomen blijft de beslagvrije voet vrij; alleen daarboven, en in elk geval "
            "vijf procent, is er ruimte voor alle schuldeisers samen.",
            "The protected amount of the income stays free; only above it, and in any case five "
            "percent, is there room for all creditors together.",
        ),
        FLOOR,
    ),
    other=Side(
        Text(
            "Elke overheid verrekent of houdt in naar haar eigen wet, en rekent alleen met haar "
            "eigen bedrag.",
            "Every public body sets off or withholds by its own law, and reckons with its own "
            "amount only.",
        ),
        EACH_ALONE,
    ),
    trigger=Text(
        "Twee of meer organisaties houden in dezelfde maand samen meer in dan het inkomen boven "
        "de beslagvrije voet.",
        "Two or more agencies together withhold more in the same month than the income above the "
        "protected amount.",
    ),
    room=Text(
        "Rv 475d lid 4 (herberekenen bij nieuwe feiten), 475i lid 3 (herstel binnen vier weken), "
        "475fa (kantonrechter), 478 (één coördinator); Awb 3:4 voor eigen verrekening.",
        "Rv 475d(4) (recompute on new facts), 475i(3) (correction within four weeks), 475fa (the "
        "court), 478 (one coordinator); Awb 3:4 for one's own set-off.",
    ),
    deciders=Text(
        "De coördinerende beslaglegger, de kantonrechter, en elke organisatie voor haar eigen "
        "verrekening",
        "The coordinating attacher, the court, and each body for its own set-off",
    ),
    together=Text(
        "Eén coördinator en één herberekende beslagvrije voet voor allen; de ruimte verdelen naar "
        "rang, de anderen wachten, en wat te veel is genomen gaat terug.",
        "One coordinator and one recomputed protected amount for all; divide the room by rank, the "
        "others wait, and what was taken too much is given back.",
    ),
    source="MinBZK/regelrecht-corpus: Rv, Pw, IW 1990, Awir, Zvw, Awb (2026)",
    verified=True,
    faces=(ConflictType.STAPELING_ONDER_MINIMUM, ConflictType.DUBBEL_BESLAG),
    find=find,
    household=household,
    computation=computation,
)
