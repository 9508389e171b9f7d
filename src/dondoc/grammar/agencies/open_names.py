"""Names that are not listed: what follows "Ban Chỉ đạo", "Công ty", "Trung tâm" ...

Finds         Công ty Cổ phần Cấp nước Bến Tre · Ban Chỉ đạo phòng, chống tội phạm · Ban QLDA 85
Leaves alone  the verb that follows: Công ty Môi trường Đô thị Cà Mau thu gom
"""

import re

from dondoc.grammar.agencies.folding import key_pattern
from dondoc.grammar.agencies.gazetteer import GAP, WORD, gazetteer, walk

NUMBERED = re.compile(r" (?:số )?\d{1,4}(?![^\W_])")
# A capital with a mark: "VỤ", "BÁO" are words, "BQLDA" is an abbreviation.
MARKED = re.compile(r"[À-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĨŨƠƯẠ-Ỹ]")
# Nouns whose second syllable also begins a verb.
COMPOUNDS = frozenset(
    ["lương thực", "công trình", "chương trình", "ngoại giao", "chuyển giao", "truyền thống", "hệ thống", "hải quan"]
)
# "Cục Điện lực | xây dựng định mức": what is drawn up, and no field that a name tells.
DRAWS_UP = key_pattern(
    r"xây dựng (?:kế hoạch|phương án|đề án|định mức|quy chế|quy định|dự thảo|chương trình|báo cáo|văn bản|cơ chế"
    r"|lộ trình|kịch bản|dự toán|danh mục|tiêu chí|hệ thống|các|cơ sở dữ liệu|nội dung|tài liệu|hướng dẫn)(?![^\W_])"
)
CONNECTORS = frozenset({"và"})
VERB_STARTS = frozenset(
    [
        "chủ",
        "phối",
        "hướng",
        "tham",
        "báo",
        "tổ",
        "thực",
        "triển",
        "căn",
        "tiếp",
        "tăng",
        "tập",
        "đẩy",
        "nhanh",
        "khẩn",
        "rà",
        "theo",
        "kịp",
        "phải",
        "cần",
        "có",
        "sẽ",
        "đã",
        "đang",
        "được",
        "là",
        "với",
        "của",
        "cho",
        "về",
        "tại",
        "từ",
        "đến",
        "để",
        "khi",
        "nếu",
        "mà",
        "thì",
        "nên",
        "do",
        "vì",
        "bởi",
        "trong",
        "ngoài",
        "trên",
        "dưới",
        "các",
        "những",
        "một",
        "đôn",
        "chịu",
        "nghiên",
        "xây",
        "kiểm",
        "phê",
        "đề",
        "yêu",
        "giao",
        "chỉ",
        "tiến",
        "bố",
        "thống",
        "ban",
        "trình",
        "họp",
        "ký",
        "gửi",
        "quan",
        "sớm",
        "chuẩn",
        *("đưa", "mở", "đăng", "lập", "cử", "thẩm", "dành", "khảo", "nộp", "hoàn", "khắc", "tuyên", "phản", "mua"),
        *(
            "niêm",
            "xử",
            "đánh",
            "cân",
            "cập",
            "huy",
            "lựa",
            "rút",
            "dừng",
            "bàn",
            "lo",
            "vào",
            "kêu",
            "tháo",
            "ngăn",
            "trực",
            "chấm",
            "nâng",
            "bổ",
            "hỗ",
        ),
    ]
)


def may_open(head: str) -> bool:
    """Whether a free name may follow: not after a head within a line of capitals, unless it is an abbreviation."""
    return not head.isupper() or (len(head) <= 5 and MARKED.search(head) is None)


def open_end(text: str, key: str, position: int, *, numbered: bool = False) -> int:
    """End of a name that is not listed: capitalised words, known topics, and one small word after a capital."""
    end = here = position
    small_allowed = topical = proper = False
    previous = ""
    if numbered and (numeral := NUMBERED.match(text, position)):
        return numeral.end()
    for _ in range(12):
        start = _next_start(text, key, here)
        word = WORD.match(text, start)
        if word is None or start == here:
            break
        topic = walk(gazetteer().topics, key, start)
        builds = topic is not None and text[start].islower() and key.startswith("xây dựng", start)
        if builds and (topical or DRAWS_UP.match(key, start) is not None):
            break
        topical = topic is not None
        if topic is not None:
            end = here = topic[0]
            small_allowed = False
        elif word[0][0].isupper() or (word[0].isdigit() and len(word[0]) <= 3 and here > position):
            end = here = word.end()
            # "Cà Mau thu gom": after two capitalised words a proper name has ended.
            small_allowed = word[0][1:].islower() and not proper
            proper = word[0][1:].islower()
            previous = word[0].lower()
            continue
        elif word[0].lower() in CONNECTORS and text[word.end() + 1 : word.end() + 2].isupper():
            if walk(gazetteer().names, key, word.end() + 1) is not None:
                break
            here = word.end()
            small_allowed = False
        elif key.startswith("và ", start) and _long_topic(key, word.end() + 1):
            here = word.end()
        elif small_allowed and (word[0] not in VERB_STARTS or f"{previous} {word[0]}" in COMPOUNDS):
            end = here = word.end()
            small_allowed = False
        else:
            break
        proper = False
    return end


def _next_start(text: str, key: str, here: int) -> int:
    """Where the word behind ``here`` begins; ``here`` itself where a paragraph or a comma ends the name."""
    if key.startswith(", ", here) and text[here + 2 : here + 3].isupper():
        return here + 2 if walk(gazetteer().topics, key, here + 2) is not None else here
    gap = GAP.match(key, here)
    start = gap.end() if gap else here
    return start if "\n\n" not in text[here:start] else here


def _long_topic(key: str, position: int) -> bool:
    """Whether a topic of several words follows: "và xây dựng" alone may go on with another task."""
    topic = walk(gazetteer().topics, key, position)
    return topic is not None and key.count(" ", position, topic[0]) >= 3
