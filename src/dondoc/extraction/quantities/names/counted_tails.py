"""The words behind things counted that say which ones, in the light of the figure that follows.

Finds         xử phạt 12 và nhắc nhở 30 trường hợp vi phạm (both: vi phạm) · 7 nhóm giảm (nhóm hàng giảm giá)
              03 sản phẩm đạt 5 sao (sản phẩm đạt 5 sao)
Leaves alone  12 dự án với tổng vốn 5 tỷ đồng: the amount is no part of the name
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.carried import DOERS, WORKS
from dondoc.extraction.quantities.names.name_state import MONEY, NOT_NAMES, is_counted
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.told_behind import REACHED

_CAME_TO = re.compile(r"\b(?:làm chết|làm bị thương|bị thương|tử vong)\s*\Z")
# All the words that _CAME_TO can end in.
_CAME_TO_ENDS = ("chết", "thương", "vong")
_JOINED = re.compile(r"\A[\s*]*và[\s*]*\Z")
# "37 hộ và 12 vị trí đường điện chưa di dời": what is told of both, without the noun of the second.
_TOLD_OF_BOTH = re.compile(r"\b(?:chưa|đã|đang|(?<!chuẩn )bị|được|không|còn|vi phạm|chậm|tham gia|đạt)\b.*")
# "có 4 nhóm tăng, 5 nhóm giảm": which way they went tells which they are.
_MOVING = frozenset({"nhóm", "nhóm hàng", "mặt hàng", "ngành", "địa phương", "tỉnh", "sản phẩm", "chỉ tiêu", "chỉ số"})
_MOVED = re.compile(r"\s+(?P<what>(?:[^\W\d]+ ){0,3}?)(?P<how>tăng|giảm)(?: giá)?(?= so\b|\s*(?:[,;.:()]| và\b)| là\b)")
_WITH_AMOUNT = re.compile(
    r"\s*(?:,\s*)?(?:với )?(?:tổng )?(?:số )?(?:vốn(?: đăng ký| đầu tư| điều lệ)?(?: tăng thêm| bổ sung)?|"
    r"kinh phí|trị giá|số tiền)\Z"
)
_SIZED = re.compile(
    r"\s*\b(?:(?:có|với) (?:tổng )?|tổng )(?:công suất|diện tích|chiều dài|dung tích|sản lượng|quy mô|dân số|"
    r"tổng đàn|trọng lượng)"
    r"(?: [^\W\d]+){0,3}\Z"
)
HURT = re.compile(r"(?:chết|tử vong|bị thương)\b")
# "2 vụ ngộ độc thực phẩm với 43 người mắc" (người mắc ngộ độc thực phẩm)
STRUCK = frozenset({"mắc", "bị mắc", "nhập viện", "phải nhập viện", "bị ngộ độc"})
# "từ 3 đến 5 mô hình cơ giới hóa": both are of the words behind the second.
_UP_TO = frozenset({"đến", "tới", "-", "–"})
_GRADED = re.compile(r"[\s*]*(?:(?:được )?(?:đạt|xếp)(?: hạng| chuẩn)?|hạng)?[\s*]*")


def counted_tail(figure: Figure, after: str, following: Figure | None) -> str:
    """The words ``after`` things counted that say which ones; ``following`` is the figure behind them."""
    if figure.low_before.rstrip().endswith(_CAME_TO_ENDS) and _CAME_TO.search(figure.low_before):
        return ""
    if following is not None and following.unit == "%" and REACHED.fullmatch(after):
        reached = " ".join(after.split())
        return f"{reached} {following.measure.value}% kế hoạch".replace(".", ",")
    if following is not None and figure.under is None and not figure.depth and _JOINED.match(after):
        shared = tail_phrase(following.after)
        if following.unit == figure.unit:
            return shared
        told = _TOLD_OF_BOTH.search(shared)
        return told.group() if told is not None else "" if _goes_on_listing(figure) else shared
    if following is not None and after == ", " and (figure.unit or "") in WORKS and following.unit in DOERS:
        done = tail_phrase(following.after)
        return "" if HURT.search(done) or done in STRUCK else done
    if following is not None and following.unit == figure.unit and after.strip(" *") in _UP_TO:
        return tail_phrase(following.after)
    tail = tail_phrase(after)
    moved = _MOVED.match(after) if figure.unit in _MOVING else None
    if moved is not None:
        prices = figure.unit in ("nhóm", "nhóm hàng", "nhóm hàng hóa")
        what = "hàng" if figure.unit == "nhóm" else moved["what"].strip()
        return f"{what} {moved['how']}{' giá' if prices else ''}".strip()
    if following is not None and following.unit in MONEY:
        tail = _WITH_AMOUNT.sub("", tail)
    elif following is not None and tail and not is_counted(following.unit):
        tail = _SIZED.sub("", tail)
    if (figure.unit or "") in WORKS and HURT.match(tail):
        return ""
    return "" if not tail or tail.startswith("và ") or NOT_NAMES.match(tail) else tail


def _goes_on_listing(figure: Figure) -> bool:
    """``1 trung tâm thương mại, 4 siêu thị và 72 cửa hàng xăng dầu``: what is behind the last is of that alone."""
    last = figure.previous
    return last is not None and "," in figure.before and last.unit != figure.unit and is_counted(last.unit)


def graded(counted: Figure, following: Figure | None, unit: str) -> str:
    """``03 sản phẩm 5 sao`` (sản phẩm 5 sao): the grade behind the things tells which."""
    if following is None or following.role != "rank" or _GRADED.fullmatch(counted.low_after) is None:
        return ""
    return " ".join(f"{unit} {counted.after} {following.written}".replace("*", "").split())
