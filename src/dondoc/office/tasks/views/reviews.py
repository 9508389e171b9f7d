"""Rà soát nhiệm vụ: the numbers of today, issued reviews as they were, and both as files."""

from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from dondoc.drafting.official import Head, Signature
from dondoc.drafting.review import Late, Row, draft_review
from dondoc.office.accounts.access import confirmers_only, may_confirm, signed_in
from dondoc.office.look.spreadsheets import as_download, draft_table
from dondoc.office.rules.queries import current
from dondoc.office.tasks import access, listing
from dondoc.office.tasks.actions.reviewing import issue_review
from dondoc.office.tasks.forms import TaskFilter
from dondoc.office.tasks.models import Review
from dondoc.office.tasks.reviewing import Line, review, thawed

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHOWN = 20


def _form(request: HttpRequest, values: Any) -> TaskFilter:
    form = TaskFilter(values)
    form.offer(access.visible(signed_in(request)))
    return form


def _scope(form: TaskFilter, query: Any) -> str:
    chips = [f"{chip.name}: {chip.value}" for chip in form.chips(query)]
    return "; ".join(chips) or gettext("Mọi nhiệm vụ")


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """The numbers of today for what the filters let through, and the reviews that were issued."""
    person = signed_in(request)
    today = timezone.localdate()
    form = _form(request, request.GET)
    tasks = listing.filtered(access.visible(person), form.chosen(), today)
    context = {
        "form": form,
        "chips": form.chips(request.GET),
        "layout": "review",
        "query": request.GET.urlencode(),
        "today": today,
        "found": review(tasks, today),
        "issued": Review.objects.select_related("by")[:SHOWN] if may_confirm(person) else [],
        "may_issue": may_confirm(person),
        "action": f"?{urlencode(request.GET)}" if request.GET else "",
    }
    return render(request, "tasks/reviews.html", context)


@require_POST
@confirmers_only
def issue(request: HttpRequest) -> HttpResponse:
    """Freeze the numbers of what the filters let through."""
    person = signed_in(request)
    form = _form(request, request.GET)
    tasks = listing.filtered(access.visible(person), form.chosen(), timezone.localdate())
    issued = issue_review(tasks=tasks, scope=_scope(form, request.GET), by=person, now=timezone.now())
    messages.success(request, gettext("Đã phát hành %(code)s; số liệu được giữ nguyên.") % {"code": issued.code})
    return redirect("tasks:review", issued.pk)


@require_safe
@confirmers_only
def issued_review(request: HttpRequest, pk: int) -> HttpResponse:
    """A review as it was issued."""
    kept = get_object_or_404(Review.objects.select_related("by"), pk=pk)
    return render(request, "tasks/review.html", {"kept": kept, "found": thawed(kept.rows, kept.total, kept.late)})


@require_safe
@confirmers_only
def review_letter(request: HttpRequest, pk: int) -> HttpResponse:
    """An issued review as .docx."""
    kept = get_object_or_404(Review, pk=pk)
    found, rules = thawed(kept.rows, kept.total, kept.late), current()
    head = Head(rules.letter_parent, rules.letter_issuer, rules.letter_symbol, rules.letter_place or "……", kept.as_of)
    late = [Late(task.text, task.agency or "—", date.fromisoformat(task.deadline), task.days) for task in found.late]
    signature = Signature(
        tuple(line for line in (rules.letter_authority, rules.letter_position) if line), rules.letter_signer
    )
    unit = rules.letter_symbol.rpartition("-")[2]
    content = draft_review(
        head, kept.code, kept.scope, kept.as_of, [_row(line) for line in found.lines], _row(found.total), late,
        signature, unit,
    )  # fmt: skip
    answer = HttpResponse(content, content_type=DOCX)
    answer["Content-Disposition"] = f'attachment; filename="ra-soat-{kept.code}.docx"'
    return answer


def _row(line: Line) -> Row:
    numbers = (line.on_time, line.late, line.running, line.overdue, line.no_deadline)
    return Row(line.name or gettext("Chưa rõ chủ trì"), numbers, line.rate)


@require_safe
@confirmers_only
def review_sheet(request: HttpRequest, pk: int) -> HttpResponse:
    """An issued review as .xlsx."""
    kept = get_object_or_404(Review, pk=pk)
    found = thawed(kept.rows, kept.total, kept.late)
    columns = [
        (gettext("Cơ quan"), 44),
        (gettext("Hoàn thành đúng hạn"), 14),
        (gettext("Hoàn thành quá hạn"), 14),
        (gettext("Chưa hoàn thành, trong hạn"), 14),
        (gettext("Chưa hoàn thành, quá hạn"), 14),
        (gettext("Chưa có thời hạn"), 14),
        (gettext("Tỷ lệ hoàn thành trên số đến hạn (%)"), 18),
    ]
    rows = [_row(line) for line in (*found.lines, found.total)]
    named = [*(row.name for row in rows[:-1]), gettext("Tổng số")]
    cells = [
        [name, *row.numbers, round(row.rate, 1) if row.rate is not None else None]
        for name, row in zip(named, rows, strict=True)
    ]
    return as_download(draft_table(kept.code, columns, cells), f"ra-soat-{kept.code}.xlsx")
