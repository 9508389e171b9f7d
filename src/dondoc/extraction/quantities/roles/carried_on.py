"""What the sentences after "tính đến ngày 15/6, ..." tell came together until then, too.

Finds         Đến nay, tỉnh đã lấy 1.127 mẫu. Cách ly tập trung 842 người. Kinh phí đã cấp 21,7 tỷ đồng (one paragraph)
              Đến 31/10, huy động vốn đạt 19.546 tỷ đồng. Dư nợ cho vay là 16.039 tỷ đồng
Leaves alone  ... Trong tháng, xử phạt 12 trường hợp: another time · shares, levels, what is left or owed, plain counts
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.standing import is_stock
from dondoc.facts import Evidence

_OPENS = re.compile(
    r"\b(?:(?:tính |cho |ước )?(?:đến|tới) (?:nay|thời điểm|(?:cuối|hết) tháng \d|"
    r"(?:hết )?ngày|\d{1,2}[/.-]\d)|từ đầu (?:năm|mùa|nhiệm kỳ)|"
    r"l[uũ]y kế|luỹ kế|tính chung|cộng dồn|tính đến)"
)
_TIMED = re.compile(
    r"\btháng\b|\bquý\b|\bnăm\b|\btuần\b|\bngày\b(?! công)|trong kỳ|"
    r"\bvụ (?:đông|hè|xuân|mùa|thu)|hôm|\bđợt\b|giai đoạn|"
    r"\bsáng\b|\bchiều\b|vừa qua|\bkỳ\b|trung thu|\btết\b|nhân dịp"
)
_STRETCH = re.compile(r"\btừ (?:ngày )?(?!0?1[/.-]0?1\b)\d{1,2}\b[^;.]{0,20} đến\b")
# Another matter, what a storm did, what there is without having come together.
_OTHERWISE = re.compile(
    r"[\s*+–-]*về |thiệt hại|gây hại|ngộ độc|nợ xấu|\bmưa\b|\bbão\b|\blũ\b|\bbị\b|\bchết\b|sạt lở|"
    r"\bhiện (?:còn|đang)\b|\bxảy ra\b|"
    r"[\s*+–-]*(?:toàn [^\W\d]+(?: phố| xã)? )?(?:đã )?có(?: khoảng| trên| hơn| gần)? \d"
)
# "Đến 10 giờ, mưa lũ đã làm 02 người chết; 64 nhà bị ngập": what one storm did.
_STRUCK = re.compile(r"\b(?:mưa|bão|lũ|lốc|giông|dông|sạt lở|động đất|cháy)\b[^;.]{0,60}\b(?:làm|khiến|gây)\b")
_BESIDE = re.compile(
    r"[^,;.()\d]{0,60}(?:,| và| với|/)\s*(?:[^\W\d]+ ){0,3}|"
    r"[^;.()\d]{0,60}\b(?:với|trị giá|số tiền|kinh phí|số vốn|diện tích)\b[^,;.()\d]{0,30}"
)
_EVIDENCE = Evidence("role", "role.carried_on")
_LEVELS = frozenset({"%", "‰", "điểm", "mm", "m", "°C", "độ", "lần"})


def settle_carried_on(sentences: Sequence[Sentence]) -> None:
    """Let what is told so far in a paragraph go on to its next sentences, until they name another time."""
    item, goes_on, framed = -1, False, False
    for sentence in sentences:
        if sentence.item != item:
            item, goes_on = sentence.item, False
        begun = sentence.figures[0].low_before
        summed = any(figure.role == "cumulative" for figure in sentence.figures)
        opens = _OPENS.search(begun) if summed or goes_on else None
        if sentence.footnote or sentence.task:
            goes_on = False
        elif opens is not None and not _STRETCH.search(begun):
            goes_on, framed = summed, _is_frame(begun[: opens.start()], opens.group())
            _settle_clauses(sentence.figures if goes_on and not _STRUCK.search(sentence.low) else ())
        elif goes_on:
            goes_on = not (_TIMED.search(sentence.low) or _OTHERWISE.search(sentence.low))
            for figure in sentence.figures if goes_on else ():
                if framed or _is_of_plan(figure, sentence):
                    _settle(figure)


def _is_frame(words: str, time: str) -> bool:
    """Whether the time stands first, or behind a label: a frame for what follows, and no aside to one figure."""
    before = words.strip(" *+–-")
    return not before or before.endswith(":") or time.startswith("từ đầu")


def _is_of_plan(figure: Figure, sentence: Sentence) -> bool:
    """``Tổng chi ngân sách 186 tỷ đồng, đạt 51% dự toán``: so far, as what was told against its plan before."""
    place = sentence.figures.index(figure) + 1
    return place < len(sentence.figures) and sentence.figures[place].role == "share_of_plan"


def _settle_clauses(figures: Sequence[Figure]) -> None:
    """``Đến nay, đã xử lý 43 trường hợp; khởi tố 17 vụ, 21 đối tượng``: the later clauses of the same sentence."""
    behind = False
    for figure in figures:
        if _TIMED.search(figure.low_before) and figure is not figures[0]:
            return
        behind = ";" in figure.low_before or (behind and _BESIDE.fullmatch(figure.low_before) is not None)
        harmed = figure.unit == "người" and figures[0].unit == "vụ" and figures[0].role == "cumulative"
        behind = behind and (harmed or not _OTHERWISE.search(figure.low_before))
        if behind:
            _settle(figure)


def _settle(figure: Figure) -> None:
    free = figure.role == "actual" and figure.whole is None and figure.over is None and figure.under is None
    unit = figure.unit or ""
    if not free or unit in _LEVELS or "/" in unit or figure.task or is_stock(figure.low_before):
        return
    figure.role = "cumulative"
    figure.evidence = [*(one for one in figure.evidence if one.part != "role"), _EVIDENCE]
