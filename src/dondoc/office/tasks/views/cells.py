"""Cells of the task table that are changed where they stand: saved on leaving the cell, the error beside it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from dondoc.office.accounts.access import confirmers_only, signed_in
from dondoc.office.look.forms import PlainForm, work_day_field
from dondoc.office.refusal import Refusal
from dondoc.office.tasks import access, listing, queries
from dondoc.office.tasks.actions.acting import Overtaken
from dondoc.office.tasks.actions.arranging import edit
from dondoc.office.tasks.drawing import Cells


class CellForm(PlainForm):
    """The one value of a cell, and the state of the task that the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, required=False)


class DeadlineCell(CellForm):
    """A deadline where there is none yet; one that is there moves by an extension or with a reason."""

    deadline = work_day_field(_("Hạn"), required=False)


class ProductCell(CellForm):
    """What has to be handed in."""

    product = forms.CharField(label=_("Sản phẩm"), required=False, max_length=1000)


PARTS: dict[str, tuple[str, type[CellForm]]] = {
    "thoi-han": ("deadline", DeadlineCell),
    "san-pham": ("product", ProductCell),
}


@require_http_methods(["GET", "HEAD", "POST"])
@confirmers_only
def cell(request: HttpRequest, pk: int, part: str) -> HttpResponse:
    """The cell as a field; sent, the cell as it is then."""
    person = signed_in(request)
    task = access.get(person, pk)
    if part not in PARTS:
        raise Http404
    name, kind = PARTS[part]
    if request.method != "POST":
        form = kind(initial={name: getattr(task, name), "version": task.version})
        return _field(request, form, {"task": task, "part": part, "field": form[name]}, 200)
    form = kind(request.POST)
    context = {"task": task, "part": part, "field": form[name]}
    if not form.is_valid():
        return _field(request, form, context, 422)
    value, version = form.cleaned_data[name], form.cleaned_data["version"]
    before = task.version
    if value != getattr(task, name) and (value or name != "deadline"):
        try:
            task = edit(task=task, by=person, now=timezone.now(), version=version, **{name: value})
        except Refusal as refusal:
            form.add_error(name, str(refusal))
            if isinstance(refusal, Overtaken):
                # What was typed stays; left once more after a look at it, it goes through.
                form.data = {**dict(form.data.items()), "version": str(task.version)}
            return _field(request, form, context, 422)
    today = timezone.localdate()
    shown = queries.for_list(access.visible(person).filter(pk=pk), today)
    row = next(listing.rows(shown, today))
    saved = task.version != before
    context = {"row": row, "part": part, "cell_saved": saved, "cell": Cells(may_change=True).draw(row, part, saved)}
    return render(request, "tasks/_cell_saved.html", context)


def _field(request: HttpRequest, form: CellForm, context: dict[str, Any], status: int) -> HttpResponse:
    return render(request, "tasks/_cell_form.html", {"form": form, **context}, status=status)
