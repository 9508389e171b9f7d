"""The words of table heads: abbreviations spelt out, words that only say how and when something was measured.

Spells out    KH · TH · ƯTH · LK · CK, SVCK · DT · T11 · 11T · Q3, so that one vocabulary reads every office
"""

import re
from functools import lru_cache

_SPELT = (
    (re.compile(r"\bsvck\b", re.I), "so với cùng kỳ"),
    (re.compile(r"\bsvkh\b", re.I), "so với kế hoạch"),
    (re.compile(r"\bưth\b|\būth\b", re.I), "ước thực hiện"),
    (re.compile(r"\bkhv\b", re.I), "kế hoạch vốn"),
    (re.compile(r"\bkhn\b", re.I), "kế hoạch năm"),
    (re.compile(r"\bkh\b\.?", re.I), "kế hoạch"),
    (re.compile(r"\bth\b\.?", re.I), "thực hiện"),
    (re.compile(r"\bck(?:nt)?\b\.?", re.I), "cùng kỳ"),
    (re.compile(r"\bdt\b(?!\s*(?:tích|gieo|ich))|\bd/t\b|\bdtoán\b", re.I), "dự toán"),
    (re.compile(r"\bl/?k\b", re.I), "lũy kế"),
    (re.compile(r"luỹ kế", re.I), "lũy kế"),
    (re.compile(r"\bgn\b", re.I), "giải ngân"),
    (re.compile(r"\bt\.?\s?(1[0-2]|0?[1-9])\b(?!\s?%)", re.I), r"tháng \1"),
    (re.compile(r"\b(1[0-2]|0?[1-9])\s?t\b(?=\s|/|$|[.)])", re.I), r"\1 tháng"),
    (re.compile(r"\bq\.?\s?(iv|i{1,3}|[1-4])\b", re.I), r"quý \1"),
    (re.compile(r"tỉ lệ", re.I), "tỷ lệ"),
    (re.compile(r"cùng kì", re.I), "cùng kỳ"),
)
_HINT = re.compile(
    r"\b(?:svck|svkh|ưth|khvn?|khn|kh|th|ck|cknt|dt|d/t|dtoán|l/?k|gn|t\.?\s?\d{1,2}|\d{1,2}\s?t"
    r"|q\.?\s?[1-4i])\b|ỹ kế|tỉ lệ|kì",
    re.I,
)
_NOTE_MARK = re.compile(r"\(\*+\)|\*+|[¹²³⁴⁵](?=\s|$)|\(\d{1,2}\)\s*$")

TO_PLAN = re.compile(
    r"kế hoạch|dự toán|chỉ tiêu|nghị quyết|\bnq\b|mục tiêu|(?:được |vốn |hđnd |ubnd |tw |ttg |tỉnh )giao"
)
TO_SAME = re.compile(r"cùng kỳ|cùng thời điểm|năm trước|năm ngoái|cùng tháng|cùng quý")
TO_PREVIOUS = re.compile(r"tháng trước|kỳ trước|quý trước|tuần trước|liền (?:kề|trước)|kỳ liền")
# Of growth, not of a vehicle: "Số vụ xử phạt tốc độ".
_SPEED = r"tốc độ(?=\s*(?:tăng|giảm|phát triển|bình quân|\(?%|$))"
COMPARES = re.compile(
    rf"so (?:với|sánh)?|\bsv\b|\bso\b|chênh lệch|thực hiện\s?/\s?kế hoạch|\b{_SPEED}|\btăng\b|\bgiảm\b|±"
    r"|\+\s?[,;/]?\s?[-–]|đạt tỷ lệ|\bđạt\b.*%|chỉ số"
)
GROWS = re.compile(rf"tăng|giảm|{_SPEED}|±|\+\s?[,;/]?\s?[-–]|chênh lệch|vượt|hụt")
PERCENT = re.compile(rf"%|tỷ lệ|tỷ trọng|cơ cấu|{_SPEED}|chỉ số|phần trăm")
STRUCTURE = re.compile(r"tỷ trọng|cơ cấu")
PLANNED = re.compile(
    r"kế hoạch|dự toán|chỉ tiêu (?:năm|giao|kế hoạch)|mục tiêu|(?:được |vốn |tw |ttg |hđnd |tỉnh )giao|phấn đấu"
    r"|nghị quyết|vốn (?:bố trí|phân bổ|kế hoạch)|phân bổ|tổng mức|bố trí"
)
DONE = re.compile(
    r"thực hiện|giải ngân|thanh toán|\bước\b|thực chi|thực thu|quyết toán|đã |kết quả|hoàn thành|còn lại|chưa "
)
SO_FAR = re.compile(
    r"lũy kế|cộng dồn|từ đầu (?:năm|vụ|chương trình)|\b\d{1,2} tháng|đến (?:nay|ngày|hết|thời điểm|cuối|\d)|tính đến"
)
ESTIMATED = re.compile(r"\bước\b|dự ước|ước tính")
_GENERIC = re.compile(
    r"(?<!\w)(?:kế hoạch|dự toán|chỉ tiêu|nghị quyết|mục tiêu|thực hiện|ước tính|dự ước|ước|lũy kế|cộng dồn|so với"
    r"|so sánh|so|cùng kỳ"
    r"|cùng thời điểm|năm (?:trước|nay|ngoái|sau)|tháng (?:trước|này|sau|báo cáo)|kỳ (?:trước|này|báo cáo)|quý trước"
    r"|(?:năm |tháng |quý |ngày )?\d[\d/.\-]*(?: tháng)?|tháng|quý(?: [iv]+)?|đầu năm|cả năm|năm|tỷ lệ|đạt|tăng"
    r"|giảm|chênh lệch"
    r"|giao|được|vốn|tổng số|tổng cộng|tổng|cộng|trong đó|giải ngân|thanh toán|hoàn thành|hđnd|ubnd|ttg|tw|trung ương"
    r"|tỉnh|huyện|báo cáo|số liệu|số|từ|đến|hết|theo|và|với|của|của năm|trong|ngày|kết quả|nay|thời điểm"
    r"|tốc độ|tuyệt đối"
    r"|tương đối|phần trăm|\bsv\b|phấn đấu|giá trị|con số|liền kề|kỳ|bằng|khối lượng|đã|chính thức|sơ bộ"
    r"|hiện hành|[ivx]+)(?!\w)|%"
)  # fmt: skip


@lru_cache(maxsize=4096)
def spelt_out(words: str) -> str:
    """``words`` in lower case, abbreviations spelt out, marks of notes taken off."""
    found = _NOTE_MARK.sub(" ", words)
    if _HINT.search(found):
        for pattern, replacement in _SPELT:
            found = pattern.sub(replacement, found)
    return " ".join(found.lower().split())


def subject_of(low: str) -> bool:
    """Whether a head (spelt out) names something beyond how and when it was measured."""
    rest = re.sub(r"\([^()]*\)", " ", low)
    rest = _GENERIC.sub(" ", rest)
    return re.search(r"[^\W\d_]{2,}", rest) is not None
