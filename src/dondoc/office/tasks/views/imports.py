"""Bringing in a list: upload, look at what each row would become, say which column is what, bring in."""

from typing import Any, cast

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.look.spreadsheets import as_download, draft_table
from dondoc.office.refusal import Refusal
from dondoc.office.tasks.actions.importing import import_tasks, keep_sheet, sheet_of
from dondoc.office.tasks.importing import FIELDS, Line, lines, read_sheet, recognise
from dondoc.office.tasks.models import TaskImport

SHOWN = 200


@require_http_methods(["GET", "HEAD", "POST"])
@confirmers_only
def upload(request: HttpRequest) -> HttpResponse:
    """The file."""
    problem = ""
    if request.method == "POST":
        file = request.FILES.get("file")
        try:
            if file is None:
                raise Refusal(gettext("Chưa chọn tệp; hãy chọn danh sách dạng .xlsx."))
            kept = keep_sheet(
                sheet=read_sheet(cast(Any, file)), name=file.name or "", by=signed_in(request), now=timezone.now()
            )
            return redirect("tasks:import", kept.pk)
        except Refusal as refusal:
            problem = str(refusal)
    return render(request, "tasks/import_upload.html", {"problem": problem}, status=422 if problem else 200)


def _columns(request: HttpRequest, kept: TaskImport) -> dict[str, int]:
    """Columns as the address says, else as their heads say."""
    if "cot" not in request.GET:
        return recognise(kept.heads)
    chosen = {name: request.GET.get(name, "") for name in FIELDS}
    return {name: int(value) for name, value in chosen.items() if value.isdecimal() and int(value) < len(kept.heads)}


@require_http_methods(["GET", "HEAD", "POST"])
@confirmers_only
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """What each row would become; with POST it becomes it."""
    person = signed_in(request)
    kept = get_object_or_404(TaskImport.objects.filter(by=person), pk=pk)
    columns = _columns(request, kept)
    if request.method == "POST":
        try:
            made = import_tasks(kept=kept, columns=columns, by=person, now=timezone.now())
        except Refusal as refusal:
            messages.error(request, str(refusal))
            return redirect(request.get_full_path())
        messages.success(request, gettext("Đã nhập %(made)d nhiệm vụ.") % {"made": made})
        return redirect("tasks:list")
    found = lines(sheet_of(kept), columns, timezone.localdate())
    if request.GET.get("loi") == "xlsx":
        return _errors(kept, found)
    context = {
        "kept": kept,
        "fields": [(name, label, columns.get(name)) for name, label in FIELDS.items()],
        "heads": list(enumerate(kept.heads)),
        "lines": sorted(found[: SHOWN * 10], key=lambda line: (not line.error, line.number))[:SHOWN],
        "good": sum(line.good for line in found),
        "wrong": sum(bool(line.error) for line in found),
        "known": sum(line.known for line in found),
        "titles": sum(line.title for line in found),
        "unclear": sum(bool(line.unclear) and line.good for line in found),
        "query": request.GET.urlencode(),
    }
    return render(request, "tasks/import_preview.html", context)


def _errors(kept: TaskImport, found: list[Line]) -> HttpResponse:
    columns = [(gettext("Dòng"), 8), (gettext("Lỗi"), 50), (gettext("Nội dung"), 80)]
    rows = [(line.number, line.error, line.text) for line in found if line.error]
    return as_download(draft_table(gettext("Lỗi"), columns, rows), f"loi-nhap-{kept.pk}.xlsx")
