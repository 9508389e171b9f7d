"""Who can be named in the talk about a task: people who see it. "@lan" names one; so does a choice from the list."""

import re
from collections.abc import Collection, Iterable
from datetime import date

from django.db.models import Q, QuerySet

from dondoc.office.accounts.access import ALL_ROWS
from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.queries import members, successor
from dondoc.office.folding import fold
from dondoc.office.reminders.whom import may_enter_on
from dondoc.office.tasks.access import visible
from dondoc.office.tasks.models import Task

PICKS = 20
_MENTION = re.compile(r"(?<!\w)@([\w.+-]*\w)")
_CHOSEN = re.compile(r"\(([^()]+)\)$")


def named_in(text: str) -> set[str]:
    """The names of accounts that ``text`` calls; the full stop behind one is none of it."""
    return set(_MENTION.findall(text))


def within_call(task: Task, today: date) -> QuerySet[User]:
    """People who may enter today and see ``task`` by their role, or as people of an agency that it names."""
    agencies: set[int] = set()
    for row in task.assignments.all():
        if row.agency is not None:
            agencies |= {row.agency.pk, successor(row.agency, today).pk}
        elif row.group is not None:
            agencies |= set(members(row.group, today).values_list("pk", flat=True))
    everywhere = Q(role__in=ALL_ROWS) | Q(role=Role.VIEWER, agency__isnull=True, fields__isnull=True)
    people = may_enter_on(today).filter(everywhere | Q(agency__in=agencies))
    return people.distinct().order_by("full_name", "pk")


def out_of_call(names: Collection[str], task: Task, today: date) -> list[str]:
    """Those of the accounts ``names`` that are nobody's, or of people who do not see ``task``."""
    people = may_enter_on(today).filter(username__in=names) if names else ()
    seeing = {each.username for each in people if visible(each).filter(pk=task.pk).exists()}
    return sorted(set(names) - seeing)


def found(people: Iterable[User], words: str) -> list[User]:
    """Those of ``people`` whose name, account or agency holds every word typed, marks or not."""
    wanted = fold(words).split()
    fitting = (each for each in people if all(word in _known_by(each) for word in wanted))
    return [each for each, _place in zip(fitting, range(PICKS), strict=False)]


def _known_by(person: User) -> str:
    return fold(f"{person.full_name} {person.username} {person.agency or ''}")


def chosen_as(person: User) -> str:
    """How a choice of ``person`` is written: "Lê Thị Hoa (hoa)"."""
    return f"{person.full_name} ({person.username})"


def account(words: str, people: Iterable[User]) -> str | None:
    """The account that a choice means, or a name typed by hand; None where it is nobody's or more than one's."""
    choice = _CHOSEN.search(words)
    name = fold(choice[1] if choice else words)
    fitting = [each.username for each in people if name in (fold(each.username), fold(each.full_name))]
    return fitting[0] if len(fitting) == 1 else None
