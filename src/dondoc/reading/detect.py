"""What a file is, by its first bytes; its name is only a hint, and a name that lies is an error."""

import re
from pathlib import PurePath

from dondoc.reading.errors import ReadingError

_PDF, _ZIP, OLE = b"%PDF-", b"PK\x03\x04", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_SCANS = (b"\x89PNG", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*")
_PLAIN, _MARKDOWN, _HTML = {".txt", ".text", ""}, {".md", ".markdown"}, {".html", ".htm", ".xhtml"}
_ENVELOPE = re.compile(rb"QCVN_102_2016|<(?:\w+:)?edXML[\s>]")
_HEAD = 4_096
_SHEETS = {"xlsx": {".xlsx", ".xlsm", ".xltx"}, "xls": {".xls", ".xlt", ".et"}, "ods": {".ods", ".ots"}}
_ODS_MIME = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"
_ODT_MIME = b"mimetypeapplication/vnd.oasis.opendocument.text"
_MAIL = {".eml", ".mht", ".mhtml"}
_MAIL_START = re.compile(
    rb"(?:Received|Return-Path|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|X-[\w-]+)[ \t]*:",
    re.IGNORECASE,
)
_TAIL = 4 * 1024 * 1024
_KNOWN = {
    *(".docx", ".docm", ".dotx", ".pdf", ".doc", ".rtf", ".odt", ".zip", ".edxml"),
    *_HTML,
    *_PLAIN,
    *_MARKDOWN,
    *_MAIL,
}
_HTML_STARTS = (
    b"<!doctype html",
    b"<html",
    b"<head",
    b"<body",
    b"<meta",
    b"<div",
    b"<p>",
    b"<p ",
    b"<table",
    b"<article",
    b"<h1",
)


def detect(data: bytes, name: str | None) -> str:
    """Return the name of the format; raise :class:`ReadingError` for what is none of those that can be read.

    "docx", "doc", "rtf", "odt", "pdf", "html", "image", "xlsx", "xls", "ods", "zip", "eml", "edxml" or "text".
    """
    suffix = PurePath(name or "").suffix.lower()
    form = _by_content(data)
    if form in _LABELS and suffix in _KNOWN.union(*_SHEETS.values()) - {""} and suffix not in _expected(form):
        raise ReadingError(
            f"Tệp có đuôi {suffix} nhưng nội dung là {_LABELS[form]}; hãy kiểm tra lại và đổi đuôi tệp cho đúng."
        )
    if form == "docx" and suffix == ".zip":
        return "zip"
    if form == "ole":
        return _old_word(data, suffix)
    if form == "image" and not data.startswith(_SCANS):
        raise ReadingError("Tệp ảnh không thuộc loại đọc được; hãy lưu lại thành .jpg, .png hoặc .tiff rồi tải lên.")
    if form == "text":
        _refuse_false_text(data, suffix)
        if suffix in _MAIL or (suffix in (".doc", "") and _looks_like_mail(data)):
            return "eml"
        if suffix == ".edxml" or (suffix in (".xml", "") and _ENVELOPE.search(data[:_HEAD])):
            return "edxml"
        if suffix in _HTML or (suffix not in _PLAIN - {""} | _MARKDOWN and _looks_like_html(data)):
            return "html"
    return form


_LABELS = {
    "docx": "tệp nén hoặc văn bản Word",
    "rtf": "văn bản RTF",
    "odt": "văn bản OpenDocument",
    "pdf": "văn bản PDF",
    "xlsx": "bảng tính Excel",
    "xls": "bảng tính Excel cũ",
    "ods": "bảng tính OpenDocument",
}


_NAMES = {
    "docx": {".docx", ".docm", ".dotx", ".zip"},
    "pdf": {".pdf"},
    "odt": {".odt", ".ott"},
    "rtf": {".rtf", ".doc"},  # what many programs write under the name of an old Word file
}


def _expected(form: str) -> set[str]:
    if form in _SHEETS:
        return _SHEETS[form]
    return _NAMES[form]


def _by_content(data: bytes) -> str:
    if data.startswith(_ZIP):
        return _zipped(data)
    if _PDF in data[:1024]:
        return "pdf"
    if data.startswith(OLE):
        return "xls" if _is_old_workbook(data) else "ole"
    if data[:_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{\\rtf"):
        return "rtf"
    if data.startswith(_IMAGES) and b"\x00" in data[:4096]:
        return "image"
    return "text"


def _zipped(data: bytes) -> str:
    """Which of the zipped formats ``data`` is, by the names of its parts at its end."""
    if _ODS_MIME in data[:200]:
        return "ods"
    if _ODT_MIME in data[:200]:
        return "odt"
    return "xlsx" if b"xl/workbook." in data[-_TAIL:] and b"word/document." not in data[-_TAIL:] else "docx"


def _is_old_workbook(data: bytes) -> bool:
    """Whether an OLE file holds the stream of a workbook and no Word document."""
    if "EncryptedPackage".encode("utf-16-le") in data or "WordDocument".encode("utf-16-le") in data:
        return False
    return any(f"{name}\0".encode("utf-16-le") in data for name in ("Workbook", "Book"))


def _old_word(data: bytes, suffix: str) -> str:
    if "EncryptedPackage".encode("utf-16-le") in data:
        kind = ".xlsx" if suffix in _SHEETS["xlsx"] else ".docx"
        raise ReadingError(f"Tệp {kind} được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại.")
    if suffix == ".docx":
        raise ReadingError(
            "Tệp có đuôi .docx nhưng nội dung là định dạng Word cũ; hãy mở bằng Word và lưu lại dưới dạng .docx."
        )
    return "doc"


def _looks_like_mail(data: bytes) -> bool:
    """Whether ``data`` begins with the lines of an e-mail (a page that Word saved as one file is one too)."""
    head = data[:_HEAD]
    return _MAIL_START.match(head) is not None and b"mime-version" in head.lower()


def _refuse_false_text(data: bytes, suffix: str) -> None:
    if suffix == ".doc" and (_looks_like_html(data) or _looks_like_mail(data)):
        return
    if suffix in (".docx", ".docm", ".dotx", ".pdf", ".doc", ".rtf", ".odt", ".zip", ".xlsx", ".xlsm", ".ods"):
        raise ReadingError(
            f"Tệp có đuôi {suffix} nhưng nội dung không đúng định dạng này hoặc đã hỏng; hãy chọn lại tệp."
        )
    if b"\x00" in data and not data.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise ReadingError("Tệp không phải văn bản mà hệ thống đọc được; hãy dùng .docx, .pdf, .html hoặc .txt.")


def _looks_like_html(data: bytes) -> bool:
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith(_HTML_STARTS) or (head.startswith(b"<?xml") and b"<html" in head)
