"""A message that says what was done and offers, in the same line, to take it back."""

from collections.abc import Mapping

from django.contrib import messages
from django.http import HttpRequest
from django.template.loader import render_to_string


def say_undoable(request: HttpRequest, words: str, url: str, fields: Mapping[str, str]) -> None:
    """Say ``words`` on the next page, with a button that sends ``fields`` to ``url``: the act that undoes it."""
    context = {"words": words, "url": url, "fields": fields}
    messages.success(request, render_to_string("parts/undoable.html", context, request))
