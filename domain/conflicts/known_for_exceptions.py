"""What shown facts, members and a decision itself tell about the conditions of law's exceptions.

The names are those of the conditions in `domain.legislation.room`. A fact that nobody told is left
out, so that an exception which needs it stays unanswered.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from domain.conflicts.facts import holds_on, shown_of, used_fact
from domain.conflicts.protection import partner_of
from domain.household import FactShown, Member
from domain.legislation.calendar import age_on
from domain.legislation.parameters import last_known_on, parameter
from domain.legislation.participatiewet import has_pension_age
from domain.legislation.room import FactValue
from domain.picture import Picture, once_per_picture
from domain.records import (
    AddressRef,
    Count,
    DateValue,
    DeterminationMade,
    FactUsed,
    Flag,
    MemberRef,
    Provision,
    Ref,
)
from domain.vocabulary import (
    AddressKind,
    FactName,
    Law,
    MemberRole,
    Reason,
    RelationKind,
    RelationStatus,
)

COST_SHARER_FROM_AGE = parameter("pw_kostendeler_leeftijd")

_OF_AGE = 18
_STUDENT_FINANCE_UNTIL = 30


@dataclass(frozen=True, slots=True)
class Known:
    """A fact of a condition, and what documents show of it; members need no documents."""

    value: FactValue
    shown: tuple[FactShown, ...] = ()


Situation = Mapping[str, Known]
"""What is known of one person, or of one person with one resident who was counted."""


def situations(picture: Picture, decision: DeterminationMade) -> Iterator[Situation]:
    """What is known of each person that the decision is about; once more per counted resident."""
    for member in _members(picture):
        if member.id in decision.persons:
            view = _View(picture, decision, member)
            own = dict(view.own())
            yield own
            for resident in view.wrongly_counted():
                yield {**own, **resident}


@dataclass(frozen=True, slots=True)
class _View:
    """One person as one decision sees him."""

    picture: Picture
    decision: DeterminationMade
    person: Member

    def own(self) -> Iterator[tuple[str, Known]]:
        """Each fact about this person that is known."""
        age = age_on(self.person.born, self.picture.today)
        if isinstance(age, int):
            yield "age", Known(age)
        pensioner = has_pension_age(self.person.born, self.picture.today)
        yield "reached_pension_age", Known(pensioner)
        yield from self._marriage()
        yield from self._counted_partner()
        yield from self._care_elsewhere()
        yield from self._whereabouts()

    def wrongly_counted(self) -> Iterator[Situation]:
        """Each resident that Pw 19a keeps out, when the count holds more than those it lets in.

        Without a number the decision counted at least one. More than all adults who live there
        says that somebody lives there of whom nothing is known.
        """
        residents = self._adult_residents()
        kept_out = [each for each in residents if self._kept_out(each)]
        one_purse = 1 + (self._spouse() is not None)
        let_in = one_purse + len(residents) - len(kept_out)
        counted = self._persons_counted(one_purse)
        if counted is not None and let_in < counted <= let_in + len(kept_out):
            yield from (self._kept_out(each) for each in kept_out)

    def _marriage(self) -> Iterator[tuple[str, Known]]:
        """Whom the Participatiewet counts as married, and what 24a asks of such a couple."""
        spouse, shown = self._spouse(), self._shown(FactName.PARTNER)
        married = any(each.value != Ref(None) for each in shown) if shown else spouse is not None
        yield "married", Known(married, shown)
        if spouse is None:
            return
        pensioner = has_pension_age(spouse.born, self.picture.today)
        yield "spouse_reached_pension_age", Known(pensioner)
        yield "has_allowance_partner", Known(self._is_allowance_partner(spouse))
        # a residence status is not told: a child that is known here resides here lawfully
        yield "dependent_child_with_lawful_residence", Known(self._has_child_at_home(spouse))
        without_right = self._spouse_without_right(spouse)
        if without_right is not None:
            yield "spouse_without_right", without_right

    def _counted_partner(self) -> Iterator[tuple[str, Known]]:
        """About the member whom the decision counts as partner."""
        other = self._partner_in_decision()
        if other is None:
            return
        yield "married_to_counted_partner", Known(self._is_married_to(other))
        yield "counted_partner_is_parent_or_child", Known(self._is_parent_or_child_of(other))
        care = self._care_brings_together(other)
        if care:
            yield "care_need_reason_to_live_together", Known(True, care)

    def _care_elsewhere(self) -> Iterator[tuple[str, Known]]:
        """Who keeps a home of his own lives elsewhere for a time only (Pw 22a lid 4)."""
        own_home = self._shown(FactName.KEEPS_OWN_HOME)
        if own_home:
            keeps = all(each.value == Flag(True) for each in own_home)
            yield "temporarily_resides_elsewhere_for_it", Known(keeps, own_home)
        cared_for = tuple(
            shown
            for other in _members(self.picture)
            if other != self.person and other.lives_at in self._stays_at()
            for shown in self._shown(FactName.NEEDS_INTENSIVE_CARE, other.id)
            if shown.value == Flag(True)
        )
        if cared_for:
            yield "gives_care_for_intensive_need", Known(True, cared_for)

    def _whereabouts(self) -> Iterator[tuple[str, Known]]:
        registered = self._shown(FactName.REGISTERED_ADDRESS)
        if registered:
            held = all(each.value != Ref(None) for each in registered)
            yield "address_in_brp", Known(held, registered)
        abroad = self._shown(FactName.WEEKS_ABROAD)
        told = [each.value for each in abroad or self._rests_on(FactName.WEEKS_ABROAD)]
        weeks = [value.count for value in told if isinstance(value, Count)]
        if weeks:
            yield "weeks_abroad", Known(max(weeks), abroad)

    def _spouse(self) -> Member | None:
        return _spouse_of(self.picture, self.person.id)

    def _is_allowance_partner(self, spouse: Member) -> bool:
        """Whom the Participatiewet sees as a married spouse is one for the Awir too; who only lives
        with this person is one through a child of both (Awir 3 lid 1-2; AWR 5a)."""
        if self._marriage_with(spouse) is not None:
            return True
        return bool(_children(self.picture, self.person.id, spouse.id))

    def _marriage_with(self, other: Member) -> RelationStatus | None:
        for relation in self.picture.household.relations:
            if relation.kind is RelationKind.SPOUSE and {relation.a, relation.b} == {
                self.person.id,
                other.id,
            }:
                return relation.status or RelationStatus.TOGETHER
        return None

    def _has_child_at_home(self, spouse: Member) -> bool:
        """Whether a minor child of one of them lives with this person."""
        theirs = _children(self.picture, self.person.id) | _children(self.picture, spouse.id)
        return any(
            child.id in theirs
            and child.lives_at == self.person.lives_at
            and not _has_age(child, _OF_AGE, self.picture)
            for child in _members(self.picture)
        )

    def _spouse_without_right(self, spouse: Member) -> Known | None:
        """Shown; else what the decision itself works with; else when the spouse is detained."""
        shown = (
            *self._shown(FactName.SPOUSE_WITHOUT_RIGHT, self.person.id),
            *self._shown(FactName.SPOUSE_WITHOUT_RIGHT, spouse.id),
        )
        if shown:
            return Known(all(each.value == Flag(True) for each in shown), shown)
        used = self._rests_on(FactName.SPOUSE_WITHOUT_RIGHT)
        if used:
            return Known(all(each.value == Flag(True) for each in used))
        halved = any(each.law is Law.PW and each.article == "24" for each in self._basis())
        said = halved or self.decision.reason is Reason.SPOUSE_WITHOUT_RIGHT
        return Known(True) if said or _is_detained(spouse, self.picture) else None

    def _partner_in_decision(self) -> Member | None:
        counted = {used.value for used in self._rests_on(FactName.PARTNER)}
        return next((each for each in _members(self.picture) if Ref(each.id) in counted), None)

    def _is_married_to(self, other: Member) -> bool:
        return self._marriage_with(other) not in (None, RelationStatus.DIVORCED)

    def _is_parent_or_child_of(self, other: Member) -> bool:
        return other.id in _children(self.picture, self.person.id) or self.person.id in _children(
            self.picture, other.id
        )

    def _care_brings_together(self, other: Member) -> tuple[FactShown, ...]:
        """One of them needs intensive care and the other keeps a home of his own: that the care
        made them live together needs both."""
        for cared_for, carer in ((self.person, other), (other, self.person)):
            need = self._shown(FactName.NEEDS_INTENSIVE_CARE, cared_for.id)
            home = self._shown(FactName.KEEPS_OWN_HOME, carer.id)
            if need and home and all(each.value == Flag(True) for each in (*need, *home)):
                return (*need, *home)
        return ()

    def _stays_at(self) -> frozenset[AddressRef]:
        """Where this person stays, or where the decision takes him to live."""
        held = {used.value for used in self._rests_on(FactName.MAIN_RESIDENCE)}
        refs = {AddressRef(value.ref) for value in held if isinstance(value, Ref) and value.ref}
        own = {self.person.lives_at} if self.person.lives_at is not None else set()
        return frozenset(refs | own)

    def _adult_residents(self) -> list[Member]:
        """Who else of age lives in the same home, but for the spouse."""
        home, spouse = self.person.lives_at, self._spouse()
        return [
            each
            for each in _members(self.picture)
            if home is not None
            and each.lives_at == home
            and each not in (self.person, spouse)
            and _has_age(each, _OF_AGE, self.picture)
        ]

    def _kept_out(self, resident: Member) -> Situation:
        """The facts for which Pw 19a keeps this resident out; empty when none is known."""
        today = self.picture.today
        age = age_on(resident.born, today)
        assert isinstance(age, int)
        if age < last_known_on(COST_SHARER_FROM_AGE, today):
            return {"resident_age": Known(age)}
        enrolled = tuple(
            shown
            for shown in self._shown(FactName.ENROLLED_UNTIL, resident.id)
            if isinstance(shown.value, DateValue) and shown.value.date >= today
        )
        if enrolled and age < _STUDENT_FINANCE_UNTIL:
            return {"resident_could_have_student_finance": Known(True, enrolled)}
        return {}

    def _persons_counted(self, one_purse: int) -> int | None:
        counts = [
            used.value.count
            for used in self._rests_on(FactName.COST_SHARERS)
            if isinstance(used.value, Count)
        ]
        if counts:
            return max(counts)
        return one_purse + 1 if self.decision.reason is Reason.COST_SHARERS_COUNTED else None

    def _shown(self, fact: FactName, person: MemberRef | None = None) -> tuple[FactShown, ...]:
        """What documents show today of this fact, of this person unless another is named."""
        wanted = shown_of(self.picture, fact, (person or self.person.id,))
        return tuple(each for each in wanted if holds_on(each, self.picture.today))

    def _rests_on(self, fact: FactName) -> tuple[FactUsed, ...]:
        found = (used_fact(self.picture, ref) for ref in self.decision.rests_on)
        return tuple(each[1] for each in found if each and each[1].fact is fact)

    def _basis(self) -> tuple[Provision, ...]:
        return self.decision.legal_basis


@once_per_picture
def _spouse_of(picture: Picture, person: MemberRef) -> Member | None:
    return partner_of(person, picture.household)


def _members(picture: Picture) -> tuple[Member, ...]:
    return picture.household.members


def _children(picture: Picture, *parents: MemberRef) -> frozenset[MemberRef]:
    """The children of all of these parents; without any tie, those of the plan are its
    applicant's."""
    household = picture.household
    ties = [each for each in household.relations if each.kind is RelationKind.PARENT]
    tied = {each.b for each in ties}
    untied = {
        member.id
        for member in household.members
        if member.role is MemberRole.CHILD and member.id not in tied
    }
    of_each = [
        {each.b for each in ties if each.a == parent}
        | (untied if parent == household.applicant().id else set())
        for parent in parents
    ]
    return frozenset(set.intersection(*of_each))


def _is_detained(member: Member, picture: Picture) -> bool:
    """Who is in prison has no right to assistance (Pw 13 lid 1 a)."""
    return any(
        address.id == member.lives_at and address.kind is AddressKind.PRISON
        for address in picture.household.addresses
    )


def _has_age(member: Member, years: int, picture: Picture) -> bool:
    age = age_on(member.born, picture.today)
    return isinstance(age, int) and age >= years
