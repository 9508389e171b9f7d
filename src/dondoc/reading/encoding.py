"""Bytes of a text file to characters: Unicode in its forms, and what old Vietnamese fonts left behind.

Reads     UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one
Detects   TCVN3 (.VnTime), VNI, VISCII, VPS: letters of an old font, in the bytes or pasted into a Unicode file
Refuses   bytes that are none of these
"""

import re
from collections.abc import Iterator

import viparse

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError

_UNREADABLE = (
    "Tệp văn bản không dùng bảng mã Unicode và không nhận ra được bảng mã cũ; hãy lưu lại tệp với bảng mã UTF-8."
)
_TOO_LONG = (
    f"Tệp văn bản dài hơn {limits.MAX_TEXT_CHARACTERS // 10**6} triệu ký tự nên không được đọc; hãy tách nhỏ tệp."
)
_WORD = re.compile(r"\S+")
_SAMPLE = 20_000
_VIETNAMESE = re.compile(r"[ăâđêôơưĂĐƠƯạ-ỹẠ-Ỹ]")
_HIGH = re.compile(r"[\u0080-\u00ff]")


def decode(data: bytes) -> str:
    """Return the characters of ``data`` as they are, a byte order mark included."""
    words = _decode(data)
    if len(words) > limits.MAX_TEXT_CHARACTERS:
        raise ReadingError(_TOO_LONG)
    return words


def _decode(data: bytes) -> str:
    for mark, codec in ((b"\xff\xfe\x00\x00", "utf-32-le"), (b"\x00\x00\xfe\xff", "utf-32-be")):
        if data.startswith(mark):
            return _strict(data, codec)
    if data.startswith(b"\xff\xfe"):
        return _strict(data, "utf-16-le")
    if data.startswith(b"\xfe\xff"):
        return _strict(data, "utf-16-be")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    words = data.decode("latin-1")
    if legacy_encoding(words) is None:
        raise ReadingError(_UNREADABLE)
    return words


def _strict(data: bytes, codec: str) -> str:
    try:
        return data.decode(codec)
    except UnicodeDecodeError as error:
        raise ReadingError(_UNREADABLE) from error


def legacy_encoding(words: str) -> str | None:
    """The old encoding that ``words`` are in, None for Unicode Vietnamese and for other languages."""
    sample = words[:_SAMPLE]
    high = len(_HIGH.findall(sample))
    if (
        high < 8
        or sum(letter.isascii() and letter.isalpha() for letter in sample) < high
        or len(_VIETNAMESE.findall(sample)) * 5 > high
    ):
        return None
    found = viparse.detect_text_encoding(sample)
    return found if found in ("tcvn3", "vni", "viscii", "vps") else None


def legacy_words(words: str, encoding: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, Unicode) of the words of ``words`` that ``encoding`` spells differently."""
    for match in _WORD.finditer(words):
        if not match[0].isascii() or encoding == "vni":
            fixed = viparse.fix(match[0], encoding=encoding)
            if fixed != match[0]:
                yield match.start(), match.end(), fixed
