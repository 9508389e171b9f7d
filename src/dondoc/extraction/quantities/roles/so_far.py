"""Values from the beginning of the year, or ever, until now.

Finds         lũy kế 142 tỷ đồng · đến nay có 239 sản phẩm · ước đến 30/6/2024 được 2.915 tỷ đồng
              hiện có 5.664 tàu cá với 1.851.808 CV · dư nợ đến 30/9 là 16.039 tỷ đồng
              từ đầu năm có 642 doanh nghiệp mới; có 118 doanh nghiệp quay lại (the next clause)
Leaves alone  giải ngân trong tháng 12 tỷ đồng: of the month · nợ đọng đến 30/9: owed · tại 30 xã: places
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.roles.aims import AGAINST, RATE_WORDS
from dondoc.extraction.quantities.roles.counts import is_plain, is_spread
from dondoc.extraction.quantities.signals import NOW
from dondoc.extraction.quantities.standing import is_place, is_stock
from dondoc.facts import Evidence, Role

_THIS_MONTH = re.compile(
    r"trong (?:tháng|quý|kỳ|tuần)|(?:6|06|sáu) tháng đầu năm|\bquý (?:i|ii|iii|iv)\b|"
    r"(?:ước|riêng|chỉ)\s+(?:tính\s+)?(?:trong\s+)?tháng|\A\s*tháng \d{1,2}(?:/\d{4})?,"
)
_EQUALS = re.compile(r"\bbằng(?:\s+(?:khoảng|gần|trên|hơn))?\s*\Z")
_TIMESPANS = frozenset({"ngày", "tháng", "năm", "tuần", "giờ", "phút", "tuổi"})
_STARTS = frozenset({"từ đầu năm", "giải ngân", "đến hết"})
_DISBURSED = "giải ngân"
_SPENT_IN = frozenset({"đồng", "USD"})
_STILL_TO = re.compile(r"\b(?:còn|phải) (?:phải |lại |cần )*giải ngân\b")
_SAID_OF_ANOTHER = frozenset({"change", "share_of_plan", "rate"})
# "đến nay, 100% các xã đã có ...": whom the rate counts stands behind it.
_OF_WHOM = re.compile(
    r"\s+(?:các|số|tổng số|hộ|xã|huyện|trường|cơ quan|đơn vị|cán bộ|người|thôn|văn phòng|doanh nghiệp)\b"
)
_RAISED = ("nâng", "đưa")
# "nâng diện tích chè toàn huyện lên 2.360 ha": all there is of it now.
_RAISED_TO = re.compile(r"\b(?:nâng|đưa)\b[^;.()\d]{0,70}\blên(?: thành| đạt| khoảng| trên| gần| hơn)*\s*\Z")
# "Toàn xã có 296 hộ kinh doanh, 21 doanh nghiệp": as many as are registered.
_ALL_HAVE = re.compile(
    r"\b(?:toàn [^\W\d]+(?: phố| xã)?|trên địa bàn(?: [^\W\d]+)?) (?:hiện |đã )?có(?: khoảng| trên| hơn| gần)?\s*\Z"
)
_REGISTERED = re.compile(r"(?:doanh nghiệp|hợp tác xã|htx|hộ kinh doanh|tài khoản|tổ hợp tác)\b")
_OTHERWISE = re.compile(r"[^,;.()\d]{0,30}\b(?:thành lập|tạm ngừng|giải thể|quay lại|bị|chưa|ngừng|mới)\b")
_AND = re.compile(r"(?: [^\W\d]+){0,4}(?:,| và)\s*")
_STANDS_AT = re.compile(
    r"(?:\bhiện(?: nay| tại)?,?\s(?:[^,;.()\d]{0,30}\s)?(?:có|đã có)|hiện có|đã có"
    r"|(?:\A[\s*–-]*|\btoàn (?:tỉnh|huyện|xã|phường|thành phố|thị xã) |\bocop )có(?! thêm))"
    r"(?:\s+(?:khoảng|gần|hơn|trên|tổng số))?\s*\Z"
)
_NOW_HAS = re.compile(
    r"hiện(?<=\bhiện)(?<!thực hiện)(?<!phát hiện)(?<!thể hiện)(?<!xuất hiện)(?<!biểu hiện)"
    r"(?:(?: nay| tại)?,?\s(?:(?!mới|chỉ|còn|chưa)[^\s,;.()\d]+\s){0,6}có| có)"
    r"(?:\s+(?:khoảng|gần|hơn|trên|tổng số|tổng cộng|tất cả))?\s*\Z"
)
# "Hiện có 07 dự án mới bố trí được 41% vốn": how some of them stand.
_UNSETTLED = re.compile(r"[^,;.()\d]{0,25}\b(?:mới|chưa|đang|chậm|vướng|bị|túc trực|đã hoàn thành)\b")
_WITH = re.compile(r"[^,;.()\d]{0,40}\b(?:với|và)\b[^,;.()\d]{0,40}")
_HELD_NOW = Evidence("role", "role.held_now")
_HAVING = re.compile(
    r"[^,;.()\d]{0,25}(?:đạt chuẩn|được công nhận|được chứng nhận|đạt chứng nhận|ocop|đạt tiêu chuẩn|"
    r"được [^,;.()\d]{2,25}(?:phân hạng|xếp hạng))"
)
_FAR = 6
_ALSO_HAS = re.compile(r"[^;.()\d]{0,60};\s*(?:đã )?có(?: khoảng| hơn| trên| gần)?\s*")
# "nâng tổng số lên 131 dự án, tổng vốn đăng ký trên 1,72 tỷ USD"
_TOTAL_TOO = re.compile(
    r"[^,;.()\d]{0,25},? (?:với )?tổng (?:số )?(?:vốn|mức đầu tư|diện tích|công suất)[^,;.()\d]{0,30}"
)
_NEAR = 60
_SUM_FOLLOWS = re.compile(r",\s*(?:l[uũ]y kế|luỹ kế|cộng dồn)\b")
_SUMMED = re.compile(r"\b(?:l[uũ]y kế|luỹ kế|cộng dồn)\b[^;.\d]{0,30}\Z")
_NEXT = re.compile(r"[^,;.()\d]{0,40}(?:,|và)[^,;.()\d]{0,40}")
_UNTIL_DAY = re.compile(
    r"\bđến (?:cuối |hết )tháng \d{1,2}\b[^;.\d]{0,60}\Z|"
    r"\bđến (?:hết )?(?:\d{1,2} ?(?:h|giờ)(?: ?\d{2})?,? )?(?:ngày )?"
    r"\d{1,2}(?:[/.-]\d{1,2}(?:[/.-]\d{4})?|\s+tháng\s+\d{1,2}(?:\s+năm\s+\d{4})?)\b"
    r"[^;.\d]{0,60}\Z"
)
_RATE_OF = re.compile(r"\b(?:tỷ|tỉ) lệ\b[^;.()\d]{0,60}\bcòn(?: lại| khoảng| dưới| gần| ở mức)*\s*\Z")
# How parties stand on a day: nothing that came together.
_STANDING = re.compile(
    r"[^;.\d]{0,40}\b(?:có (?:tỷ lệ|tỉ lệ|mức|số)|giải ngân (?:dưới|trên|từ)|chưa|còn(?! hiệu lực))\b"
)
_LEFT_TOO = re.compile(r"[^,;.()\d]{0,30}, còn(?: lại)?(?: khoảng| gần| trên| hơn)?\s*\Z")
_COME_SO_FAR = re.compile(r"\b(?:hiện|đến nay|đã|mới)\b(?![^()]*\b(?:còn|thiếu)\b)")
# "đến hết tháng 9, đàn trâu 7,1 nghìn con": as many as there are.
_HERDS = re.compile(r"\bđàn (?:trâu|bò|lợn|heo|gia cầm|gà|vịt|dê|ong)\b[^;.()\d]{0,30}\Z")
# What is owed, lacking or left over, and what will stand at the end of the year: nothing came together.
_HELD = re.compile(
    r"(?<!dư )(?<!xử lý )(?<!thu hồi )(?<!thu )"
    r"nợ (?:đọng|thuế|xấu|bảo hiểm|công|phải trả|quá hạn|ngắn hạn|dài hạn|vay|khó|có)|tồn kho|tồn đọng|"
    r"\bước[^;.]{0,30}đến (?:hết )?(?:ngày )?31/12"
)
# What stands at a day, however long it came together; what is got in of it is no such thing.
_IN_STOCK = re.compile(r"tồn kho|nợ đọng(?! thu)|số dư|tổng nợ")
_UNTIL_DAYS = frozenset({"tính đến", "đến hết"})
_OF_CROPS = frozenset({"ha", "tấn", "tạ"})
_SEASON = re.compile(
    r"[^;.\d]{0,40}(?:\bvụ (?:đông|xuân|mùa|hè|thu|chiêm|hè thu|thu đông)|lúa (?:đông|mùa|hè|thu|xuân|chiêm))\b"
    r"[^;]{0,90}"
)
_ESTIMATED = re.compile(r"\bước\b")
_WHOLE_YEAR = re.compile(r" năm(?: 20\d\d| nay)?\b")
# "tính chung 3 địa phương", "tính chung cả nước": taken together, at no time.
_OF_PLACES = re.compile(
    r"(?:,? (?:cho|cả|toàn|trên|ở|của|các|\d+|hai|ba|bốn|năm))+ "
    r"(?:địa phương|tỉnh|nước|vùng|khu vực|ngành|huyện|xã|nền kinh tế)\b"
)
_UNTIL_WORDS = frozenset({"tính đến", "đến hết"})
# From New Year, or from the day on which the communes of today began.
_FROM_DAY = re.compile(
    r"\btừ (?:ngày )?(?!0?1/0?1\b|0?1/0?7(?:/2025)? đến (?:hết )?(?:ngày )?\d{1,2}/\d{1,2}/2025)"
    r"\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})? đến|"
    r"\btừ (?:(?:ngày|đêm|sáng|chiều|tối) )?\d{1,2} (?:đến|tới)\b"
)


def cumulative(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``lũy kế 142 tỷ đồng``, unless a word of the month stands between."""
    cues = read_cues()
    found = None
    for one in cues.cumulative.finditer(lead):
        if one.group() != _DISBURSED or figure.unit in _SPENT_IN:
            found = one
    if found is not None and found.group().startswith(_RAISED) and found.end() < len(lead) - len(figure.before):
        found = None
    if is_place(figure):
        return "actual" if is_spread(before) else "count"
    if found is None:
        raised = figure.unit != "%" and not figure.task and _RAISED_TO.search(before) is not None
        return "cumulative" if raised or _goes_on(figure, before) else None
    if figure.unit == "%" and (
        figure.opens
        or _OF_WHOM.match(after)
        or RATE_WORDS.search(before)
        or AGAINST.match(after)
        or _EQUALS.search(before)
    ):
        return None
    first = figure.previous
    if figure.unit == "%" and first is not None and first.role == "cumulative" and not figure.depth:
        return None
    if figure.unit == "%" and (_RATE_OF.search(before) or "dư nợ" in lead):
        return None
    unit = figure.unit or ""
    if _STANDING.match(after) and (unit == "%" or not _LEFT_TOO.match(after)):
        return None
    if (
        "/ha" in unit
        or unit.startswith("tiêu chí/")
        or (found.group() in _UNTIL_DAYS and unit in _OF_CROPS and _is_of_season(lead, after))
    ):
        return None
    if unit.lower() in _TIMESPANS or (figure.task and found.group() in _STARTS):
        return None
    if figure.unit == "%" and figure.previous is not None and figure.previous.over is not None:
        return None
    if cues.current.search(lead, found.end()) or _is_of_all_the_year(figure, lead, found):
        return None
    if (found.group() in _UNTIL_WORDS or "đến nay" in found.group()) and _IN_STOCK.search(lead):
        return None
    if figure.unit == "con" and _HERDS.search(lead):
        return None
    if found.group() == _DISBURSED:
        if _THIS_MONTH.search(lead) or _STILL_TO.search(lead):
            return None
        figure.spent = _UNTIL_DAY.search(lead) is None
    return "cumulative"


def _is_of_all_the_year(figure: Figure, lead: str, found: re.Match[str]) -> bool:
    """``tính chung cả năm 2023``, ``đến hết năm ước``, ``tính chung 3 địa phương``: no months so far."""
    if found.group() == "tính chung":
        if _is_of_places(figure, lead[found.end() :]):
            return True
        return _WHOLE_YEAR.match(lead.replace(" cả ", " "), found.end()) is not None
    estimated = found.group() == "đến hết" and _ESTIMATED.search(lead) is not None
    return estimated and _WHOLE_YEAR.match(lead, found.end()) is not None


def _is_of_places(figure: Figure, words: str) -> bool:
    """``tính chung 3 địa phương``: taken together, at no time; ``words`` stand between that and the figure."""
    return _OF_PLACES.match(words) is not None or (not words.strip() and figure.unit in read_cues().areas)


def _is_of_season(lead: str, after: str) -> bool:
    """``tính đến ngày 15/10, đã gieo trồng 98 nghìn ha ngô vụ đông``: what a season came to, no sum of the year."""
    return _SEASON.search(lead) is not None or _SEASON.match(after) is not None


def _goes_on(figure: Figure, before: str) -> bool:
    """``Từ đầu năm có 642 doanh nghiệp mới; có 118 doanh nghiệp quay lại``: the same things in the next clause."""
    first = figure.previous
    if first is not None and first.role == "cumulative" and "nâng tổng số" in first.low_before[-_NEAR:]:
        return not figure.task and _TOTAL_TOO.fullmatch(before) is not None
    while first is not None and (first.role in _SAID_OF_ANOTHER or first.unit != figure.unit or first.depth):
        first = first.previous if first.number > figure.number - _FAR else None
    if first is None and figure.previous is not None and figure.previous.role == "cumulative":
        return not figure.task and figure.unit != "%" and _ALSO_HAS.fullmatch(before) is not None
    if first is not None and _RAISED_TO.search(first.low_before):
        return False
    if first is None or first.role != "cumulative" or figure.task or figure.unit == "%" or figure.depth != first.depth:
        return False
    if is_stock(before) or read_cues().current.search(before):
        return False
    if _SUM_FOLLOWS.search(figure.low_after) or (";" in before and _is_aside(first)):
        return False
    return ";" in before or (first is figure.previous and _NEXT.fullmatch(before) is not None)


def _is_aside(summed: Figure) -> bool:
    """``cấp mới 26 hộ, lũy kế 97 hộ; tạm ngừng 08 hộ``: the sum beside what the month brought, which goes on."""
    if ";" in summed.low_before or _SUMMED.search(summed.low_before) is None:
        return False
    noun, month = (summed.unit or "").split(" ")[0], summed.previous
    while month is not None and month.number > summed.number - _FAR:
        if month.role == "actual" and (month.unit or "").split(" ")[0] == noun:
            return True
        month = month.previous
    return False


def reached_of_aim(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``số hóa 4.560 hồ sơ (hiện đã làm 3.192 hồ sơ)``: how far the aim of a task has come."""
    aim = figure.owner
    if not figure.task or aim is None or aim.role not in ("plan", "count") or aim.unit != figure.unit:
        return None
    if figure.over is not None or figure.under is not None or figure.unit == "%" or not figure.opens:
        return None
    return "cumulative" if _COME_SO_FAR.search(before.rsplit("(", 1)[-1]) else None


def certified(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``Hiện toàn tỉnh có 190 trường đạt chuẩn quốc gia``: as many as ever reached it."""
    if figure.task or figure.unit == "%" or figure.over is not None or figure.under is not None:
        return None
    return "cumulative" if _STANDS_AT.search(before) and _HAVING.match(after) else None


def held_now(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``Toàn tỉnh hiện có 5.664 tàu cá với 1.851.808 CV``: as many as came together until now."""
    if figure.task or figure.unit == "%" or figure.depth or figure.over is not None or figure.under is not None:
        return None
    first = figure.previous
    if _is_registered(figure, before, after):
        return "cumulative"
    if figure.cues_before & NOW and _NOW_HAS.search(before):
        if first is not None and first.role == "plan" and first.unit == figure.unit:
            return None
        unsettled = _UNSETTLED.match(after) is not None
        return None if unsettled or is_plain(figure.unit) or figure.unit == "con" else "cumulative"
    beside = first is not None and first.role == "cumulative" and _HELD_NOW in first.evidence
    return "cumulative" if beside and _WITH.fullmatch(before) else None


def _is_registered(figure: Figure, before: str, after: str) -> bool:
    noun = f"{(figure.unit or '').lower()}{after}"
    if not _REGISTERED.match(noun) or _OTHERWISE.match(after):
        return False
    first = figure.previous
    beside = first is not None and _HELD_NOW in first.evidence and _AND.fullmatch(before) is not None
    return beside or _ALL_HAVE.search(before) is not None


def until_day(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``ước đến 30/6/2024 được 2.915 tỷ đồng``: from the beginning of the year up to that day."""
    if figure.task or figure.unit == "%" or figure.depth:
        return None
    if _UNTIL_DAY.search(before) is None:
        return None
    if (figure.unit or "").lower() in _TIMESPANS or _STANDING.match(after):
        return None
    if figure.unit in _OF_CROPS and _is_of_season(before, after):
        return None
    if figure.unit == "con" and _HERDS.search(before):
        return None
    return None if _FROM_DAY.search(before) or _HELD.search(before) else "cumulative"
