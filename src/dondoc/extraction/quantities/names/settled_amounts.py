"""What offices always mean by amounts and shares that say too little, or by words that lead to them.

Finds         Mục tiêu tăng trưởng năm nay trên 10% (GRDP, where the document tells of it)
              phấn đấu cả năm thu 900 tỷ đồng (thu ngân sách) · tuyến đường dài 5 km (chiều dài tuyến đường)
              tham gia bảo hiểm y tế, đến cuối năm đạt 89% (tỷ lệ tham gia ...) · kéo giảm 5% số vụ (kéo giảm số vụ)
Leaves alone  tăng trưởng tín dụng 8% · thu phí 3 tỷ đồng: what is collected stands beside
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import NameState
from dondoc.extraction.quantities.names.tails import tail_phrase

_GROWTH = re.compile(
    r"(?:(?:mục tiêu|tốc độ|kịch bản|chỉ tiêu) )*tăng trưởng(?: chung)?|(?:[A-ZĐ][^\W\d_]* ){1,4}tăng trưởng|trở lên|",
    re.IGNORECASE,
)
_GREW = re.compile(
    r"(?:(?<!tốc độ )(?<!mức )\btăng trưởng(?! tín dụng| dư nợ| huy động)|\bgrdp\b)(?: [^\W\d]+| \d{4}| [ivx]+)*"
    r"(?:(?: trên| từ| khoảng| gần| hơn| đạt| ít nhất| tối thiểu)+)? \Z"
)
_COMPARED = re.compile(r"so với (?:kịch bản|kế hoạch|mục tiêu|chỉ tiêu|dự kiến)\b", re.IGNORECASE)
_KEPT_DOWN = re.compile(r"\bkéo giảm(?: ít nhất| tối thiểu| từ| trên)*\s*\Z")
_IN_TIME = re.compile(r"\b(?:trước (?:hạn )?và )?đúng hạn(?: và trước hạn)?(?: (?:đạt|là|chiếm|trên|tỷ lệ))*\s*\Z")
# "vận động người dân tham gia bảo hiểm y tế, đến cuối năm đạt 89%": how many of them, and not the deed.
_COVERED = re.compile(r"(?:tham gia|bao phủ) (?:bảo hiểm|BHYT|BHXH|BHTN)")
_VACCINATED = re.compile(r"(?:tỷ lệ )?tiêm(?: phòng)?(?: bổ sung| đủ)?", re.IGNORECASE)
_BUILT = re.compile(
    r"(?:chiều dài )?(?P<works>(?:dự án|công trình|gói thầu|tuyến|đường|cầu|cao tốc|vành đai|hồ|kè)\b.+)", re.IGNORECASE
)
_LENGTHS = frozenset({"km", "m"})
_COLLECTED = re.compile(
    r"\b(?<!thất )(?:thu|nộp) (tiền sử dụng đất|thuế|phí|nợ thuế|nội địa|học phí|quỹ(?: [^\W\d]+,?){1,4})"
)
AMOUNTS = frozenset({"%", "đồng", "usd", *_LENGTHS})


def settled_amount(figure: Figure, name: str, state: NameState) -> str:
    """``name`` of a share, a sum of money or a length as offices call the row."""
    unit = (figure.unit or "").lower()
    if unit in _LENGTHS:
        return f"chiều dài {name.removesuffix(' dài').removesuffix(' có')}" if name.endswith(" dài") else name
    if "thu" in name and unit in ("%", "đồng") and (figure.task or figure.role == "plan"):
        return _collected(figure, name)
    if unit in ("đồng", "usd"):
        inspected = name.endswith("phát hiện sai phạm") and "thanh tra" in f"{state.told} {state.named} {name}".lower()
        return "sai phạm phát hiện qua thanh tra" if inspected else name
    return _share(figure, name, state) or _growth(figure, name, state)


def _share(figure: Figure, name: str, state: NameState) -> str:
    """What a share is of where the words before it only lead there, "" for others."""
    kept_down = _KEPT_DOWN.search(figure.low_before)
    if kept_down is not None and (what := tail_phrase(figure.after).removesuffix("cả").strip()):
        return f"kéo giảm {what}"
    in_time = "hạn" in figure.low_before and _IN_TIME.search(figure.low_before) is not None
    if in_time and "hồ sơ" in f"{name} {state.head}" and not ("hạn" in name and "hồ sơ" in name):
        return "hồ sơ đúng hạn"
    if _COVERED.match(name) and figure.role in ("plan", "rate"):
        return f"tỷ lệ {name}"
    if _VACCINATED.fullmatch(name):
        return "tỷ lệ tiêm phòng"
    built = _BUILT.fullmatch(name) if figure.low_after.startswith(" khối lượng") else None
    return f"khối lượng {built['works']}" if built is not None else ""


def _collected(figure: Figure, name: str) -> str:
    """``chống thất thu, phấn đấu cả năm thu 900 tỷ đồng`` (thu ngân sách): a task to collect is one for the budget."""
    joined = name.rpartition(", ")[2]
    if joined.lower() not in ("thu", "tổng thu"):
        return joined if joined.startswith("thu ") else name
    funds = _COLLECTED.findall(figure.low_before)
    return f"thu {funds[-1].rstrip(',') if funds else 'ngân sách'}"


def _growth(figure: Figure, name: str, state: NameState) -> str:
    """What grows where nothing but growth is told: the product of the whole territory."""
    if _COMPARED.fullmatch(name) and state.before:
        return state.before
    if not state.growth or _GROWTH.fullmatch(name) is None:
        return name
    if figure.role not in ("plan", "change") or (not name and _GREW.search(figure.low_before) is None):
        return name
    return state.growth if "tăng trưởng" in name.lower() or _GREW.search(figure.low_before) is not None else name
