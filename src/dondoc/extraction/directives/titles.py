"""Items that only head what follows: what makes them titles, and what they open.

Finds         NHIỆM VỤ TRỌNG TÂM · 2. Sở A chủ trì, phối hợp với B: · a) Về nông nghiệp
Leaves alone  1. Rà soát ..., trong đó: (a task with parts) · a line of running news
"""

import re

from dondoc.extraction.directives.headings import (
    Address,
    concludes,
    ends_in_colon,
    read_address,
    read_introduction,
    read_order,
)
from dondoc.extraction.directives.members import members_of, names_somebody
from dondoc.extraction.directives.regions import END, heading_region, is_narrated, told_so_far
from dondoc.extraction.directives.siblings import read_beside
from dondoc.extraction.directives.standing import Standing
from dondoc.extraction.directives.times_ahead import REPORTING, heads_time_ahead
from dondoc.extraction.structure import Item
from dondoc.text import Span

_PARTS = re.compile(r"(?:trong đó|cụ thể|nhất là|bao gồm|gồm|theo hướng|với các nội dung)\s*:\W*$", re.IGNORECASE)
# A verb of instruction alone: who is told stands in the items below.
_ORDER = re.compile(
    r"[\W_]*(?:\w+\s+){0,6}?(?<!được )(?<!đã )(?:giao|yêu cầu|đề nghị|phân công|giao nhiệm vụ|chỉ đạo|chỉ thị)"
    r"(?:\s+(?:nhiệm vụ|cụ thể|như sau|sau|cho|các đơn vị))*\s*:[\W_]*",
    re.IGNORECASE,
)
_TOGETHER = re.compile(r"\W*(?:chủ trì,?\s+)?phối hợp\s+(?:chặt chẽ\s+)?(?:(?:với|cùng)\s+)?", re.IGNORECASE)
_SUBJECT = re.compile(r"[\W_]*(?:V/v|Về việc)(?!\w)", re.IGNORECASE)
_STOPPED = (".", ";", "!", "…", ":", ",", "?")
_PARTS_REACH = 40
# From so many words on, what ends by opening its parts is a task of its own.
TASK_WORDS = 12
# News that narrates an order at such length has only lost its stop.
_LONG_LINE = 160
# "2. Về trồng trọt." above its items: so few words name a matter, with a stop or without.
_NAME_WORDS = 6


def opens_parts(words: str) -> bool:
    """Whether ``words`` end by opening a list of their parts ("..., trong đó:")."""
    return ends_in_colon(words) and _PARTS.search(words, max(0, words.rfind(":") - _PARTS_REACH)) is not None


def is_title(standing: Standing, index: int, item: Item) -> bool:
    """Whether the item only heads what follows: no stop at its end, and nothing but a title before it."""
    words = standing.words(item.span).strip(' *_”"')
    if item.block.kind == "heading":
        return True
    if opens_parts(words) and len(words.split()) >= TASK_WORDS:
        return False
    if words.endswith(".") and item.mark is not None and index in standing.parents and len(item.sentences) == 1:
        return len(words.split()) <= _NAME_WORDS
    if words.endswith(_STOPPED):
        return (
            words.endswith(":") and len(words.split()) <= 30 and len(item.sentences) == 1 and index in standing.parents
        )
    if (
        item.mark is None
        and len(words) > _LONG_LINE
        and standing.kind == "news"
        and is_narrated(words, Span(0, len(words)))
    ):
        return False
    if item.mark is None:
        return len(words) <= 400
    return index in standing.parents and len(item.sentences) == 1


def open_heading(standing: Standing, index: int, item: Item) -> None:
    """Note whom the title tells, and the region that it opens."""
    words = standing.words(item.span)
    if END.match(words):
        standing.open(index, "front")
        return
    head = Span(item.span.start, item.span.start + len(words.rstrip(" :*_")))
    address = read_address(standing.page, head)
    if address is None and words.rstrip(" *_").endswith(":"):
        address = read_introduction(standing.page, item.span)
    if address is None and index in standing.parents:
        address = (
            read_order(standing.page, head)
            or read_beside(standing, index, head)
            or _read_partners(standing, index, head)
        )
    if address is not None:
        standing.leads.of_item[index] = address
        group = address.rule == "lead.heading.group"
        flips = ("front", "conclusion") if group else ("front", "conclusion", "result")
        if standing.region(index) in flips and standing.kind != "report":
            standing.regions[index] = "task"
    if item.mark is None and words.rstrip(" *_").endswith(":") and concludes(words):
        standing.open(index, "conclusion")
        return
    region = heading_region(words, standing.kind) if address is None else None
    if region == "conclusion" and standing.region(index) == "task":
        return
    if region == "target" and standing.kind == "report" and standing.region(index) != "task" and told_so_far(words):
        region = "result"
    if ":" in words and _ORDER.fullmatch(words):
        region = "task"
    if standing.kind in REPORTING and heads_time_ahead(words, standing.page.period):
        region = "task"
    if region is not None and (item.mark is not None or _may_head(standing, index)):
        standing.open(index, region)


def _read_partners(standing: Standing, index: int, head: Span) -> Address | None:
    """Those told above, with the partners whom the heading names alone: "a) Chủ trì, phối hợp với A, B:"."""
    told = standing.leads.base(index)
    opening = _TOGETHER.match(standing.page.content, head.start, head.end)
    if opening is None or not told.lead or names_somebody(standing.page, opening.end(), head.end) is None:
        return None
    together = members_of(standing.page, Span(opening.end(), head.end))
    return Address(told.lead, (*told.coordinating, *together), Span(opening.end(), head.end), "lead.heading")


def _may_head(standing: Standing, index: int) -> bool:
    """Whether a line without a mark can open a section: not the title, and not in running news."""
    if _SUBJECT.match(standing.words(standing.items[index].span)):
        return False
    before = standing.items[max(index - 40, 0) : index]
    return standing.kind != "news" and any(len(item.sentences) > 1 or item.mark is not None for item in before)
