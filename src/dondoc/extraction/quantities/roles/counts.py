"""Positions, plain counts, and how things stand.

Finds         xếp thứ 5 (rank) · 33 cuộc họp, 120 lượt người tham dự · 910 ca tuần tra (count)
              7 sở và 12 huyện giải ngân trên 45% (count, both) · nâng cấp đường tỉnh 226 (dài 51 km) (count)
              dịch tả lợn tái phát tại 29 thôn: how far it has come (actual)
              rà soát nhu cầu (thiếu 3,6 triệu m³): the state of things inside a task (actual)
              bố trí kinh phí mua máy (350 triệu đồng) · duy trì 3 tổ trực: what a task sets (plan)
Leaves alone  công nhận 05 xã: what came of it · xử phạt 70 tổ chức và 03 cá nhân · 350 đơn vị máu
"""

import re
from functools import lru_cache

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.roles.aims import FIRST_NOUN
from dondoc.extraction.quantities.signals import ATTENDING, CHANGE, RANK, RESULTING
from dondoc.facts import Role

_RANK = re.compile(r"(?:xếp (?:thứ|hạng)|đứng (?:thứ|vị trí)|vị trí|thứ hạng|thứ|hạng)[^,;.\d]{0,12}\Z")
_RANKED = frozenset({"sao", "hạng", "bậc", "vị thứ"})
_RESULTING = re.compile(r"(?:công nhận|có thêm|khởi công|khánh thành|xây mới|sửa chữa|nâng cấp)[^,;.\d]{0,20}\Z")
_CLAUSE_END = re.compile(r"[,;.:(]")
_OBJECTS = frozenset(["mỏ", "gói thầu", "hồ chứa", "tuyến đường", "khu vực", "máy đào", "tuyến cao tốc", "đoạn tuyến"])
_STANDS = re.compile(
    r"(?:(?:hiện(?: nay)?|đến nay|toàn (?:tỉnh|huyện|xã|phường|thành phố|ngành))[^,;.()\d]{0,40}\b(?:có|còn)"
    r"|(?<!giảm )(?<!xuống )(?<!chỉ )(?<!không )\b(?:còn|còn nợ|còn thiếu|thiếu|còn tồn|tồn đọng))"
    r"(?:\s+(?:khoảng|trên|hơn|gần))?\s*\Z"
)
# All the words that _STANDS can end in.
_STANDING_ENDS = ("có", "còn", "nợ", "thiếu", "tồn", "đọng", "khoảng", "trên", "hơn", "gần")
_BUILT = re.compile(
    r"(?:cải tạo|vệ sinh|phát quang|nạo vét|chỉnh trang|xây dựng|làm mới|lắp đặt|hoàn thành|mở mới|trồng|bê tông|"
    r"đưa vào|sửa chữa|nâng cấp|nghiệm thu)[^,;.\d]{0,25}\Z"
)
# "thu hoạch diện tích lúa còn lại (2.350 ha)", "thu nợ thuế (tổng nợ đến 31/8 là 278 tỷ đồng)"
_STOCK = re.compile(
    r"(?:còn lại|hiện có|hiện nay|tồn đọng)[^,;()\d]{0,15}\(\s*\Z|\([^()]{0,40}\b(?:nợ|hiện|tồn)\b[^()]*\Z"
)
_ASIDE = 80
_HARD_END = re.compile(r"[;.:(]")
_PEOPLE = ("lượt", "người", "cán bộ", "hộ", "đồng chí", "hội viên", "đoàn viên")
_TURNS = frozenset({"ca", "lượt", "tổ", "đợt", "buổi"})
_ON_DUTY = re.compile(r"\s*(?:ý kiến|tuần tra|kiểm soát|trực|ra quân|tuyên truyền)")
_PARTIES = frozenset({"cá nhân", "tổ chức", "đơn vị", "tập thể", "tổ chức đảng"})
# "đến thăm 03 xã, làm việc với 05 doanh nghiệp", "kiểm tra thực tế tại 07 công trình": where somebody went.
_VISITED = re.compile(
    r"\b(?:đến thăm|làm việc với|khảo sát|kiểm tra (?:thực tế|thực địa|hiện trường)|đại diện|trao đổi với|"
    r"đối thoại với)(?: tại)?(?: các| một số)?\s*\Z"
)
_GIVEN_OUT = ("suất", "phần quà", "túi quà")
_DEALT_WITH = re.compile(
    r"kỷ luật|kiểm điểm|rút kinh nghiệm|khiển trách|cảnh cáo|xử phạt|xử lý|vi phạm|kiểm tra|thanh tra|giám sát"
)
# "số người tham gia bảo hiểm xã hội" is followed by statistics: nobody attends anything.
_JOINED = re.compile(r"\s+(?:bảo hiểm|bhxh|bhyt|bhtn|thị trường|lực lượng lao động|hợp tác xã|hoạt động kinh tế)")
_MEETINGS = ("cuộc ", "buổi ", "hội nghị ")
_STRETCHES = frozenset({"ngày", "giờ", "tháng", "tuần", "năm"})
# "3.069 nghìn ngày khách", "21.540 ngày công": what was spent on something, no time that passed.
_MANY_DAYS = 1000
_POINTS = frozenset({"điểm", "điểm sạt lở"})
_IN_SCHOOLS, _WITH = frozenset({"lớp", "Lớp", "học sinh"}), frozenset({", "})
_KINDS = frozenset(
    {"dự thảo", "giải", "văn bản", "nghị quyết", "báo cáo", "cuộc", "buổi", "hội nghị", "tờ trình", "lớp"}
)
_SENT_OUT = re.compile(r"(?:huy động|phát thanh|truyền thanh|loa lưu động|kiểm tra(?: cơ sở)?|tổ chức)(?: được)?\s*\Z")
# "tàu dài từ 12 m trở lên", "ngập từ 0,3 m trở lên": which of them are meant.
_SIZES = frozenset(
    {"m", "mét", "cm", "mm", "km", "ha", "m2", "kg", "CV", "tuổi", "tầng", "ngày", "tháng", "năm", "lần"}
)
_OR_MORE = re.compile(r"\s*trở (?:lên|xuống)\b")
_DWELLING = frozenset({"hộ", "hộ dân", "khẩu", "nhân khẩu", "người dân", "thôn", "bản", "ấp", "xóm", "khóm", "buôn"})
_VILLAGES = ("thôn", "bản", "ấp", "xóm", "khóm", "buôn", "làng", "khu phố", "khu dân cư", "tổ dân phố", "xã", "phường")
_MADE_OF = re.compile(r"\b(?:có|gồm|bao gồm)(?: tổng số| tất cả)?\s*\Z")
_BESIDE_PLACES = re.compile(r"(?:,| với| và|, với)(?: (?:tổng số|trên|khoảng|gần|hơn))* ")
_ALSO = frozenset({", ", " và ", ", và "})
# "Dời được 2 bến xe này": things that the text has spoken of already.
_THESE = re.compile(r"\s*(?:[^\W\d]+ ){0,2}(?:này|nêu trên|nói trên|kể trên)\b")
_TIMES_NAMED = ("tháng này", "năm này", "quý này", "tuần này", "ngày này", "đợt này", "kỳ này", "dịp này", "lần này")
_AMOUNTS = frozenset({"đồng", "USD", "ha", "tấn"})
# "huyện đề nghị tỉnh bổ sung 34 biên chế": what somebody would like to have, and nothing that came about.
_ASKED_FOR = re.compile(
    r"\b(?:kiến nghị|đề nghị|xin)\b[^.;()\d]{0,70}\b(?:bổ sung|hỗ trợ|cấp|xây|làm|khoan|lắp|tuyển|sửa)"
    r"[^,.;()\d]{0,30}\Z"
)
_BROKE_OUT = re.compile(
    r"(?:\bdịch|\bbệnh|\bổ dịch)\b[^;.()\d]{0,60}\b(?:xảy ra|xuất hiện|tái phát|phát sinh|bùng phát|lây lan)"
    r"(?: rải rác)? (?:tại|ở|trên địa bàn)(?: khoảng| trên| hơn| gần)?\s*\Z"
)
_LENGTHS = frozenset({"km", "m"})
_SPENT = frozenset({"đồng", "USD", "ha", "m2", "m²", "m3", "m³", "tấn"})
_STANDS_SO = re.compile(r"\(.*\b(?:đã|hiện|kể cả|tổng giá trị|trong đó|gồm)\b")
_KEPT_UP = re.compile(r"\bduy trì(?: đàn [^\W\d]+)?\s*\Z")
_WITHIN = re.compile(r"(?:\btrong(?: vòng)?|\bthời hạn|\A\s*(?:xuống )?còn)\s*\Z")
_ENDS_THERE = re.compile(r"\s*(?:[,;.)]|\Z|làm việc|kể từ)")
_LONG = re.compile(
    r"\b(?:dự án|đường|tuyến|đoạn|cao tốc|quốc lộ|kè|đê|cầu|kênh)\b[^;.]{0,80}\b(?:dài|chiều dài)"
    r"(?: (?:khoảng|gần|hơn|trên|là|tổng cộng))*\s*\Z"
)
_DONE_ALONG = re.compile(
    r"bê tông|cứng hó?a|nhựa hó?a|sạt lở|xói lở|ngập|hư hỏng|nạo vét|mở mới|làm mới|hoàn thành|thi công được|kiên cố|"
    r"\bđã\b|xây dựng được|bàn giao|khơi thông"
)


# "phấn đấu tăng ít nhất 15 bậc", "tụt 8 bậc": how far, and no place.
_MOVES = re.compile(r"\b(?:tăng|giảm|tụt|nâng|cải thiện)(?: thêm| ít nhất| tối thiểu| từ)*\s*\Z")


def rank(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``xếp thứ 5`` · ``đạt 3 sao``."""
    if (figure.unit or "").lower() in _RANKED:
        cues = read_cues()
        changed = figure.cues_before & CHANGE and (cues.rise.search(before) or cues.fall.search(before))
        if not changed and not _MOVES.search(before):
            return "rank"
    bare = figure.unit is None or (figure.under is not None and figure.written.isdecimal())
    return "rank" if bare and figure.cues_before & RANK and _RANK.search(before) else None


# "nguồn thu tiền sử dụng đất (8 tháng mới thu 1.024 tỷ đồng)": how far it has come, told inside a task.
_CAME_TO = re.compile(
    r"\(\s*(?:\d{1,2} tháng(?: đầu năm)?|đến nay|đến hết tháng \d{1,2}|đến ngày [\d/]+),? (?:chỉ )?(?:mới|đã|chỉ)\b"
    r"[^()\d;,]{0,40}\Z"
)


def standing(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``(thiếu khoảng 3,6 triệu m³)`` · ``hiện toàn tỉnh có 186 cơ sở`` inside a task: how things stand."""
    if figure.unit == "%" or figure.under or figure.over:
        return None
    if figure.depth and figure.unit in _AMOUNTS and _STOCK.search(before[-_ASIDE:]):
        return "actual"
    if figure.depth and _CAME_TO.search(before):
        return "cumulative"
    if not before.rstrip().endswith(_STANDING_ENDS) or not _STANDS.search(before):
        return None
    return "count" if is_plain(figure.unit) else "actual"


def count(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``33 cuộc họp``: nouns that no statistics follow, people who attend, everything counted in a task."""
    if figure.task:
        return "plan" if figure.over is None and _is_set(figure, before, after) else "count"
    if figure.unit not in _AMOUNTS and figure.unit != "%" and figure.over is None and _ASKED_FOR.search(before):
        return "count"
    first = figure.previous if before in _ALSO else None
    if first is not None and first.role == "cumulative" and (is_plain(first.unit) or is_plain(figure.unit)):
        return "cumulative"
    if figure.unit in _SIZES and before.endswith("từ ") and _OR_MORE.match(after):
        return "count"
    if figure.unit in _DWELLING and _is_of_place(figure, before):
        return "count"
    if (figure.unit or "").lower() in _PARTIES and _is_dealt_with(figure, before):
        return None
    if figure.unit in _IN_SCHOOLS and figure.previous is not None and figure.previous.unit == "trường":
        told = _of_schools(figure.previous) if figure.unit == "lớp" or before in _WITH else None
        if told is not None:
            return told
    if figure.unit in _POINTS and before.lower().endswith("tại "):
        return "count"
    if figure.unit not in _AMOUNTS and figure.unit != "%" and _VISITED.search(before):
        return "count"
    if (" này" in after or " trên" in after) and figure.unit not in _AMOUNTS and _is_known(figure, after):
        return "count"
    if figure.unit in _LENGTHS and figure.under is None and figure.over is None and _is_long(figure, before):
        return "count"
    if is_plain(figure.unit) and is_spread(before):
        return None
    if not is_plain(figure.unit) and not _is_turn(figure, before, after) and not _attends(figure, before, after):
        return None
    value = figure.measure.value
    if value is not None and value >= _MANY_DAYS and figure.unit in _STRETCHES:
        return None
    if value is not None and value != value.to_integral_value() and figure.unit not in _STRETCHES:
        return None
    if (figure.unit in _OBJECTS and _BUILT.search(before)) or (figure.unit == "đơn vị" and after.startswith(" máu")):
        return None
    return None if figure.cues_before & RESULTING and _RESULTING.search(before) else "count"


def _is_set(figure: Figure, before: str, after: str) -> bool:
    """``lập dự toán mua máy (350 triệu đồng)`` · ``duy trì 3 tổ``: what a task sets, and nothing only spoken of."""
    unit = figure.unit or ""
    if figure.opens:
        return (unit in _SPENT or "/" in unit) and not _STANDS_SO.search(before)
    if unit in _STRETCHES:
        return _WITHIN.search(before) is not None and _ENDS_THERE.match(after) is not None
    return _KEPT_UP.search(before) is not None


def is_spread(before: str) -> bool:
    """``Dịch tả lợn tái phát tại 29 thôn``: how far a disease has come, and no place where something is."""
    return ("dịch" in before or "bệnh" in before) and _BROKE_OUT.search(before) is not None


def _is_long(figure: Figure, before: str) -> bool:
    """``nâng cấp đường tỉnh 226 (dài 51 km)``: how long a thing is that is spoken of, and nothing that was built."""
    return "dài" in before and _LONG.search(before) is not None and not _DONE_ALONG.search(before)


def _is_of_place(figure: Figure, before: str) -> bool:
    """``xã có 27 thôn, 5.430 hộ, 21.600 nhân khẩu``: what a place is made of, and nothing that was reached."""
    first = figure.previous
    if first is None or first.role != "count" or _BESIDE_PLACES.fullmatch(before) is None:
        return False
    if first.unit in _DWELLING and first.unit not in _VILLAGES:
        return True
    return (first.unit or "").lower().startswith(_VILLAGES) and _MADE_OF.search(first.low_before) is not None


def _of_schools(schools: Figure) -> Role:
    """``có 72 trường, 1.014 lớp, 18.236 học sinh``: statistics of the year, and nothing that was held."""
    if schools.role == "count" and schools.whole is None:
        schools.role = "actual"
        schools.evidence = [one for one in schools.evidence if one.part != "role"]
    return "actual"


def _is_dealt_with(figure: Figure, before: str) -> bool:
    """``xử phạt 70 tổ chức và 03 cá nhân``: parties that something was done to, not people at a meeting."""
    previous = figure.previous
    with_others = previous is not None and previous.unit in _PARTIES and previous.role == "actual"
    return with_others or _DEALT_WITH.search(before) is not None


def _attends(figure: Figure, before: str, after: str) -> bool:
    if (
        figure.unit in _AMOUNTS
        or (figure.unit or "").startswith(_GIVEN_OUT)
        or (figure.unit or "").startswith("đồng/")
        or not (figure.cues_before | figure.cues_after) & ATTENDING
    ):
        return False
    attending = read_cues().attending
    ends = _HARD_END if (figure.unit or "").startswith(_PEOPLE) else _CLAUSE_END
    tail = ends.split(after, maxsplit=1)[0][:60]
    if attending.search(tail) is not None:
        return True
    found = attending.search(before[-80:])
    if found is not None and _JOINED.match(before[-80:], found.end()):
        return False
    # "... chiến sĩ tham gia, lập biên bản 2.682 trường hợp": who takes part belongs to the figure before.
    return found is not None and not (found.group().startswith("tham") and "," in before[-80:][found.end() :])


def _is_known(figure: Figure, after: str) -> bool:
    """``2 bến xe này``: things named before, and not the time of something ("trong tháng này")."""
    if figure.unit == "%" or "/" in (figure.unit or "") or figure.over is not None or figure.under is not None:
        return False
    found = _THESE.match(after)
    return found is not None and not found.group().endswith(_TIMES_NAMED)


def _is_turn(figure: Figure, before: str, after: str) -> bool:
    """``tổ chức 910 ca tuần tra`` · ``phát thanh 1.240 lượt tin, bài``."""
    if figure.unit == "lượt" and _SENT_OUT.search(before):
        return True
    return figure.unit in _TURNS and _ON_DUTY.match(after) is not None


@lru_cache(maxsize=512)
def is_plain(unit: str | None) -> bool:
    """Whether the things counted are meetings, papers, lessons, ...: no tracked indicator."""
    noun, plain = (unit or "").lower(), read_cues().plain
    first = FIRST_NOUN.split(noun, maxsplit=1)[0] if "/" not in noun else noun
    return noun.startswith(_MEETINGS) or noun in plain or noun in _OBJECTS or first in plain or _is_kind_of(first)


def _is_kind_of(noun: str) -> bool:
    """``dự thảo văn bản`` · ``giải thể thao``: a kind of what is no tracked indicator."""
    words = noun.split()
    return any(" ".join(words[:length]) in _KINDS for length in range(1, len(words)))
