"""The container of old Office files (.doc): which streams it holds, and what its Word stream says of itself.

Refuses   a document with a password, with macros, with a file table that makes no sense
"""

import struct
from collections.abc import Iterator

from dondoc.reading.errors import ReadingError

BROKEN = "Tệp .doc bị hỏng hoặc không đầy đủ; hãy mở lại bằng Word, lưu thành tệp .docx rồi tải lên."
LOCKED = "Tệp .doc được đặt mật khẩu; hãy bỏ mật khẩu rồi tải lên lại."
MACROS = "Tệp .doc có chứa macro nên không được mở; hãy lưu lại dưới dạng .docx không có macro rồi tải lên."
NOT_WORD = "Tệp ở định dạng Office cũ nhưng không phải văn bản Word; hãy mở ra và lưu lại dưới dạng .docx rồi tải lên."

_ENTRY = 128
_ENDS = 0xFFFFFFFA
_MACRO_STREAMS = frozenset({"Macros", "_VBA_PROJECT_CUR", "VBA", "_VBA_PROJECT"})
_WORD_MAGICS = (0xA5EC, 0xA5DC)
_ENCRYPTED = 0x0100


def inspect_doc(data: bytes) -> None:
    """Raise :class:`ReadingError` where ``data`` is no sound, open and macro-free Word document."""
    try:
        found = dict(_streams(data))
    except (struct.error, IndexError, OverflowError) as error:
        raise ReadingError(BROKEN) from error
    if "EncryptedPackage" in found:
        raise ReadingError(LOCKED)
    if "WordDocument" not in found:
        raise ReadingError(NOT_WORD if found else BROKEN)
    head = data[found["WordDocument"] :][:12]
    if len(head) < 12 or struct.unpack_from("<H", head)[0] not in _WORD_MAGICS:
        raise ReadingError(BROKEN)
    if struct.unpack_from("<H", head, 10)[0] & _ENCRYPTED:
        raise ReadingError(LOCKED)
    if not _MACRO_STREAMS.isdisjoint(found):
        raise ReadingError(MACROS)


def _streams(data: bytes) -> Iterator[tuple[str, int]]:
    """Yield the name of each stream or storage and the offset at which its first sector lies."""
    shift = struct.unpack_from("<H", data, 30)[0]
    if shift not in (9, 12):
        raise IndexError(shift)
    size = 1 << shift
    tables, first = struct.unpack_from("<I", data, 44)[0], struct.unpack_from("<I", data, 48)[0]
    places = struct.unpack_from("<109I", data, 76)[: min(tables, 109)]
    known = len(data) >> shift
    sector, seen = first, 0
    while sector < _ENDS and seen <= known:
        start = (sector + 1) << shift
        for at in range(start, min(start + size, len(data) - _ENTRY + 1), _ENTRY):
            length, kind = struct.unpack_from("<HB", data, at + 64)
            if kind in (1, 2, 5) and 2 <= length <= 64:
                name = data[at : at + length - 2].decode("utf-16-le", "replace")
                yield name, (struct.unpack_from("<I", data, at + 116)[0] + 1) << shift
        seen += 1
        sector = _following(data, sector, places, shift)


def _following(data: bytes, sector: int, places: tuple[int, ...], shift: int) -> int:
    """The sector after ``sector`` in its chain."""
    entries = 1 << (shift - 2)
    table = places[sector // entries]
    following: int = struct.unpack_from("<I", data, ((table + 1) << shift) + sector % entries * 4)[0]
    return following
