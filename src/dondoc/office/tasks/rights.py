"""Who may do what to a task that they see. Which tasks a person sees is ``tasks.access``."""

from dondoc.office.accounts.access import INSTRUCTORS, agencies_owed_by, has_role, may_confirm
from dondoc.office.accounts.models import Role, User
from dondoc.office.agencies.models import Agency
from dondoc.office.agencies.queries import Standpoint, standpoint
from dondoc.office.tasks.models import AssignmentRole, Task


def may_arrange(person: User) -> bool:
    """Whether the person edits, assigns, stops and opens tasks."""
    return may_confirm(person)


def may_instruct(person: User) -> bool:
    """Whether the person writes a leader's instruction."""
    return has_role(person, INSTRUCTORS)


def may_comment(person: User) -> bool:
    """Whether the person takes part in the talk about a task."""
    return person.is_active and person.role != Role.VIEWER


def roles_in(person: User, task: Task) -> frozenset[str]:
    """In which roles the person's agency stands in the task: lead, coordinating, both or none."""
    agencies = agencies_owed_by(person)
    return agency_roles(*agencies, task=task) if agencies else frozenset()


def agency_roles(*agencies: Agency, task: Task) -> frozenset[str]:
    """In which roles ``agencies`` stand in the task, inherited work and groups included."""
    return roles_at(standpoint(*agencies), task)


def roles_at(place: Standpoint, task: Task) -> frozenset[str]:
    """In which roles whoever stands at ``place`` stands in the task."""
    return frozenset(
        row.role for row in task.assignments.all() if row.agency_id in place.agencies or row.group_id in place.groups
    )


def may_report(person: User, task: Task) -> bool:
    """Whether the person reports progress: somebody of an agency that the task names, or the office for it."""
    return may_confirm(person) or bool(roles_in(person, task))


def may_submit(person: User, task: Task) -> bool:
    """Whether the person hands the result in or asks for more time: the lead, or the office for it."""
    return may_confirm(person) or AssignmentRole.LEAD in roles_in(person, task)


def may_accept(person: User, task: Task) -> bool:
    """Whether the person answers a handed-in result: the office, and not who handed it in."""
    pending = next((each for each in task.submissions.all() if each.answer == "pending"), None)
    return may_confirm(person) and (pending is None or pending.by_id != person.pk)
