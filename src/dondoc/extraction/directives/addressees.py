"""Whom a verb of instruction tells where no list of agencies knows the name.

Finds         đề nghị huyện tập trung ... · giao phường An Bình và các xã B, C khẩn trương ... · yêu cầu nhà thầu ...
              · giao đồng chí Lê Văn A - Phó Chủ tịch UBND xã trực tiếp chỉ đạo ...
Leaves alone  yêu cầu các dự án phải ... · đề nghị xem xét ...
"""

import re

from dondoc.extraction.directives.page import Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.unnamed import mention_of, row_of, unnamed_subject
from dondoc.extraction.directives.unnamed_words import (
    BUSY,
    BY_THEN,
    CHARGED,
    COMMON,
    COMRADE,
    FORCE,
    GROUP,
    INSTITUTION,
    JOINED_PLACES,
    NAMED_PERSON,
    OFFICE,
    PERSON,
    PERSON_OPENS,
    PLACES,
    REACH,
    SECTOR,
    STOP,
    WORD,
)
from dondoc.text import Span


def addressee(content: str, start: int, end: int) -> Row | None:
    """The body behind a verb of instruction, named by a common noun: "đề nghị huyện tập trung"."""
    at = skip_marks(content, start, end)
    noun = COMMON.match(content, at, end)
    if noun is not None and joins(content, noun.end(), end):
        return row_of(content, at, noun.end())
    present = _PRESENT.match(content, at, end)
    if present is not None and joins(content, present.end(), end):
        return row_of(content, at, present.end())
    office = OFFICE.match(content, at, end)
    if office is not None and phrase_at(content, office.end(), end, "actions", "modals", "told_actions") is not None:
        return row_of(content, at, office.end())
    force = FORCE.match(content, at, end)
    if force is not None and joins(content, force.end(), end):
        return row_of(content, at, force.end())
    sector = SECTOR.match(content, at, end)
    if sector is not None and phrase_at(content, sector.end(), end, "actions", "modals", "told_actions") is not None:
        return row_of(content, at, sector.end())
    named = placed(content, at, end) or _grouped(content, at, end)
    if named is not None:
        return named
    counted = _counted(content, at, end)
    if counted is not None:
        return counted
    comrade = COMRADE.match(content, at, end)
    at = comrade.end() if comrade is not None else at
    institution = INSTITUTION.match(content, at, end)
    return unnamed_subject(content, at, end) if institution is not None else None


def joins(content: str, at: int, end: int) -> bool:
    """Whether what somebody is to do stands right at ``at``."""
    return phrase_at(content, at, end, "actions", "modals", "told_actions") is not None


# Who attends, asked to do something: "yêu cầu các đại biểu góp ý ...".
_PRESENT = re.compile(
    r"(?:các |những |từng )(?:đại biểu|đại biểu dự họp|thành phần dự họp|cử tri|phóng viên)(?!\w)", re.IGNORECASE
)


def placed(content: str, start: int, end: int) -> Row | None:
    """Places told by their names: "phường A và các xã B, C khẩn trương ..."."""
    at = skip_marks(content, start, end)
    match = PLACES.match(content, at, end)
    if match is None or not joins(content, match.end(), end):
        return None
    cuts = list(JOINED_PLACES.finditer(content, at, match.end()))
    starts = [at, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), match.end()]
    spans = [Span(*pair) for pair in zip(starts, ends, strict=True)]
    return Row(tuple(mention_of(content, span) for span in spans), Span(at, match.end()))


def named_person(content: str, start: int, end: int) -> Row | None:
    """One person by name and title that is told something: "Phó Chủ tịch UBND tỉnh Lê Văn A trực tiếp chỉ đạo"."""
    at = skip_marks(content, start, end)
    return _person(content, at, end) if content[at : at + 2].lower() in PERSON_OPENS else None


def _person(content: str, at: int, end: int) -> Row | None:
    """One person with the office: "đồng chí Lê Văn A - Phó Chủ tịch UBND xã trực tiếp chỉ đạo"."""
    match = PERSON.match(content, at, end) or NAMED_PERSON.match(content, at, end)
    if match is None:
        return None
    limit = min(end, at + 2 * REACH)
    for gap in WORD.finditer(content, match.end() - 1, limit):
        if (
            BUSY.match(content, gap.end(), end)
            or BY_THEN.match(content, gap.end(), end)
            or (content[gap.end()].islower() and phrase_at(content, gap.end(), end, "actions") is not None)
        ):
            return row_of(content, at, gap.start())
    return None


def person_at(content: str, at: int, end: int) -> Row | None:
    """A person who is charged: "Thứ trưởng Lê Văn A trực tiếp theo dõi"; not one who chairs a meeting."""
    match = PERSON.match(content, at, end) if content[at : at + 2].lower() in PERSON_OPENS else None
    if match is None:
        return None
    for gap in WORD.finditer(content, match.end() - 1, min(end, at + 2 * REACH)):
        if CHARGED.match(content, gap.end(), end):
            return row_of(content, at, gap.start())
    return None


# So many of a kind: "09 đơn vị chưa giải ngân", "3 huyện miền núi"; behind these words a verb says which.
_SO_MANY = re.compile(
    r"(?:cả )?\d{1,3} (?:đơn vị|cơ quan|sở|ngành|địa phương|huyện|quận|xã|phường|thị xã|chủ đầu tư|nhà thầu|doanh "
    r"nghiệp|"
    r"công ty|trường|ban|phòng|thôn|bản|nhà máy)(?!\w)"
)
_WHICH = re.compile(r"(?<!\w)(?:chưa|không|đã|đang|bị|được|có|chậm|còn|được giao|và|của|nêu|trên|thuộc)\s*\Z")


def _counted(content: str, at: int, end: int) -> Row | None:
    """So many of a kind up to what they are to do: "09 đơn vị chưa giải ngân giải trình ..."."""
    many = _SO_MANY.match(content, at, end) if content[at : at + 1].isdigit() or content.startswith("cả ", at) else None
    if many is None:
        return None
    for gap in WORD.finditer(content, many.end(), min(end, at + REACH)):
        between = content[many.end() : gap.start()]
        if any(sign in between for sign in ",;:.("):
            return None
        if _WHICH.search(content, at, gap.start()) is None and joins(content, gap.end(), end):
            return row_of(content, at, gap.start())
    return None


def _grouped(content: str, at: int, end: int) -> Row | None:
    """A group that no list knows, up to what it is to do: "các cơ sở khám bệnh, chữa bệnh chuẩn bị ..."."""
    group = GROUP.match(content, at, end)
    if group is None:
        return None
    stop = STOP.search(content, group.end(), min(end, at + REACH))
    limit = stop.start() if stop else min(end, at + REACH)
    for gap in WORD.finditer(content, group.end(), limit):
        acts = phrase_at(content, gap.end(), end, "actions", "modals") is not None
        acts = acts or content.startswith("vào cuộc ", gap.end())
        if content[gap.end()].islower() and acts:
            return row_of(content, at, gap.start())
    return None
