"""What can be done on an application for an income: the grant as a right, an advance meanwhile, and
where no right gives enough, assistance fitted to the person.

For those under 21 the grant as a right is that of Pw 20 lid 3: raised, because the parents cannot
pay or cannot be asked to.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from fractions import Fraction

from domain.conflicts.missed_assistance import missed_assistance
from domain.household import Household, Member
from domain.legislation.determination.arithmetic import rounded
from domain.legislation.determination.lines import Rounding
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.powers.provisions import PW_18_1, PW_20_3, PW_41, PW_52
from domain.legislation.terms import add_weeks
from domain.measures import Measure, MeasureKind
from domain.measures.grant import (
    SOCIAL_ASSISTANCE,
    YOUTH_NORM_UNTIL,
    adults_counted,
    age,
    grant_basis_of,
    has_too_many_assets,
)
from domain.options.propose import powers_on, under
from domain.picture import Held, Picture
from domain.records import Application
from domain.vocabulary import ApplicationStatus, RelationKind

SEARCH_PERIOD_BELOW = 27
SEARCH_PERIOD = dt.timedelta(weeks=4)
"""Those under 27 first look for work or training for four weeks (Pw 41 lid 4)."""

ADULT_FROM = 18
"""Nobody below this age has a right to assistance of his own (Pw 13 lid 1 onder f)."""

ADVANCE_SHARE = parameter("pw_voorschot")
"""In percent of what will be granted (Pw 52 lid 2)."""

ADVANCE_AFTER_WEEKS = parameter("pw_voorschot_termijn")
"""Who has waited as long for a decision has a right to an advance (Pw 52 lid 1)."""

_UNDECIDED = frozenset({ApplicationStatus.OPEN, ApplicationStatus.NOT_OPENED})


def measures_on(held: Held, picture: Picture) -> Iterator[Measure]:
    """The advance and the grant, as far as this is an application that is still to be decided."""
    application = held.record
    if isinstance(application, Application) and application.status is ApplicationStatus.OPEN:
        yield from _advance(held, application)
        if application.scheme in SOCIAL_ASSISTANCE:
            yield from _grant(held, application, picture)


def for_the_young(held: Held, picture: Picture) -> Iterator[Measure]:
    """What those of 18, 19 and 20 have: the raised norm, else assistance fitted to them.

    The raised norm is a right once four weeks have passed since they asked (Pw 41 lid 4); before
    that it takes room.
    """
    application = held.record
    amount = _raised_youth_norm(picture)
    if not isinstance(application, Application) or amount is None:
        return
    if application.status not in _UNDECIDED or application.scheme not in SOCIAL_ASSISTANCE:
        return
    for kind, provision in ((MeasureKind.GRANT, PW_20_3), (MeasureKind.TAILOR, PW_18_1)):
        as_of_right = kind is MeasureKind.GRANT
        if as_of_right and picture.today < application.received + SEARCH_PERIOD:
            continue
        for power in powers_on(kind, held.holder, (held,)):
            if power.provision == provision:
                yield under(
                    power,
                    held.holder,
                    (application.id,),
                    amount_cents=amount,
                    from_date=application.received,
                )


def advance_on(held: Held, monthly_cents: int, picture: Picture) -> Iterator[Measure]:
    """The advance to which waiting gives a right, of the share that the law names."""
    application = held.record
    if not isinstance(application, Application) or application.advance is not None:
        return
    waits_until = add_weeks(
        application.received, int(last_known_on(ADVANCE_AFTER_WEEKS, picture.today))
    )
    if application.status not in _UNDECIDED or picture.today < waits_until:
        return
    share = Fraction(last_known_on(ADVANCE_SHARE, picture.today))
    amount = rounded(Fraction(monthly_cents) * share / 100, Rounding.TO_CENT)
    for power in powers_on(MeasureKind.ADVANCE, held.holder, (held,)):
        if power.provision == PW_52:
            yield under(power, held.holder, (application.id,), amount_cents=amount)


def _advance(held: Held, application: Application) -> Iterator[Measure]:
    advance = application.advance
    if advance is None or advance.paid:
        return
    for power in powers_on(MeasureKind.ADVANCE, held.holder, (held,))[:1]:
        amount = advance.amount_monthly_cents
        yield under(power, held.holder, (application.id,), amount_cents=amount)


def _grant(held: Held, application: Application, picture: Picture) -> Iterator[Measure]:
    basis = grant_basis_of(picture)
    if basis is None:
        return
    searching = _in_search_period(application, picture)
    for power in powers_on(MeasureKind.GRANT_FROM, held.holder, (held,)):
        if (power.provision == PW_41) is searching:
            yield under(
                power,
                held.holder,
                (application.id,),
                amount_cents=basis.monthly_cents,
                from_date=application.received,
            )


def _in_search_period(application: Application, picture: Picture) -> bool:
    young = all(age(each, picture.today) < SEARCH_PERIOD_BELOW for each in adults_counted(picture))
    return young and picture.today < application.received + SEARCH_PERIOD


def _raised_youth_norm(picture: Picture) -> int | None:
    """What those of 18 to 20 would be paid per month without recourse to their parents."""
    adults = adults_counted(picture)
    of_age = all(ADULT_FROM <= age(each, picture.today) < YOUTH_NORM_UNTIL for each in adults)
    if not of_age or has_too_many_assets(picture):
        return None
    if any(_lives_with_a_parent(each, picture.household) for each in adults):
        return None
    return missed_assistance(picture)


def _lives_with_a_parent(child: Member, household: Household) -> bool:
    """Such a parent maintains the child at home."""
    parents = {
        relation.a
        for relation in household.relations
        if relation.kind is RelationKind.PARENT and relation.b == child.id
    }
    return child.lives_at is not None and any(
        member.id in parents and member.lives_at == child.lives_at for member in household.members
    )
