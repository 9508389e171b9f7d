"""Fields of responsibility."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.views.decorators.http import require_http_methods, require_safe

from dondoc.office.accounts import people
from dondoc.office.accounts.access import administrators_only, signed_in
from dondoc.office.accounts.models import Field
from dondoc.office.administration.forms import FieldForm
from dondoc.office.look.addresses import PAGE
from dondoc.office.look.form_pages import done, form_page

ROWS = 50


@require_safe
@administrators_only
def field_list(request: HttpRequest) -> HttpResponse:
    """Fields of responsibility."""
    fields = Field.objects.prefetch_related("agencies", "people")
    page = Paginator(fields, ROWS).get_page(request.GET.get(PAGE))
    return render(request, "administration/fields.html", {"page": page})


@require_http_methods(["GET", "HEAD", "POST"])
@administrators_only
def edit_field(request: HttpRequest, pk: int | None = None) -> HttpResponse:
    """A field of responsibility, new or old."""
    field = get_object_or_404(Field, pk=pk) if pk is not None else None
    form = FieldForm(request.POST or None, field=field)

    def save() -> Field:
        return people.save_field(
            field=field, name=form.cleaned_data["name"], agencies=form.picked("agencies", timezone.localdate()),
            sectors=form.cleaned_data["sectors"], by=signed_in(request), now=timezone.now(),
        )  # fmt: skip

    if done(form, save) is not None:
        messages.success(request, gettext("Đã lưu lĩnh vực."))
        return redirect("admin:fields")
    title = gettext("Sửa lĩnh vực") if field else gettext("Thêm lĩnh vực")
    return form_page(request, form, title, gettext("Lưu"), (reverse("admin:fields"), gettext("Lĩnh vực")))
