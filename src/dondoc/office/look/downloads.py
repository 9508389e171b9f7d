"""Answers that the browser saves as a file."""

from urllib.parse import quote

from django.http import HttpResponse

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ZIP = "application/zip"


def download(content: bytes, name: str, media_type: str) -> HttpResponse:
    """``content`` as the file ``name``, whatever letters the name has."""
    answer = HttpResponse(content, content_type=media_type)
    answer["Content-Disposition"] = f"attachment; filename*=UTF-8''{quote(name)}"
    return answer
