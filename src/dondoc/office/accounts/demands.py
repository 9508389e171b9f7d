"""What a person owes before going on: a password nobody else has seen, and a second factor where the office asks it.

Who acts for somebody who must have a second factor must have one too.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from dondoc.office.accounts.access import has_role
from dondoc.office.accounts.models import Role, User
from dondoc.office.rules.models import Rules, SecondFactor
from dondoc.office.rules.queries import current

KINDS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)
ROLES: dict[str, frozenset[Role]] = {
    SecondFactor.NOBODY: frozenset(),
    SecondFactor.ADMIN: frozenset({Role.ADMIN}),
    SecondFactor.OFFICE: frozenset({Role.OFFICE, Role.ADMIN}),
    SecondFactor.EVERYBODY: frozenset(Role),
}


@dataclass(frozen=True, slots=True)
class Demand:
    """A second factor is owed; until ``last_day``, that day too, the person may put it off."""

    last_day: date
    today: date

    @property
    def over(self) -> bool:
        """Whether it can be put off no more."""
        return self.today > self.last_day

    @property
    def days_left(self) -> int:
        """Days on which it can still be put off, today among them; none where it is over."""
        return max(0, (self.last_day - self.today).days + 1)


def second_factor_owed(person: User, today: date) -> Demand | None:
    """What ``person`` owes; None where the office asks nothing of them, or they have a second factor."""
    rules = current()
    roles = ROLES[rules.second_factor_by]
    if not roles or not has_role(person, roles) or _has_one(person):
        return None
    return Demand(last_day_for(person, rules), today)


def _has_one(person: User) -> bool:
    return bool(Authenticator.objects.filter(type__in=KINDS, user=person).exists())


def last_day_for(person: User, rules: Rules) -> date:
    """The last day of grace: counted from the day of the rule, for newer accounts from their own first day."""
    made = timezone.localdate(person.date_joined)
    begun = max(made, rules.second_factor_since or made)
    return begun + timedelta(days=rules.second_factor_grace) - timedelta(days=1)


def with_second_factor(people: QuerySet[User]) -> QuerySet[User]:
    """``people``, each with ``second_factor``: whether they have one."""
    return people.annotate(second_factor=_own_factor())


def without_second_factor(people: QuerySet[User], roles: frozenset[Role] | None = None) -> QuerySet[User]:
    """Those of ``people`` who may sign in and have none; with ``roles`` only who holds one of them."""
    found = people.filter(~_own_factor(), is_active=True)
    return found if roles is None else found.filter(role__in=roles)


def _own_factor() -> Exists:
    return Exists(Authenticator.objects.filter(type__in=KINDS, user=OuterRef("pk")))
