"""Pages of one form: shown, sent, done or refused with the reason beside it."""

import logging
from collections.abc import Callable
from typing import Any, TypeVar

from django.db import IntegrityError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext

from dondoc.office.look.forms import PlainForm
from dondoc.office.refusal import Refusal

logger = logging.getLogger("dondoc.forms")
Made = TypeVar("Made")


def done(form: PlainForm, act: Callable[[], Made]) -> Made | None:
    """What ``act`` made of a form that was sent; None where there is nothing to do yet, or the form now says why not.

    ``act`` reads the form and writes; what it refuses becomes an error of the form.
    """
    if not form.is_valid():
        return None
    try:
        return act()
    except Refusal as refusal:
        form.add_error(None, str(refusal))
    except IntegrityError as problem:
        # What the act looked for before it wrote was not there yet: somebody wrote the same at the same moment.
        logger.warning("two wrote the same at once: %s", problem)
        form.add_error(None, gettext("Có người vừa lưu cùng tên hoặc cùng mã này; hãy xem lại rồi gửi lần nữa."))
    return None


def form_page(
    request: HttpRequest, form: PlainForm, title: str, button: str, back: tuple[str, str], **more: Any
) -> HttpResponse:
    """One form of one column, with a way back (address, words)."""
    status = 422 if form.errors else 200
    context = {"form": form, "title": title, "button": button, "back_url": back[0], "back": back[1], **more}
    return render(request, "administration/form.html", context, status=status)
