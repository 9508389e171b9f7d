"""The level and the place after the name of an agency.

Finds         tỉnh · tỉnh Trà Vinh · thị xã Duyên Hải · TP. Hồ Chí Minh · khu vực XIV · phường 6 · cấp huyện
Leaves alone  tỉnh Lê Hồng Vinh: a person's name after the level
"""

import re
from functools import cache

from dondoc.grammar.agencies.folding import key_pattern, longest_of, search_key
from dondoc.lexicon.places import load_places

LEVEL_NAMES = (
    *("tỉnh", "thành phố", "tp", "huyện đảo", "huyện", "thị xã", "tx", "quận", "xã", "phường", "thị trấn"),
    *("đặc khu", "khu vực", "liên phường", "liên xã"),
)
LEVEL = key_pattern(
    r"(?P<before> {0,3}(?:\*\*)? {0,2}|\.)"
    rf"(?:của |cấp )?(?P<level>{longest_of(LEVEL_NAMES)}|(?<= )[qp](?=\.))"
    r"(?![^\W_])(?! (?:ủy|đoàn|đội|lỵ|lộ|hội)(?![^\W_]))(?:(?<=tp)\.|(?<=tx)\.|(?<= [qp])\.)?"
)
CAPITALS = key_pattern(r" ?(?P<run>[^\W\d_]+(?:(?: | ?[-–] ?|'|’)[^\W\d_]+){0,6})")
WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
NO_PLACE = key_pattern(
    r"(?:ubnd|hđnd|ủy ban|hội đồng|sở|bộ|ban|phòng|công|văn phòng|chi cục|cục|trung tâm|đảng|tỉnh|huyện|thành|xã"
    r"|phường|mặt trận|đoàn|hội|chủ tịch|phó|bí thư|giám đốc|việt nam|nhà nước|trung ương|kế hoạch|thông báo|quyết định"
    r"|nghị quyết|chương trình|báo|đài|nhân dân|khóa|khoá|chính|quốc|thanh|thường|tổ|cơ quan|đơn vị|ngân hàng|kho bạc"
    r"|thuế|hải quan|viện|tòa|liên|trường|bệnh viện|số|ngày|năm|nhiệm kỳ|đồng chí)(?![^\W_])"
)
# "UBND Q. 1", "Công an P.5", "UBND P. Tân Khê".
ABBREVIATED = ("q", "p")
NUMERAL = re.compile(r"(?: |(?<=\.))(?P<numeral>\d{1,2}|[IVX]{1,7})(?![^\W_])")
SURNAMES = frozenset(
    [
        "nguyễn",
        "trần",
        "lê",
        "phạm",
        "hoàng",
        "huỳnh",
        "phan",
        "vũ",
        "võ",
        "đặng",
        "bùi",
        "đỗ",
        "hồ",
        "ngô",
        "dương",
        "lý",
        "đinh",
        "lâm",
        "đoàn",
        "trịnh",
        "trương",
        "mai",
        "đào",
        "cao",
        "tạ",
        "lương",
        "tô",
        "hà",
        "châu",
        "thạch",
        "kim",
        "sơn",
        "danh",
        "chu",
        "quách",
        "tống",
        "thái",
        "tăng",
        "lưu",
        "văn",
        "vương",
        "triệu",
        "nông",
        *(
            "phùng",
            "từ",
            "kiều",
            "lại",
            "doãn",
            "thân",
            "khuất",
            "ngụy",
            "âu",
            "lục",
            "bế",
            "điểu",
            "siu",
            "rmah",
            "ksor",
        ),
        *(
            "rah",
            "ma",
            "vàng",
            "sùng",
            "thào",
            "mùa",
            "quàng",
            "cầm",
            "bạc",
            "đèo",
            "lò",
            "vi",
            "hầu",
            "đàm",
            "la",
            "mã",
        ),
        *(
            "hứa",
            "nghiêm",
            "giàng",
            "hạng",
            "cà",
            "tòng",
            "y",
            "k",
            "hồng",
            "mạc",
            "ông",
            "bà",
            "đồng",
            "cù",
            "thi",
            "tiêu",
        ),
        *(
            "lưu",
            "thiều",
            "ninh",
            "uông",
            "trang",
            "giang",
            "kpă",
            "nay",
            "rơ",
            "niê",
            "dam",
            "tráng",
            "lầu",
            "vừ",
            "xa",
        ),
    ]
)


# Names that the two divisions of the list no longer hold, and short ones.
OTHER_NAMES = {"province": ("Thừa Thiên Huế", "Hà Tây", "HCM", "TPHCM", "BRVT"), "district": ("Huế", "Bà Rịa")}


QUARTER = key_pattern(r" (?:đông|tây|nam|bắc|trung|thượng|hạ|nội|ngoại|nhất|nhì|lớn|nhỏ)(?![^\W_])")


def _undashed(key: str) -> str:
    return key.replace(" - ", " ").replace("-", " ")


@cache
def place_names() -> dict[str, frozenset[str]]:
    """The names of each level as search keys."""
    return {
        level: frozenset(_undashed(search_key(name)) for name in (*names, *OTHER_NAMES.get(level, ())))
        for level, names in load_places().items()
    }


def capital_ends(text: str, position: int) -> list[int]:
    """Ends of the first, the first two ... capitalised words at ``position`` (after one blank)."""
    first = position + text.startswith(" ", position)
    if not text[first : first + 1].isupper():
        return []
    found = CAPITALS.match(text, position)
    if found is None:
        return []
    ends = []
    for word in WORDS.finditer(text, found.start("run"), found.end("run")):
        if not text[word.start()].isupper():
            break
        ends.append(word.end())
    return ends


def walks_free(text: str, key: str, start: int) -> bool:
    """Whether an unlisted name of two words may be a place: no agency, title or verb of a sentence begins there."""
    return NO_PLACE.match(key, start) is None


def read_name(text: str, key: str, position: int, levels: tuple[str, ...], *, known: bool) -> int:
    """Return the end of the place name at ``position``, or ``position`` where there is none.

    ``levels`` are the lists it may stand in; unless ``known``, up to three capitalised words of an unlisted name pass
    too, except where they look like a person's.
    """
    ends = capital_ends(text, position)
    if not ends:
        return position
    start = position + (key[position : position + 1] == " ")
    names = place_names()
    for end in reversed(ends):
        words = _undashed(key[start:end])
        if any(words in names[level] for level in levels):
            return _with_quarter(key, end, ends[-1])
    first = key[start : ends[0]]
    if text[start : ends[0]].isupper() and _closes_letterhead(text, key, position, ends[-1]):
        return ends[-1]
    if known and len(ends) == 2 and first not in SURNAMES and not text[start : ends[0]].isupper():
        return ends[1] if walks_free(text, key, start) else position
    if known or first in SURNAMES or (text[start : ends[0]].isupper() and len(ends) > 3):
        return position
    return ends[min(len(ends), 3) - 1]


# The beginning of a line of a letterhead, and words in capitals that are no name: a title that runs on.
LETTERHEAD = key_pattern(
    r"[\s*_|]*(?:ủy ban|ubnd|hội đồng|hđnd|đảng bộ|đảng ủy|tỉnh|thành phố|huyện|thị xã|thị trấn|quận|xã|phường|đặc khu"
    r"|tx|tp|sở|công an|văn phòng|chi cục|cục|ban chỉ huy|bộ chỉ huy|thanh tra|mặt trận|ban chấp hành)(?![^\W_])"
)
RUNS_ON = key_pattern(
    r"(?:tại|về|trong|năm|tháng|quý|kỳ|đối|đến|trên|theo|giao|yêu|đề|phục|cho|do|có|đã|với|và|phối|trình|của|các"
    r"|nhiệm|giai|lần|vì|để|là|như|kết|cộng|độc|thực|triển|đợt|từ|sau|khi)(?![^\W_])"
)
LINE_END = re.compile(r"[ \t*_]*(?:\n|\||\Z| {3}|\t| CỘNG)")


def _closes_letterhead(text: str, key: str, position: int, end: int) -> bool:
    """Whether the capitals from ``position`` to ``end`` name the place of a letterhead, to the end of its line."""
    start = position + (key[position : position + 1] == " ")
    if RUNS_ON.match(key, start) or not walks_free(text, key, start) or not text[start:end].isupper():
        return False
    line = text.rfind("\n", 0, position) + 1
    return (
        LINE_END.match(text, end) is not None and LETTERHEAD.match(key, line) is not None and text[line:end].isupper()
    )


def _with_quarter(key: str, end: int, last: int) -> int:
    """The end with the quarter of the sky or the part that closes a name: "Hải Châu [Nam]", "Tam Bình [Đông]"."""
    quarter = QUARTER.match(key, end)
    return last if quarter is not None and quarter.end() == last else end


BY_LEVEL = {
    "tỉnh": ("province",),
    "thành phố": ("province", "district"),
    "tp": ("province", "district"),
    "khu vực": ("province", "district", "commune"),
    "huyện": ("district",),
    "quận": ("district",),
    "q": ("district",),
    "thị xã": ("district", "commune"),
    "tx": ("district", "commune"),
}


def read_place(text: str, key: str, position: int) -> tuple[int, bool]:
    """Return the end of the level and place after an agency, and whether a level was named."""
    level = LEVEL.match(key, position)
    if level is None:
        return read_name(text, key, position, ("province", "district"), known=True), False
    end = level.end()
    numeral = NUMERAL.match(text, end)
    if numeral and level["level"] in ("khu vực", "quận", "phường", *ABBREVIATED):
        return numeral.end(), True
    levels = BY_LEVEL.get(level["level"], ("commune", "district"))
    reached = read_name(text, key, end, levels, known=level["level"] in ("tỉnh", "thành phố", "tp"))
    while level["level"] == "khu vực" and key.startswith(" - ", reached):
        further = read_name(text, key, reached + 2, levels, known=True)
        if further == reached + 2:
            break
        reached = further
    return reached, True
