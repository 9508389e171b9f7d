"""Packages of the document exchange between offices (edXML, QCVN 102:2016/BTTTT): an envelope and its attachments.

The main document is the first attachment that can be read, a .pdf or Word file before others. What the envelope says
of number, symbol, issuer, date, subject, signer and recipients is kept in ``Text.envelope`` and goes before what the
words of the document say. Attachments are base64, bare or in a .zip of one file.
"""

import base64
import binascii
import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from pathlib import PurePath
from typing import Any

from lxml import etree

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError
from dondoc.reading.members import READABLE, Member, contents_of
from dondoc.text import Envelope

BROKEN = "Gói edXML bị hỏng hoặc không đúng QCVN 102:2016; hãy nhận lại gói từ trục liên thông rồi tải lên."
ENTITIES = "Gói edXML chứa khai báo XML không được phép (DOCTYPE, thực thể) nên không được mở."
EMPTY = "Gói edXML không kèm văn bản nào đọc được; hãy lấy tệp văn bản từ phần mềm quản lý văn bản rồi tải lên."
_FIRST = (".docx", ".doc", ".pdf", ".odt", ".rtf")
_DAY = re.compile(r"(?:(\d{4})[-/](\d{1,2})[-/](\d{1,2})|(\d{1,2})[-/](\d{1,2})[-/](\d{4}))")
_SPACES = re.compile(r"\s+")


def open_package(data: bytes) -> tuple[Envelope, Member, tuple[str, ...]]:
    """The envelope, the main document, and the names of the other attachments."""
    root = _parsed(data)
    attachments = list(islice(_attachments(root), limits.MAX_MEMBERS))
    readable = [each for each in attachments if PurePath(each.name).suffix.lower() in READABLE]
    if not readable:
        raise ReadingError(EMPTY)
    main = next((each for each in readable if PurePath(each.name).suffix.lower() in _FIRST), readable[0])
    return _envelope(root), main, tuple(each.name for each in attachments if each is not main)


def _parsed(data: bytes) -> etree._Element:
    # huge_tree: an attachment is one long text; the size of the whole file is bounded before.
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(BROKEN) from error
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise ReadingError(ENTITIES)
    if _local(root) not in ("edXML", "edXMLEnvelope", "Envelope"):
        raise ReadingError(BROKEN)
    return root


def _local(node: etree._Element) -> str:
    return str(node.tag).rsplit("}", 1)[-1]


def _all(node: etree._Element | None, *names: str) -> Iterator[etree._Element]:
    """Every element under ``node`` with one of these local names; exchanges differ in the namespaces they write."""
    if node is not None:
        yield from (each for each in node.iterdescendants(etree.Element) if _local(each) in names)


def _words(node: etree._Element) -> str:
    return "".join(map(str, node.itertext()))


def _said(node: etree._Element | None, name: str) -> str | None:
    found = next(_all(node, name), None)
    words = _SPACES.sub(" ", _words(found)).strip() if found is not None else ""
    return words[:2_000] or None


def _attachments(root: etree._Element) -> Iterator[Member]:
    for node in _all(root, "Attachment"):
        if next(_all(node, "Attachment"), None) is not None:
            continue
        name = _said(node, "AttachmentName") or _name_of(root, _said(node, "ContentId"))
        packed = max((_words(each) for each in (node, *node.iterchildren(etree.Element))), key=_packed_size)
        data = _unpacked(packed)
        if data and name:
            yield Member(name, data)


def _packed_size(words: str) -> int:
    return len(words) if _looks_packed(words) else 0


def _looks_packed(words: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9+/=\s]*", words) is not None


def _name_of(root: etree._Element, content: str | None) -> str | None:
    """The name that the manifest gives the attachment ``content``."""
    for reference in _all(root, "Reference"):
        if content and _said(reference, "ContentId") == content:
            return _said(reference, "AttachmentName")
    return None


def _unpacked(words: str) -> bytes:
    try:
        data = base64.b64decode(_SPACES.sub("", words), validate=True)
    except (binascii.Error, ValueError):
        return b""
    if data.startswith(b"PK\x03\x04") and not _is_document(data):
        inner = contents_of(data, "zip").documents
        return inner[0].data if len(inner) == 1 else b""
    return data


def _is_document(data: bytes) -> bool:
    """Whether a zip is itself a document (.docx, .odt) and no package around one."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return not {"[Content_Types].xml", "mimetype"}.isdisjoint(archive.namelist())
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeError):
        return False


def _envelope(root: etree._Element) -> Envelope:
    header = next(_all(root, "MessageHeader"), None)
    sender = next(_all(header, "From"), None)
    signer = next(_all(header, "SignerInfo"), None)
    places = next(_all(header, "ToPlaces"), None)
    named = [_said(each, "OrganName") for each in _all(header, "To")]
    listed = [_words(each) for each in _all(places, "Place")]
    recipients = [_SPACES.sub(" ", words).strip() for words in (listed or named) if words]
    return Envelope(
        number=_said(header, "CodeNumber"),
        symbol=_said(header, "CodeNotation"),
        issuer=_said(sender, "OrganName"),
        place=_said(next(_all(header, "PromulgationInfo"), None), "Place"),
        issued=_day(_said(header, "PromulgationDate")),
        subject=_said(header, "Subject"),
        signer=_said(signer, "FullName"),
        position=_said(signer, "Position"),
        authority=_said(signer, "Competence"),
        recipients=tuple(words for words in recipients if words),
    )


def _day(words: str | None) -> str | None:
    match = _DAY.search(words or "")
    if match is None:
        return None
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    if not (1 <= int(month) <= 12 and 1 <= int(day) <= 31):
        return None
    return f"{year}-{int(month):02}-{int(day):02}"
