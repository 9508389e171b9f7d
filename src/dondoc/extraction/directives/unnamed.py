"""Subjects that no list of agencies knows, at the head of a clause.

Finds         Các tổ chức trong hệ thống chính trị cần ... · Công ty TNHH Thủy nông Đoan Hùng chủ động ...
              Ban QLDA huyện đôn đốc ...
Leaves alone  Các dự án phải ... · Ban hành kế hoạch ... · Phòng, chống dịch ... · Hội nghị đã ...
"""

import re

from dondoc.extraction.directives.levels import level_end
from dondoc.extraction.directives.page import Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.unnamed_words import (
    ACTS,
    ADVERB,
    ADVERB_OPENS,
    ASKED,
    COMMON,
    COMPOUND,
    DIRECTOR,
    DUTY_WORDS,
    EACH,
    EXPLAINED,
    FORCE,
    GROUP,
    GROUP_WORDS,
    HEAD_WORDS,
    HEADED_BODY,
    HEADED_PERSON,
    INSTITUTION,
    LISTED_ON,
    LONG_NAMED,
    NAMED_PERSON,
    NAMES_OFFICE,
    OCCASION,
    OFFICE,
    OFFICES,
    OPENS,
    OWNER,
    PERSON_OPENS,
    QUALIFIED,
    REACH,
    RESULT,
    SAYS,
    SECTOR,
    SECTOR_TOLD,
    STOP,
    TIMED,
    TOLD,
    WORD,
)
from dondoc.facts import AgencyMention
from dondoc.text import Span


def named_partner(content: str, start: int, end: int) -> Row | None:
    """The partner behind "phối hợp với" that no list of agencies knows: "các trường học", "huyện"."""
    at = skip_marks(content, start, end)
    common = COMMON.match(content, at, end)
    if common is not None and (
        not content[common.end() : min(end, common.end() + 40)].lstrip(" *_")[:1].isalnum()
        or phrase_at(content, common.end(), end, "actions", "modals") is not None
    ):
        return row_of(content, at, common.end())
    opening = GROUP.match(content, at, end) or INSTITUTION.match(content, at, end)
    if opening is None:
        return None
    stop = STOP.search(content, opening.end(), min(end, at + REACH))
    limit = stop.start() if stop else min(end, at + REACH)
    for gap in WORD.finditer(content, opening.end(), limit):
        acts = phrase_at(content, gap.end(), end, "actions", "modals", "weak_actions") is not None
        acts = acts or content.startswith(("để ", "nhằm ", "trong việc "), gap.end())
        if acts and content[gap.end()].islower():
            return row_of(content, at, gap.start())
    return row_of(content, at, limit) if stop or limit == end else None


def named_head(content: str, head: Span) -> Row | None:
    """What makes up a whole heading: "Thanh tra Sở", "Các Cục, Vụ và đơn vị trực thuộc Bộ"."""
    at = skip_marks(content, head.start, head.end)
    if content[at : at + 2].lower() not in OPENS and content[at : at + 2].lower() not in PERSON_OPENS:
        return None
    opening = INSTITUTION.match(content, at, head.end) or SECTOR.match(content, at, head.end)
    opening = opening or HEADED_BODY.match(content, at, head.end)
    if opening is None and content[at : at + 2].lower() in PERSON_OPENS:
        opening = HEADED_PERSON.match(content, at, head.end)
    group = GROUP.match(content, at, head.end) if opening is None else None
    words = content[at : head.end].split()
    if (
        (opening is None and group is None)
        or len(words) > (HEAD_WORDS if group is None else GROUP_WORDS)
        or STOP.search(content, at, head.end)
        or SAYS.search(content, at, head.end)
        or ACTS.search(content, at, head.end)
    ):
        return None
    return row_of(content, at, head.end)


def unnamed_subject(content: str, start: int, end: int) -> Row | None:
    """Return the subject that begins at ``start`` as a row of one, where a duty or an action follows it."""
    if content[start : start + 2].lower() not in OPENS:
        return None
    limit = min(end, start + REACH)
    if (noun := _told_noun(content, start, limit, end)) is not None:
        return noun
    if content[start] in "PBTC" and DIRECTOR.match(content, start, limit) is not None:
        return None
    force = FORCE.match(content, start, limit) if content[start].islower() else None
    if force is not None and DUTY_WORDS.match(content, force.end(), end):
        return row_of(content, start, force.end())
    group = GROUP.match(content, start, limit)
    institution = None if group else INSTITUTION.match(content, start, limit)
    opening = group or institution
    if opening is None:
        return None
    if group is not None and (explained := EXPLAINED.match(content, group.end(), end)) is not None:
        acts = phrase_at(content, explained.end(), end, "actions", "modals", "told_actions") is not None
        return row_of(content, start, group.end()) if acts and content[start].isupper() else None
    stop = STOP.search(content, opening.end(), limit)
    limit = stop.start() if stop else limit
    asked = ASKED.search(content, group.end(), limit) if group is not None and content[start].isupper() else None
    if asked is not None and phrase_at(content, asked.end(), end, "actions", "told_actions", "weak_actions"):
        return row_of(content, start, asked.start())
    if group is not None and (told := _told_at_once(content, start, group.end(), limit, end)) is not None:
        return told
    if group is not None and EACH.match(content, start, limit) is None:
        duty = DUTY_WORDS.search(content, group.end(), limit)
        if duty is None and content[start].isupper() and OFFICES.match(content, start, limit) is not None:
            return _until_action(content, start, group.end(), limit, end)
        if duty is not None and content.find(" thì ", group.end(), duty.start()) >= 0:
            return None
        occasion = OCCASION.search(content, group.end(), duty.start()) if duty else None
        return row_of(content, start, (occasion or duty).start()) if duty else None
    return _until_action(content, start, opening.end(), limit, end)


def _told_noun(content: str, start: int, limit: int, end: int) -> Row | None:
    """A common noun or a sector that is told something: "huyện cần ...", "Ngành y tế tiếp tục ..."."""
    common = COMMON.match(content, start, limit)
    if common is not None and DUTY_WORDS.match(content, common.end(), end):
        return row_of(content, start, common.end())
    if common is not None and content[start].isupper():
        adverb = ADVERB.match(content, common.end() + 1, end)
        if phrase_at(content, adverb.end() if adverb else common.end(), end, "actions") is not None:
            return row_of(content, start, common.end())
    sector = SECTOR.match(content, start, limit)
    if sector is not None and content[start].isupper() and SECTOR_TOLD.match(content, sector.end(), end):
        return row_of(content, start, sector.end())
    office = OFFICE.match(content, start, limit)
    if office is not None and NAMES_OFFICE.match(content, office.end(), end) is None:
        acted = phrase_at(content, office.end(), end, "actions")
        if acted is not None and not RESULT.match(content, acted, end):
            return row_of(content, start, office.end())
    if (
        common is not None
        and content[max(start - 2, 0) : start] in (", ", ": ")
        and content[common.end() - 1].islower()
    ):
        acted = phrase_at(content, common.end(), end, "actions", "told_actions")
        if acted is not None and not RESULT.match(content, acted, end):
            return row_of(content, start, common.end())
    return None


def _told_at_once(content: str, start: int, named: int, limit: int, end: int) -> Row | None:
    """A group that opens the sentence and is followed by what it is to do: "Các nhà thầu tăng ca"."""
    gap = WORD.match(content, named, limit)
    if gap is None or not content[gap.end()].islower():
        return None
    if QUALIFIED.match(content, gap.end(), limit) and (
        DUTY_WORDS.search(content, gap.end(), limit) or OFFICES.match(content, start, limit)
    ):
        return None
    each = EACH.match(content, start, limit) is not None
    opens = each or content[start].isupper() or content[max(start - 2, 0) : start] == ": "
    if not opens and not content.startswith("các chi, đảng bộ", start):
        return None
    told = phrase_at(content, gap.end(), end, "actions", *(("told_actions",) if each else ()))
    return row_of(content, start, named) if told is not None and not RESULT.match(content, told, end) else None


def kinds_subject(content: str, start: int, end: int) -> Row | None:
    """A group with its kinds that opens a task: "Các trường mầm non, tiểu học hoàn thành ..."."""
    if not content[start : start + 1].isupper():
        return None
    named = NAMED_PERSON.match(content, start, end)
    if named is not None and phrase_at(content, named.end(), end, "actions", "modals", "told_actions") is not None:
        return row_of(content, start, named.end())
    group = GROUP.match(content, start, end)
    if group is None:
        return None
    stop = STOP.search(content, group.end(), min(end, start + REACH))
    limit = stop.start() if stop else min(end, start + REACH)
    for gap in WORD.finditer(content, group.end(), limit):
        if TOLD.match(content, gap.end(), end) and not content.startswith("và ", gap.end()):
            return None
        if content[start : gap.start()].lower().endswith((" và", " các", " hoặc", " trung", " sơ", ",")):
            continue
        told = content[gap.end()].islower() and phrase_at(content, gap.end(), end, "actions", "modals", "told_actions")
        if told and (gap.start() > group.end() or QUALIFIED.match(content, gap.end(), end) is None):
            return None if RESULT.match(content, told, end) else row_of(content, start, gap.start())
    return None


def _until_action(content: str, start: int, named: int, limit: int, end: int) -> Row | None:
    """The words from ``start`` up to the first action behind ``named``."""
    joins = LONG_NAMED.match(content, start, limit) is not None
    for gap in WORD.finditer(content, named, limit):
        if content.endswith(_UNFINISHED, start, gap.start()):
            continue
        if content.startswith(("nào ", "giao ", "yêu cầu ", "đề nghị ", "thống nhất ", "đã "), gap.end()) and (
            not content.startswith(("giao thông", "giao dịch", "giao thương"), gap.end())
        ):
            return None
        if gap.start() == named:
            if content.startswith(("đang ", "bị ", "là ", "vừa ", "cho "), gap.end()):
                return None
            if content.startswith("được ", gap.end()) and not content.startswith(_CHARGED, gap.end() + len("được ")):
                return None
            adverb = ADVERB.match(content, gap.end(), end)
            if adverb and phrase_at(content, adverb.end(), end, "actions", "modals", "told_actions") is not None:
                return row_of(content, start, named)
            if _MUST.match(content, gap.end(), end):
                return None
            continue
        owner = OWNER.match(content, gap.end(), limit)
        if owner is not None:
            acts = phrase_at(content, owner.end(), end, "actions", "modals", "told_actions") is not None
            return row_of(content, start, owner.end()) if acts else None
        if TOLD.match(content, gap.end(), end) and not (joins and content.startswith("và ", gap.end())):
            return None
        adverb = ADVERB.match(content, gap.end(), end) if content.startswith(ADVERB_OPENS, gap.end()) else None
        if adverb is not None and phrase_at(content, adverb.end(), end, "actions", "modals", "told_actions"):
            return None if _breaks_off(content, named, gap.start()) else _named_to(content, start, gap.start())
        if ends_compound(content, gap.end()):
            continue
        if content[gap.end()].islower() and phrase_at(content, gap.end(), end, "actions", "modals") is not None:
            return None if _breaks_off(content, named, gap.start()) else _named_to(content, start, gap.start())
    return None


# An institution called by its noun alone is the one told before: "Ban phải ...".
_MUST = re.compile(r"(?:phải|cần)\s")
# With what somebody was charged, behind "được".
_CHARGED = ("giao", "phân", "chọn", "lựa chọn", "ủy quyền", "bố trí", "cấp", "thụ hưởng", "hỗ trợ")
# No name ends so: "Quỹ A các | cấp", "Sở B cho | sửa chữa".
_UNFINISHED = (" các", " những", " cho", " của", " và", " được")


def _named_to(content: str, start: int, end: int) -> Row:
    """The body named from ``start`` to ``end``, or to its level where words that no list knows stand behind that."""
    group = GROUP.match(content, start, end) is not None
    timed = TIMED.search(content, start, end)
    end = end if timed is None else timed.start()
    return row_of(content, start, end if group else level_end(content, start, end))


def _breaks_off(content: str, named: int, at: int) -> bool:
    """Whether a comma right before the action ends a task, not a name: "Ban quản lý ứng vốn, chi trả ..."."""
    if content[at - 1] != ",":
        return False
    last = content.rfind(",", named, at - 1)
    return INSTITUTION.match(content, skip_marks(content, last + 1, at)) is None if last >= 0 else True


def row_of(content: str, start: int, end: int) -> Row:
    words = content[start:end].rstrip(" ,*_")
    whole = Span(start, start + len(words.removesuffix(" thì").rstrip(" ,*_")))
    cuts = [
        match
        for match in LISTED_ON.finditer(content, whole.start, whole.end)
        if INSTITUTION.match(content, match.end(), end)
    ]
    if INSTITUTION.match(content, start, end) is None:
        cuts = []
    starts = [whole.start, *(cut.end() for cut in cuts)]
    ends = [*(cut.start() for cut in cuts), whole.end]
    return Row(tuple(mention_of(content, Span(one, last)) for one, last in zip(starts, ends, strict=True)), whole)


_WHOLE_WORD = re.compile(r"[^\W\d_]+")


def ends_compound(content: str, at: int) -> bool:
    """Whether the word at ``at`` only ends a noun: the "trình" of "quá trình"."""
    word = _WHOLE_WORD.match(content, at)
    return word is not None and COMPOUND.search(content, max(0, at - 8), word.end()) is not None


# No part of a name: who of them above all, and by when.
_TAIL = re.compile(
    r",?\s(?:(?:nhất|đặc biệt|trước hết) là|(?:ngay )?trong (?:ngày|tuần|tháng|quý|năm)|chậm nhất|muộn nhất|phải|cần)"
    r"(?!\w)|\s(?:tuyệt đối |kiên quyết )?(?<!hàng )không(?! quân| gian| khí| chuyên| thuộc| có)(?=\s|\Z)|"
    r"\stừ (?:ngày mai|hôm nay|nay)(?!\w)|\scũng\Z"
)


def mention_of(content: str, span: Span) -> AgencyMention:
    """The body, which no list knows, that ``span`` names."""
    tail = _TAIL.search(content, span.start + 1, span.end)
    span = span if tail is None else Span(span.start, tail.start())
    name = content[span.start : span.end]
    return AgencyMention(span, name, name, "unnamed", False, "subject.unnamed")
