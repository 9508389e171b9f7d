"""Offices that stand for the agency they lead.

Finds         Thủ trưởng các sở, ban, ngành tỉnh · Chủ tịch UBND các huyện · Người đứng đầu cấp ủy · Giám đốc Sở Y tế
Leaves alone  Giám đốc Nguyễn Văn A: an office without its agency
"""

from dondoc.grammar.agencies.folding import key_pattern, search_key

OFFICE = (
    r"(?:thủ trưởng|chánh án|thống đốc|chủ nhiệm|tổng biên tập|tổng(?= thanh tra| kiểm toán)"
    r"|(?:phó )?(?:tổng )?giám đốc|(?:phó )?chủ tịch|(?:đồng chí )?lãnh đạo|(?:người )?đứng đầu"
    r"|(?:phó )?bí thư(?: thường trực)?(?: đảng ủy(?= ?[,-]| và))?"
    r"|(?:phó )?chánh|(?:tổ )?(?:phó )?trưởng|(?:phó )?(?:chi cục|cục|vụ|viện) trưởng|(?:phó )?hiệu trưởng"
    r"|(?:phó )?chỉ huy trưởng|(?:phó )?tư lệnh|chính ủy|chánh án|bộ trưởng|thứ trưởng|tập thể lãnh đạo|trưởng đoàn"
    r"|đại diện lãnh đạo|ban giám đốc|thành viên|ủy viên|(?<=các )phó thủ tướng|(?<=đồng chí )phó thủ tướng"
    r"|p?gđ|p?ct(?= ubnd)|tổ đại biểu|(?<!đại hội )đại biểu)"
)
ROLE = key_pattern(
    rf"(?:các |những )?(?:đồng chí |đ/c )?{OFFICE}(?:(?: ?, ?| và | - |; ?)(?:các )?{OFFICE}){{0,4}} {{1,2}}(?:của "
    rf"|là )?(?=[^\W_])"
)
STARTS = (
    "thủ trưởng",
    "giám đốc",
    "phó giám đốc",
    "tổng giám đốc",
    "chủ tịch",
    "phó chủ tịch",
    "lãnh đạo",
    "đồng chí lãnh đạo",
    "người đứng",
    "đứng đầu",
    "bí thư",
    "phó bí",
    "thống đốc",
    "chủ nhiệm",
    "tổng biên",
    "tổng thanh",
    "tổng kiểm",
    "các đồng",
    "đồng chí",
    "chánh",
    "phó chánh",
    "trưởng",
    "tổ trưởng",
    "phó trưởng",
    "chi cục",
    "cục trưởng",
    "vụ trưởng",
    "viện trưởng",
    "hiệu trưởng",
    "phó hiệu",
    "chỉ huy",
    "tư lệnh",
    "chính ủy",
    "bộ trưởng",
    "thứ trưởng",
    "tập thể",
    "đại diện",
    "ban giám",
    "thành viên",
    "ủy viên",
    "tổ đại",
    "gđ sở",
    "gđ các",
    "gđ công",
    "ct ubnd",
    "pct ubnd",
    "đại biểu",
)

# What else a role can begin with.
BEFORE_OFFICE = ("các ", "những", "đ/c ", "phó ", "tổ trưởng", "tổ phó")
# Both, cut to so many letters: one look spares nearly all matches.
_CUT = 4
_OPENINGS = frozenset(search_key(words)[:_CUT] for words in (*STARTS, *BEFORE_OFFICE))


def role_end(key: str, position: int) -> int | None:
    """Return where the agency of the role at ``position`` would begin, or None."""
    office = position + 4 if key.startswith("các ", position) else position
    if key[office : office + _CUT] not in _OPENINGS:
        return None
    found = ROLE.match(key, position)
    return found.end() if found else None
