"""The role of a figure, from the words before and after it.

Finds         tăng 5,14% (change) · kế hoạch 600 ha (plan) · 711ha/600 ha (actual of plan) · đạt 62% KH (share_of_plan)
              lũy kế 142 tỷ (cumulative) · 2/12 đơn (part) · xếp thứ 5 (rank) · 33 cuộc họp (count) · tỷ lệ 16% (rate)
Leaves alone  parts of lists: ``parts`` links them afterwards; tăng cả 3 tiêu chí: a count, nothing rose by 3
"""

import re
from collections.abc import Callable

from dondoc.extraction.quantities.cues import read_cues
from dondoc.extraction.quantities.figures import Figure
from dondoc.facts import Evidence, Role

_NEAR = 110
_FIRST_NOUN = re.compile(r" và |, |/")
_SIGN = re.compile(r"[-+–−±]\s*\Z")
_BEHIND = re.compile(
    r"(?:\A|[,;(])[\s*]*(?:(?P<fall>chậm|trễ|thấp hơn|kém)|nhanh|sớm|cao hơn|vượt)(?:\s+(?:khoảng|gần|trên|hơn))?\s*\Z"
)
_AT_LEAST = re.compile(r"(?:dứt điểm(?: cho)?|ít nhất|tối thiểu|không (?:để )?(?:\w+ ){0,4}quá|không dưới)\s*\Z")
_EXISTING = re.compile(
    r"(?:rà soát|bảo vệ|theo dõi|đối thoại với|tiếp xúc với|vận động|nhu cầu|chuyển mục đích|thường trực tại|"
    r"trực tại|đôn đốc|số tiền|để mất|thu hoạch|nhất là)[^,;.:()\d]{0,40}\Z"
)
_KNOWN = re.compile(
    r"[^,;.\d]{0,40}(?:nêu trên|nói trên|kể trên|đã (?:chín|được|có)|chưa (?:nhận|đồng ý|bàn giao)|còn vướng)"
)
_TOTAL_COST = re.compile(r"(?<!với )tổng mức(?: đầu tư)?(?: (?:dự án|công trình|là|khoảng|trên|hơn))*\s*\Z")
_CAPITAL = re.compile(r"(?:kế hoạch|dự toán) (?:vốn|kinh phí)[^,;.()]{0,45}(?:\blà|:)\s*\Z")
_AVERAGE = re.compile(r"bình quân (?:một|mỗi|1|01)\s[^,;.]{0,60}\Z")
_PER_HEAD = re.compile(r"/\s*(?:vạn|1\.000|nghìn|100\.000|10\.000) ?dân\Z|/(?:doanh nghiệp|xã|hộ|người)\Z")
_PER = re.compile(r"bình quân\s*(?:đạt\s*)?\Z")
_SCHEDULE = re.compile(r"[%\s*]*so (?:với )?(?:kế hoạch|tiến độ|yêu cầu|hợp đồng|cùng kỳ)")
_SUPERLATIVE = re.compile(r"nhất (?:là|ở|thuộc)|\briêng\b|tiêu biểu|điển hình")
_EACH = re.compile(r"cả\s*\Z")
_AGAINST = re.compile(r"[%\s]*so\s*(?:với\s*)?(?:cùng kỳ|tháng trước|quý trước)")
_AGAIN = re.compile(r"[,\s]*(?:tương ứng|tương đương|tức là|tức|hay)(?:\s+(?:với|giảm|tăng|là))*\s*")
_SAME_AGAIN = re.compile(r"\(\s*(?:tương ứng|tương đương|tức)(?:\s+(?:với|tăng|giảm|là))*\s*\Z")
_TIMES = re.compile(r"(?:gấp|bằng)(?:\s+(?:khoảng|gần|hơn|trên))?\s*\Z")
_BESTOWED = re.compile(r"[\s,]*(?:được\s+)?(?:bố trí|phân bổ)(?:\s+vốn)?\s+cho\b")
_COMPARED = re.compile(r"cùng kỳ|tháng trước|năm trước")
_RATE = re.compile(r"(?:tỷ lệ|tỉ lệ|chiếm)[^,;.]{0,12}\Z")
_LISTED = re.compile(r"\A\s*về (?:số|tổng|giá|lượng|diện)[^,;.()\d]{1,40}(?:,| và)\s+\Z")
_GROWTH = re.compile(r"(?:tăng trưởng|grdp|gdp|tốc độ tăng)[^;.]{0,60}\Z")
_LEVEL = re.compile(r"mức tăng trưởng")
_AIM = re.compile(
    r"phấn đấu|(?<!nhiều )(?<!sự )cố gắng|mục tiêu(?! quốc gia| kép)|quyết tâm|"
    r"bảo đảm[^;]{0,40}đạt|đảm bảo[^;]{0,40}đạt|chỉ tiêu đề ra|hoàn thành chỉ tiêu"
)
_AIMED = re.compile(r"nông thôn mới|đạt chuẩn|văn minh|kiểu mẫu")
_RANK = re.compile(r"(?:xếp (?:thứ|hạng)|đứng (?:thứ|vị trí)|vị trí|thứ hạng|thứ|hạng)[^,;.\d]{0,12}\Z")
_GOAL = re.compile(r"phấn đấu|mục tiêu (?:năm|đến|tăng)|chỉ tiêu (?:năm|chủ yếu)")
_THIS_MONTH = re.compile(
    r"trong (?:tháng|quý|kỳ|tuần)|(?:ước|riêng|chỉ)\s+(?:tính\s+)?(?:trong\s+)?tháng|\A\s*tháng \d{1,2}(?:/\d{4})?,"
)
_RESULTING = re.compile(r"(?:công nhận|khởi công|khánh thành|xây mới|sửa chữa|nâng cấp)[^,;.\d]{0,20}\Z")
_OBJECTS = frozenset(
    {
        "mỏ",
        "gói thầu",
        "hồ chứa",
        "tuyến đường",
        "khu vực",
        "máy đào",
        "tuyến cao tốc",
        "đoạn tuyến",
    }
)
_RANKED = frozenset({"sao", "hạng", "bậc", "vị thứ"})
_DISBURSED = re.compile(r"giải ngân")
_YEARLY = re.compile(
    r"phát triển mới|thành lập mới|đưa|tuyển|xuống giống|gieo|trồng|\bthu\b(?! gom| hồi| hút| thập)|"
    r"giải ngân|đào tạo|kết nạp"
)
_SHARED = re.compile(r"vi phạm|giải quyết|thuộc thẩm quyền|xếp loại|đạt yêu cầu|điều kiện|đánh giá")
_HANDED = re.compile(r"(?:\bbàn|chuyển|khoán|tiếp|lâm)\s+giao[^,;.]{0,20}\Z")
_GIVEN = re.compile(r"\bgiao[^,;.]{0,20}\Z")
_GIVEN_WORK = frozenset({"nhiệm vụ", "chỉ tiêu", "việc", "văn bản", "nội dung", "kiến nghị", "ý kiến"})
_STATED = re.compile(
    r"\s*(?!đạt chuẩn|tiêu chí)(?:[^\W\d]+\s+){0,3}?(?:chưa|không|thuộc diện|thuộc thẩm quyền|đang|dự kiến|còn|"
    r"có|tổ chức|vi phạm|bị|đã|tăng|giảm|được|đăng ký|tham gia|sử dụng|trong vùng)\b"
)
_TARGETED = re.compile(r"kế hoạch|\bkh\b|chỉ tiêu|dự toán|được giao|biên chế|nông thôn mới")
_PRESENT = re.compile(r"tham dự|dự họp|có mặt")
_REGISTERED = re.compile(
    r"(?:hộ|người|học sinh|đơn vị|cơ sở)\s+(?:[^\W\d]+\s+){0,3}(?:đăng ký|sử dụng|tham gia|có|được)\b"
)
_SOFAR = re.compile(r"đưa|phát triển mới|thành lập mới|\bthu\b|giải ngân|kết nạp|xuất cảnh")


def read_role(figure: Figure, lead: str) -> Role:
    """Return the role of ``figure``. ``lead`` is the clause so far, in lower case, back to the last full clause."""
    before, after = figure.before[-_NEAR:].lower(), figure.after[:_NEAR].lower()
    for rule in RULES:
        role = rule(figure, before, after, lead)
        if role:
            figure.evidence.append(Evidence("role", f"role.{rule.__name__.strip('_')}"))
            return role
    return "actual"


def _rank(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    if (
        (figure.unit or "").lower() in _RANKED
        and not read_cues().rise.search(before)
        and not read_cues().fall.search(before)
    ):
        return "rank"
    if figure.written.lower().startswith(("thứ", "hạng")):
        return "rank"
    bare = figure.unit is None or (figure.under is not None and figure.written.isdecimal())
    return "rank" if bare and _RANK.search(before) else None


def _times(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``gấp 1,5 lần so với cùng kỳ``."""
    return "rate" if figure.unit == "lần" and _TIMES.search(before) else None


def _bracketed_plan(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``đạt 48,9% kế hoạch năm (5.821 tỷ đồng)``."""
    share = figure.owner
    if not figure.opens or share is None or share is not figure.previous or share.unit != "%" or figure.unit == "%":
        return None
    if len(before.rsplit("(", 1)[-1].split()) > 3 or ":" in before.rsplit("(", 1)[-1]:
        return None
    named = read_cues().plan_after.match(before) and not _COMPARED.search(before)
    done = share.previous
    while done is not None and done.unit == "%":
        done = done.previous
    alike = done is None or done.unit == figure.unit or (done.unit or "").startswith(f"{figure.unit} ")
    return "plan" if named and alike else None


def _bracketed_rate(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``tăng 11 doanh nghiệp (29,7%)``: the change again, as a percentage."""
    change = figure.previous
    if _SAME_AGAIN.search(before) and change is not None and change.role == "change" and figure.opens:
        figure.fall = change.fall
        return "change"
    if (
        figure.unit != "%"
        or change is None
        or not (_AGAIN.fullmatch(before) or (figure.opens and figure.owner is change))
    ):
        return None
    if (
        change.role != "change"
        or "%" in (change.unit or "")
        or _COMPARED.search(change.before)
        or (figure.opens and re.search(r"\w{3,}", re.sub("tương ứng|tương đương", "", before.rsplit("(", 1)[-1])))
    ):
        return None
    figure.fall = change.fall
    return "change"


def _signed(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    if figure.depth and (_SIGN.search(before) or figure.signed):
        return "change"
    return None


def _change(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    cues = read_cues()
    if figure.under or figure.over or _EACH.search(before):
        return None
    rise, fall = cues.rise.search(before), cues.fall.search(before)
    if not rise and not fall:
        return _listed_change(figure, before)
    if figure.unit == "%" and _GOAL.search(lead) and not _AGAINST.search(after):
        return "plan"
    if _LEVEL.search(before) or (figure.task and figure.unit == "%" and _AIM.search(lead)):
        return "plan" if figure.task or _AIM.search(lead) else "change"
    found = fall or rise
    if figure.task and not _AGAINST.search(after):
        return "plan"
    figure.fall = fall is not None
    if re.search(r"\blên|xuống còn", found.group() if found else "") and figure.unit != "%":
        return None
    return "change"


def _behind(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``đạt 45,7%, chậm 11% so với kế hoạch``."""
    found = _BEHIND.search(before) if figure.unit == "%" and not figure.task else None
    if found is None or not _SCHEDULE.match(after):
        return None
    figure.fall = found["fall"] is not None
    return "change"


def _average(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    """``bình quân một ngày xảy ra 0,68 vụ`` · ``9,2 bác sĩ/vạn dân``."""
    unit = (figure.unit or "").lower()
    if figure.task or figure.under or figure.over or unit in ("%", "tiêu chí"):
        return None
    per = _PER_HEAD.search(unit)
    told = _AVERAGE.search(before) or (per and ("dân" in unit or _PER.search(before)))
    return "rate" if told else None


def _listed_change(figure: Figure, before: str) -> Role | None:
    """``Giảm 39,9% về số vụ, 38,9% về số người chết``: the word of change stands before the first only."""
    previous = figure.previous
    if previous is None or previous.role != "change" or previous.unit != figure.unit or not _LISTED.search(before):
        return None
    figure.fall = previous.fall
    return "change"


def _share(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    if figure.unit != "%":
        return None
    if read_cues().plan_after.match(after):
        return "plan" if figure.task or _AIM.search(lead) else "share_of_plan"
    previous = figure.previous
    if (
        previous is not None
        and previous.over is not None
        and previous.role == "plan"
        and not (_RATE.search(before) or _SUPERLATIVE.search(before))
    ):
        return "share_of_plan"
    if _like_share(figure, before):
        return "share_of_plan"
    if not _RATE.search(before) and re.search(r"đạt|bằng", before) and _has_plan(figure):
        return "share_of_plan"
    if _DISBURSED.search(lead) and re.search(r"đạt|bằng|\(", before) and not figure.task:
        return "share_of_plan"
    return None


def _like_share(figure: Figure, before: str) -> bool:
    """``(vốn địa phương 1.746 tỷ đồng, đạt 52,8%; vốn trung ương 768 tỷ đồng, đạt 47,2%)``: as the share before."""
    done = figure.previous
    share = done.previous if done is not None else None
    if done is None or share is None or share.role != "share_of_plan" or done.unit == "%" or figure.task:
        return False
    first = share.previous
    alike = done.depth == share.depth == figure.depth and first is not None and first.unit == done.unit
    return alike and re.fullmatch(r",?\s*(?:đạt|bằng)\s+", before) is not None


def _has_plan(figure: Figure) -> bool:
    """``Kế hoạch 2.400 ha, đã thực hiện 1.950 ha, đạt 81,25%``: the plan stands in the sentence."""
    done: Figure | None = None
    other = figure.previous
    for _ in range(5):
        if other is None:
            return False
        if other.unit != "%" and other.role != "change":
            if done is not None and other.role == "plan" and other.unit == done.unit:
                return True
            if done is not None and done.role == "plan":
                return other.role in ("actual", "cumulative") and other.unit == done.unit and "so với" in done.before
            done = done or other
        other = other.previous
    return False


def _pair(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    if figure.under is not None:
        return "part" if _is_share_of_population(figure, lead) else _reached(figure, lead)
    if figure.over is None:
        return None
    if figure.over.role == "rank":
        return "count"
    if figure.over.role == "part":
        return "count" if _is_plain(figure) else "actual"
    return "plan"


def _is_share_of_population(figure: Figure, lead: str) -> bool:
    bottom = figure.under
    if bottom is None or bottom.unit == "%":
        return False
    after = bottom.after.lower()
    if read_cues().plan_after.search(after[:80]) and "đạt và vượt" not in after[:40] and "không đạt" not in after[:40]:
        return False
    near = lead[-60:]
    told = _STATED.match(after[:60]) or _REGISTERED.search(near) or _PRESENT.search(near)
    if told and _is_counted(bottom.unit) and not _TARGETED.search(near) and not _YEARLY.search(near):
        return True
    return (bottom.unit or "").lower() in read_cues().population and (
        not _YEARLY.search(lead[-60:]) or _SHARED.search(after[:60]) is not None
    )


def _is_counted(unit: str | None) -> bool:
    return (unit or "").lower() not in ("đồng", "usd", "ha", "tấn", "%", "tiêu chí", "kg", "m", "km", "m2", "m3", "kwh")


def _reached(figure: Figure, lead: str) -> Role:
    cues = read_cues()
    if figure.task and _AIM.search(lead):
        return "plan"
    near = lead[-240:].rsplit(":", 1)[-1]
    if cues.cumulative.search(near) or re.search(r"đến ngày|đến hết", near) or _SOFAR.search(near):
        return "cumulative"
    return "cumulative" if figure.opens and figure.owner is not None else "actual"


def _is_handed(figure: Figure, before: str) -> bool:
    """Whether "giao" before the figure hands over a thing or a task instead of setting a plan."""
    if _HANDED.search(before):
        return True
    return (figure.unit or "").lower() in _GIVEN_WORK and _GIVEN.search(before) is not None


def _plan(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    if read_cues().plan_before.search(before) and not _is_handed(figure, before):
        return "plan"
    if figure.unit == "đồng" and (_BESTOWED.match(after) or _TOTAL_COST.search(before) or _CAPITAL.search(before)):
        return "plan"
    if figure.unit == "%" and (_AIM.search(lead) or figure.task):
        return "plan"
    if not figure.task and not _AIM.search(lead):
        return None
    unit = _FIRST_NOUN.split((figure.unit or "").lower(), maxsplit=1)[0]
    if figure.task and _AT_LEAST.search(before):
        return "plan"
    if figure.task and not _AIM.search(before) and (_EXISTING.search(before) or _KNOWN.match(after)):
        return None
    if _AIMED.search(after[:40]) and unit not in ("tiêu chí",):
        return "plan"
    return None if figure.depth or unit in read_cues().untimed else "plan"


def _cumulative(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    cues = read_cues()
    found = None
    for found in cues.cumulative.finditer(lead):  # noqa: B007
        pass
    if found is None or (figure.unit == "%" and (_RATE.search(before) or _AGAINST.match(after))):
        return None
    if figure.unit == "%" and figure.previous is not None and figure.previous.over is not None:
        return None
    if cues.current.search(lead, found.end()):
        return None
    if "giải ngân" in found.group() and (figure.unit not in ("đồng", "USD", "%") or _THIS_MONTH.search(lead)):
        return None
    return "cumulative"


def _percent(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    if figure.unit != "%":
        return None
    if _GROWTH.search(lead):
        figure.fall = False
        return "change"
    return "rate"


def _count(figure: Figure, before: str, after: str, lead: str) -> Role | None:
    value = figure.measure.value
    if not figure.task and ((value is not None and value != value.to_integral_value()) or _RESULTING.search(before)):
        return None
    if figure.task or _is_plain(figure):
        return "count"
    if figure.unit in ("đồng", "USD", "ha", "tấn"):
        return None
    tail = re.split(r"[,;.:(]", after)[0][:60]
    if read_cues().attending.search(tail) or read_cues().attending.search(before[-80:]):
        return "count"
    return None


def _is_plain(figure: Figure) -> bool:
    unit = (figure.unit or "").lower()
    return unit in read_cues().plain or unit in _OBJECTS or _FIRST_NOUN.split(unit, maxsplit=1)[0] in read_cues().plain


RULES: tuple[Callable[[Figure, str, str, str], Role | None], ...] = (
    _rank,
    _times,
    _bracketed_plan,
    _bracketed_rate,
    _signed,
    _behind,
    _change,
    _average,
    _share,
    _pair,
    _plan,
    _cumulative,
    _percent,
    _count,
)
