"""The page of the check: drop a file, see what does not add up, take the commented copy away."""

from pathlib import Path
from urllib.parse import quote

from django.conf import settings
from django.core.files.uploadedfile import TemporaryUploadedFile
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext
from django.views.decorators.http import require_POST, require_safe

from dondoc.office.accounts.access import may_confirm, signed_in
from dondoc.office.documents.inspection import MEDIA_TYPES
from dondoc.office.documents.receiving import OVERSIZED
from dondoc.office.indicators.access import visible_observations
from dondoc.office.indicators.models import Observation
from dondoc.office.proofing.proofreading import commented, proofread, shown
from dondoc.office.refusal import Refusal
from dondoc.reading import ReadingError

_WITH_OTHERS = "with_others"
COMMENTABLE = (".docx", ".xlsx", ".pdf")


@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """The empty page."""
    return render(request, "proofing/start.html", _page(request))


@require_POST
def proofread_file(request: HttpRequest) -> HttpResponse:
    """The findings of one file; the file is gone when the answer is sent."""
    try:
        file = _file(request)
        draft = proofread(file, file.name or "", _others(request))
    except (Refusal, ReadingError) as problem:
        return _answer(request, {"problem": str(problem)}, 422)
    context = {
        "draft": draft,
        "groups": shown(draft),
        "errors": draft.number_of("error"),
        "doubtful": draft.number_of("doubtful"),
        "commentable": Path(draft.name).suffix.lower() in COMMENTABLE and bool(draft.findings),
        "may_keep": may_confirm(signed_in(request)),
    }
    return _answer(request, context, 200)


def _answer(request: HttpRequest, context: dict[str, object], status: int) -> HttpResponse:
    if request.headers.get("HX-Request"):
        return render(request, "proofing/_findings.html", context, status=status)
    return render(request, "proofing/start.html", {**_page(request), **context}, status=status)


def _page(request: HttpRequest) -> dict[str, object]:
    """What the form shows: which files, and whether the person may compare with what the office confirmed."""
    ticked = request.method != "POST" or _WITH_OTHERS in request.POST
    return {"accept": ",".join(MEDIA_TYPES), "may_compare": may_confirm(signed_in(request)), "with_others": ticked}


def _others(request: HttpRequest) -> QuerySet[Observation] | None:
    """The confirmed figures to compare with: those that the person may see, where the person may confirm and asks."""
    person = signed_in(request)
    asked = may_confirm(person) and _WITH_OTHERS in request.POST
    return visible_observations(person) if asked else None


@require_POST
def commented_copy(request: HttpRequest) -> HttpResponse:
    """The file with its findings written at their words; sent again by the browser, for nothing was kept."""
    try:
        file = _file(request)
        draft = proofread(file, file.name or "", _others(request))
        file.seek(0)
        content = commented(file.read(), draft)
    except (Refusal, ReadingError) as problem:
        return _answer(request, {"problem": str(problem)}, 422)
    path = Path(draft.name)
    response = HttpResponse(content, content_type=MEDIA_TYPES[path.suffix.lower()])
    response["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(path.stem)}-soat{path.suffix.lower()}"
    return response


def _file(request: HttpRequest) -> TemporaryUploadedFile:
    file = request.FILES.get("file")
    if request.META.get(OVERSIZED):
        raise Refusal(
            gettext("Tệp lớn hơn %(largest)d MB; hãy chia nhỏ hoặc nén ảnh trong tệp.")
            % {"largest": settings.DONDOC_MAX_UPLOAD // (1024 * 1024)}
        )
    if not isinstance(file, TemporaryUploadedFile):
        raise Refusal(gettext("Chưa chọn tệp nào; hãy chọn hoặc kéo thả một dự thảo vào đây."))
    return file
