"""Files in and out: upload, the original, the workbook of facts, the document with comments in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.core.files import File
from django.http import FileResponse, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

import dondoc
from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.accounts.models import User
from dondoc.office.documents import access
from dondoc.office.documents.actions.decisions import present_facts
from dondoc.office.documents.actions.reading import read_file
from dondoc.office.documents.actions.uploading import Duplicate
from dondoc.office.documents.actions.uploading import upload as take_in
from dondoc.office.documents.export import facts_sheet
from dondoc.office.documents.inspection import MEDIA_TYPES
from dondoc.office.documents.models import Document
from dondoc.office.documents.receiving import OVERSIZED
from dondoc.office.documents.taking_apart import carried
from dondoc.office.documents.views.answers import refused
from dondoc.office.refusal import Refusal
from dondoc.reading import ReadingError


@dataclass(frozen=True, slots=True)
class Result:
    """What became of one file. ``document``: the new one, or for a duplicate the one that is here already."""

    name: str
    ok: bool
    message: str
    document: Document | None = None

    @property
    def address(self) -> str:
        return reverse("documents:document", args=[self.document.pk]) if self.document else ""


@require_POST
@confirmers_only
def upload(request: HttpRequest) -> HttpResponse:
    """Take in many files; each stands for itself, a bad one does not stop the rest."""
    largest = settings.DONDOC_MAX_UPLOAD // (1024 * 1024)
    files = request.FILES.getlist("files")  # parses the request: only then are oversized files known
    results = [
        Result(
            name,
            False,
            gettext("Tệp “%(name)s” lớn hơn %(largest)d MB; hãy chia nhỏ hoặc nén ảnh trong tệp rồi tải lên.")
            % {"name": name, "largest": largest},
        )
        for name in request.META.get(OVERSIZED, [])
    ]
    person = signed_in(request)
    for file in files:
        results += _taken_in(file, file.name or "", person)
    if not results:
        results = [Result("", False, gettext("Chưa chọn tệp nào; hãy chọn hoặc kéo thả tệp vào đây."))]
    status = 200 if any(result.ok for result in results) else 422
    if request.accepts("application/json") and not request.accepts("text/html"):
        listed = [
            {"name": each.name, "ok": each.ok, "message": each.message, "address": each.address} for each in results
        ]
        return JsonResponse({"results": listed}, status=status)
    return render(request, "documents/_uploads.html", {"results": results}, status=status)


def _taken_in(file: File[bytes], name: str, person: User) -> Iterator[Result]:
    """Take in every document that ``file`` carries; mostly it is one itself."""
    try:
        parts = list(carried(file, name))
    except Refusal as refusal:
        yield Result(name, False, str(refusal))
        return
    for part, own in parts:
        try:
            document = take_in(file=part, name=own, by=person, now=timezone.now())
        except Duplicate as twice:
            yield Result(own, False, str(twice), twice.document)
        except Refusal as refusal:
            yield Result(own, False, str(refusal))
        else:
            said = gettext("Đã nhận từ “%(name)s”, đang đọc.") % {"name": name} if part is not file else None
            yield Result(own, True, said or gettext("Đã nhận, đang đọc."), document)


@require_safe
def original(request: HttpRequest, pk: int) -> FileResponse:
    """The file as it came in, always as a download: a foreign .html must not run among our pages."""
    document = access.get(signed_in(request), pk)
    response = FileResponse(
        document.file.open("rb"),
        as_attachment=True,
        filename=document.original_name,
        content_type=document.media_type,
    )
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


@require_safe
def facts_workbook(request: HttpRequest, pk: int) -> HttpResponse:
    """Tasks, figures and findings of the document as .xlsx."""
    document = access.get(signed_in(request), pk)
    content = facts_sheet(list(present_facts(document)))
    name = f"su-kien-{pk}.xlsx"
    response = HttpResponse(content, content_type="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


@require_safe
def annotated(request: HttpRequest, pk: int) -> HttpResponse:
    """The .docx with the findings as comments in it."""
    document = access.get(signed_in(request), pk)
    if document.media_type != MEDIA_TYPES[".docx"]:
        return refused(gettext("Chỉ chú giải được tệp .docx; văn bản này là tệp khác."))
    path = Path(document.file.path)
    try:
        facts = dondoc.extract(read_file(path, document.original_name))
        content = dondoc.annotate(path, facts, dondoc.check(facts))
    except ReadingError as problem:
        return refused(str(problem))
    response = HttpResponse(content, content_type=document.media_type)
    stem = Path(document.original_name).stem
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(stem)}-chu-giai.docx"
    return response
