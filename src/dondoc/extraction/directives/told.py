"""Whom a verb of instruction tells: who stands behind it, however many words lie between.

Finds         yêu cầu [Sở A, Tạp chí B] ... · đề nghị [cấp ủy và nhân dân xã C] ...
              yêu cầu trước Tết [các đơn vị] phải ...
              đề nghị thời gian tới, [huyện] cần ... · chỉ đạo, thời gian tới, [các sở] ...
Leaves alone  yêu cầu tiếp tục ...: nobody is named
"""

import re

from dondoc.extraction.directives.actors import row_at
from dondoc.extraction.directives.addressees import addressee, named_person, placed
from dondoc.extraction.directives.counted_groups import COUNTED
from dondoc.extraction.directives.endings import tailed, whole_name
from dondoc.extraction.directives.members import enlisted
from dondoc.extraction.directives.page import Page, Row
from dondoc.extraction.directives.phrases import phrase_at, skip_marks
from dondoc.extraction.directives.provinces import place_told
from dondoc.grammar.anchors import first_letters
from dondoc.text import Span


def opens_order(content: str, start: int, end: int) -> bool:
    """Whether what is to be done stands right behind the verb of instruction."""
    if (denied := _NOT.match(content, start, end)) is not None:
        start = denied.end()
    return phrase_at(content, start, end, "actions", "modals", "told_actions") is not None


_NOT = re.compile(r"\s*(?:tuyệt đối )?không (?=[^\W\d_])")


def told_at(page: Page, start: int, end: int) -> Row | None:
    """Who stands behind the verb, behind a phrase of time between commas too: "chỉ đạo, thời gian tới, các sở ..."."""
    listed = row_at(page, start, end)
    if listed is not None and listed.agencies[0].rule == COUNTED:
        return _longer(listed, addressee(page.content, skip_marks(page.content, start, end), end))
    whole = None if listed is None else whole_name(page, listed, end)
    if whole is None and listed is not None and listed.agencies[-1].name[:1].islower():
        whole = longer if (longer := tailed(page, listed, end)) != listed else None
    named = placed(page.content, start, end) or named_person(page.content, start, end)
    row = whole or _longer(listed, named) or addressee(page.content, start, end)
    row = row or place_told(page, start, end)
    listed = row or enlisted(page, start, end, ordered=page.low[start : start + 2] in _PEOPLE_OPENS)
    if listed is not None or page.content[start : start + 1] != ",":
        return listed or _behind_time(page, skip_marks(page.content, start, end), end)
    acts = phrase_at(page.content, start + 1, end, "actions") is not None
    aside = None if acts else _ASIDE.match(page.content, start, end)
    if aside is None:
        return None if acts else _behind_time(page, skip_marks(page.content, start + 1, end), end)
    return row_at(page, aside.end(), end) or addressee(page.content, aside.end(), end)


def _behind_time(page: Page, start: int, end: int) -> Row | None:
    """Who is told behind a time: "yêu cầu trước Tết các đơn vị phải ...", "đề nghị thời gian tới, huyện cần ..."."""
    if page.low[start : start + 2] not in _TIME_OPENS:
        return None
    ahead = _TIME_AHEAD.match(page.content, start, end)
    if ahead is not None:
        at = ahead.end()
        listed = row_at(page, at, end)
        whole = None if listed is None else whole_name(page, listed, end)
        return whole or listed or enlisted(page, at, end) or addressee(page.content, at, end)
    for agency in page.agencies_in(Span(start, min(end, start + _TIME_REACH)))[:1]:
        if _BEHIND_TIME.fullmatch(page.content, start, agency.span.start) is None:
            return None
        row = row_at(page, agency.span.start, end)
        return row if row is not None and opens_order(page.content, row.span.end, end) else None
    return None


_TIME_OPENS = first_letters("trước trong từ đến chậm ngay đầu cuối giữa sau thời những năm quý tháng")
# A time to come that stands between the verb and whom it tells.
_TIME_AHEAD = re.compile(
    r"(?:ngay )?(?:trong |từ nay đến )?(?:(?:suốt )?(?:thời gian|giai đoạn|những tháng|các tháng|năm|quý|tháng|tuần) "
    r"(?:tới|này|sau|còn lại(?: (?:của )?năm(?: \d{4})?)?|cuối năm(?: \d{4})?|tiếp theo)(?:\s+và [^,;:.]{2,40}(?=,))?|"
    r"(?:quý [IV1-4]+|tháng \d{1,2})(?:/\d{4}| năm \d{4})?|năm \d{4}|"
    r"\d{1,2} tháng (?:cuối năm|còn lại)(?: \d{4})?),?\s+"
)
_BEHIND_TIME = re.compile(
    r"(?:ngay )?(?:trước|trong|từ nay|từ|đến|chậm nhất|sau|đầu|cuối|giữa)\s[^,;:.]{2,50}\s", re.IGNORECASE
)
_TIME_REACH = 64


_PEOPLE_OPENS = first_letters("cán công đảng cấp chính")


def _longer(listed: Row | None, named: Row | None) -> Row | None:
    """The row that reaches farther: "phường Hải Châu Nam" where the list knows "phường Hải Châu"."""
    if listed is None or named is None:
        return listed or named
    return named if named.span.start == listed.span.start and named.span.end > listed.span.end else listed


_ASIDE = re.compile(r",\s+[^,;:.]{4,60},\s+")
