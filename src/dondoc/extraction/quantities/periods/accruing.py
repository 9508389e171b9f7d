"""Figures that come together from the new year on, and those that stand at the month reported on.

Finds         thu ngân sách 1.962 tỷ đồng, đạt 34,4% dự toán: what is measured by the plan of the year
              trồng rừng 167 ha, đạt 84% kế hoạch: fields and woods as well · lũy kế giải ngân 302 tỷ đồng
Leaves alone  trong tháng trồng 215 ha rừng: of the month
"""

import re

from dondoc.extraction.quantities.figures import CLAUSE_REACH, Figure, Sentence
from dondoc.extraction.quantities.periods.calendar import MONTH
from dondoc.extraction.quantities.signals import DISBURSED
from dondoc.extraction.quantities.standing import is_stock
from dondoc.facts import Evidence
from dondoc.grammar.period_arithmetic import last_month, months_so_far, stretch

_STOCK = re.compile(
    r"tổng số (?:người|lao động|hộ|đối tượng|thành viên|đảng viên|hội viên|đoàn viên)|số người tham gia|"
    r"tổng đàn|\bđàn (?:trâu|bò|lợn|heo|dê|gia)[^,;.]{0,20}|dân số|từ trước (?:đến|tới) nay|"
    r"\bnâng (?:tổng )?số[^,;.()\d]{0,40}\blên\b|"
    r"(?:\bcó|(?<!phát )(?<!thực )(?<!thể )\bhiện|\bcòn|quản lý|\bđang)\s[^,;.]{0,20}\Z|hiện nay|hiện có"
)
_STOCKED = frozenset({"tiêu chí", "xã", "huyện", "phường"})
_OF_YEAR = re.compile(r"\A[%\s*]*(?:so )?(?:với )?(?:kế hoạch|dự toán|kh\b|dt\b|nghị quyết)(?! (?:tháng|quý))")
_SUMMED = frozenset({"đồng", "USD", "lao động", "doanh nghiệp", "lượt khách"})
_OWED = re.compile(r"dư nợ|nợ xấu|nguồn vốn|huy động vốn|vốn huy động|tiền gửi|số dư")
_LATER_QUARTER = re.compile(r"\d{4}-Q[2-4]\Z")
_SINCE_EVER = re.compile(r"từ trước (?:đến|tới) nay|l[uũ]y tích|luỹ tích")
_PLANTED = re.compile(
    r"\b(?:gieo (?:trồng|cấy|sạ)|xuống giống|trồng (?:mới|rừng|cây|được)|rừng (?:trồng|được)|chăm sóc rừng|khoanh nuôi|"
    r"bảo vệ rừng|gỗ khai thác|khai thác gỗ|đã thu hoạch)\b[^;]{0,90}\Z"
)
_REACH = 120
_FIELDS = frozenset({"ha", "cây", "m3", "tấn"})
_REGISTERED = frozenset({"doanh nghiệp", "dự án", "lượt dự án", "dự án fdi", "dự án FDI"})
_NEWLY = re.compile(r"thành lập mới|thu hút|\bfdi\b|đầu tư nước ngoài|cấp mới")
_ATTRACTED = re.compile(r"\bthu hút[^,;.()\d]{0,20}\b(?:fdi|đầu tư|vốn)\b[^,;.()\d]{0,30}\Z")
_CAPITAL = re.compile(r"[^,;.()\d]{0,20}(?:,| với)[^,;.()\d]{0,20}\bvốn\b[^,;.()\d]{0,20}\Z")
_OWN_TIME = re.compile(r"\btháng\b|\bquý\b|\btuần\b|l[uũ]y kế|luỹ kế|\btổng số\b|cộng dồn|tính chung")
_NEAR = 45
_OF_MONTH = re.compile(r"\btháng\b|\bquý\b|\btuần\b")


def is_planned_so_far(figure: Figure, sentence: Sentence) -> bool:
    """``thu ngân sách 1.962 tỷ đồng, đạt 34,4% dự toán``: what is measured by the plan of the year came together."""
    if figure.role not in ("actual", "part") or figure.over is not None or is_stock(figure.low_before):
        return False
    if figure.unit not in _SUMMED and not _is_planted(figure, sentence):
        return False
    behind = sentence.figures[figure.number - sentence.figures[0].number + 1 :]
    share = next((one for one in behind if one.depth <= figure.depth or (one.owner is figure and one.opens)), None)
    if share is not None and share.depth > figure.depth and share.role == "part":
        share = next((one for one in behind if one.depth <= figure.depth), None)
    if share is None or share.role != "share_of_plan" or ";" in share.before:
        return False
    if share.depth != figure.depth and not (share.opens and share.owner is figure):
        return False
    if figure.previous is not None and figure.previous.role == "plan":
        return False
    measured = share.indicator == figure.indicator and _OF_YEAR.match(share.low_after) is not None
    if measured:
        figure.evidence.append(Evidence("period", "period.by_plan", share.measure.span))
    return measured


def goes_on_summed(figure: Figure, sentence: Sentence) -> bool:
    """``168 doanh nghiệp mới, đạt 67% kế hoạch, vốn 1.910 tỷ đồng; 34 doanh nghiệp giải thể``: so far."""
    if figure.role != "actual" or figure.depth or figure.unit not in _SUMMED:
        return False
    first, other = sentence.figures[0].number, figure.previous
    while other is not None and other.number >= first and (other.depth or other.role not in ("actual", "cumulative")):
        other = other.previous
    if other is None or other.number < first or not any(one.rule == "period.by_plan" for one in other.evidence):
        return False
    figure.evidence += [one for one in other.evidence if one.rule == "period.by_plan"]
    return True


def is_registered_so_far(figure: Figure, sentence: Sentence) -> bool:
    """``Có 486 doanh nghiệp thành lập mới, vốn 2.904 tỷ đồng``, ``thu hút 27 dự án``: registers count up in a year.

    A sentence that names a month, or goes on with the sum so far, tells its own.
    """
    if figure.role != "actual" or figure.task or not _counts_up(figure, sentence):
        return False
    at = figure.measure.span.start - sentence.span.start
    return _OWN_TIME.search(sentence.low, max(0, at - CLAUSE_REACH), at + CLAUSE_REACH) is None


def _counts_up(figure: Figure, sentence: Sentence) -> bool:
    """Whether ``figure`` counts what is newly registered, or the capital of it."""
    if figure.unit in _REGISTERED:
        return _NEWLY.search(figure.low_before[-_NEAR:] + figure.low_after[:_NEAR]) is not None
    if figure.unit not in ("đồng", "USD"):
        return False
    if _ATTRACTED.search(figure.low_before):
        return True
    first = figure.previous
    if first is None or first.number < sentence.figures[0].number or not is_registered(first):
        return False
    return _CAPITAL.search(figure.low_before) is not None


def is_registered(figure: Figure) -> bool:
    """Whether the time of ``figure`` was told by ``is_registered_so_far``."""
    return any(one.rule == "period.registered" for one in figure.evidence)


def is_field(figure: Figure) -> bool:
    """Whether ``figure`` counts fields sown or woods planted."""
    return figure.unit in _FIELDS and _PLANTED.search(figure.low_before[-_REACH:]) is not None


def _is_planted(figure: Figure, sentence: Sentence) -> bool:
    """Whether ``figure`` counts fields sown or woods planted, in a sentence that names no month."""
    return is_field(figure) and not _OF_MONTH.search(sentence.low[: figure.measure.span.start - sentence.span.start])


def so_far(figure: Figure, stated: str | None, period: str | None, since: str | None) -> str | None:
    """From the start of the year to the month reported on; a stock at that month where the words name a stock."""
    about = period or ""
    if (
        about
        and about[:4] == (stated or about)[:4]
        and not MONTH.match(about)
        and _SINCE_EVER.search(figure.low_before)
    ):
        return last_month(about) or about
    if stated and (".." in stated or (len(stated) == 4 and not (period or stated).startswith(stated))):
        return stated
    month = MONTH.match(stated or "") or MONTH.match(period or "")
    quarter = _LATER_QUARTER.match(stated or about)
    if quarter is not None and month is None and figure.over is None and figure.under is None:
        return months_so_far(quarter.group())
    if month is None:
        return stated if stated and not (period or "").startswith(stated) else period
    pair = figure.over is not None or figure.under is not None
    stock = figure.role == "cumulative" and (not pair or (figure.unit or "").lower() in _STOCKED)
    stock = stock and "từ đầu năm" not in figure.low_before
    standing = figure.unit == "%" and not figure.cues_so_far & DISBURSED
    owed = figure.unit in ("đồng", "USD") and not pair and _OWED.search(figure.low_before) is not None
    if stock and (pair or standing or owed or _STOCK.search(figure.low_before)):
        return month.group()
    if since is None:
        return stretch(int(month[1]), 1, int(month[2]))
    return f"{since}..{month.group()}" if month.group() != since else month.group()
