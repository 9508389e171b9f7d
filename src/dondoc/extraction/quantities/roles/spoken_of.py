"""What news tell about things that there are: how many of them are in a state, concerned or to blame, and no result.

Finds         23 dự án vướng mặt bằng · riêng 02 bến cảng đã thiếu 5.000 m³ đá · liên quan đến 210 hộ (count)
              năm nay huyện có 40 công trình được bố trí vốn · 4 nhà thầu bị cảnh cáo · tạm ứng của 19 dự án (count)
Leaves alone  khởi công 12 dự án, thu hồi 21 dự án chậm triển khai: what was done to them · 300 hộ bị ngập: harm
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.standing import is_stock
from dondoc.facts import Evidence

_EVIDENCE = Evidence("role", "role.spoken_of")
_THING = re.compile(
    r"(?:dự án|công trình|gói|khu|cụm|nhà máy|nhà thầu|nhà đầu tư|đơn vị|chủ đầu tư|mỏ|trụ sở|phòng|cơ sở|hộ|cầu|"
    r"cảng|tuyến|điểm|bến|trạm|hồ chứa|vị trí|ngôi mộ|địa phương|sở|tàu|bộ phận)\b"
)
_STATE = re.compile(
    r"\s*(?:[^\W\d]+,? ){0,5}?(?:chưa|vướng|phải|"
    r"bị (?!ngập|sập|hư|tốc|thiệt|cuốn|chết|sạt|vùi|cô lập)|chậm|đang|không|có nguy cơ|"
    r"giải ngân|thuộc|trong vùng|được (?:bố trí|giao|phê duyệt)|mới|xuống cấp|dôi dư)\b"
)
_CONCERNED = re.compile(
    r"\b(?:riêng|nhờ|vướng|trong khi|liên quan(?: đến| tới)?|ảnh hưởng(?: đến| tới)?|của|do|đối với|hạ tầng|tiến độ)"
    r"(?: có| cả| khoảng| trên| hơn| gần)*\s*\Z"
)
_DONE_TO = re.compile(
    r"\b(?:thu hồi|thu hút|cấp|khởi công|hoàn thành|hỗ trợ|kiểm tra|thanh tra|xử phạt|xử lý|xây|thành lập|phát hiện|"
    r"đưa|tháo gỡ|bàn giao|giải thể|chấm dứt|chi trả)[^,;.()\d]{0,30}\Z"
)
_GROWN = re.compile(r"\s*(?:[^\W\d]+ ){0,3}(?:thành lập|đăng ký|giải thể|nghèo|cận nghèo)\b")
_OPEN = frozenset({"actual", "cumulative"})


def settle_spoken_of(sentences: Sequence[Sentence]) -> None:
    """Make counts of the things that the sentences of news speak of."""
    for sentence in sentences:
        for figure in () if sentence.task else sentence.figures:
            if figure.role in _OPEN and _is_alone(figure) and _is_spoken_of(figure):
                figure.role = "count"
                figure.evidence = [*(one for one in figure.evidence if one.part != "role"), _EVIDENCE]


def _is_alone(figure: Figure) -> bool:
    return figure.whole is None and figure.over is None and figure.under is None and not figure.task


def _is_spoken_of(figure: Figure) -> bool:
    if not _THING.match((figure.unit or "").lower()) or _GROWN.match(figure.low_after):
        return False
    if _CONCERNED.search(figure.low_before):
        return True
    stated = _STATE.match(figure.low_after) is not None and not is_stock(figure.low_before)
    return stated and not _DONE_TO.search(figure.low_before)
