"""What a phrase says beside the thing that it names: who says so, what is aimed at, what is told of it.

Finds         Giám đốc Sở cho biết thu ngân sách (thu ngân sách) · Nợ xấu có xu hướng (Nợ xấu)
              Ngành xây dựng duy trì được mức tăng trưởng khá (Ngành xây dựng) · phấn đấu tỷ lệ hộ nghèo
Leaves alone  mức xuất siêu, có mức giá, tỷ lệ bảo đảm: what is measured
"""

import re

from dondoc.extraction.quantities.names.measure_words import is_place_name

_AIMED_AT = re.compile(
    r"\b(?:bảo đảm|đảm bảo|phấn đấu|cố gắng|nỗ lực)\s+(?=\w+\s+\w+)(?!.*\b(?:bảo đảm|đảm bảo)\b)", re.I
)
_SAID = re.compile(r"\A.*\b(?:lưu ý|yêu cầu|đề nghị|kiến nghị)\s+(?!thu hồi|xử lý|giảm trừ|nộp)(?=\w+ \w+)")
# Who says it: "Giám đốc Sở cho biết thu ngân sách", "số liệu cho thấy".
_SAID_BY = re.compile(
    r"\A.*\b(?:cho (?:biết|hay|rằng|thấy)|(?:khẳng định|nhận định|thông tin|nhấn mạnh) rằng|nêu rõ)"
    r"(?: rằng|:|,)? (?=\S+ \S+)",
    re.IGNORECASE,
)
# What is told of the thing named, between it and its figure: "Nợ xấu có xu hướng", "Ngành xây dựng duy trì được mức".
_TOLD_OF_IT = re.compile(
    r"\s+(?:(?:tiếp tục|vẫn|đã|đang|cũng|luôn|mới|chỉ|đều|lại)\s+)*(?:có (?:xu hướng|chiều hướng|dấu hiệu)|"
    r"(?:duy trì|giữ|ghi nhận|đạt|có)(?: được| vững)? (?:ở )?(?:mức(?= tăng| giảm| cao| thấp| khá|\Z)|"
    r"tốc độ(?= tăng(?: trưởng)?(?: cao| khá| nhanh| chậm| thấp|\Z)|\Z)|đà|xu hướng|kết quả)|khẳng định (?:xu|vị)|"
    r"ở (?:mức|ngưỡng) (?:kỷ lục|cao|thấp|khá|hợp lý)|(?:vẫn )?trên đà|là (?:ngành|lĩnh vực|cây trồng|"
    r"mặt hàng|thị trường|con nuôi|sản phẩm|thế mạnh|nhóm|địa phương|"
    r"điểm sáng|khu vực|mức)|tương đương (?:cùng kỳ|năm|mức)|"
    r"được (?:[^\W\d]+ ){0,5}?(?:kiểm soát|kiềm chế|khống chế|kéo(?: giảm)?|duy trì|giữ|nâng|cải thiện)|"
    r"(?:đã )?(?:đạt(?: và)? )?vượt (?:chỉ tiêu|kế hoạch|dự toán|mục tiêu|kịch bản)|(?:cơ bản |"
    r"đã )?đáp ứng |"
    r"(?:phục hồi|khởi sắc|tăng trưởng|tăng|giảm|phát triển) (?:mạnh|cao|khá|nhanh|chậm|thấp|nhẹ|sâu|tốt|ổn định|"
    r"rõ nét))"
    r"\b.*\Z",
    re.IGNORECASE,
)
_TELLS = re.compile(r"trên đà|\bđược |tăng|giảm|phục hồi|khởi sắc|duy trì|đạt|tương đương|khẳng định|phát triển")
_SUCH_AS = re.compile(r"\A(?:các|một số|nhiều|những)(?: [^\W\d]+){1,14}? như (?=\S)", re.IGNORECASE)
_AIM_SET = re.compile(
    r"\A.*\bđặt (?:ra )?(?:mục tiêu|chỉ tiêu|kế hoạch)(?: (?:đến|trong|vào))?(?: năm \d{4})? (?:đạt |là |"
    r"có )?(?=\S+ \S+)",
    re.IGNORECASE,
)
_SHORT = 4
# "thu tiền sử dụng đất để bố trí cho công trình mới đạt": what for, before the word that it came about.
_PURPOSE = re.compile(
    r"(?<=\S) (?:để|nhằm) (?:bố trí|phục vụ|chi|đầu tư|hỗ trợ|cho vay|thực hiện|trả nợ)\b[^,;:]*"
    r"(?= (?:đạt|ước|là|được)\s*\Z)"
)
# "Kiến nghị của thôn Mộc An về việc tuyến đường dài", "Đề nghị của xã Lam Kinh xin hỗ trợ": who asks.
_ASKED_BY = re.compile(
    r"\A[\s*–-]*(?:(?:về|đối với|xét) )?(?:nội dung )?(?:kiến nghị|đề nghị|đề xuất|phản ánh|tờ trình) của "
    r"[^,;:]{3,60}? (?:về việc|xin|đề nghị|về) ",
    re.IGNORECASE,
)
# "tuyến đường trục nối vùng biển với cao tốc Hà Lam dài": where a road runs, between its name and its size.
_COURSE = re.compile(
    r"(?P<works>\b(?:tuyến|đường|cầu|kè|dự án|cao tốc|hầm|kênh)(?: (?!nối\b|từ\b)[^\s,;:]+){2,7}) (?:nối|từ|kết nối) "
    r"[^,;:]{8,}?(?= (?:có |với )?(?:tổng )?(?:chiều )?(?:dài|mức đầu tư|vốn đầu tư)\b)",
    re.IGNORECASE,
)


def without_kind(phrase: str) -> str:
    """``Một số mặt hàng tăng cao như dịch vụ ăn uống`` (dịch vụ ăn uống): the member of the kind told before it."""
    return _SUCH_AS.sub("", phrase) if " như " in phrase else phrase


def without_telling(phrase: str) -> str:
    """``Nợ xấu có xu hướng`` (Nợ xấu): the thing without what is told of it."""
    if not ("có " in phrase or "mức" in phrase or "là " in phrase or _TELLS.search(phrase)):
        return phrase
    told = _TOLD_OF_IT.search(phrase)
    shorter = phrase[: told.start()] if told is not None else phrase
    long = len(shorter) > _SHORT or shorter.isupper()
    return shorter if long and not is_place_name(shorter) else phrase


def aimed_at(phrase: str) -> str:
    """``phrase`` behind the words by which it is asked for or aimed at."""
    if phrase[:6].lower() in ("tỷ lệ ", "tỉ lệ "):
        return phrase
    if "ý " in phrase or "cầu " in phrase or "nghị " in phrase:
        phrase = _SAID.sub("", phrase)
    if "cho " in phrase or " rằng " in phrase or "nêu rõ" in phrase:
        phrase = _SAID_BY.sub("", phrase)
    if "đặt " in phrase:
        phrase = _AIM_SET.sub("", phrase)
    low = phrase.lower()
    if "đảm" in low or "phấn" in low or "gắng" in low or "nỗ" in low:
        aimed = _AIMED_AT.search(phrase)
        return phrase[aimed.end() :] if aimed else phrase
    return phrase


def without_asides(words: str, low: str) -> str:
    """``words``, ``low`` in small letters, without what for, who asks, and where a road runs, inside a clause."""
    if " để " in low or " nhằm " in low:
        words = _PURPOSE.sub("", words)
    if "dài" in low or "đầu tư" in low:
        words = _COURSE.sub(r"\g<works>", words)
    return _ASKED_BY.sub("", words) if " của " in low else words
