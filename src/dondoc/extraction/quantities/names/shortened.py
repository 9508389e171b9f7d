"""Names that news and orders run on with: the order before the noun, a second predicate, a time behind a comma.

Finds         01 công ty xổ số và có thể thành lập chi nhánh (công ty xổ số) · yêu cầu 100% cán bộ chấp hành (cán bộ)
              phân bổ với tổng số vốn triển khai (tổng số vốn triển khai) · giải ngân, trong những tháng tới (giải ngân)
              cầu có tổng mức đầu tư 90 tỷ đồng, dài 2 km (chiều dài cầu) · vốn đầu tư cầu: as it is
              làm 102 người chết, mất tích (người chết, mất tích) · vụ cháy xảy ra (vụ cháy)
Leaves alone  hộ nghèo và cận nghèo: two nouns · xây dựng và bàn giao nhà: two things done before the figure
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.harms import by_harm

_SECOND = re.compile(
    r"\A(?P<name>\S+ \S+ (?:\S+ )*?\S+) và (?:có|được|đã|đang|sẽ|không|phải|cần|tiếp tục|đưa|chuyển)\b.*\Z", re.DOTALL
)
_ORDERED = re.compile(
    r"\A(?:[^,;]{2,60}, )?(?:[^,;]{2,40}(?:, | và ))?(?:nghiêm túc )?(?:yêu cầu|đề nghị|chỉ đạo|vận động) (?=\S+ \S)",
    re.IGNORECASE,
)
_WITH_SUM = re.compile(
    r"\A.{3,60} với (?P<name>tổng (?:số |nguồn |mức )?(?:vốn|kinh phí|diện tích|dự toán)\b.*)\Z", re.DOTALL
)
_TIMED = re.compile(r", (?:trong|đến|để|từ nay|theo|nhất là|trên cơ sở)\b.*\Z", re.DOTALL)
_OCCASION = re.compile(r",? (?:trong|nhân|vào|đúng) dịp\b.*\Z", re.DOTALL)
_UNDER = re.compile(
    r" theo (?:chuẩn|tiêu chí (?:mới|cũ)|(?:quyết định|nghị quyết|nghị định|thông tư|chỉ thị|công văn)\b).*\Z",
    re.DOTALL | re.IGNORECASE,
)
_LOOSE_BEGIN = re.compile(r"\A(?:tất |trong (?!hạn|nước))(?=\S+ \S)")
# "giao quân đợt 1 thanh niên": which time it was, between the deed and those it was done with.
_LAND = frozenset({"km", "m", "ha", "m2", "m²"})
_HANDED_OVER = re.compile(
    r"(?:hoàn thành |tập trung )?bàn giao(?: toàn bộ| thêm| nốt| còn lại| hết)*(?: mặt bằng)?", re.I
)
_ROUND = re.compile(r" đợt (?:\d{1,2}|I{1,3})(?= (?!xong)\S+(?: \S+)?\Z)")
_HARMED = re.compile(r" (?:chết|tử vong|bị thương)(?P<too>(?:(?:, | và |/)(?:mất tích|bị thương))+)(?=[\s,;.]|\Z)")
# "cầu Bến Vạn có tổng mức đầu tư 9.800 tỷ đồng, dài 5,2 km": as long is the bridge.
_SIZE_OF_COST = re.compile(
    r"\A(?P<size>dài|rộng|cao|sâu|chiều \S+|diện tích|công suất|quy mô) (?:tổng |mức |số |nguồn )*(?:vốn )?đầu tư "
    r"(?P<of>.+)\Z",
    re.IGNORECASE | re.DOTALL,
)
_FULL = {"dài": "chiều dài", "rộng": "chiều rộng", "cao": "chiều cao", "sâu": "chiều sâu"}
_LENGTHS = ("dài ", "rộng ")
_PRICES = ("giá bán", "giá bán đến")
_GROWN = re.compile(
    r"(?:(?:tổng |diện tích|sản lượng|năng suất|thu hoạch|nuôi|trồng|vụ) ?)+ (?P<what>[^\W\d]+(?: [^\W\d]+){0,2}?)"
    r"(?: (?:niên )?vụ .*)?",
    re.IGNORECASE,
)
_FEWEST = 2
_FOR = (" cho ", " cho tổng số ", " cho khoảng ", " cho trên ", " cho hơn ", " cho gần ")
_MOST_GIVEN = 7


def given_to(figure: Figure, name: str) -> str:
    """``vốn đầu tư công 94 tỷ đồng cho 23 công trình`` (công trình vốn đầu tư công): whom an amount is for."""
    last = figure.previous
    if last is None or name != figure.unit or not figure.low_before.endswith(_FOR) or last.depth != figure.depth:
        return name
    given = last.indicator or ""
    if not given or given == last.unit or len(given.split()) > _MOST_GIVEN:
        return name
    return f"{name} {given if given[:2].isupper() else given[:1].lower() + given[1:]}"


def _priced(figure: Figure, name: str) -> str:
    """``sản lượng nhãn 410 tấn, giá bán 18.000 đồng/kg`` (giá bán nhãn): the price of what was measured before."""
    last = (figure.previous.indicator or "") if figure.previous is not None else ""
    if last.startswith("giá bán "):
        return last
    sold = _GROWN.fullmatch(last)
    return f"giá bán {sold['what']}" if sold is not None else name


def shortened(figure: Figure, name: str) -> str:
    """``name`` without what runs on behind it or was said before it."""
    if name in _PRICES:
        return _priced(figure, name)
    name = _LOOSE_BEGIN.sub("", name)
    if " đợt " in name:
        name = _ROUND.sub("", name)
    name = name.removesuffix(" có")
    if " và " in name:
        second = _SECOND.match(name)
        name = second["name"] if second else name
    if figure.unit == "%" and figure.task:
        ordered = _ORDERED.match(name)
        name = name[ordered.end() :] if ordered else name
    if " với tổng " in name:
        summed = _WITH_SUM.match(name)
        name = summed["name"] if summed else name
    if ", " in name:
        cut = _TIMED.sub("", name)
        name = cut if len(cut.split()) >= _FEWEST else name
    if figure.unit == "đồng" and name.endswith("thiệt hại"):
        name = f"{name}{by_harm(figure)}"
    if " theo " in name:
        cut = _UNDER.sub("", name)
        name = cut if len(cut.split()) > 2 * _FEWEST or " theo chuẩn" in name else name
    if figure.unit in _LAND and _HANDED_OVER.fullmatch(name):
        name = "bàn giao mặt bằng"
    if " dịp " in name:
        cut = _OCCASION.sub("", name)
        name = cut if len(cut.split()) >= _FEWEST else name
    if name.endswith(" xảy ra") or (name.endswith(" trở lên") and "từ " not in name):
        name = name[: name.rfind(" ", 0, name.rfind(" "))]
    if name.lower().startswith(_LENGTHS):
        name = f"{_FULL[name[: name.index(' ')].lower()]}{name[name.index(' ') :]}"
    if " đầu tư " in name:
        sized = _SIZE_OF_COST.match(name)
        name = f"{_FULL.get(sized['size'].lower(), sized['size'])} {sized['of']}" if sized else name
    if name.endswith(("chết", "tử vong")) and figure.unit == "người":
        harmed = _HARMED.match(figure.low_after)
        name = f"{name}{harmed['too']}" if harmed else name
    return name
