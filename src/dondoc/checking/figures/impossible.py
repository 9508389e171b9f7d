"""Values that cannot be.

Finds         chiếm 118,5% tổng số · 106,5% dân số tham gia · giảm 120%
              dư nợ 017.315 tỷ đồng
              tỷ lệ hộ dân dùng nước sạch đạt 104,2%, also in the row of a table
Leaves alone  đạt 118,5% kế hoạch · bằng 104,2% cùng kỳ · tăng 120% · tín dụng chiếm 130% GDP
"""

import re
from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity
from dondoc.numerals import format_amount
from dondoc.text import Span

_IN_TABLE = frozenset(("rate", "plan", "actual"))
_SHARE = re.compile(r"\bchiếm(?:\s+(?:tỷ|tỉ)\s+(?:lệ|trọng))?\s+(?:khoảng\s+|gần\s+|hơn\s+|trên\s+)?\Z", re.IGNORECASE)
_COVERED = (
    r"(?:tỷ|tỉ) lệ (?:hộ|dân số|dân cư|người|trẻ|học sinh|giáo viên|cán bộ|che phủ|bao phủ|đúng hạn|trúng|tốt nghiệp|xã"
    r"|thôn|phụ nữ|lao động|rác|chất thải|nước thải|gia đình|khu dân cư|đảng viên|hài lòng|lấp đầy|đô thị hóa"
    r"|đô thị hoá|tham gia|sử dụng|tiêm|đạt chuẩn|chuyên cần|thu gom|xử lý|giải quyết|khám phá|điều tra"
    r"|cấp giấy|cấp điện|số hóa)"
)
_COVERS = re.compile(
    _COVERED + r"[^,;.()0-9]{0,70}"
    r"(?:đạt|là|chiếm|ước đạt|lên|còn|đến)\s+(?:trên\s+|hơn\s+|khoảng\s+)?\Z",
    re.IGNORECASE,
)
_COVERS_ROW = re.compile(_COVERED, re.IGNORECASE)
# Behind a percentage: of these there is no more than all.
_OF_ALL = re.compile(
    r"\s*(?:(?:trên\s+|trong\s+)?tổng số|dân số|số (?:hộ|xã|thôn|người|trường|học sinh|trẻ|đơn vị|hồ sơ|cán bộ)"
    r"|(?:số\s+)?(?:hộ|người|trẻ em|học sinh|xã|thôn) (?:dân|được|trong|tham gia|sử dụng|có|gia đình|đạt))\b",
    re.IGNORECASE,
)
_NO_SHARE = re.compile(r"tăng|giảm|vượt|gấp|bằng|vốn", re.IGNORECASE)
_AGAINST = re.compile(
    r"kế hoạch|dự toán|chỉ tiêu|so với|cùng kỳ|KH\b|nghị quyết|mục tiêu|năm trước|kịch bản", re.IGNORECASE
)
_OF_OUTPUT = re.compile(r"\s*(?:của\s+)?(?:quy mô\s+)?(?:GDP|GRDP)\b|\s*/\s*GR?DP")  # loans may pass it
_FALLEN = re.compile(r"\b(?:giảm|sụt|hụt)", re.IGNORECASE)  # not thấp hơn mức 120%
_MAY_TURN = re.compile(r"lợi nhuận|lỗ|chênh lệch|cán cân|siêu|bội|tồn quỹ|điểm", re.IGNORECASE)
# 017.315 tỷ đồng, 018%: no office begins so long a number with a nought (08 vụ is usual).
_NOUGHT_FIRST = re.compile(
    r"0(?<![\w.,/:-]0)[0-9](?:[0-9](?:\.[0-9]{3})*|(?:\.[0-9]{3})+)(?:,[0-9]+)?(?![0-9.])"
    r"(?=\s?%|\s(?:tỷ|tỉ|triệu|nghìn|đồng|ha|tấn|tạ|hồ sơ|người|hộ|lượt|con|vụ|doanh nghiệp|liều|kg|m2|m3|km|lao động"
    r"|học sinh|USD|kWh)\b)"
)
_HUNDRED = 100
_NEAR = 40


def find(draft: Draft) -> Iterator[Finding]:
    """Yield shares above 100%, falls of more than all there was and numbers that begin with a nought."""
    scene = draft.scene
    for match in _NOUGHT_FIRST.finditer(draft.text.content):
        said = f"«{match[0]}» bắt đầu bằng số 0, có thể gõ nhầm chữ số"
        yield Finding("SL203", Span(*match.span()), "doubtful", said)
    for index, figure in enumerate(scene.figures):
        if figure.rule == "table.cell":
            if figure.unit == "%" and value_of(figure) - figure.half_step > _HUNDRED:
                yield from _cell(figure)
            continue
        if figure.unit == "%" and abs(value_of(figure)) - figure.half_step > _HUNDRED:
            yield from _percentage(scene, index)


def _cell(figure: Quantity) -> Iterator[Finding]:
    if figure.role in _IN_TABLE and figure.base is None and _COVERS_ROW.match(figure.indicator or ""):
        shown = format_amount(value_of(figure), "%")
        yield Finding("SL203", figure.span, "doubtful", f"tỷ lệ trong tổng số không thể vượt 100% ({shown})")


def _percentage(scene: Scene, index: int) -> Iterator[Finding]:
    figure = scene.figures[index]
    before, after = scene.before(index, 120), scene.after(index, 40)
    shown = format_amount(abs(value_of(figure)), "%")
    if _AGAINST.search(after.split(";")[0].split(",")[0]):
        return
    if _SHARE.search(before) and not _OF_OUTPUT.match(after):
        yield Finding("SL203", figure.span, "error", f"một phần không thể chiếm {shown} của tổng")
    elif _OF_ALL.match(after) and figure.role != "change" and not _NO_SHARE.search(before[-_NEAR:] + after):
        yield Finding("SL203", figure.span, "doubtful", f"một phần không thể bằng {shown} của tổng số")
    elif figure.role == "change" and value_of(figure) < 0 and _FALLEN.search(before) and not _MAY_TURN.search(before):
        yield Finding("SL203", figure.span, "doubtful", f"không thể giảm {shown}: giảm 100% là không còn gì")
    elif _COVERS.search(before) and not _AGAINST.search(before):
        yield Finding("SL203", figure.span, "doubtful", f"tỷ lệ trong tổng số không thể vượt 100% ({shown})")
