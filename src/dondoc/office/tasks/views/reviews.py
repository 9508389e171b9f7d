"""Rà soát nhiệm vụ: the numbers of today, issued reviews as they were, and both as files."""

from collections.abc import Sequence
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Page, Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from dondoc.drafting.official import Head, Signature
from dondoc.drafting.review import Late, Row, draft_review
from dondoc.office.accounts.access import confirmers_only, may_confirm
from dondoc.office.look.addresses import PAGE, changed
from dondoc.office.look.spreadsheets import as_download
from dondoc.office.rules.queries import current
from dondoc.office.tasks.actions.reviewing import issue_review
from dondoc.office.tasks.grouping import GROUP
from dondoc.office.tasks.layout_drawing import ReviewPen
from dondoc.office.tasks.layout_export import above_of
from dondoc.office.tasks.models import Review
from dondoc.office.tasks.review_bar import review_bar
from dondoc.office.tasks.review_export import draft_review_sheet
from dondoc.office.tasks.reviewing import Line, Way, review_so, thawed
from dondoc.office.tasks.views.chosen import chosen, frame

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
SHOWN, DOCUMENTS = 20, 100
# The agencies of a province stand on one page.
LINES = 200


@require_safe
def reviews(request: HttpRequest) -> HttpResponse:
    """The numbers of today for what the filters let through, and the reviews that were issued."""
    found = chosen(request, by_the_way=True)
    may_issue = may_confirm(found.person)
    way = _way(request)
    counted = review_so(way, found.tasks, found.today, late=0, most=DOCUMENTS)
    context = frame(request, found, "tasks:reviews") | {
        "today": found.today,
        "found": counted,
        "page": _page(request, counted.lines),
        "way": way,
        "picks": [
            (each.label, changed(request.GET, GROUP, None if each is Way.AGENCY else each.value), each is way)
            for each in Way
        ],
        "bar": review_bar(counted.total, way),
        "pen": ReviewPen(request.GET),
        "issued": Review.objects.select_related("by")[:SHOWN] if may_issue else [],
        "may_issue": may_issue,
        "action": f"?{urlencode(request.GET)}" if request.GET else "",
    }
    return render(request, "tasks/reviews.html", context)


def _way(request: HttpRequest) -> Way:
    """What the address wants the lines to be."""
    asked = request.GET.get(GROUP, "")
    return Way(asked) if asked in set(Way) else Way.AGENCY


def _page(request: HttpRequest, lines: Sequence[Line]) -> Page[Line]:
    """The lines that one page has room for: a line for each agency of a province takes longer to draw than to count."""
    return Paginator(lines, LINES).get_page(request.GET.get(PAGE))


@require_safe
def export_reviews(request: HttpRequest) -> HttpResponse:
    """The numbers of today as .xlsx, every line of them."""
    found = chosen(request, by_the_way=True)
    what = gettext("Rà soát nhiệm vụ")
    content = draft_review_sheet(
        review_so(_way(request), found.tasks, found.today, late=0), what, above_of(what, found.scope, found.today)
    )
    return as_download(content, f"ra-soat-{found.today:%Y-%m-%d}.xlsx")


@require_POST
@confirmers_only
def issue(request: HttpRequest) -> HttpResponse:
    """Freeze the numbers of what the filters let through."""
    found = chosen(request)
    way, scope = _way(request), found.scope or gettext("Mọi nhiệm vụ")
    if way is not Way.AGENCY:
        scope = gettext("%(scope)s; theo %(way)s") % {"scope": scope, "way": str(way.label).lower()}
    issued = issue_review(tasks=found.tasks, scope=scope, by=found.person, now=timezone.now(), way=way)
    messages.success(request, gettext("Đã phát hành %(code)s; số liệu được giữ nguyên.") % {"code": issued.code})
    return redirect("tasks:review", issued.pk)


@require_safe
@confirmers_only
def issued_review(request: HttpRequest, pk: int) -> HttpResponse:
    """A review as it was issued."""
    kept = get_object_or_404(Review.objects.select_related("by"), pk=pk)
    found = thawed(kept.rows, kept.total, kept.late)
    context = {
        "kept": kept,
        "found": found,
        "page": _page(request, found.lines),
        "way": found.way,
        "bar": review_bar(found.total, found.way),
        "pen": ReviewPen(),
    }
    return render(request, "tasks/review.html", context)


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
        signature, unit, named=str(found.way.label), each_once=found.way is not Way.AGENCY,
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
    return as_download(draft_review_sheet(found, kept.code), f"ra-soat-{kept.code}.xlsx")
