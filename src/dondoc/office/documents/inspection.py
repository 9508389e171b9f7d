"""A first look at an uploaded file, before anything of it is kept: is it what its name says, and harmless to open?

Refused: unknown kinds, a content that is not what the name says, empty files, archives that unpack too far, macros,
XML with entities, locked .pdf and old or locked Office files. What this look lets through is read in its own process.
"""

import re
import shutil
import tempfile
import zipfile
import zlib
from pathlib import PurePath
from typing import IO, BinaryIO
from xml.parsers import expat

from django.utils.translation import gettext

from dondoc.office.documents.taking_apart import inspect_carrier, inspect_written, is_envelope
from dondoc.office.refusal import Refusal
from dondoc.reading import ReadingError
from dondoc.reading.isolated import draw_isolated

MEDIA_TYPES = {
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    ".doc": "application/msword",
    ".rtf": "application/rtf",
    ".odt": "application/vnd.oasis.opendocument.text",
    ".pdf": "application/pdf",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
    ".edxml": "application/xml",
    ".eml": "message/rfc822",
    ".zip": "application/zip",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".tif": "image/tiff",
    ".tiff": "image/tiff",
    ".txt": "text/plain",
    ".md": "text/markdown",
    ".html": "text/html",
    ".htm": "text/html",
}
_TIFF = (b"II*\x00", b"MM\x00*")
IMAGE_STARTS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".jpg": (b"\xff\xd8\xff",),
    ".jpeg": (b"\xff\xd8\xff",),
    ".tif": _TIFF,
    ".tiff": _TIFF,
}
MAX_ENTRIES = 2_000
MAX_UNPACKED = 200 * 1024 * 1024
MAX_RATIO = 200
RATIO_FREE = 4 * 1024 * 1024
HEAD = 4_096
OPENING_WIDTH = 64
PIECE = 64 * 1024
_PROGRAMS = (b"MZ", b"\x7fELF", b"PK\x03\x04", b"\xca\xfe\xba\xbe", b"#!")
_ZIPPED = {
    ".docx": {"[Content_Types].xml", "word/document.xml"},
    ".xlsx": {"[Content_Types].xml", "xl/workbook.xml"},
    ".odt": {"mimetype", "content.xml"},
    ".ods": {"mimetype", "content.xml"},
}
_MACRO_PARTS = re.compile(r".*vbaproject\.bin$|(?:Basic|Scripts)/.*[^/]$", re.IGNORECASE)
_MACRO_TYPES = re.compile(rb"macroEnabled|vbaProject", re.IGNORECASE)
_ENCRYPTED_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def inspect_file(file: BinaryIO, name: str) -> str:
    """The media type of ``file``; raises ``Refusal`` with the sentence to show. Leaves the file at its beginning."""
    kind = PurePath(name).suffix.lower()
    if kind not in MEDIA_TYPES:
        raise Refusal(
            gettext(
                "Tệp “%(name)s” không thuộc loại đọc được; hãy tải lên tệp .docx, .doc, .rtf, .odt, .pdf, .xlsx, .xls, "
                ".ods, .txt, .md, .html, .edxml, .eml, .zip hoặc ảnh quét .png, .jpg, .tiff."
            )
            % {"name": name}
        )
    file.seek(0)
    head = file.read(HEAD)
    if not head.strip():
        raise Refusal(gettext("Tệp “%(name)s” trống; hãy kiểm tra lại tệp rồi tải lên.") % {"name": name})
    if kind in _ZIPPED:
        _inspect_zipped(file, head, name)
    elif kind == ".pdf":
        _inspect_pdf(file, head, name)
    elif kind in (".zip", ".eml"):
        inspect_carrier(file, name, inspect_file)
    elif kind in (".doc", ".rtf", ".xls"):
        if not inspect_written(file, name):
            raise _mismatch(name)
    elif kind == ".edxml":
        _inspect_envelope(file, head, name)
    elif kind in IMAGE_STARTS:
        if not head.startswith(IMAGE_STARTS[kind]):
            raise _mismatch(name)
    elif not head.startswith((b"\xff\xfe", b"\xfe\xff")) and _holds_nul(file):
        raise _mismatch(name)
    file.seek(0)
    return MEDIA_TYPES[kind]


def _mismatch(name: str) -> Refusal:
    return Refusal(
        gettext("Nội dung tệp “%(name)s” không đúng với đuôi tên tệp; hãy mở tệp, lưu lại đúng định dạng rồi tải lên.")
        % {"name": name}
    )


def _locked(name: str) -> Refusal:
    return Refusal(
        gettext("Tệp “%(name)s” bị khóa bằng mật khẩu, không mở được; hãy bỏ mật khẩu rồi tải lên.") % {"name": name}
    )


def _holds_nul(file: BinaryIO) -> bool:
    file.seek(0)
    return any(b"\x00" in piece for piece in iter(lambda: file.read(1024 * 1024), b""))


def _inspect_pdf(file: BinaryIO, head: bytes, name: str) -> None:
    if b"%PDF-" not in head[:1024] or head.startswith(_PROGRAMS):
        raise _mismatch(name)
    file.seek(0)
    overlap = b""
    while piece := file.read(1024 * 1024):
        if b"/Encrypt" in overlap + piece:
            _open_encrypted(file, name)
            return
        overlap = piece[-16:]


def _open_encrypted(file: BinaryIO, name: str) -> None:
    """Try to draw an encrypted .pdf: many that are signed or protected from printing open without a password."""
    with tempfile.NamedTemporaryFile(suffix=".pdf") as copy:
        file.seek(0)
        shutil.copyfileobj(file, copy)
        copy.flush()
        try:
            draw_isolated(copy.name, 1, width=OPENING_WIDTH)
        except ReadingError as problem:
            raise _locked(name) from problem


def _inspect_envelope(file: BinaryIO, head: bytes, name: str) -> None:
    if not is_envelope(head):
        raise _mismatch(name)
    file.seek(0)
    if _declares_types(file):
        raise Refusal(
            gettext("Tệp “%(name)s” chứa khai báo XML không an toàn; hãy nhận lại gói từ trục liên thông.")
            % {"name": name}
        )


def _inspect_zipped(file: BinaryIO, head: bytes, name: str) -> None:
    if head.startswith(_OLE):
        file.seek(0)
        if _ENCRYPTED_PACKAGE in file.read():
            raise _locked(name)
        raise Refusal(
            gettext("Tệp “%(name)s” là tệp Word kiểu cũ (.doc); hãy mở bằng Word, lưu lại thành .docx rồi tải lên.")
            % {"name": name}
        )
    if not head.startswith(b"PK"):
        raise _mismatch(name)
    file.seek(0)
    try:
        with zipfile.ZipFile(file) as archive:
            _inspect_archive(archive, name)
    except (
        zipfile.BadZipFile,
        zlib.error,
        NotImplementedError,
        RuntimeError,
        EOFError,
        OSError,
        ValueError,
    ) as problem:
        raise Refusal(
            gettext("Tệp “%(name)s” bị hỏng, không mở được; hãy mở bằng phần mềm đã tạo ra tệp, lưu lại rồi tải lên.")
            % {"name": name}
        ) from problem


def _inspect_archive(archive: zipfile.ZipFile, name: str) -> None:
    entries = archive.infolist()
    names = {entry.filename for entry in entries}
    if not _ZIPPED[PurePath(name).suffix.lower()] <= names:
        raise _mismatch(name)
    if any(entry.flag_bits & 1 for entry in entries):
        raise _locked(name)
    unpacked = sum(entry.file_size for entry in entries)
    blown = any(
        entry.file_size > RATIO_FREE and entry.file_size > MAX_RATIO * max(entry.compress_size, 1) for entry in entries
    )
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED or blown:
        raise Refusal(
            gettext("Tệp “%(name)s” bung ra quá lớn, có thể gây hại; hãy kiểm tra nguồn gốc của tệp.") % {"name": name}
        )
    # Only now: what is opened below has been found small enough to open.
    macro_types = False
    if "[Content_Types].xml" in names:
        with archive.open("[Content_Types].xml") as types:
            macro_types = _MACRO_TYPES.search(types.read()) is not None
    if macro_types or any(_MACRO_PARTS.match(each) for each in names):
        raise Refusal(
            gettext("Tệp “%(name)s” có macro; hãy lưu lại thành %(kind)s không có macro rồi tải lên.")
            % {"name": name, "kind": PurePath(name).suffix.lower()}
        )
    for entry in entries:
        if entry.filename.lower().endswith((".xml", ".rels")):
            with archive.open(entry) as part:
                if _declares_types(part):
                    raise Refusal(
                        gettext(
                            "Tệp “%(name)s” chứa khai báo XML không an toàn; "
                            "hãy mở bằng phần mềm đã tạo ra tệp rồi lưu lại."
                        )
                        % {"name": name}
                    )


class _RootReachedError(Exception):
    pass


class _DeclarationError(Exception):
    pass


def _declares_types(part: IO[bytes]) -> bool:
    """Whether a DOCTYPE stands before the root, in whatever encoding and after however long a comment."""

    def declared(*_name: object) -> None:
        raise _DeclarationError

    def reached(*_name: object) -> None:
        raise _RootReachedError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = declared
    parser.StartElementHandler = reached
    try:
        while piece := part.read(PIECE):
            parser.Parse(piece)
    except _DeclarationError:
        return True
    except (_RootReachedError, expat.ExpatError):
        # What is not well-formed is said by reading it.
        return False
    return False
