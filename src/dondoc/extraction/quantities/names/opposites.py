"""Names told by one word, the opposite of one in the name before.

Finds         người tham gia bảo hiểm xã hội bắt buộc 12.340 người, tự nguyện 2.310 người (... tự nguyện)
              sản lượng khai thác thủy sản 2.340 tấn, nuôi trồng 1.560 tấn (sản lượng nuôi trồng thủy sản)
              giá trị trước thẩm định 125 tỷ đồng, sau thẩm định 122 tỷ đồng (giá trị sau thẩm định)
Leaves alone  parts, which have a whole to be named after · a word whose opposite the name before does not hold
"""

import re

from dondoc.extraction.quantities.figures import Figure

_GROUPS = (
    ("bắt buộc", "tự nguyện"),
    ("nội trú", "ngoại trú"),
    ("khai thác", "nuôi trồng"),
    ("trong nước", "ngoài nước"),
    ("nội địa", "quốc tế"),
    ("trực tuyến", "trực tiếp"),
    ("công lập", "ngoài công lập"),
    ("đường bộ", "đường sắt", "đường thủy", "đường thủy nội địa", "đường hàng không", "đường biển"),
    ("thành thị", "nông thôn"),
    ("ngắn hạn", "trung, dài hạn", "trung và dài hạn", "trung hạn", "dài hạn"),
    ("cấp mới", "tăng thêm"),
    ("hộ nghèo", "hộ cận nghèo"),
    ("trước thẩm định", "sau thẩm định"),
    ("đại học", "cao đẳng", "trung cấp", "sơ cấp"),
    ("mầm non", "mẫu giáo", "nhà trẻ", "tiểu học", "thcs", "thpt", "trung học cơ sở", "trung học phổ thông"),
    (
        "nông nghiệp",
        "lâm nghiệp",
        "thủy sản",
        "thuỷ sản",
        "trồng trọt",
        "chăn nuôi",
        "công nghiệp",
        "xây dựng",
        "dịch vụ",
    ),
    ("nông sản", "thủy sản", "thuỷ sản", "lâm sản"),
    ("trâu", "bò", "lợn", "heo", "dê", "gia cầm", "gà", "vịt", "ngan"),
)
_OTHERS = {
    one: tuple(other for group in _GROUPS if one in group for other in group if other != one)
    for one in dict.fromkeys(word for group in _GROUPS for word in group)
}
# "đợt 1 xuống giống 480 ha, đợt 2 700 ha"
_NUMBERED = re.compile(r"(?P<kind>đợt|mũi|giai đoạn|khối|hạng|loại|mức) (?:\d{1,2}|[ivx]{1,4})")
_SAME_KIND = re.compile(r" (?P<kind>đợt|mũi|giai đoạn|khối|hạng|loại|mức) (?:\d{1,2}|[ivx]{1,4})(?= )")
_LEADS = re.compile(r"[\s,;)%*]*(?:(?:và|còn|số|thuộc) )*(?:(?:ở )?(?:khu vực )?)")
_ENDS = re.compile(r"(?:\s+(?:được|còn|xuống|là|đạt|ước|ước đạt|có|khoảng|trên|gần|hơn|chiếm|tăng|giảm|[:]))*\s*\Z")
# "công nghiệp và xây dựng", "nông, lâm nghiệp": one of two named together.
_BESIDE = re.compile(r" (?:và|[-–]|,)")
_JOINED = (" và", " -", " –", ",")
_LONGEST = 18
# More words than these before a figure say more than one of ours.
_REACH = 60


def opposite_name(figure: Figure) -> str:
    """The name of the figure before with one word turned into its opposite, "" where the words say anything else."""
    last = figure.previous
    if last is None or figure.whole is not None or figure.opens or len(figure.low_before) > _REACH:
        return ""
    while last is not None and last.role == "change" and figure.role != "change":
        last = last.previous
    name = last.indicator if last is not None else None
    if not name or last is None:
        return ""
    begin = _LEADS.match(figure.low_before)
    end = _ENDS.search(figure.low_before)
    at, to = begin.end() if begin else 0, end.start() if end else None
    words = figure.low_before[at:to]
    low = f" {name.lower()} "
    numbered = _NUMBERED.fullmatch(words)
    same = _SAME_KIND.search(low) if numbered is not None else None
    if numbered is not None and same is not None and same["kind"] == numbered["kind"]:
        return " ".join(f"{name[: same.start()]} {words} {name[same.end() - 1 :]}".split())
    if last.unit != figure.unit:
        return ""
    if len(words) > _LONGEST or f" {words} " in low:
        return ""
    said = next((other for other in _OTHERS.get(words, ()) if f" {other} " in low), None)
    if said is None:
        return ""
    place = low.rindex(f" {said} ")
    behind = low[place + len(said) + 2 :].partition(" ")[0]
    if behind in _OTHERS.get(said, ()) or _BESIDE.match(low, place + len(said) + 1) or low.endswith(_JOINED, 0, place):
        return ""
    return f"{name[:place]}{figure.before[at:to]}{name[place + len(said) :]}"
