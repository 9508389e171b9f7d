"""The zip container of .docx, and its XML parts, opened as if somebody wished us harm.

Refuses   archives with too many entries, too large when unpacked or packed too well; XML with a DOCTYPE; macros
"""

import zipfile
import zlib
from io import BytesIO
from typing import Any

from lxml import etree

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError

BROKEN = "Tệp .docx bị hỏng hoặc không đầy đủ; hãy mở lại bằng Word, lưu thành tệp mới rồi tải lên."
BOMB = "Tệp .docx nén chứa quá nhiều dữ liệu nên không được mở; hãy kiểm tra lại nguồn gốc của tệp."
ENTITIES = "Tệp .docx chứa khai báo XML không được phép (DOCTYPE, thực thể) nên không được mở."
MACROS = "Tệp có chứa macro nên không được mở; hãy lưu lại dưới dạng .docx không có macro rồi tải lên."
NOT_WORD = "Tệp nén này không phải văn bản Word (.docx); hãy chọn đúng tệp văn bản."

_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"


class Package:
    """The parts of an Open XML (or OpenDocument) file; ``suffix`` and ``program`` are what its refusals speak of."""

    def __init__(self, data: bytes, *, suffix: str = ".docx", program: str = "Word") -> None:
        self._suffix, self._program = suffix, program
        try:
            self._zip = zipfile.ZipFile(BytesIO(data))
            self._entries = {info.filename: info for info in self._zip.infolist()}
        except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, UnicodeError) as error:
            raise self.refusal(BROKEN) from error
        self._refuse_bombs()
        if any(name.lower().endswith("vbaproject.bin") for name in self._entries):
            raise self.refusal(MACROS)
        if b"macroEnabled" in self.read("[Content_Types].xml"):
            raise self.refusal(MACROS)

    def _refuse_bombs(self) -> None:
        sizes = [(info.file_size, info.compress_size) for info in self._entries.values()]
        if len(self._zip.infolist()) > limits.MAX_ARCHIVE_ENTRIES:
            raise self.refusal(BOMB)
        if sum(size for size, _ in sizes) > limits.MAX_UNPACKED_BYTES:
            raise self.refusal(BOMB)
        for size, packed in sizes:
            if size > limits.RATIO_FREE_BYTES and size > packed * limits.MAX_UNPACK_RATIO:
                raise self.refusal(BOMB)

    def refusal(self, message: str) -> ReadingError:
        """The error that says ``message`` of this kind of file."""
        return ReadingError(message.replace(".docx", self._suffix).replace("Word", self._program))

    def __contains__(self, name: str) -> bool:
        return name in self._entries

    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._entries)

    def read(self, name: str) -> bytes:
        """The bytes of a part; empty where the package has none of that name."""
        info = self._entries.get(name)
        if info is None:
            return b""
        if info.file_size > limits.MAX_PART_BYTES:
            raise self.refusal(BOMB)
        if info.flag_bits & 0x1:
            raise self.refusal("Tệp .docx được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại.")
        try:
            return self._zip.read(info)
        except (
            zipfile.BadZipFile,
            zlib.error,
            OSError,
            EOFError,
            NotImplementedError,
            RuntimeError,
            ValueError,
        ) as error:
            raise self.refusal(BROKEN) from error

    def main_part(self) -> str:
        """The name of the part that holds the document."""
        for kind, target in self.relationships("").values():
            if kind == "officeDocument":
                return target
        if "word/document.xml" in self._entries:
            return "word/document.xml"
        raise ReadingError(NOT_WORD)

    def relationships(self, part: str) -> dict[str, tuple[str, str]]:
        """Relationship id → (last word of its type, target part) of ``part`` ("" for the package)."""
        folder, _, base = part.rpartition("/")
        data = self.read(f"{folder}/_rels/{base}.rels" if folder else f"_rels/{base}.rels")
        if not data:
            return {}
        found: dict[str, tuple[str, str]] = {}
        for node in parse_xml(data).iter(_RELATIONSHIP):
            if node.get("TargetMode") == "External":
                continue
            kind = node.get("Type", "").rsplit("/", 1)[-1]
            found[node.get("Id", "")] = (kind, _resolved(folder, node.get("Target", "")))
        return found


def _resolved(folder: str, target: str) -> str:
    if target.startswith("/"):
        return target[1:]
    parts = folder.split("/") if folder else []
    for step in target.split("/"):
        if step == "..":
            parts = parts[:-1]
        elif step != ".":
            parts.append(step)
    return "/".join(parts)


def parse_xml(data: bytes) -> etree._Element:
    """Parse one part without entities, network or oversized trees."""
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise ReadingError(BROKEN) from error
    info: Any = root.getroottree().docinfo
    if info.doctype:
        raise ReadingError(ENTITIES)
    return root
