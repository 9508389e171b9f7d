"""Figures that were planned, assigned or are to be reached.

Finds         kế hoạch 600 ha · giao 12 chỉ tiêu · phấn đấu đạt 95% · đạt 48,9% kế hoạch năm (5.821 tỷ đồng)
Leaves alone  bàn giao 35 hồ sơ · giao 12 nhiệm vụ: handed over, nothing to reach · rà soát 40 hộ in a task: they exist
"""

import re

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.roles.aims import AIM_WORDS, EACH, FIRST_NOUN, MUST
from dondoc.extraction.quantities.roles.objects import is_named, is_settled_by
from dondoc.extraction.quantities.signals import AIM, CHANGE, PLAN, WANTED
from dondoc.extraction.quantities.standing import is_place
from dondoc.facts import Role

_AT_LEAST = re.compile(
    r"(?:(?:dứt điểm|xong)(?: cho)?|ít nhất|tối thiểu|không (?:để )?(?:\w+ ){0,6}quá|không dưới|"
    r"xuống(?: còn)?(?: không quá| dưới)?)\s*\Z"
)
_EXISTING = re.compile(
    r"(?:rà soát|bảo vệ|\A[\s*+–-]*đối với|tình trạng|duy trì|quản lý(?! đầu tư)|"
    r"theo dõi|bám sát|đẩy nhanh tiến độ(?=\s*\Z)|đối thoại với|tiếp xúc với|nhu cầu|"
    r"chuyển mục đích|thường trực tại|"
    r"trực tại|đôn đốc|số tiền|thiệt hại|làm hỏng|để mất|thu hoạch|nhất là|chiếm đoạt|"
    r"bị(?<=\bbị)(?<!chuẩn bị)(?<!thiết bị)(?<!trang bị))[^,;.:()\d]{0,40}\Z"
)
_DOING = re.compile(
    r"\b(?:sửa chữa|nạo vét|sơ tán|di dời|xây dựng|khắc phục|hỗ trợ|chi trả|lắp đặt|bàn giao|thu hồi)\b"
)
_KNOWN = re.compile(
    r"[^,;.\d]{0,40}(?:nêu trên|nói trên|kể trên|đã (?:chín|được|có)|"
    r"chưa (?:nhận|đồng ý|bàn giao|gửi|nộp|báo cáo|chấp hành|khắc phục|thực hiện|có)|còn vướng|dôi dư|"
    r"không (?:có khả năng|bảo đảm|đủ)|vi phạm|phải (?:di chuyển|di dời)|còn lại (?:của|tại|thuộc|ở)|quá hạn|tồn đọng)"
)
# "trong 38 đơn vị được giao vốn có 14 đơn vị giải ngân trên 60%": some of whom something was given to.
_AMONG_GIVEN = re.compile(r"\bđược (?:giao|phân bổ|bố trí|phân khai)[^,;.()\d]{0,30},? (?:có|mới có|chỉ có)\s*\Z")
_FINISHING = re.compile(r"(?:\A|[\s,])hoàn thành [^,;.\d]{0,40}\Z")
_FINISH = re.compile(r"\bhoàn thành(?: cả| toàn bộ| xong| đủ)*\s*\Z")
_ASKED = re.compile(
    r"(?:đề nghị|\bxin|đề xuất|kiến nghị)[^,;.()\d]{0,60}(?:hỗ trợ|bổ sung|cấp|bố trí)"
    r"(?:[^,;.()\d]{0,50}|[^;.()]{0,60}, (?:khoảng|với số tiền|số tiền|tổng)(?: [^\W\d]+){0,3} |[^,;.()]{0,60}\()\Z"
)
_RESOLVED = re.compile(
    r"(?:hội đồng nhân dân|hđnd|quốc hội)[^;.()\d]{0,60}\b(?:quyết nghị|thông qua|phê chuẩn|giao|quyết định)\b"
    r"[^,;.()\d]{0,60}\b(?:thu|chi|dự toán|vốn|kế hoạch)\b[^,;.()\d]{0,50}\Z"
)
_BY_PLAN = re.compile(
    r"\btheo (?:kế hoạch|dự toán|chỉ tiêu|nghị quyết)(?: được giao| đề ra| hđnd| ubnd| tỉnh| huyện| xã| giao|"
    r" năm 20\d\d)*, (?:(?!đạt|ước|đã|đến|thực hiện|hoàn thành|tổ chức|có |xây)[^,;.()\d]){3,50}\Z"
)
_PLAN_HAS = re.compile(
    r"\bdự kiến (?:sản xuất|gieo trồng|gieo cấy|trồng|bố trí|hỗ trợ|tuyển|đấu giá|thu(?: về| được)?|huy động|chi)"
    r"(?: khoảng| trên| hơn| gần)*\s*\Z|"
    r"\bdự kiến (?:trong |kế hoạch |tổng )?(?:năm |số |nhu cầu |quy mô |thu |chi )[^,;.()]{0,60}\blà"
    r"(?: khoảng| trên| hơn| gần)*\s*\Z|"
    r"kế hoạch(?<=\bkế hoạch)(?<!theo kế hoạch)(?<!so với kế hoạch)(?: năm 20\d\d)? (?:có|gồm)\s*\Z"
)
_NOW_IS = re.compile(
    r"\((?:[^()]{0,60}\b(?:hiện|đến nay|mới đạt|hiện nay)\b|(?:năm|tháng|quý|cùng kỳ) [^()]{0,20}\bđạt\b)[^()]{0,30}\Z"
)
_PLAN_MET = re.compile(r"\bđạt (?:kế hoạch|kh|dự toán|chỉ tiêu)\b[^,;.()\d]{0,30}\(\s*\Z")
_AT_MOST = re.compile(
    r"\b(?:vay|trả nợ|hỗ trợ|phát hành|bội chi|hạn mức|cho vay|bố trí|chi trả|nguồn vốn|kinh phí)\b[^;.()]{0,60}"
    r"(?:tối đa|tối thiểu|không (?:vượt )?quá)(?: (?:là|khoảng))*\s*\Z"
)
_AGREED = re.compile(
    r"(?:thống nhất chủ trương[^,;.()\d]{0,30}|\b(?:có|xin) chủ trương (?!đầu tư|đến|từ)[^,;.()\d]{2,40}|"
    r"\bđăng ký (?:hoàn thành|đạt|thực hiện)[^,;.()\d]{0,30})\Z"
)
# "Kế hoạch năm 2019 được giao 11 đề án, kinh phí 2.350 triệu đồng": what the plan is to cost.
_ITS_COST = re.compile(
    r"[^;.()\d]{0,60}(?:\([^()]*\))?,? (?:với )?(?:tổng )?(?:số )?(?:kinh phí|vốn|số tiền)"
    r"(?: hỗ trợ| là| khoảng| trên| hơn)*\s*"
)
_TO_FULFIL = re.compile(r"hoàn thành (?:kế hoạch|chỉ tiêu|nhiệm vụ|dự toán|nghị quyết)(?: [^\s,;.:()\d]+){0,7}\s*\Z")
_ALREADY = re.compile(
    r"(?:\bđã (?:hoàn thành|đạt|thực hiện|được)|\bmới (?:được )?(?:bố trí|đạt))[^,;.()\d]{0,20}\Z|"
    r"\bđã (?:tổ chức|huy động|bố trí|triển khai|kiểm tra|giải quyết|tiêm|chi trả|hỗ trợ|phân bổ|giải ngân|trang bị|cử)"
    r"(?! (?:được )?giao)[^,;.()\d]{0,30}\Z"
)
_CLAIMS = re.compile(r"\(\s*chiếm(?: khoảng| trên| gần| hơn| tỷ lệ)*\s*\Z")
# "đạt 76,2% chỉ tiêu pháp lệnh 1.950 tỷ đồng": the plan that the share is of.
_PLAN_NAMED = re.compile(
    r"\s*(?:so với )?(?:chỉ tiêu|dự toán|kế hoạch)(?: (?:pháp lệnh|phấn đấu|trung ương|bộ|tỉnh|huyện|thành phố|xã|hđnd|"
    r"ubnd|giao|năm|cả|đề ra|xây dựng|là))+ \(?|\s*dt \(?"
)
_TOTAL_COST = re.compile(r"(?<!với )tổng mức(?: đầu tư)?(?: (?:dự án|công trình|là|khoảng|trên|hơn))*\s*\Z")
_CAPITAL_OF_YEAR = re.compile(
    r"(?:\A|[\s(])(?:tổng )?(?:số |nguồn )?(?:kế hoạch )?vốn (?!đầu tư (?:phát triển|toàn)|đăng ký|điều lệ|huy động)"
    r"[^,;.()\d]{3,50} năm 20\d\d(?: (?:của|do) (?:tỉnh|huyện|xã|thành phố|địa phương)(?: quản lý)?)?"
    r"(?: (?:là|được giao|giao|khoảng|trên))*\s*:?\s*\Z"
)
_ALLOTTED = re.compile(
    r"\b(?:phân bổ|phân khai|giao|bố trí)\b[^;.()\d]{0,60}\b(?:tổng )?(?:số |kế hoạch |mức )?vốn"
    r"(?: kế hoạch| triển khai| đầu tư| công)*(?: (?:là|khoảng|trên|hơn|gần))*\s*\Z"
)
_DONE_WITH = re.compile(r"giải ngân|thực hiện|thanh toán|huy động|thu hút|toàn xã hội|cấp phát|quyết toán")
_CAPITAL = re.compile(
    r"(?:kế hoạch|dự toán) (?:vốn|kinh phí)[^,;.()]{0,45}(?:\blà|:|\btrên|\bkhoảng|\bhơn|\bgần)\s*\Z|"
    r"tổng kế hoạch (?:đầu tư|vốn|giải ngân)[^,;.()]{0,60}(?:\blà|:)\s*\Z|"
    r"tổng kế hoạch[^,;.()]{0,40}\bgiao\b[^,;.()]{0,40}\b(?:là|tổng số)\s*\Z"
)
_BESTOWED = re.compile(
    r"[\s,]*(?:được\s+)?(?:bố trí|phân bổ)(?:(?:\s+vốn)?\s+cho|\s+(?:trong\s+)?năm)\b|"
    r"\s*(?:vốn )?được (?:giao|phân bổ|bố trí)\s*[,;.]"
)
_SETS = re.compile(r"\s+(?!ngành|và|chỉ số|tiêu chí)[^\W\d_]{2,}")
_PLAN_LIST = re.compile(
    r"\([\s*]*(?:(?:kế hoạch|chỉ tiêu|mục tiêu)[^(),;%]{0,30}\b(?:là|tương ứng)|(?:nghị quyết|nq)(?: [^\W\d]+){0,4})"
    r"\s*:?\s*\Z"
)
_FEW = 3
# What a month or the months so far will come to is reckoned, not planned.
_FORESEEN = re.compile(
    r"(?:trong tháng|tháng (?:\d{1,2}|[mhbntsc]\w+)|\d tháng|(?:ba|sáu|bảy|tám|chín|mười) tháng|tính chung|"
    r"quý (?:i|ii|iii|iv)\b)"
    r"(?![^;.]*(?:cuối năm|cả năm|năm 20\d\d|tới|sau))[^;.]*dự kiến(?: (?:đạt|là|được|khoảng|trên|hơn|gần))*\s*\Z"
)
_FUND = re.compile(
    r"(?:\bcó|\bchi\b[^,;.()]{0,40}|\bvà|chương trình|nguồn|bổ sung|khách hàng|thị trường|"
    r"đối tượng|nhóm) mục tiêu(?: (?:là|đạt|được|trên|hơn|gần|"
    r"khoảng|ước))*\s*\Z"
)
_FUND_REACH = 25
# "nhu cầu chỗ ở là 320 phòng", "Dự kiến nhu cầu vắc xin khoảng 42.000 liều"
_NEEDED = re.compile(
    r"\bnhu cầu(?! (?:năm|tháng|quý)\b)(?:[^,;.()\d]{0,60}| [^,;.()]{0,60}(?: là|:))"
    r"(?: (?:khoảng|trên|hơn|gần|lên tới))*\s*\Z"
)
_REPORTED = re.compile(
    r"\bđã\b|\bchiếm\b|\bước\b|thực hiện|kết quả|đến nay|\bhiện\b|\bmới\b|giải ngân|\.\s|so với|bằng"
)
_AGAINST_PLAN = re.compile(
    r"\bso (?:với )?(?:mức )?(?:kế hoạch|kh|chỉ tiêu|dự toán|nghị quyết|mục tiêu)\b[^();]{0,160}\(\s*\Z"
)
_SCHEDULED = re.compile(r"theo kế hoạch(?: là)?\s*\Z")
_AIMED = re.compile(r"nông thôn mới|đạt chuẩn|văn minh|kiểu mẫu")
_HANDED = re.compile(r"(?:\bbàn|chuyển|khoán|tiếp|lâm)\s+giao[^,;.]{0,20}\Z")
_GIVEN = re.compile(r"\b(?:giao|đề ra)[^,;.]{0,20}\Z")
_RECRUITS = frozenset({"thanh niên", "công dân", "tân binh", "chiến sĩ"})
_GIVEN_WORK = frozenset({"nhiệm vụ", "chỉ tiêu", "việc", "văn bản", "nội dung", "kiến nghị", "ý kiến"})


def bracketed_plan(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``đạt 48,9% kế hoạch năm (5.821 tỷ đồng)`` · ``thấp hơn 5,25% so với chỉ tiêu được giao (91,5%)``."""
    share = figure.owner
    if figure.under is not None or figure.over is not None:
        return None
    if figure.cues_before & PLAN and figure.unit == "%" and _PLAN_LIST.search(before):
        return "plan"
    if figure.cues_before & PLAN and (_AGAINST_PLAN.search(figure.low_before) or _PLAN_MET.search(before)):
        return "plan"
    if share is None or share is not figure.previous or share.unit != "%" or figure.unit == "%":
        return None
    inside = before.rsplit("(", 1)[-1]
    if len(inside.split()) > 3 or ":" in inside:
        return None
    if figure.cues_before & CHANGE and (read_cues().rise.search(before) or read_cues().fall.search(before)):
        return None
    named = read_cues().plan_after.match(before)
    done = share.previous
    while done is not None and done.unit == "%":
        done = done.previous
    alike = done is None or done.unit == figure.unit or (done.unit or "").startswith(f"{figure.unit} ")
    before_it = done.previous if done is not None else None
    alike = alike or (before_it is not None and before_it.unit == figure.unit and before_it.role != "change")
    return "plan" if named and alike else None


def plan(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``kế hoạch 600 ha`` · ``phấn đấu đạt 95%``."""
    planned = figure.cues_before & PLAN
    if is_named(figure, before, after):
        return None
    if figure.unit == "%" and (figure.task or planned) and (_ALREADY.search(before) or _CLAIMS.search(before)):
        return "rate"
    if figure.unit == "%" and figure.depth and (_is_of_pair_told(figure) or _NOW_IS.search(before)):
        return "rate"
    if planned and "đột xuất" in after and _SCHEDULED.search(before):
        return None
    if (planned or figure.cues_before & WANTED) and _is_wanted(figure, before):
        return "plan"
    beside = figure.previous is not None and figure.previous.role == "share_of_plan" and figure.unit != "%"
    if planned and beside and _PLAN_NAMED.fullmatch(before):
        return "plan"
    if planned and not figure.task and "dự kiến" in before and _FORESEEN.search(figure.low_before):
        return None
    if figure.cues_before & WANTED and not figure.task and _NEEDED.search(before):
        return "plan"
    if figure.unit == "đồng" and _is_cost_of_plan(figure):
        return "plan"
    if planned and _follows_plan(figure, before):
        return "plan"
    if figure.unit == "đồng" and ("tối " in before or "quá" in before) and _AT_MOST.search(before):
        return "plan"
    if figure.unit == "đồng" and (
        _BESTOWED.match(after)
        or _is_capital_of_year(figure, before)
        or _RESOLVED.search(before)
        or (planned and _ALLOTTED.search(before))
        or (planned and (_TOTAL_COST.search(before) or _CAPITAL.search(before)))
    ):
        return "plan"
    if figure.cues_so_far & AIM and not figure.task and _aims_on(figure, before):
        return "plan"
    aimed = figure.cues_so_far & AIM and AIM_WORDS.search(lead) is not None
    if figure.unit == "%" and (aimed or figure.task):
        return "plan"
    if not (figure.task or aimed) or EACH.search(before) or is_place(figure):
        return None
    unit = FIRST_NOUN.split((figure.unit or "").lower(), maxsplit=1)[0]
    finishing = "hoàn thành" in before and _FINISH.search(before)
    if figure.task and (finishing or _AT_LEAST.search(before) or is_settled_by(figure, before, after)):
        return "plan"
    aims = figure.cues_before & AIM and AIM_WORDS.search(before) is not None
    if figure.task and not aims and (_is_existing(before) or _is_known(before, after)):
        return None
    if _AIMED.search(after[:40]) and unit not in ("tiêu chí", "chương trình", "đề án"):
        return "plan"
    untimed = unit in read_cues().untimed and not (figure.unit == "bộ" and _SETS.match(after))
    return None if figure.depth or untimed else "plan"


def _is_of_pair_told(figure: Figure) -> bool:
    """``(đã bàn giao 21/34 km, đạt 61,8%)`` in a task: how far it has come."""
    bottom = figure.previous
    return bottom is not None and bottom.over is not None and bottom.over.role == "part"


def _follows_plan(figure: Figure, before: str) -> bool:
    """``kế hoạch 600 ha`` · ``Theo dự toán năm 2024, thu ngân sách 10.500 tỷ đồng``; not ``bố trí 45 cán bộ``."""
    if "theo" in before and _BY_PLAN.search(before):
        return True
    if figure.cues_before & PLAN and _PLAN_HAS.search(before):
        return True
    found = read_cues().plan_before.search(before)
    if found is None or _is_handed(figure, before) or _is_fund(before) or _AMONG_GIVEN.search(before):
        return False
    if found.group().lstrip().startswith("bố trí"):
        return figure.task or figure.unit in ("đồng", "USD", "%")
    return "dự kiến chỉ" not in before


def _is_cost_of_plan(figure: Figure) -> bool:
    """``Kế hoạch năm 2019 được giao 11 đề án (trung ương 03, địa phương 08), kinh phí 2.350 triệu đồng``."""
    first = figure.previous
    while first is not None and first.depth > figure.depth:
        first = first.previous
    if first is None or first.role != "plan" or first.under is not None or first.over is not None or figure.task:
        return False
    return first.unit not in ("đồng", "%") and _ITS_COST.fullmatch(figure.low_before.rsplit(")", 1)[-1]) is not None


def _is_capital_of_year(figure: Figure, before: str) -> bool:
    """``Tổng vốn đầu tư công năm 2022 là 214 tỷ đồng``: what was given for the year, not what was spent."""
    if "vốn" not in before:
        return False
    found = _CAPITAL_OF_YEAR.search(before)
    return found is not None and not _DONE_WITH.search(before[max(0, found.start() - 30) :])


def _aims_on(figure: Figure, before: str) -> bool:
    """``phấn đấu GRDP tăng 8%; thu ngân sách đạt 5.800 tỷ đồng``: the next clause of a list of aims."""
    first = figure.previous
    if first is None or first.role != "plan" or first.over is not None or first.depth or figure.depth:
        return False
    if figure.under is not None or (figure.unit or "").lower() in read_cues().untimed:
        return False
    return figure.ranges or (len(before.split()) > _FEW and not _REPORTED.search(before))


def _is_wanted(figure: Figure, before: str) -> bool:
    """``phải thu 49 tỷ`` · ``đề nghị hỗ trợ 4,5 tỷ`` · ``hoàn thành kế hoạch thu thuế 32 tỷ``."""
    if figure.cues_before & WANTED and (MUST.search(before) or _AGREED.search(before)):
        return True
    if figure.unit == "đồng" and figure.cues_before & WANTED and _ASKED.search(before):
        return True
    return figure.unit != "%" and "hoàn thành" in before and _TO_FULFIL.search(before) is not None


def _is_existing(before: str) -> bool:
    """``rà soát 40 hộ``: they exist; ``rà soát phương án sơ tán 40 hộ``: the last verb says what is done with them."""
    found = _EXISTING.search(before)
    return found is not None and _DOING.search(found.group()) is None


def _is_known(before: str, after: str) -> bool:
    """Whether the words say that the things exist, and not that they are to be finished."""
    return _KNOWN.match(after) is not None and not _FINISHING.search(before)


def _is_fund(before: str) -> bool:
    """Whether "mục tiêu" tells which money it is: "thu bổ sung có mục tiêu", "chi xây dựng cơ bản và mục tiêu"."""
    return "mục tiêu" in before[-_FUND_REACH:] and _FUND.search(before) is not None


def _is_handed(figure: Figure, before: str) -> bool:
    """Whether "giao" before the figure hands over a thing or a task instead of setting a plan."""
    if "giao" not in before and "đề ra" not in before:
        return False
    if _HANDED.search(before):
        return True
    return (figure.unit or "").lower() in _GIVEN_WORK | _RECRUITS and _GIVEN.search(before) is not None
