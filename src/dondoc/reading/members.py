"""The documents inside a file that carries others: a .zip, an e-mail (.eml, .mht), an edXML package.

Takes         files whose names say that they can be read, in the order they stand in; the words of an e-mail that
              carries none
Leaves alone  archives in archives, programs, hidden files, signatures; the names of these are told
Refuses       archives with a password, with too many files, or that unpack too far
"""

import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from email import message_from_bytes, policy
from email.message import EmailMessage
from io import BytesIO
from pathlib import PurePath
from typing import BinaryIO

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError

_READABLE_SUFFIXES = ".docx .doc .rtf .odt .pdf .txt .md .html .htm .xlsx .xls .ods .png .jpg .jpeg .tif .tiff .edxml"
READABLE = frozenset(_READABLE_SUFFIXES.split())
CARRIERS = frozenset({".zip", ".eml", ".mht", ".mhtml"})
_BROKEN_ZIP = "Tệp .zip bị hỏng hoặc không đầy đủ; hãy nén lại rồi tải lên."
_BOMB = "Tệp .zip bung ra quá lớn hoặc chứa quá nhiều tệp nên không được mở; hãy kiểm tra nguồn gốc của tệp."
_LOCKED = "Tệp .zip được đặt mật khẩu; hãy giải nén bằng mật khẩu rồi tải lên từng văn bản."
_TOO_MANY = f"Gói có hơn {limits.MAX_MEMBERS} văn bản nên không được mở; hãy chia thành nhiều gói nhỏ."
_BROKEN_MAIL = "Thư điện tử bị hỏng hoặc không có nội dung; hãy lưu lại thư dưới dạng .eml rồi tải lên."


@dataclass(frozen=True, slots=True)
class Member:
    """A file inside another."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Contents:
    """What a carrying file holds: documents to read, and the names of what is none.

    ``is_message``: the one document is the words of an e-mail that carries no other.
    """

    documents: tuple[Member, ...]
    others: tuple[str, ...] = ()
    is_message: bool = False


def contents_of(data: bytes | BinaryIO, form: str) -> Contents:
    """The documents that ``data`` carries; ``form`` is "zip" or "eml"."""
    if form == "zip":
        return _of_zip(BytesIO(data) if isinstance(data, bytes) else data)
    return _of_mail(data if isinstance(data, bytes) else data.read())


def _of_zip(file: BinaryIO) -> Contents:
    try:
        with zipfile.ZipFile(file) as archive:
            spoken = (entry for entry in archive.infolist() if entry.filename)  # a broken one may have no name at all
            entries = [entry for entry in spoken if not entry.is_dir() and not _hidden(entry.filename)]
            _refuse_bombs(entries, len(archive.infolist()))
            named = [(_name(entry), entry) for entry in entries]
            wanted = [(name, entry) for name, entry in named if PurePath(name).suffix.lower() in READABLE]
            if len(wanted) > limits.MAX_MEMBERS:
                raise ReadingError(_TOO_MANY)
            documents = tuple(Member(name, archive.read(entry)) for name, entry in wanted)
            return Contents(documents, tuple(name for name, entry in named if (name, entry) not in wanted))
    except (
        zipfile.BadZipFile,
        zlib.error,
        ValueError,
        OSError,
        EOFError,
        NotImplementedError,
        RuntimeError,
        OverflowError,
    ) as error:
        raise ReadingError(_BROKEN_ZIP) from error


def _refuse_bombs(entries: list[zipfile.ZipInfo], count: int) -> None:
    if any(entry.flag_bits & 1 for entry in entries):
        raise ReadingError(_LOCKED)
    if count > limits.MAX_ARCHIVE_ENTRIES or sum(entry.file_size for entry in entries) > limits.MAX_UNPACKED_BYTES:
        raise ReadingError(_BOMB)
    for entry in entries:
        packed = max(entry.compress_size, 1)
        if entry.file_size > limits.RATIO_FREE_BYTES and entry.file_size > packed * limits.MAX_UNPACK_RATIO:
            raise ReadingError(_BOMB)
        if entry.file_size > limits.MAX_FILE_BYTES:
            raise ReadingError(_BOMB)


def _hidden(path: str) -> bool:
    return "__MACOSX" in PurePath(path).parts or PurePath(path).name.startswith((".", "~$"))


def _name(entry: zipfile.ZipInfo) -> str:
    """The bare name of a member; older programs write UTF-8 without saying so."""
    name = entry.filename
    if not entry.flag_bits & 0x800:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = entry.filename
    return _bare(name)


def _bare(name: str) -> str:
    base = PurePath(name.replace("\\", "/")).name
    seen = (sign for sign in unicodedata.normalize("NFC", base) if unicodedata.category(sign) not in ("Cc", "Cf", "Cs"))
    return " ".join("".join(seen).split())[-200:]


def _of_mail(data: bytes) -> Contents:
    try:
        # The parser of the standard library is of its own kind of lenient: a broken header raises whatever it raises.
        message = message_from_bytes(data, policy=policy.default)
        documents: list[Member] = []
        others: list[str] = []
        for part in _parts(message):
            name = _bare(part.get_filename() or "")
            if not name:
                continue
            if PurePath(name).suffix.lower() not in READABLE or part.get_content_disposition() == "inline":
                others.append(name)
                continue
            documents.append(Member(name, _bytes(part)))
        body = [] if documents else list(_body(message))
    except (LookupError, ValueError, AttributeError, TypeError, RecursionError, AssertionError) as error:
        raise ReadingError(_BROKEN_MAIL) from error
    if len(documents) > limits.MAX_MEMBERS:
        raise ReadingError(_TOO_MANY)
    return Contents((*documents, *body), tuple(others), is_message=bool(body))


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    for number, part in enumerate(message.walk()):
        if number > limits.MAX_ARCHIVE_ENTRIES:
            raise ReadingError(_TOO_MANY)
        if not part.is_multipart() and isinstance(part, EmailMessage):
            yield part


def _body(message: EmailMessage) -> Iterator[Member]:
    """The words of the message itself: its plain form, or its page."""
    kinds = [(part.get_content_type(), part) for part in _parts(message) if not part.get_filename()]
    for kind, suffix in (("text/html", ".html"), ("text/plain", ".txt")):
        part = next((each for known, each in kinds if known == kind), None)
        if part is None:
            continue
        words = _bytes(part).decode(_charset(part), "replace")
        if words.strip():
            yield Member(f"{_bare(str(message.get('Subject', '')))[:80] or 'thu-dien-tu'}{suffix}", words.encode())
            return


def _charset(part: EmailMessage) -> str:
    named = part.get_content_charset() or "utf-8"
    try:
        b"".decode(named)
    except LookupError:
        return "utf-8"
    return named


def _bytes(part: EmailMessage) -> bytes:
    found = part.get_payload(decode=True)
    return found if isinstance(found, bytes) else b""
