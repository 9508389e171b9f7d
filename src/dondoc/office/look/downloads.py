"""Answers that the browser saves as a file."""

from typing import TypeVar
from urllib.parse import quote

from django.http import HttpResponse
from django.http.response import HttpResponseBase

Answer = TypeVar("Answer", bound=HttpResponseBase)
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"


def download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """``content`` as the file ``name``, whatever letters the name has."""
    return attached(HttpResponse(content, content_type=media_type), name)


def attached(answer: Answer, name: str) -> Answer:
    """``answer`` as one that the browser saves under ``name``."""
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
