"""Names that say what was done, or how much is left, and not of what: the words around the figure say that.

Finds         dự án cao tốc A - B: đã bàn giao 33/34 km (bàn giao mặt bằng dự án cao tốc A - B)
              nhận 18.450 lít hóa chất, tồn 3.238 lít (hóa chất tồn) · tiết kiệm 10% chi thường xuyên (as it is written)
              hỗ trợ 350 triệu đồng nâng cấp đê bao (hỗ trợ nâng cấp đê bao) · khám 2.075 lượt (khám bệnh)
              đơn nhận quý I 402 đơn, quý II 516 đơn, cộng 918 đơn (đơn nhận)
Leaves alone  bàn giao mặt bằng where no project is named · hỗ trợ 350 triệu đồng cho 12 hộ
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import FOLLOWERS, NameState, is_counted
from dondoc.extraction.quantities.names.tails import tail_phrase

_HANDED_OVER = re.compile(
    r"(?:hoàn thành |nhận )*bàn giao(?: (?:thêm|trước|xong|hết|dứt điểm))*(?: mặt bằng)?", re.IGNORECASE
)
# "dự án đường Thành phố A - hồ B", "cụm công nghiệp C": what is built, up to what is told of it.
_WORKS = re.compile(
    r"(?P<works>\b(?:[Dd]ự án|(?:đường (?:bộ )?)?cao tốc|[Tt]uyến|[Qq]uốc lộ|QL|KCN|CCN|(?:[Kk]hu|[Cc]ụm) công nghiệp|"
    r"[Kk]hu tái định cư|[Vv]ành đai)(?! (?:trọng điểm|này|đó|trên|có|đang|chậm))"
    r"(?: (?!đã\b|được\b|còn\b|hiện\b|do\b|là\b|chậm\b|trong\b|UBND\b|đến\b|bàn\b|phối\b|qua\b)[^\s,;:()]+){1,14})"
)
_NAMED = re.compile(r"(?<!\A)[A-ZĐ]|\d")
_LEFT = re.compile(r"(?:(?:đã|còn|hiện) )*(?P<left>thiếu|tồn|vướng|sử dụng|cấp|nợ|phải thu|chưa thu|dư)", re.IGNORECASE)
_OF_DEED = frozenset({"cấp", "sử dụng"})
_SPENT = frozenset({"hỗ trợ", "bổ sung", "sử dụng", "trích", "bố trí", "dành", "điều chuyển", "chuyển"})
_FOR_WHAT = re.compile(
    r" (?:để |thực hiện )?(?P<what>(?!cho (?!vay)|từ |và |với |của |trong |theo |so |nhằm |đến |là |vào |cùng |năm |"
    r"tại |trước |nêu |còn |đã |này )[^\W\d])"
)
_DEEDS = (
    *("điều chuyển", "bố trí", "hỗ trợ", "sử dụng", "dành", "trích"),
    *("giải ngân", "bổ sung", "phân bổ", "huy động"),
)
# "phối hợp với Sở A tham mưu điều chuyển", "Thủ tướng đã quyết định hỗ trợ": who acts is no part of what is done.
_ACTED = re.compile(
    r"(?!.*\b(?:[Vv]ốn|[Kk]inh phí|[Nn]guồn)\b.* giải ngân)(?:.*\b)?(?:Sở|UBND|Ủy ban|Phòng|Ban|Công ty|Ngân hàng|"
    rf"Trung tâm|Chi cục|Cục|Hội|Thủ tướng|Chính phủ|HĐND|Bộ)\b.*? (?P<deed>(?:{'|'.join(_DEEDS)})(?: thêm| vốn)?)\Z",
    re.DOTALL,
)
_SHARES = frozenset({"đồng", "USD", "%", "ha"})
_SAVED = " chi thường xuyên"
_SUMS = frozenset({"cộng", "cộng lại", "cộng với", "tổng", "tổng cộng", "cộng thêm"})
_DUE = frozenset({"quá hạn", "trong hạn", "đến hạn"})
_OWED = re.compile(r"\b(?:dư nợ|nợ|(?:dư )?tạm ứng)\b", re.IGNORECASE)
_TURN = re.compile(r"\s+(?:đợt|lần|vòng) \S+\Z", re.IGNORECASE)
_TOTALS = frozenset({"tổng chi", "tổng thu"})
_BUDGET = re.compile(r"\bngân sách(?: (?:nhà nước|xã|huyện|tỉnh|phường|thị xã|thành phố|địa phương))?\b", re.IGNORECASE)
_MONEY = frozenset({"đồng", "USD"})
_REACH = 4
_LONGEST = 9


def said_whole(figure: Figure, name: str, state: NameState) -> str:
    """``name`` with what it is of, as it is where nothing around the figure says so."""
    low = name.lower()
    if "bàn giao" in low and not is_counted(figure.unit) and _HANDED_OVER.fullmatch(low):
        works = _works(figure) or _works_named(state.topic)
        return f"bàn giao mặt bằng {works}" if works else name
    deed = figure.unit in _SHARES and name.endswith((*_DEEDS, " thêm", " vốn")) and name.count(" ") > 1
    acted = _ACTED.match(name) if deed else None
    if acted is not None:
        name = acted["deed"]
        low = name.lower()
    if low.count(" ") > 2:
        return name
    if low == "khám" and (figure.unit or "").startswith("lượt"):
        return f"{name} bệnh"
    if low.startswith("tiết kiệm") and figure.low_after.startswith(_SAVED):
        return f"{name}{_SAVED}" if _SAVED not in f" {low}" else name
    if low.removesuffix(f" {figure.unit}") in _SUMS and (low.startswith("cộng") or not is_counted(figure.unit)):
        return _summed(figure) or name
    if low in _DUE and figure.unit in _MONEY:
        return f"{_owed(figure)} {name}".strip()
    if low in _TOTALS and figure.unit in _MONEY:
        return f"{name} {_budget(state)}".strip()
    return _of_left(figure, name) or _for_what(figure, name, low)


def _works(figure: Figure) -> str:
    """The road or the like told of last before ``figure``."""
    one: Figure | None = figure
    for _ in range(_REACH):
        if one is None:
            break
        works = _works_named(one.before)
        if works:
            return works
        one = one.previous
    return ""


def _works_named(words: str) -> str:
    last = None
    for last in _WORKS.finditer(words):  # noqa: B007
        pass
    works = " ".join(last["works"].split()) if last is not None else ""
    return works if _NAMED.search(works) else ""


def _summed(figure: Figure) -> str:
    """``quý I 402 đơn, quý II 516 đơn, cộng 918 đơn``: of what was told before in the same unit."""
    last = figure.previous
    while last is not None and (last.unit != figure.unit or last.role in FOLLOWERS or last.depth > figure.depth):
        last = last.previous
    return _TURN.sub("", last.indicator or "") if last is not None else ""


def _owed(figure: Figure) -> str:
    """``dư tạm ứng 1.204 tỷ đồng (quá hạn 87 tỷ đồng)``: what is owed, by the figure before."""
    last = figure.previous
    owed = _OWED.search(last.indicator or "") if last is not None and last.unit == figure.unit else None
    return owed[0] if owed is not None else ""


def _budget(state: NameState) -> str:
    """Which budget the names before tell of."""
    told = (_BUDGET.search(name) for _, name in reversed(state.named))
    return next((found.group() for found in told if found is not None), "")


def _of_left(figure: Figure, name: str) -> str:
    """``nhận 18.450 lít hóa chất, đã sử dụng 15.212 lít``: of what was told before in the same unit."""
    left = _LEFT.fullmatch(name.removesuffix(f" {figure.unit}"))
    last = figure.previous
    while last is not None and (last.role in FOLLOWERS or last.over is not None or last.depth > figure.depth):
        last = last.previous if last.over is None else last.over
    if left is None or last is None or last.unit != figure.unit or not last.indicator:
        return ""
    said = last.indicator.removesuffix(f" {last.unit}")
    how = f"{'đã' if left['left'] in _OF_DEED else 'còn'} {left['left']}"
    return f"{said} {how}" if len(said.split()) <= _LONGEST and left["left"] not in said else ""


def _for_what(figure: Figure, name: str, low: str) -> str:
    """``hỗ trợ 350 triệu đồng nâng cấp đê bao``: what the money is for, behind it."""
    if low not in _SPENT or figure.unit not in _MONEY or not _FOR_WHAT.match(figure.low_after):
        return name
    what = tail_phrase(figure.after.replace(" để ", " ", 1), limit=_LONGEST)
    return f"{name} {what}" if " " in what else name
