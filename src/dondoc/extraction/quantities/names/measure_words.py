"""The words that open the name of an indicator, and the words before them that lead there.

Finds         tuy gặp khó khăn nhưng tốc độ tăng trưởng kinh tế (tốc độ tăng trưởng kinh tế)
              nguyên nhân là giá cát (giá cát) · sản lượng quý I của ngành (sản lượng của ngành)
              Tổng mức bán lẻ hàng hóa, doanh thu dịch vụ (one name)
Leaves alone  a phrase without such words
"""

import re
from collections.abc import Sequence

from dondoc.grammar.anchors import lowered

_STRONG = (
    r"(?:tổng (?:mức|sản|thu|chi|vốn|giá trị|đàn|diện tích|doanh|kim ngạch|dư nợ|kinh phí|số tiền|lượng|lượt|số khách)|"
    r"chỉ số|cpi|iip|grdp|"
    r"gdp|sản lượng|năng suất|diện tích|kim ngạch|doanh (?:thu|số)|giá trị|giá|tỷ lệ|tỉ lệ|tốc độ|mức tăng trưởng|"
    r"tăng trưởng|thu (?:ngân sách|nội địa|nhập)|chi ngân sách|giải ngân|dư nợ|nợ|số (?:hộ|người|lượt|vụ|"
    r"dự án|doanh nghiệp|"
    r"lao động|tiền|học sinh|ca|xã|chủ đầu tư)|khối lượng|đàn|lượng khách|kinh phí|xuất khẩu|nhập khẩu|vốn|"
    r"lạm phát|lãi suất|thu nhập|lượng)\b"
)
_OPENING = re.compile(_STRONG)
MEASURES = re.compile(
    r"(?:tổng )?(?:diện tích(?: gieo (?:trồng|cấy|sạ))?|sản lượng|kim ngạch(?: xuất khẩu| nhập khẩu)?|"
    r"năng suất|doanh thu|"
    r"giá trị sản xuất)\b",
    re.IGNORECASE,
)
_LED_TO = re.compile(
    r"\b(?:đã thực hiện|thông qua|nhưng|song|nên|cho thấy|cho biết|phản ánh|trở lại với|với|như|là|khiến|làm cho|"
    r"đánh giá|ghi nhận|khẳng định|thông tin|công bố|nhận định|dự báo|"
    r"đưa|nâng|hạ|kéo giảm|đẩy|giảm|tăng (?:mạnh|nhanh|cao)|tiến độ|khi|thì|(?:chủ yếu |một phần )?do|nhờ|"
    r"mục tiêu|xác định|để|thời điểm)\s+(?:(?:trong )?\d+ tháng(?: đầu năm)?,? )?"
    r"(?:(?:toàn )?(?:tỉnh|huyện|xã|thành phố|thị xã|phường|ngành) )?(?=" + _STRONG + ")"
)
# The last words of what _LED_TO begins with.
_CONNECTORS = re.compile(
    r"\b(?:hiện|giá|nhận|định|tin|bố|báo|qua|nhưng|song|nên|thấy|biết|ánh|với|như|là|khiến|cho|đưa|nâng|hạ|đẩy|giảm|mạnh|nhanh|cao|độ|"
    r"khi|thì|do|nhờ|tiêu|định|để|điểm)\b"
)
_INNER_TIME = re.compile(
    r"\s+(?:trong |của |cả )?(?:(?:\d{1,2}|hai|ba|sáu|chín|bốn|năm|bảy|tám|mười(?: một)?) tháng(?: (?:đầu|cuối) năm)?|"
    r"qu[ýí] [ivx\d]{1,3}|tháng \d{1,2})"
    r"(?:[/-]\d{4}| năm (?:\d{4}|nay))?(?= |\Z)"
)
_COMPOUND = re.compile(
    r"(?:khu vực|ngành|nhóm|thuế|công nghiệp|nông|tỷ lệ|tỉ lệ|tổng (?:mức|sản|giá trị|diện tích|vốn|đàn)|"
    r"giá trị|chỉ số|"
    r"sản lượng|diện tích|(?:thu|chi) từ|hoạt động|"
    r"số (?:doanh nghiệp|hộ|người|vụ|lượt|đối tượng)|sản xuất|tàu|đàn|gdp|grdp|doanh thu)\b"
)
_SAYS = re.compile(
    r"\b(?:đạt|tăng(?! thêm| trưởng)|giảm|được|đã|còn|duy trì|tiếp tục|đang|diễn biến|phát triển|chuyển biến|có)\b"
)
_RATE_SAYS = re.compile(r"\b(?:đạt|tăng|giảm|còn|duy trì)\b")
_ADVERBIAL = re.compile(
    r"\s*(?:về|trong|qua|theo|nhờ|do|cùng với|bên cạnh|tại|từ|sau|để|khi|nếu|tuy|mặc dù|dù|đối với|ngoài|"
    r"trên cơ sở|(?:còn )?theo (?:lãnh đạo|đại diện|báo cáo|số liệu|đánh giá|thống kê)|đến|tính|so|"
    r"giai đoạn(?= \d{4})|(?:báo cáo|phát biểu|thảo luận|trao đổi|kết luận|thông tin) (?:tại|với|trước)|"
    r"(?:với )?cùng (?:thời điểm|kỳ)|với (?:đầu|cuối|tháng|năm|kế hoạch))\s",
    re.IGNORECASE,
)
_PLACE_NAME = re.compile(r"[A-ZĐ][a-zà-ỹ]+(?: [A-ZĐ][a-zà-ỹ]+){1,3}(?: - [A-ZĐ][a-zà-ỹ]+(?: [A-ZĐ][a-zà-ỹ]+)*)?")
# "duy trì đà tăng khá với tốc độ": of what it is stands before.
_GROWTH_ALONE = re.compile(r"(?:tốc độ|mức tăng trưởng|tăng trưởng|tốc độ tăng(?: trưởng)?)")
# "trồng xen trong vườn để đến cuối năm diện tích ca cao": what is measured stands far behind what is done.
_FAR_INSIDE = re.compile(
    r"(?:\S+ ){4,}(?<!quy mô )(?<!mở rộng )(?<!cơ cấu )(?<!tốc độ tăng )(?<!tăng )(?<!giảm )(?<!nâng )(?<!với )(?<!và )"
    r"(?=(?:diện tích|sản lượng|năng suất|kim ngạch|doanh thu|tỷ lệ|tỉ lệ|grdp|gdp|chỉ số|thu ngân sách|"
    r"giá trị sản xuất) )"
)
_FEWEST_BEFORE = 4
_MOST = 20


def opens_name(phrase: str) -> bool:
    """Whether ``phrase`` begins with a word that names an indicator ("sản lượng", "tỷ lệ")."""
    return _OPENING.match(lowered(phrase)) is not None


def is_place_name(phrase: str) -> bool:
    """Whether ``phrase`` is nothing but the name of a place: "Hà Lam", "Tây Lam - Đông Lam"."""
    return _PLACE_NAME.fullmatch(phrase) is not None


def is_adverbial(piece: str) -> bool:
    """Whether a piece between commas only says when, where or why ("Về sản xuất, ...")."""
    return _ADVERBIAL.match(piece) is not None


def joins(left: str, right: str) -> bool:
    """Whether the comma between two pieces stands inside one name: "khu vực nông, lâm nghiệp và thủy sản"."""
    low, behind = lowered(left), lowered(right)
    if low.endswith(("kim ngạch xuất", "khiếu nại")) and behind.startswith(("nhập khẩu", "tố cáo")):
        return True
    if _COMPOUND.match(low) is None or _SAYS.search(low) or len(low.split()) + len(behind.split()) > _MOST:
        return False
    if low.endswith(" xuất") and behind.startswith("nhập khẩu"):
        return True
    return _OPENING.match(behind) is None or ("bán lẻ" in low and behind.startswith("doanh thu"))


def is_one_name(pieces: Sequence[str]) -> bool:
    """``Tổng kinh phí xây dựng, sửa chữa, bảo dưỡng các trường``: the commas of a list inside one name."""
    low = [lowered(piece) for piece in pieces]
    if _OPENING.match(low[0]) is None or sum(len(piece.split()) for piece in low) > _MOST:
        return False
    says = _RATE_SAYS if low[0].startswith(("tỷ lệ ", "tỉ lệ ")) else _SAYS
    return not any(says.search(piece) for piece in low) and not any(_OPENING.match(piece) for piece in low[1:])


def from_opening(phrase: str) -> str:
    """``phrase`` from the word that opens the name of an indicator on, where words that lead to it stand before."""
    low = lowered(phrase)
    if _CONNECTORS.search(low):
        last = None
        for last in _LED_TO.finditer(low):  # noqa: B007
            pass
        if last is not None and not (_GROWTH_ALONE.fullmatch(low, last.end()) and last.start() > _MOST):
            phrase, low = phrase[last.end() :], low[last.end() :]
    inside = _FAR_INSIDE.match(low) if low.count(" ") >= _FEWEST_BEFORE else None
    if inside is not None and _OPENING.match(low) is None:
        phrase, low = phrase[inside.end() :], low[inside.end() :]
    if "tháng" in low or "quý" in low or "quí" in low:
        inner = _INNER_TIME.search(low)
        if inner is not None:
            phrase = phrase[: inner.start()] + phrase[inner.end() :]
    return phrase
