"""Bytes of a text file to characters: Unicode in its forms, and what old Vietnamese fonts left behind.

Reads     UTF-8 with or without a byte order mark, UTF-16 and UTF-32 with one, the charset that a web page declares
Detects   windows-1258; TCVN3 (.VnTime), VNI, VISCII, VPS: letters of an old font, in the bytes or pasted into Unicode
          · UTF-8 that was taken for Windows letters on its way
Replaces  a few broken bytes in a file that is plainly UTF-8, by U+FFFD; whoever reads the text warns of them
Refuses   bytes that are none of these
"""

import re
from collections.abc import Iterator

from dondoc.reading import limits
from dondoc.reading.errors import ReadingError
from dondoc.reading.mojibake import NAME as MOJIBAKE
from dondoc.reading.mojibake import is_mojibake, mended

_UNREADABLE = (
    "Tệp văn bản không dùng bảng mã Unicode và không nhận ra được bảng mã cũ; hãy lưu lại tệp với bảng mã UTF-8."
)
_TOO_LONG = (
    f"Tệp văn bản dài hơn {limits.MAX_TEXT_CHARACTERS // 10**6} triệu ký tự nên không được đọc; hãy tách nhỏ tệp."
)
_WORD = re.compile(r"\S+")
_SAMPLE = 20_000
_VIETNAMESE = re.compile(r"[ăâđêôơưĂĐƠƯạ-ỹẠ-Ỹ]")
REPLACEMENT = "\ufffd"
_MARKS = (
    (b"\xff\xfe\x00\x00", "utf-32-le"),
    (b"\x00\x00\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"),
    (b"\xfe\xff", "utf-16-be"),
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*(?:windows-|cp)1258", re.IGNORECASE)
_UTF8_LETTER = re.compile(rb"[\xc3-\xc6][\x80-\xbf]|\xe1[\xba\xbb][\x80-\xbf]")
_TONE = re.compile("[\u0300\u0301\u0303\u0309\u0323]")
_TONED = re.compile("[aeiouyăâêôơưAEIOUYĂÂÊÔƠƯ][\u0300\u0301\u0303\u0309\u0323]")
_SOUND = 20
_FEWEST_TONES = 8
_HIGH = re.compile(r"[\u0080-\u00ff]")
_FREQUENT = "đưạếộầ"
_ASCII = re.compile(r"[A-Za-z]")


def decode(data: bytes, *, markup: bool = False) -> str:
    """Return the characters of ``data`` as they are, a byte order mark included; ``markup``: heed the charset named."""
    words = _decode(data, markup and _CHARSET.search(data[:4096]) is not None)
    if len(words) > limits.MAX_TEXT_CHARACTERS:
        raise ReadingError(_TOO_LONG)
    return words


def damage(words: str) -> str | None:
    """The warning that ``words`` hold characters that could not be read; None where all could."""
    count = words.count(REPLACEMENT)
    if not count:
        return None
    line = words.count("\n", 0, words.index(REPLACEMENT)) + 1
    return f"Tệp có {count} ký tự hỏng (hiện là {REPLACEMENT}, đầu tiên ở dòng {line}); hãy đối chiếu với bản gốc."


def _decode(data: bytes, is_1258: bool) -> str:
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _mended(data, codec)
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    if len(_UTF8_LETTER.findall(data)) >= _SOUND:
        return _mended(data, "utf-8")
    words = data.decode("latin-1")
    legacy = None if is_1258 else legacy_encoding(words)
    found = words if legacy is not None else _windows_1258(data)
    if found is not None:
        return found
    raise ReadingError(_UNREADABLE)


def _mended(data: bytes, codec: str) -> str:
    """``data`` in ``codec``; a rare broken byte becomes U+FFFD, a text full of them is refused."""
    words = data.decode(codec, "replace")
    broken = words.count(REPLACEMENT) - data.count(REPLACEMENT.encode(codec))
    if broken * 2 * _SOUND > len(words) or (codec == "utf-8" and broken * _SOUND > len(_UTF8_LETTER.findall(data))):
        raise ReadingError(_UNREADABLE)
    return words


def _windows_1258(data: bytes) -> str | None:
    """``data`` as windows-1258: letters, and tones that follow the letters they stand on."""
    try:
        words = data.decode("cp1258")
    except UnicodeDecodeError:
        return None
    tones = len(_TONE.findall(words))
    return words if tones >= _FEWEST_TONES and len(_TONED.findall(words)) * 20 >= tones * 19 else None


def legacy_encoding(words: str) -> str | None:
    """The old encoding that ``words`` are in, None for Unicode Vietnamese and for other languages."""
    sample = words[:_SAMPLE]
    seen = 0
    for letter in _FREQUENT:  # plainly Unicode: nearly every file ends here
        seen += sample.count(letter)
        if seen * 40 > len(sample):
            return None
    if is_mojibake(sample):
        return MOJIBAKE
    high = len(_HIGH.findall(sample))
    if high < 8 or len(_VIETNAMESE.findall(sample)) * 5 > high or len(_ASCII.findall(sample)) < high:
        return None
    import viparse  # slow to load, and hardly a file is old enough to need it

    found = viparse.detect_text_encoding(sample)
    return found if found in ("tcvn3", "vni", "viscii", "vps") else None


def legacy_words(words: str, encoding: str) -> Iterator[tuple[int, int, str]]:
    """Yield (start, end, Unicode) of the words of ``words`` that ``encoding`` spells differently."""
    if encoding == MOJIBAKE:
        yield from mended(words)
        return
    import viparse

    for match in _WORD.finditer(words):
        if not match[0].isascii() or encoding == "vni":
            fixed = viparse.fix(match[0], encoding=encoding)
            if fixed != match[0]:
                yield match.start(), match.end(), fixed
