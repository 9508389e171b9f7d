"""Agencies in and out by file, and ready agencies of a province. A file is looked at first, taken in afterwards."""

import csv
import io
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.agencies import access, exchange
from dondoc.office.agencies.actions import importing, loading
from dondoc.office.agencies.exchange import ImportRow
from dondoc.office.agencies.forms import ImportForm, ProvinceForm, TreeFilter
from dondoc.office.agencies.reference import provinces
from dondoc.office.look.spreadsheets import as_download, draft_table
from dondoc.office.refusal import Refusal

SALT = "agencies.import"
LARGEST = 10 * 1024 * 1024
MINUTES = 60
LISTED = ("aliases", "later", "absent")


@require_safe
def export(request: HttpRequest) -> HttpResponse:
    """The agencies in sight that the filters leave, as .xlsx, or .csv with ``?dang=csv``; read in again, they change
    nothing. Without a filter those of days to come are among them.
    """
    agencies = access.visible(signed_in(request))
    filters = TreeFilter(request.GET)
    if filters.chosen():
        _day, lines = filters.lines(timezone.localdate())
        agencies = agencies.filter(pk__in=[line.agency.pk for line in lines])
    agencies = agencies.select_related("parent").prefetch_related("aliases").order_by("level", "code")
    name = f"co-quan-{timezone.localdate():%Y-%m-%d}"
    if request.GET.get("dang") == "csv":
        stream = io.StringIO()
        writer = csv.writer(stream, lineterminator="\r\n")
        writer.writerow([str(head) for head, _width in exchange.COLUMNS.values()])
        writer.writerows([["" if cell is None else cell for cell in row] for row in exchange.written(agencies)])
        answer = HttpResponse("\ufeff" + stream.getvalue(), content_type="text/csv; charset=utf-8")
        answer["Content-Disposition"] = f'attachment; filename="{name}.csv"'
        return answer
    content = draft_table(gettext("Cơ quan"), tuple(exchange.COLUMNS.values()), exchange.written(agencies))
    return as_download(content, f"{name}.xlsx")


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def take_in(request: HttpRequest) -> HttpResponse:
    """A file is read and shown as what it would change; sent again by the page itself, it is taken in."""
    if "rows" in request.POST:
        return _apply(request)
    form = ImportForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        file = form.cleaned_data["file"]
        try:
            if file.size > LARGEST:
                raise Refusal(gettext("Tệp lớn hơn 10 MB; hãy chia thành nhiều tệp."))
            rows, faults = exchange.read_rows(file.read(), file.name)
            outcome = importing.dry_run(rows, faults)
            signed = signing.dumps([row.plain() for row in rows], salt=SALT, compress=True)
            context |= {"outcome": outcome, "signed": signed if not outcome.faults else "", "name": file.name}
        except Refusal as refusal:
            form.add_error(None, str(refusal))
    return render(request, "agencies/import.html", context, status=422 if form.errors else 200)


def _apply(request: HttpRequest) -> HttpResponse:
    try:
        plain = signing.loads(request.POST["rows"], salt=SALT, max_age=MINUTES * 60)
        rows = [ImportRow(**{**row, **{key: tuple(row[key]) for key in LISTED}}) for row in plain]
        outcome = importing.import_agencies(rows=rows, by=signed_in(request), now=timezone.now())
    except signing.BadSignature:
        messages.error(request, gettext("Lần xem trước đã quá một giờ; hãy chọn lại tệp."))
        return redirect("agencies:import")
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect("agencies:import")
    words = gettext("Đã nhập: %(created)d cơ quan mới, %(changed)d cơ quan sửa, %(same)d không đổi.")
    messages.success(
        request, words % {"created": outcome.created, "changed": outcome.changed, "same": outcome.same}
    )  # fmt: skip
    return redirect("agencies:tree")


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def ready(request: HttpRequest) -> HttpResponse:
    """Ready agencies of a province: shown first how many, then added."""
    form = ProvinceForm(request.POST or None)
    context: dict[str, Any] = {"form": form}
    if request.method == "POST" and form.is_valid():
        province = next(each for each in provinces() if each.key == form.cleaned_data["province"])
        with_former = form.cleaned_data["with_former"]
        if request.POST.get("nap") == "1":
            outcome = loading.load_province(
                province=province, with_former=with_former, by=signed_in(request), now=timezone.now()
            )
            messages.success(request, gettext("Đã thêm %(number)d cơ quan.") % {"number": outcome.created})
            return redirect("agencies:tree")
        rows = loading.missing_rows(province, with_former=with_former)
        context |= {"province": province, "rows": rows, "counts": _counts(rows)}
    return render(request, "agencies/ready.html", context, status=422 if form.errors else 200)


def _counts(rows: list[ImportRow]) -> list[tuple[str, int]]:
    def count(level: str, living: bool) -> int:
        return sum(row.level == level and (not row.valid_to) == living for row in rows)

    found = [
        (gettext("Cơ quan cấp tỉnh đang hoạt động"), count("province", living=True)),
        (gettext("Xã, phường, đặc khu từ 01/7/2025"), count("commune", living=True)),
        (gettext("Cơ quan cấp tỉnh đã sáp nhập"), count("province", living=False)),
        (gettext("Huyện đến 30/6/2025"), count("district", living=False)),
        (gettext("Xã, phường đến 30/6/2025"), count("commune", living=False)),
    ]
    return [(words, number) for words, number in found if number]
