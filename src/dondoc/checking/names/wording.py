"""How alike two figures are: their units and the names of what they measure."""

import re
from functools import lru_cache

from dondoc.checking.arithmetic.intervals import is_exact
from dondoc.facts import Quantity

_TIME = r"(?:(?:năm|tháng|quý|kỳ)\s+(?:\d{1,4}(?:/\d{4})?|trước|ngoái|này)|(?:19|20)\d\d)"
_PLAIN = rf"""(?:\s*(?:{_TIME}|cùng\s+kỳ|là|đạt|có|ước|chỉ|khoảng|gần|hơn|trên|với|ở|mức|của|số|trước|đã|được|tỉnh|cả
    |thực\s+hiện|xảy\s+ra|con\s+số|tương\s+ứng|kế\s+hoạch|dự\s+toán|giao|:)(?=[\s:]))*\s*"""
POINTS = ("điểm phần trăm", "điểm %")
BEFORE_BASE = re.compile(
    rf"""[^,;.\d]{{0,40}}
        (?:cùng\ kỳ|kế\ hoạch|trước\ (?:đó|đây)|hiện\ (?:hành|nay|tại)|(?:đầu|cuối)\ (?:năm|kỳ|nhiệm\ kỳ)
            |(?:tháng|quý|năm(?:\ học)?|kỳ|vụ(?:\ [^\W\d_]+){{0,2}}|tuần)\ trước
            |với\ (?:ngày\ |thời\ điểm\ (?:ngày\ )?)?\d{{1,2}}/\d{{1,2}}(?:/\d{{4}})?
            |(?:năm|tháng)\ \d{{1,4}}(?:/\d{{4}})?|\(\d{{1,2}}\ tháng\ (?:đầu\ )?(?:năm\ )?\d{{4}})
        (?:(?:\s*{_TIME}|(?!\b(?:tăng|giảm|lên|xuống|và|trong|khiến)\b)[^,;.(\d]){{0,30}}\({_PLAIN}|{_PLAIN})""",
    re.VERBOSE | re.IGNORECASE,
)
# Before a figure that another one is compared with: "so với cùng kỳ 371 tấn", "(cùng kỳ 486 tỷ đồng, tăng ...)".
COMPARED_WITH = re.compile(
    r"(?:so (?:với )?(?:mức |số )?(?:của )?(?:cùng kỳ|cùng thời điểm|tháng|quý|năm)"
    r"|\(\s*(?:cùng kỳ|(?:tháng|quý|năm)(?= trước)))(?: (?:năm )?(?:trước|ngoái|\d[\d/]*))?(?: (?:là|đạt|có))?\s*\Z",
    re.IGNORECASE,
)
_PEOPLE = (
    *(
        "người",
        "lao động",
        "học sinh",
        "sinh viên",
        "đảng viên",
        "hội viên",
        "cán bộ",
        "công chức",
        "cháu",
        "bệnh nhân",
    ),
    *("giáo viên", "thanh niên", "phụ nữ", "nhân khẩu", "đại biểu", "viên chức", "thí sinh", "học viên", "nạn nhân"),
)
# Words for things of one kind: what the first of a group counts may be counted by the others.
_FAMILIES = (
    (("đối tượng", "trường hợp"), ("người", "lao động", "hộ", "em", "cháu", "học sinh", "sinh viên", "nạn nhân")),
    (("tin báo", "tố giác", "vụ việc", "nguồn tin"), ("vụ", "tin", "vụ việc")),
    (("vụ việc", "đơn thư", "đơn"), ("đơn", "vụ", "vụ việc")),
    (("người",), ("công chức", "viên chức", "cán bộ", "giáo viên", "học viên", "đảng viên", "quân nhân")),
    (("doanh nghiệp",), ("công ty", "hợp tác xã", "chi nhánh")),
    (("vật nuôi", "gia súc"), ("con",)),
    (
        (
            *("người", "lao động", "đại biểu", "học sinh", "đảng viên", "cán bộ", "nhân khẩu", "thanh niên"),
            *("công chức", "viên chức", "giáo viên", "hội viên", "đoàn viên", "học viên", "thí sinh"),
        ),
        ("nam", "nữ"),
    ),
    (("cơ sở",), ("khách sạn", "nhà nghỉ", "nhà hàng", "homestay", "trường", "trạm", "hộ", "doanh nghiệp", "công ty")),
    (
        ("đơn vị", "cơ quan", "tổ chức"),
        ("sở", "ban", "huyện", "doanh nghiệp", "phòng", "xã", "phường", "trường", "cơ quan", "đại lý", "văn phòng"),
    ),
)
_PUPILS = ("em", "học sinh", "cháu", "trẻ", "học viên", "sinh viên", "thí sinh")
_THINGS = (
    *(
        "vụ",
        "cuộc",
        "chuyến",
        "dự án",
        "công trình",
        "tỉnh",
        "huyện",
        "xã",
        "phường",
        "thôn",
        "nhà",
        "căn",
        "doanh nghiệp",
    ),
    *("cơ sở", "hợp tác xã", "tàu", "xe", "phòng", "gói thầu", "trường học", "tổ chức", "ổ dịch"),
)
# What is told side by side and shuts each other out.
SIDES = (
    *("khai thác", "đánh bắt", "nuôi trồng", "miền bắc", "phía bắc", "miền nam", "phía nam", "cấp mới", "phép mới"),
    *(
        "tăng vốn",
        "thêm vốn",
        "vốn tăng",
        "trong nước",
        "nước ngoài",
        "ngoài nước",
        "trung ương",
        "địa phương",
        "thành thị",
    ),
    *("đô thị", "nông thôn", "quốc tế", "nội địa", "công lập", "ngắn hạn", "dài hạn", "khu công nghiệp", "kcn"),
    *(
        "khu vực",
        "nữ",
        "khó thu",
        "khả năng thu",
        "trực tuyến",
        "trực tiếp",
        "khánh thành",
        "khởi công",
        "tây nguyên",
        "đồng bằng",
        "đông nam bộ",
        "duyên hải",
    ),
)
_SHORT = {
    "htx": "hợp tác xã", "dn": "doanh nghiệp", "hs": "hồ sơ", "đ/c": "đồng chí", "gcn": "giấy chứng nhận",
    "tthc": "thủ tục hành chính", "hộ dân": "hộ", "hộ gia đình": "hộ", "hộ dân cư": "hộ", "trường học": "trường",
}  # fmt: skip
_ITEMS = re.compile(r",\s*|\s+và\s+")
_LOOSE_NUMBER = re.compile(r"\s\d{1,3}\b(?!\s*(?:%|/|[.,]\d))")
_NUMBERED = re.compile(
    r"\b(?:khối|lớp|đợt|mũi|quý|loại|nhóm|hạng|cấp|cấp độ|mức độ|giai đoạn|khu vực|tuyến|vòng|bậc|vùng|số|hợp phần"
    r"|dự án)\s*\Z",
    re.IGNORECASE,
)
_LONGEST = 12
_YEAR = re.compile(r"\b(?:19|20)\d\d\b(?![.,/]\d)")
_COMPOUND = re.compile(r"[/.]")  # tấn.km is no tấn
_WHOLE_UNITS = frozenset(("đồng", "usd", "eur", "%"))
_WORD = re.compile(r"\w+")
_IDLE = frozenset(
    """
    của và các những trên tại cho với được đã trong năm tháng là
    """.split()  # noqa: SIM905
)  # fmt: skip


def undated(words: str) -> str:
    """``words`` with the years taken out: "chỉ tiêu 9.074 căn của năm 2026, đạt" holds no other figure."""
    return _YEAR.sub("x", words) if "0" in words else words


def unnumbered(words: str) -> str:
    """``words`` with the numbers of names taken out: khối 6, đợt 2, mũi 3 are no figures."""
    return _LOOSE_NUMBER.sub(_unnumbered, words)


def _unnumbered(number: re.Match[str]) -> str:
    start = number.start()
    return " x" if _NUMBERED.search(number.string, max(start - _LONGEST, 0), start) else number[0]


def same_unit(first: Quantity, second: Quantity) -> bool:
    """Whether the two are counted in one unit ("công trình", "danh mục công trình")."""
    return first.unit == second.unit or is_one_unit(first.unit, second.unit)


@lru_cache(maxsize=2048)
def is_one_unit(first: str | None, second: str | None) -> bool:
    """Whether two words are one unit: ``công trình`` and ``danh mục công trình``."""
    a, b = _in_full(first), _in_full(second)
    if _COMPOUND.search(a) or _COMPOUND.search(b) or not _WHOLE_UNITS.isdisjoint((a, b)):
        return a == b  # a contract (hợp đồng) is no money
    if a.startswith(_PUPILS) and b.startswith(_PUPILS):
        return True
    return a == b or (bool(a and b) and (a.endswith(b) or b.endswith(a) or a.startswith(b) or b.startswith(a)))


def _in_full(unit: str | None) -> str:
    words = (unit or "").lower()
    return _SHORT.get(words, words)


def are_of_other_kinds(first: Quantity, second: Quantity) -> bool:
    """Whether one counts people and the other things: the dead of an accident are no part of the accidents."""
    return are_people_and_things(first.unit, second.unit)


@lru_cache(maxsize=2048)
def are_people_and_things(first: str | None, second: str | None) -> bool:
    """Whether one unit is of people and the other of things."""
    a, b = (first or "").lower(), (second or "").lower()
    return (a.startswith(_PEOPLE) and b.startswith(_THINGS)) or (b.startswith(_PEOPLE) and a.startswith(_THINGS))


def is_kind_of(part: Quantity, whole: Quantity) -> bool:
    """Whether both count one by one, the whole in a word for all that the part may be: đối tượng, of which người."""
    return is_exact(part) and is_exact(whole) and _is_kind_of(part.unit, whole.unit)


@lru_cache(maxsize=2048)
def _is_kind_of(part: str | None, whole: str | None) -> bool:
    a, b = _in_full(part), _in_full(whole)
    if a and "," in b and a in _ITEMS.split(b):
        return True  # 124 cán bộ of 1.952 cán bộ, công chức, viên chức
    return any(b.startswith(wholes) and a.startswith(parts) for wholes, parts in _FAMILIES)


def counts_alike(first: Quantity, second: Quantity) -> bool:
    """Whether one can be a share of the other: one unit, or both plain counts of things."""
    return same_unit(first, second) or (is_exact(first) and is_exact(second) and first.unit is None)


@lru_cache(maxsize=2048)
def content_words(name: str | None) -> frozenset[str]:
    """The words of an indicator that tell it from others."""
    return frozenset(_WORD.findall((name or "").lower())) - _IDLE


def names_overlap(first: str | None, second: str | None) -> float:
    """Share of words that two indicators have in common, 0 to 1 of the shorter one."""
    a, b = content_words(first), content_words(second)
    return len(a & b) / min(len(a), len(b)) if a and b else 0.0
