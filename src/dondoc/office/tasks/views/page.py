"""The page of one task: what was told to whom, how far each has come, what waits for an answer, what can be done."""

from dataclasses import dataclass

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from dondoc.office.accounts.access import signed_in
from dondoc.office.tasks import access, listing, queries, timeline
from dondoc.office.tasks.acts import offered
from dondoc.office.tasks.arranging_forms import CommentForm
from dondoc.office.tasks.heirs import heirs_on
from dondoc.office.tasks.models import Task
from dondoc.office.tasks.progress import parts_of
from dondoc.office.tasks.rights import may_arrange, may_report
from dondoc.office.tasks.standing import Standing, clocks, days_left

PRIMARY = ("nghiem-thu", "nop-ket-qua", "tra-loi-gia-han", "tra-loi", "tiep-tuc")
INLINE = ("trao-doi",)


@require_safe
def show(request: HttpRequest, pk: int) -> HttpResponse:
    """One task: who owes what by when, the sentence it came from, and what was done since."""
    person = signed_in(request)
    in_sight = access.visible(person)
    access.get(person, pk)
    today = timezone.localdate()
    task = queries.whole(queries.for_list(in_sight, today)).get(pk=pk)
    acts = offered(person, task)
    slugs = [slug for slug, _act in acts]
    pending = next((each for each in task.submissions.all() if each.answer == "pending"), None)
    row, heirs = next(listing.rows([task], today)), heirs_on(today)
    context = {
        "row": row,
        "heirs": {each.pk: heirs.said(each.agency_id) for each in task.assignments.all() if each.agency_id},
        "quote": _quote(task),
        "missing": queries.missing_parts(task),
        "timeline": timeline.of(task),
        "primary": _primary(slugs, unclear=task.standing == Standing.NEEDS_CLEARING),
        "may_prove": may_report(person, task),
        "may_reply": "tra-loi" in slugs,
        "acts": [each for each in acts if each[0] not in INLINE],
        "comment": CommentForm(task=task, person=person) if "trao-doi" in slugs else None,
        "pending": pending,
        "waited": (today - timezone.localdate(pending.at)).days if pending else 0,
        "acceptance_days": clocks().acceptance,
        "asked": next((each for each in task.extensions.all() if each.answer == "pending"), None),
        "granted": [each for each in task.extensions.all() if each.answer == "granted"],
        "parts": parts_of(task, today),
        "evidence": [each for each in task.evidence.all() if each.withdrawn_at is None],
        "left": days_left(task.deadline, today),
        "watching": any(each.person_id == person.pk for each in task.watches.all()),
        "subtasks": list(listing.rows(queries.for_list(in_sight.filter(parent=task), today), today)),
        "earlier": in_sight.filter(pk=task.continues_id).first() if task.continues_id else None,
        "offers": list(task.offers.all()) if may_arrange(person) else [],
        "may_link": may_arrange(person) and task.state in ("open", "waiting"),
        "later": in_sight.filter(continues=task).first(),
    }
    return render(request, "tasks/show.html", context)


def _primary(slugs: list[str], unclear: bool) -> str | None:
    """The most pressing act; of a task that lacks a part, to say what it lacks."""
    wanted = ("sua", *PRIMARY) if unclear else PRIMARY
    return next((slug for slug in wanted if slug in slugs), None)


@dataclass(frozen=True, slots=True)
class Quote:
    """The paragraph that a task stands in, cut round its own words."""

    before: str
    words: str
    after: str


def _quote(task: Task) -> Quote | None:
    if task.fact is None or task.start is None or task.end is None:
        return Quote("", task.sentence, "") if task.sentence else None
    content = task.fact.reading.content
    begin = content.rfind("\n", 0, task.start) + 1
    end = content.find("\n", task.end)
    return Quote(
        content[begin : task.start], content[task.start : task.end], content[task.end : end if end >= 0 else None]
    )
