"""Tasks in parts, each chosen by an index of its own: what a person sees who does not see all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Self

from django.db.models import Aggregate, Count, Exists, F, OuterRef, Q, QuerySet, Sum

if TYPE_CHECKING:
    from dondoc.office.tasks.models.task import Task

# What rows of ``Seen`` and of ``Worded`` say of tasks, under the names of ``Task``; what those of ``Tally`` say.
NARROW = frozenset({"document", "state", "phase", "due", "submitted_on", "leads", "lead_agency", "lead_group"})
TALLIED = frozenset({"state", "phase", "due"})


class TaskQuerySet(QuerySet["Task"]):
    """Tasks. ``parts``: the same tasks in parts that do not overlap; empty where they are not known by parts.

    ``walked``: the same tasks, asked so that words are looked for in each and not in all by their index: the sooner
    where so many hold them that the first in an order are soon found, or where another filter leaves few. ``words``:
    all that is asked of the tasks is that they hold these. ``tally``: rows of ``Tally`` that say how many there are.

    What filters the tasks filters the parts, and an order leaves them as they are; after anything else there are none.
    """

    parts: tuple[Part, ...] = ()
    walked: Self | None = None
    words: str = ""
    tally: QuerySet[Any] | None = None

    def all(self) -> Self:
        """The same tasks."""
        return self._keeping(super().all(), self.parts, self.walked, self.words, self.tally)

    def order_by(self, *fields: Any) -> Self:
        """The same tasks in another order."""
        walked = None if self.walked is None else self.walked.order_by(*fields)
        return self._keeping(super().order_by(*fields), self.parts, walked, self.words, self.tally)

    def _filter_or_exclude(self, negate: bool, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Self:
        wanted = ~Q(*args, **kwargs) if negate else Q(*args, **kwargs)
        clone: Self = super()._filter_or_exclude(negate, args, kwargs)  # type: ignore[misc]
        walked = None if self.walked is None else self.walked.filter(wanted)
        tally = self.tally.filter(wanted) if self.tally is not None and asks_only(wanted, TALLIED) else None
        return self._keeping(clone, tuple(part.filtered(wanted) for part in self.parts), walked, "", tally)

    def _keeping(
        self, clone: Self, parts: tuple[Part, ...], walked: Self | None, words: str, tally: QuerySet[Any] | None
    ) -> Self:
        clone.parts, clone.walked, clone.words, clone.tally = parts, walked, words, tally
        return clone


@dataclass(frozen=True, slots=True)
class Part:
    """``whole``: tasks as such. ``narrow``: the same as rows of ``Seen`` or ``Worded``; None where a filter
    asks what these lack.

    ``dear``: each asking of ``narrow`` takes long, however little is asked: better all at once. ``common``: many hold
    the words that choose them, more than are read at once; the first in an order are soon found one after the other.

    ``around``: where ``narrow`` is None, rows of ``Seen`` of the same tasks and of others that only what these lack
    tells apart: to begin with where another filter leaves few of them.

    ``few``: known to be few, so that all of them are read sooner than the first by an order is found. ``loose``: the
    same tasks and some of other parts among them, found sooner: for asking whether there is one, not how many.
    ``tally``: rows of ``Tally`` that say how many they are.
    """

    whole: QuerySet[Task]
    narrow: QuerySet[Any] | None = None
    few: bool = False
    loose: QuerySet[Task] | None = None
    dear: bool = False
    common: bool = False
    around: QuerySet[Any] | None = None
    tally: QuerySet[Any] | None = None

    @property
    def counted(self) -> tuple[QuerySet[Any], Aggregate]:
        """The rows that say how many tasks there are, and what of them says it."""
        if self.tally is not None:
            return self.tally.order_by(), Sum("many", default=0)
        return self.rows.order_by(), Count("*")

    @property
    def begun_narrow(self) -> QuerySet[Task]:
        """The tasks as such, begun with the narrowest rows that are known to hold them."""
        return self.whole if self.around is None else self.whole.filter(pk__in=self.around.order_by().values("task"))

    @property
    def any(self) -> QuerySet[Task]:
        """The tasks, where it does not matter that one is found twice."""
        return self.whole if self.loose is None else self.loose

    @property
    def rows(self) -> QuerySet[Any]:
        """The rows to count, the narrowest there are."""
        return self.whole if self.narrow is None else self.narrow

    @property
    def key(self) -> str:
        """What the task's key is called in ``rows``."""
        return "pk" if self.narrow is None else "task"

    def filtered(self, wanted: Q) -> Part:
        """The tasks of this part that are as ``wanted``."""
        known = asks_only(wanted, NARROW)
        narrow = self.narrow.filter(wanted) if self.narrow is not None and known else None
        around = self.around if self.narrow is None else self.narrow
        if narrow is not None or self.dear:
            around = None
        elif around is not None and known:
            around = around.filter(wanted)
        return replace(
            self,
            whole=self.whole.filter(wanted),
            narrow=narrow,
            loose=None if self.loose is None else self.loose.filter(wanted),
            dear=self.dear and narrow is not None,
            around=around,
            tally=self.tally.filter(wanted) if self.tally is not None and asks_only(wanted, TALLIED) else None,
        )


def parts_of(tasks: QuerySet[Task]) -> tuple[Part, ...]:
    """The parts of ``tasks``; all in one where they are not known by parts."""
    return getattr(tasks, "parts", ()) or (Part(tasks, tally=getattr(tasks, "tally", None)),)


def is_whole_office(tasks: QuerySet[Task]) -> bool:
    """Whether ``tasks`` are all there are, so that tallies say how many."""
    return getattr(tasks, "tally", None) is not None and not tasks.query.where


def walked_if_common(tasks: QuerySet[Task]) -> QuerySet[Task] | None:
    """``tasks`` asked one after the other, where so many hold the words that some of them are soon found so."""
    walked: QuerySet[Task] | None = getattr(tasks, "walked", None)
    return walked if all(part.common for part in getattr(tasks, "parts", ())) else None


def each_looked_at(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """``tasks``, asked as the few of them are sooner found that another filter leaves, of which an index knows."""
    walked: QuerySet[Task] | None = getattr(tasks, "walked", None)
    return tasks if walked is None else walked


def among(tasks: QuerySet[Task], way: str) -> Q:
    """Rows whose task, under the name ``way``, is one of ``tasks``."""
    found = Q()
    for part in parts_of(tasks):
        if part.narrow is None:
            found |= Q(**{f"{way}__in": part.any.order_by().values("pk")})
        else:
            found |= Q(Exists(part.narrow.filter(task=OuterRef(way))))
    return found


def giving(tasks: QuerySet[Task], way: str) -> Q:
    """Rows whose document, under the name ``way``, gave one of ``tasks``."""
    found = Q()
    for part in parts_of(tasks):
        found |= of_part(part, way)
    return found


def of_part(part: Part, way: str) -> Q:
    """Rows whose document, under the name ``way``, gave one of the tasks of ``part``."""
    if part.narrow is None and part.whole.query.where:
        return Q(**{f"{way}__in": part.any.order_by().values("document")})
    # So many tasks that most documents gave one.
    return Q(Exists(part.rows.order_by().filter(document=OuterRef(way))))


def asks_only(wanted: Any, known: frozenset[str]) -> bool:
    """Whether ``wanted`` asks only for what rows with the columns ``known`` say too."""
    if isinstance(wanted, Q):
        return all(asks_only(child, known) for child in wanted.children)
    if not isinstance(wanted, tuple):
        return False
    lookup, value = wanted
    names = {lookup.split("__")[0]} | ({str(vars(value)["name"])} if isinstance(value, F) else set())
    plain = isinstance(value, F) or not hasattr(value, "resolve_expression")
    return plain and {name.removesuffix("_id") for name in names} <= known
