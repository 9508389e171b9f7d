"""A first look at files that carry documents or belong to another word processor; and each carried document by itself.

A .zip, or an e-mail with attachments, becomes as many documents as it carries. An e-mail without attachments and an
edXML package are documents themselves: they are kept as they came in.
"""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import BinaryIO

from django.core.files import File
from django.core.files.base import ContentFile
from django.utils.translation import gettext

from dondoc.office.refusal import Refusal
from dondoc.reading import ReadingError
from dondoc.reading.carried import only_document
from dondoc.reading.compound import inspect_doc
from dondoc.reading.detect import OLE, detect
from dondoc.reading.members import CARRIERS, contents_of

Inspect = Callable[[BinaryIO, str], str]
_ENVELOPE = re.compile(rb"<(?:\w+:)?edXML[\s>]|QCVN_102_2016")
_HEAD = 4_096


def carried(file: File[bytes], name: str) -> Iterator[tuple[File[bytes], str]]:
    """Yield the documents that ``file`` carries with their names; the file itself where it is a document.

    Raises ``Refusal`` where nothing in it can be read.
    """
    kind = PurePath(name).suffix.lower()
    if kind not in CARRIERS:
        yield file, name
        return
    try:
        file.seek(0)
        contents = contents_of(file.read(), "zip" if kind == ".zip" else "eml")
        if not contents.documents:
            only_document(contents, "zip" if kind == ".zip" else "eml")
    except ReadingError as problem:
        raise refusal(name, problem) from problem
    finally:
        file.seek(0)
    if contents.is_message:
        yield file, name
        return
    for member in contents.documents:
        yield ContentFile(member.data, name=member.name), member.name


def inspect_carrier(file: BinaryIO, name: str, inspect: Inspect) -> None:
    """Look at the one document that a .zip or an e-mail carries; ``inspect`` looks at it as at an upload."""
    form = "zip" if PurePath(name).suffix.lower() == ".zip" else "eml"
    file.seek(0)
    try:
        member = only_document(contents_of(file.read(), form), form)
    except ReadingError as problem:
        raise refusal(name, problem) from problem
    inspect(io.BytesIO(member.data), member.name)


def inspect_written(file: BinaryIO, name: str) -> bool:
    """Look at a .doc, .rtf or .xls; whether its content is what its name says."""
    file.seek(0)
    data = file.read()
    kind = PurePath(name).suffix.lower()
    try:
        form = detect(data, name)
        if form == "doc" and kind == ".doc":
            inspect_doc(data)
    except ReadingError as problem:
        raise refusal(name, problem) from problem
    return form in {".doc": ("doc", "rtf", "html", "eml"), ".rtf": ("rtf",), ".xls": ("xls",)}[kind]


def is_envelope(head: bytes) -> bool:
    """Whether a file that begins with ``head`` is an edXML package."""
    return _ENVELOPE.search(head[:_HEAD]) is not None and not head.startswith(OLE)


def refusal(name: str, problem: ReadingError) -> Refusal:
    """The refusal that says of the file ``name`` what reading says of it."""
    return Refusal(gettext("Tệp “%(name)s”: %(problem)s") % {"name": name, "problem": problem})
