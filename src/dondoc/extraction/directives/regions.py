"""Where a document lists tasks, where it reports, and where it does neither.

Finds         NHIỆM VỤ TRỌNG TÂM ... · Tổ chức thực hiện · yêu cầu ... thực hiện các việc sau: · ... kết luận như sau:
Leaves alone  Kết quả thực hiện nhiệm vụ ... · Tồn tại, hạn chế · Các chỉ tiêu kinh tế (a part of a report)
              Kiến nghị, đề xuất of a report: only who is asked by name
              Nơi nhận and what follows
"""

import re
from functools import lru_cache
from typing import Literal

from dondoc.grammar.agencies.folding import CAPITALS
from dondoc.grammar.anchors import lowered
from dondoc.text import Span

Region = Literal["front", "conclusion", "task", "result", "target", "proposal", "end"]

# _TASK, _RESULT, _FUNDING and _DEFINITIONS are matched against small letters.
_TASK = re.compile(
    r"""phương\ hướng|nhiệm\ vụ|giải\ pháp|tổ\ chức\ thực\ hiện|phân\ công|trách\ nhiệm|trọng\ tâm
        |thời\ gian\ tới|tháng\ tới|công\ tác\ tháng|chương\ trình\ công\ tác|nội\ dung\ thực\ hiện
        |nội\ dung\ chỉ\ đạo|kế\ hoạch\ (?:tháng|quý|tuần|năm|6|phát\ triển)|dự\ kiến|biện\ pháp|định\ hướng|công\ việc
        |cần\ (?:tập|làm|quan|thực|triển)|ý\ kiến\ chỉ\ đạo|yêu\ cầu|chỉ\ đạo,\ điều\ hành\ thời\ gian|kết\ luận""",
    re.VERBOSE,
)
_RESULT = re.compile(
    r"""kết\ quả|tình\ hình|đánh\ giá|mặt\ đạt|ưu\ điểm|thuận\ lợi|hạn\ chế|tồn\ tại|khó\ khăn|nguyên\ nhân
        |bài\ học|khuyết\ điểm|mặt\ được|nhận\ xét|thành\ phần|bối\ cảnh|thực\ trạng|đặc\ điểm|vấn\ đề\ nổi\ lên
        |căn\ cứ|đã\ (?:triển\ khai|thực\ hiện|làm)""",
    re.VERBOSE,
)
# What is to be mended is no result: "Về tháo gỡ khó khăn cho doanh nghiệp", "Khắc phục những tồn tại, hạn chế".
_WANTING = r"(?:khó khăn|vướng mắc|tồn tại|hạn chế|khuyết điểm|bất cập)"
_MENDED = re.compile(
    r"(?:tháo gỡ|khắc phục|giải quyết|vượt qua|xử lý)(?: (?:dứt điểm|kịp thời|triệt để|ngay|những|các|một số))*"
    rf" {_WANTING}(?:(?:, | và ){_WANTING})*"
)
_TARGET = re.compile(r"\W*(?:về\s+)?(?:các\s+|một số\s+|những\s+)?(?:mục tiêu|chỉ tiêu)(?!\s+quốc gia)", re.IGNORECASE)
_INDICATORS = re.compile(r"\W*(?:về\s+)?(?:các\s+|một số\s+|những\s+)?chỉ tiêu", re.IGNORECASE)
_AIMED = re.compile(
    r"mục tiêu|phấn đấu|kế hoạch|dự kiến|đề ra|được giao|cần đạt|nhiệm kỳ|giai đoạn|thời gian tới|"
    r"(?:tháng|quý|năm) (?:tới|sau)|năm \d",
    re.IGNORECASE,
)
_CONTENTS = re.compile(r"nội dung|biện pháp|hoạt động|công tác|lộ trình|tiến độ|phân kỳ", re.IGNORECASE)
# What a plan says of its money tells somebody now and then.
_FUNDING = re.compile(r"kinh phí|nguồn lực|nguồn vốn|điều kiện (?:thực hiện|bảo đảm|đảm bảo)")
_PROPOSAL = re.compile(
    r"^\W*(?:những\ |một\ số\ |các\ )?(?:đề xuất|kiến nghị|đề xuất, kiến nghị|kiến nghị, đề xuất)"
    r"|^[^.;:]{4,80}\s(?:xin )?(?:kiến nghị|đề xuất)(?: như sau| một số nội dung)?:\W*$",
    re.IGNORECASE,
)
_FUTURE = re.compile(
    r"thời gian tới|tháng tới|quý tới|cuối năm|(?:nhiệm vụ|phương hướng|giải pháp)[^.]{0,60}(?:tháng|quý|năm)\s+[\dIV]",
    re.IGNORECASE,
)
_AHEAD = re.compile(
    r"\W*(?:(?:các|một số|những|dự kiến) )*(?:nhiệm vụ|phương hướng|kế hoạch|giải pháp|trọng tâm|"
    r"(?:chương trình )?công tác)(?!\w)",
    re.IGNORECASE,
)
_DEFINITIONS = re.compile(
    r"giải thích từ ngữ|phạm vi điều chỉnh|đối tượng áp dụng|mục đích|quan điểm|phạm vi, đối tượng|hiệu lực thi hành",
)
END = re.compile(r"[\s*_]*(?:(?:Nơi\s+nhận|NƠI\s+NHẬN|Kính\s+gửi)(?![^\W_])|Như\s+(?:trên|kính\s+gửi)\s*[;,.(])")
# The list of recipients that runs on behind the last sentence of an item.
FOOT = re.compile(r"[\s*_]*(?:Nơi\s+nhận|NƠI\s+NHẬN)[\s*_]*:")
# News begins to tell what somebody in charge told others.
_NARRATED = re.compile(
    r"(?:Kết luận|Phát biểu (?:chỉ đạo|kết luận)|Chỉ đạo)"
    r"(?: tại)?(?: (?:hội nghị|cuộc họp|phiên họp|buổi[^,.;]{3,30}))?, [^.;:]{4,110}?\s"
    r"(?:yêu cầu|đề nghị|giao|chỉ đạo|lưu ý|nhấn mạnh)(?!\w)|"
    r"(?<!kế hoạch )(?<!dự toán )(?<!chỉ tiêu )(?<!vốn )"
    r"(?:Thủ tướng|[Cc]hủ tịch(?= (?:cũng |còn )?(?:yêu cầu|đề nghị|giao|chỉ đạo|lưu ý))|"
    rf"[Cc]hủ tịch(?= (?:(?!Hội|Công|Liên|Hiệp|Mặt|Tập)[{CAPITALS}]\w+ ){{2,4}}(?:cũng |còn |đã )?(?:yêu cầu|đề nghị|"
    r"giao|chỉ đạo|lưu ý|nhấn mạnh) )|[Cc]hủ tịch (?:nước|Quốc hội|"
    r"UBND|HĐND|Ủy ban|Uỷ ban)|Bí thư|Bộ trưởng|Thứ trưởng|[Đđ]ồng chí|"
    r"[Ll]ãnh đạo(?!,)|"
    r"Ban Thường vụ|Thường trực|UBND (?:tỉnh|TP|thành phố|huyện|thị xã|quận|xã|phường)|[Cc]ông văn|[Vv]ăn bản|"
    r"[Cc]hỉ thị|[Cc]ông điện|Thông tri)(?!\w)(?:(?!cho biết|cho rằng|cho hay)[^.;:]){0,110}?\s"
    r"(?<!theo )(?<!sự )(?<!chờ )"
    r"(?:yêu cầu|chỉ đạo|giao(?! ?[,.;)])|đề nghị|lưu ý|nhấn mạnh|kết luận|nêu rõ|phân công|quán triệt)(?!\w)"
    r"(?!\s+(?:của|tại|thanh tra|điều tra))"
)
# News tells what a place or a branch sets out to do: "Trong 6 tháng cuối năm, huyện A tiếp tục ...".
_OUTLOOK = re.compile(
    r"\W*(?:(?:(?:Trong |Từ nay đến |Bước vào |Những |Các )?(?:thời gian (?:tới|còn lại)|cuối năm|"
    r"(?:những |các |\d{1,2} )?tháng (?:cuối năm|còn lại|tiếp theo)(?: \d{4})?|"
    r"tháng \d{1,2} và (?:những|các) tháng (?:tiếp theo|tới)),? |Nhiệm vụ trọng tâm )"
    r"(?:(?!đã |đang |có thể |dự báo |khả năng )[^.;:]){2,110}?(?:tiếp tục|tập trung|phấn đấu|đẩy mạnh|tăng cường|"
    r"sẽ (?!có |là |bị ))|"
    r"(?:Trong năm \d{4}, )?(?:ngành|huyện|tỉnh|thành phố|thị xã|xã|phường)(?: (?!đã )[^\s,.;]+){0,6} "
    r"(?:phấn đấu|tiếp tục đặt ra|đặt (?:ra )?(?:chỉ tiêu|mục tiêu))(?! của)(?!\w))",
    re.IGNORECASE,
)
# News tells that tasks were set for a time to come; they follow: "Huyện đề ra 3 nhiệm vụ trọng tâm trong quý IV."
_SETS_OUT = re.compile(
    r"(?<!\w)(?:lên kế hoạch|đề ra|đặt ra|xác định|đưa ra)(?!\w)[^.;:]{0,40}?(?<!\w)(?:nhiệm vụ|giải pháp|phương hướng)"
    r"(?!\w)[^.;:]{0,80}?\s(?:cuối năm|thời gian tới|(?:tháng|quý) tới|quý [IV]+|tháng (?:còn lại|cuối))(?!\w)"
)
# A leader says what is so, and draws on it: "Bộ trưởng cho rằng dịch còn lan. Do vậy, cần ...".
_HOLDS = re.compile(
    r"\W*(?:Phó )?(?:Tổng Bí thư|Thủ tướng|Bộ trưởng|Thứ trưởng|Chủ tịch(?! (?:Hội|Hiệp|Công|HĐQT))|Bí thư|Đồng chí)"
    r"(?!\w)[^.;:]{0,90}?\s(?:nhận định|cho rằng|đánh giá|chỉ rõ|khẳng định|phân tích|nhấn mạnh)(?!\w)"
)
_HENCE = re.compile(r"\W*(?:(?:Do|Vì) (?:vậy|đó|thế)|Bởi vậy|Chính vì (?:vậy|thế)),?\s")
# Somebody else than the leader says it.
ATTRIBUTED = re.compile(
    r"(?<!\w)(?:cho biết|cho rằng|cho hay|nhận định|tâm sự|lý giải|kể lại|thừa nhận|thẳng thắn chỉ ra|"
    r"theo (?:Bộ trưởng|Thứ trưởng|PGS|GS|TS|luật sư)(?= )|dự báo(?=[,:]| (?:rằng|sẽ|trong|đến|từ|năm|tháng))|"
    r"theo (?:ông|bà|anh|chị)(?= ))(?!\w)",
    re.IGNORECASE,
)
RESULT_INTRO = re.compile(
    r"(?:kết quả|hạn chế|tồn tại|khó khăn|vướng mắc|nguyên nhân|khuyết điểm)[^.:;]{0,80}(?:như sau|như|sau|cụ thể|"
    r"là)?\s*:\W*$",
    re.IGNORECASE,
)


@lru_cache(maxsize=2)
def is_narrated(content: str, sentence: Span) -> bool:
    """Whether news tells by ``sentence`` what somebody in charge told others."""
    return _NARRATED.search(content, *sentence) is not None


def sets_out(content: str, sentence: Span) -> bool:
    """Whether news begins by ``sentence`` to tell what is set for a time to come."""
    return _OUTLOOK.match(content, *sentence) is not None or _SETS_OUT.search(content, *sentence) is not None


def draws_on(content: str, opening: Span, sentence: Span) -> bool:
    """Whether ``sentence`` draws on what a leader says in the ``opening`` of the paragraph."""
    return _HENCE.match(content, *sentence) is not None and _HOLDS.match(content, *opening) is not None


def heading_region(words: str, kind: str) -> Region | None:
    """The region that a heading opens, None where its words decide nothing."""
    if kind in ("report", "plan") and _PROPOSAL.search(words):
        return "proposal"
    low = _MENDED.sub(" ", lowered(words))
    if _DEFINITIONS.search(low) and not re.search("nhiệm vụ|giải pháp|tổ chức thực hiện", low):
        return "front"
    result, task = _RESULT.search(low), _TASK.search(low)
    if _TARGET.match(words) and result is None:
        return "target"
    if result is None:
        if task or (kind == "plan" and _CONTENTS.search(words)):
            return "task"
        return "conclusion" if kind == "plan" and _FUNDING.search(low) else None
    if task is None or result.start() < task.start():
        return (
            "result"
            if task is None or not _FUTURE.search(words, task.start()) or result.start() < task.start()
            else "task"
        )
    return "task"


def heads_tasks(words: str) -> bool:
    """Whether ``words`` head the tasks of a time to come: "Nhiệm vụ quý IV", "Phương hướng 6 tháng cuối năm"."""
    return _AHEAD.match(words) is not None and _FUTURE.search(words) is not None


def told_so_far(words: str) -> bool:
    """Whether a heading over indicators tells what became of them: "Các chỉ tiêu kinh tế", not "Mục tiêu năm 2027"."""
    return _INDICATORS.match(words) is not None and _AIMED.search(words) is None
