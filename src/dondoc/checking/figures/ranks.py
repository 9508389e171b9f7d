"""Places in a ranking that cannot be.

Finds         xếp thứ 35/34 tỉnh, thành phố · đứng thứ 16 trong 13 tỉnh
              xếp thứ 12, tăng 5 bậc so với năm trước (thứ 18)
              từ vị trí thứ 28 lên vị trí thứ 20, tăng 9 bậc · năm 2021 hạng 30, năm 2022 hạng 22, tăng 6 bậc
Leaves alone  lần thứ 15 · thứ 12/34, tăng 6 bậc so với năm trước (thứ 18) · the ranks of two things
"""

import re
from collections.abc import Iterator

from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.grammar.anchors import anchors, find_near, lowered
from dondoc.text import Span

_BEFORE = re.compile(
    r"\b(?:xếp|đứng|hạng|vị trí|vị thứ|đạt)\s+(?:hạng\s+|vị trí\s+)?(?P<told>thứ\s+)?\Z", re.IGNORECASE
)
# Begins with a digit, which makes the search fast.
_OF = re.compile(
    r"""(?P<rank>[0-9](?<![0-9/.,][0-9])[0-9]{0,2})
        \s?(?:/|trên\ tổng\ số|trong\ tổng\ số|trong\ số|trong|trên)\s?(?P<all>[0-9]{1,3})(?![0-9/]|[.,][0-9])
        (?P<what>\s+(?:tỉnh|thành|địa|đơn|huyện|xã|phường|cơ|sở|quốc|nước|bộ|đội|đoàn))?""",
    re.VERBOSE | re.IGNORECASE,
)
_STEPS = re.compile(
    r"(?P<way>tăng|giảm|tụt|lên|xuống|cải thiện|nâng|vượt|thăng)\s+(?:thêm\s+|được\s+)?"
    r"(?P<steps>[0-9]{1,3})\s+(?:bậc|hạng|vị trí|vị thứ)(?!\w)"
)
_RANK = re.compile(r"(?:\bthứ|\bhạng|\bvị trí|\bvị thứ)\s+(?:thứ\s+)?(?P<rank>[0-9]{1,3})(?![0-9]|[.,][0-9])")
_SENTENCE = re.compile(r"[;\n]|[.](?![0-9])")
# What stands before the rank of an earlier time.
_EARLIER = re.compile(
    r"\btừ\s+(?:vị trí |vị thứ |hạng )?\Z|năm (?:trước|ngoái|liền kề)|(?:quý|tháng|kỳ) trước|cùng kỳ"
    r"|so (?:với )?(?:năm|quý|tháng|kỳ)(?! nay| này)"
)
_YEAR = re.compile(r"năm (20[0-9]{2})")
_REACH = 160
_BACK = 45
_DOWN = frozenset(("giảm", "tụt", "xuống"))
_RANKED = anchors("xếp ", "đứng ", "hạng ", "vị trí ", "vị thứ ", "đạt ")
_MOVED = anchors("bậc", "hạng", "vị trí", "vị thứ")
_LONGEST = 64


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the ranks above their number of places, and moves that the two ranks do not give."""
    content = draft.text.content
    low = lowered(content)
    for match in find_near(_OF, content, low, _RANKED, 0, _LONGEST):
        rank, places = int(match["rank"]), int(match["all"])
        told = _BEFORE.search(content, max(0, match.start() - 30), match.start()) if rank > places else None
        if told and (match["what"] or (told["told"] and "/" in match[0])):
            message = f"thứ hạng {rank} lớn hơn số đơn vị được xếp ({places})"
            yield Finding("SL202", Span(*match.span("rank")), "error", message, None, (Span(*match.span("all")),))
    for match in find_near(_STEPS, low, low, _MOVED, _LONGEST, 1):
        yield from _moved(low, match)


def _moved(low: str, steps: re.Match[str]) -> Iterator[Finding]:
    """The move told in a sentence of two ranks, one of them of an earlier time."""
    begin, end = max(0, steps.start() - _REACH), min(len(low), steps.end() + _REACH)
    begin = max((mark.end() for mark in _SENTENCE.finditer(low, begin, steps.start())), default=begin)
    stop = _SENTENCE.search(low, steps.end(), end)
    end = stop.start() if stop else end
    ranks = _nearest(list(_RANK.finditer(low, begin, end)), steps, low)
    if len(ranks) != 2 or len(_STEPS.findall(low, begin, end)) != 1:
        return
    leads = [low[begin : ranks[0].start()][-_BACK:], low[ranks[0].end() : ranks[1].start()][-_BACK:]]
    earlier = [_EARLIER.search(lead) is not None for lead in leads]
    years = [max(map(int, _YEAR.findall(lead)), default=0) for lead in leads]
    if earlier[0] == earlier[1] and all(years) and years[0] != years[1]:
        earlier = [years[0] < years[1], years[1] < years[0]]
    elif not any(earlier) and years[1] and not years[0]:
        earlier[1] = "(" in low[ranks[0].end() : ranks[1].start()]  # thứ 12 (tăng 7 bậc, năm 2021 xếp thứ 19)
    if earlier[0] == earlier[1]:
        return
    before, now = ranks if earlier[0] else ranks[::-1]
    yield from _move(steps, before, now)


def _nearest(ranks: list[re.Match[str]], steps: re.Match[str], low: str) -> list[re.Match[str]]:
    """Of several ranks of a sentence the one right before the steps and the one in the bracket right behind them."""
    before = [one for one in ranks if one.end() <= steps.start()]
    behind = [one for one in ranks if one.start() >= steps.end()]
    if len(ranks) > 2 and before and behind and "(" in low[steps.end() : behind[0].start()]:
        return [before[-1], behind[0]]
    return ranks


def _move(match: re.Match[str], before: re.Match[str], now: re.Match[str]) -> Iterator[Finding]:
    was, became, steps = int(before["rank"]), int(now["rank"]), int(match["steps"])
    down = match["way"] in _DOWN
    right = became - was if down else was - became
    if right == steps:
        return
    worked = f"{became} - {was} = {right}" if down else f"{was} - {became} = {right}"
    message = f"từ thứ {was} đến thứ {became}: {worked} bậc, văn bản ghi {match['way']} {steps} bậc"
    mend = f"sửa {steps} bậc thành {right} bậc" if right > 0 else None
    related = (Span(*now.span("rank")), Span(*before.span("rank")))
    yield Finding("SL202", Span(*match.span("steps")), "error", message, mend, related)
