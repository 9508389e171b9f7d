"""Who signs, and who receives.

Finds         TM. ỦY BAN NHÂN DÂN / CHỦ TỊCH / Nguyễn Văn An · KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC · Nơi nhận: - ...
Leaves alone  (Đã ký), (1), a stamp's words
"""

import re
from typing import NamedTuple

from dondoc.extraction.header.page import AUTHORITY, FOOT, Line
from dondoc.facts import Signer
from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.text import Span

OFFICES = (
    r"(?:QUYỀN |Q\. ?|PHÓ |TỔNG )*(?:CHỦ TỊCH|CHỦ NHIỆM|CHÁNH VĂN PHÒNG|CHÁNH THANH TRA|CHÁNH ÁN|GIÁM ĐỐC"
    r"|BÍ THƯ|TRƯỞNG BAN|TRƯỞNG PHÒNG|TRƯỞNG ĐOÀN|BỘ TRƯỞNG|THỨ TRƯỞNG|THỦ TƯỚNG"
    r"|CỤC TRƯỞNG|CHI CỤC TRƯỞNG|VỤ TRƯỞNG|VIỆN TRƯỞNG|HIỆU TRƯỞNG|CHỈ HUY TRƯỞNG|CHÍNH ỦY|TƯ LỆNH"
    r"|TỔNG BIÊN TẬP|THỐNG ĐỐC|TỔNG THANH TRA|TỔNG KIỂM TOÁN|THƯỜNG TRỰC)"
)
CAPTION = re.compile(rf"(?P<caps>[{CAPITALS}][{CAPITALS}.,/ &\-–]{{3,}})\s*$")
TITLE = re.compile(rf"^{OFFICES}(?![^\W_])")
SPLIT = re.compile(rf"\s(?=(?:KT|TUQ|TL|Q)\s?\.|K/T|{OFFICES}(?![^\W_]))")
# "K'Brể", "Y-Thông": names of peoples of the highlands begin with a letter set apart.
NAME_WORD = rf"(?:[{CAPITALS}]['’-])?[{CAPITALS}][^\W\d_]*"
NAME = re.compile(
    rf"(?:^|\s{{2,}}|[;.)]\s+)(?:(?:TS|ThS|PGS|GS|BS|CN|KS|LS)\.? ?|(?:Đại|Thượng|Trung|Thiếu) (?:tướng|tá"
    rf"|úy) )*(?P<name>{NAME_WORD}(?: {NAME_WORD}){{1,4}})\s*$"
)
WIDEST = 160
NOISE = re.compile(r"\(?(?:Đã ký|đã ký|ĐÃ KÝ|Ký tên|ký tên|\d)[^)]*\)?$")
BULLET = re.compile(r"^[-–+•*·]\s*")
INNER_BULLET = re.compile(r"(?<=[;,.])\s+[-–+•]\s*(?=[^\W\d_])")
LETTERS = re.compile(r"[^\W\d_]")


class Foot(NamedTuple):
    """Signer and recipients."""

    signer: Signer | None
    recipients: tuple[str, ...]


def read_foot(lines: tuple[Line, ...]) -> Foot:
    """Return signer and recipients from the last ``lines`` of a document."""
    captions: list[tuple[int, str]] = []
    rests: list[str] = []
    for index, line in enumerate(lines):
        rest, caption = _columns(line.words)
        rests.append(rest)
        if caption:
            captions.append((index, caption))
    signer, used = _signer(lines, captions)
    return Foot(signer, _recipients(rests, used))


def _columns(words: str) -> tuple[str, str | None]:
    """Split a line into what stands left and the capitals of a signature at its end."""
    found = CAPTION.search(words, max(len(words) - WIDEST, 0))
    if found is None:
        return words, None
    caps = found["caps"].strip()
    authority = AUTHORITY.search(caps)
    start = authority.start() if authority else (title.start() if (title := re.search(OFFICES, caps)) else -1)
    if start < 0 and found.start() > 0:
        return words, None
    begin = found.start("caps") + max(start, 0)
    if BULLET.match(words) and not authority and not re.search(rf"[;.]\s+{OFFICES}", words):
        return words, None
    return words[:begin].strip(), words[begin:].strip()


def _signer(lines: tuple[Line, ...], captions: list[tuple[int, str]]) -> tuple[Signer | None, set[int]]:
    pieces = [(index, piece) for index, caption in captions for piece in _pieces(caption)]
    first = next((n for n, (_, piece) in enumerate(pieces) if AUTHORITY.match(piece) or TITLE.match(piece)), None)
    if first is None:
        return None, set()
    authority: list[str] = []
    title: list[str] = []
    last = pieces[first][0]
    for index, piece in pieces[first:]:
        if index - last > 3 or (title and TITLE.match(piece) and index - last > 1):
            break
        if not title and (AUTHORITY.match(piece) or (authority and not TITLE.match(piece))):
            authority.append(piece)
        else:
            title.append(piece)
        last = index
    start = pieces[first][0]
    name, place = _name(lines, last + 1)
    used = {index for index, _ in captions} | ({place} if place is not None else set())
    span = Span(lines[start].span.start, lines[place if place is not None else last].span.end)
    if not title and not name:
        return None, set()
    return Signer(name, " ".join(title) or None, " ".join(authority) or None, span), used


def _pieces(caption: str) -> list[str]:
    """Cut "KT. GIÁM ĐỐC PHÓ GIÁM ĐỐC" into the authority and the title."""
    pieces: list[str] = []
    for piece in SPLIT.split(caption.strip()):
        if pieces and (
            len(pieces[-1].rstrip(". ")) <= 3 or pieces[-1].endswith((",", "-")) or pieces[-1] in ("PHÓ", "QUYỀN")
        ):
            pieces[-1] = f"{pieces[-1]} {piece}"
        elif piece:
            pieces.append(piece)
    return pieces


def _name(lines: tuple[Line, ...], start: int) -> tuple[str | None, int | None]:
    """The first line after the title that is a person's name; then, beside it, one at the end of a recipient's line."""
    for index in range(start, min(start + 14, len(lines))):
        words = lines[index].words
        if NOISE.match(words) or not LETTERS.search(words):
            continue
        found = NAME.search(words, max(len(words) - WIDEST, 0))
        if found and not FOOT.match(words) and not (BULLET.match(words) and found.start() == 0):
            if BULLET.match(words) and "Lưu" in found["name"]:
                continue
            return found["name"], index
    return None, None


def _recipients(rests: list[str], used: set[int]) -> tuple[str, ...]:
    start = next((index for index, rest in enumerate(rests) if FOOT.match(rest + ":")), None)
    if start is None:
        return ()
    found: list[str] = []
    opening = re.sub(r"^[\W_]*(?:Nơi nhận|NƠI NHẬN)\s*:?\s*", "", rests[start])
    entries = [(opening, start)] if opening else []
    entries += [(rest, index) for index, rest in enumerate(rests[start + 1 :], start + 1)]
    for rest, index in entries:
        words = NAME.sub("", rest) if index in used else rest
        if not words or not LETTERS.search(words):
            continue
        marked = bool(BULLET.match(words))
        if found and not marked and (found[-1].startswith("Lưu") or words.isupper()):
            break
        for part in INNER_BULLET.split(BULLET.sub("", words)):
            entry = part.strip(" ;,.")
            if marked or not found or found[-1].endswith((";", ".")) or words[:1].isupper():
                found.append(entry)
            else:
                found[-1] = f"{found[-1]} {entry}"
    return tuple(entry for entry in found if entry)
