"""Figures that the words before them make some of a figure told already.

Finds         diện tích nhiễm 5.005 ha, nhiễm nặng 2.105 ha, mất trắng 45 ha · 1.898 ha; riêng vùng ven sông 1.501 ha
              277 hồ sơ quá hạn nhưng chỉ có 112 hồ sơ được xin lỗi · Qua phân loại, có 849 đơn đủ điều kiện
              512,8 nghìn tấn, tăng 3,4% (cá đạt 448,1 nghìn tấn, ...): what the change before the bracket is of
Leaves alone  riêng tháng 9 thu 30 tỷ đồng: another time · (cùng kỳ 480 tỷ đồng), (kế hoạch 600 ha): no part
"""

import re
from collections.abc import Sequence

from dondoc.extraction.quantities.figures import Figure, Sentence
from dondoc.extraction.quantities.parts.likeness import not_above, same_kind
from dondoc.facts import Evidence

_SEVERE = re.compile(
    r"(?:[^;.]*[,;])?\s*(?:trong đó\s+)?(?:diện tích\s+)?(?:bị\s+)?(?:(?:nhiễm|hại|thiệt hại|hư hỏng)\s+)?"
    r"(?:nặng|mất trắng|hoàn toàn)(?:\s+(?:là|khoảng|trên|hơn))*\s*"
)
_AFFLICTED = re.compile(r"nhiễm|\bhại\b|thiệt hại|hư hỏng|dịch|bệnh|ngập|diện tích")
_ALONE = re.compile(
    r"[^.]*?[;,]\s*(?:trong đó,?\s+)?riêng\s+(?!trong|tháng|năm|quý|kỳ|tuần|giai đoạn|ngày|về)"
    r"(?=[^,;.()\d]*\b(?:tỉnh|huyện|xã|phường|thị xã|thành phố|vùng|khu vực|miền|đồng bằng|đoạn|"
    r"địa bàn|đơn vị|khu|khách|nữ|lúa|tôm)\b)"
    r"[^,;.()\d]{2,90}"
)
# "34 chỉ tiêu năm 2013, nhất là 09 chỉ tiêu đạt thấp"
_MAINLY = re.compile(r"[^.;()]{0,60}[, ](?:nhất là (?:đối với )?|cá biệt,? (?:có |còn )*)")
# "nhiều nhất là xã Tân Lập (61 con)", "tập trung ở An Hòa 402 ca"
_MOST = re.compile(
    r"(?:\b(?:nhiều|lớn|nặng|cao|đông|mạnh|thấp) nhất|\btập trung (?:chủ yếu |nhiều |nhất )*(?:ở|tại|là|vào|trên)|"
    r"\bchủ yếu (?:là|ở|tại|thuộc|do|từ|trên|trong))"
    r"(?P<of>[^.;:%\d()]{0,70})\(?\s*\Z"
)
# "riêng tiền sử dụng đất 168 tỷ đồng"
_APART = re.compile(
    r"(?:\A\s*|[,;(]\s*)riêng (?!trong|tháng|năm|quý|kỳ|tuần|giai đoạn|ngày|về|tính|chỉ|đợt|vụ|lũy kế|\d)"
    r"(?![^.;:%()]*\bđạt\b)[^.;:%\d()]{0,70}\Z"
)
_ONLY = re.compile(r"[^.;]*?\b(?:nhưng|song|tuy nhiên,?)\s+(?:đến nay |hiện |mới |chỉ )*(?:chỉ|mới)\s+(?:có |được )?")
_THROUGH = re.compile(
    r"[\s*–-]*qua (?:xử lý|rà soát|kiểm tra|thẩm định|phân loại|đánh giá|xác minh|xét nghiệm)[^,.;\d]{0,40},"
    r"(?:\s+(?:đã|có|phát hiện|xác định))+(?:\s+(?:khoảng|trên|hơn))?\s*"
)
_THEN_SETTLED = re.compile(
    r"[\s*–-]*(?:kết quả,? |trong đó,? )?(?:đến nay,? |hiện )?đã (?:giải quyết|xử lý|xét xử|thi hành|trả lời|thẩm định|"
    r"hòa giải|điều tra làm rõ|khám phá)(?: xong| được| thành)*(?:\s+(?:khoảng|trên|hơn|gần))?\s*"
)
_RECEIVED = re.compile(r"thụ lý|tiếp nhận|\bnhận\b|thẩm quyền|phát hiện|xảy ra|phải (?:giải quyết|thi hành)")
_ALONE_THEN = re.compile(
    r"[\s*–-]*riêng,?\s+(?!trong|tháng|năm|quý|kỳ|tuần|giai đoạn|ngày|về|tính|chỉ)"
    r"(?P<noun>[^\W\d]+ [^\W\d]+)[^,;.()\d]{3,90}"
)
# A bracket that tells of another time, of a plan, or of the same again.
_OTHERWISE = re.compile(
    r"cùng kỳ|kế hoạch|\bkh\b|dự toán|chỉ tiêu|nghị quyết|mục tiêu|\bnăm\b|tháng|quý|l[uũ]y kế|luỹ kế|bình quân|tương|"
    r"tăng|giảm|\bcòn\b|\bso\b|vượt|thiếu|hụt|\btừ\b|\bđến\b|trước|ước cả|trung bình|\btổng\b|giá trị|\d"
)
# "(quý II/2023: 84 vụ)", "(cuối năm 2023: 310 tỷ đồng)", "gấp đôi quý II năm ngoái (18 tỷ đồng)"
_OTHER_TIME = re.compile(
    r"\(\s*(?:tại |tính |thời điểm |cuối |đầu |hết |đến |cùng kỳ |số |ước |cả )*"
    r"(?:năm|tháng|quý|vụ|kỳ|ngày|\d{1,2} tháng)\b[^(),;]{0,20}?(?:trước|ngoái|20\d\d)(?: (?:là|đạt|có|ước))*"
    r"\s*:?\s*\Z|"
    r"(?:\A\s*|\b(?:gấp|bằng|so|hơn|kém)\b[^,;.()]{0,30})\b(?:năm|tháng|quý|vụ|kỳ)\b[^,;.()]{0,20}"
    r"(?:trước|ngoái|20\d\d)\s*\(\s*\Z"
)
_NEXT_TIME = re.compile(r"[^();]{0,30}[;,]\s*(?:riêng )?(?:năm|tháng|quý)\b")
_TOLD = frozenset({"actual", "cumulative", "count", "part"})
_BESIDE = frozenset({"change", "share_of_plan", "rate"})
_MOST_WORDS = ("nhất", "tập trung", "chủ yếu")
_FAR = 5
_NEAR = 200


def link_some(sentence: Sentence, index: int, before: str) -> bool:
    """Make figure ``index`` a part of the one before it, where the words between say that it is some of that."""
    figure = sentence.figures[index]
    if figure.role not in _TOLD or figure.role == "part" or figure.over or figure.under or figure.unit == "%":
        return False
    severe = ("nặng" in before or "trắng" in before) and _SEVERE.fullmatch(before) is not None
    if not severe:
        alone = "riêng" in before and not figure.depth and _ALONE.fullmatch(before) is not None
        mainly = (
            ("nhất là" in before or "cá biệt" in before) and not figure.depth and _MAINLY.fullmatch(before) is not None
        )
        if not (alone or mainly or (("chỉ" in before or "mới" in before) and _ONLY.fullmatch(before) is not None)):
            return False
    main = _main_before(figure)
    while severe and main is not None and main.whole is not None and _SEVERE.fullmatch(main.low_before):
        main = main.whole
    if main is None or not same_kind(main, figure) or not not_above(figure, main) or main.over is not None:
        return False
    if severe and not _AFFLICTED.search(main.low_before):
        return False
    _attach(figure, main, "parts.some")
    return True


def link_apart(figure: Figure) -> bool:
    """``thu 392 tỷ đồng, đạt 127% dự toán (309 tỷ đồng); riêng tiền sử dụng đất 168 tỷ đồng``: some of it."""
    if "riêng" not in figure.low_before or _APART.search(figure.low_before) is None:
        return False
    main = _divided_before(figure)
    if main is None:
        return False
    _attach(figure, main, "parts.some")
    return True


def most_of(figure: Figure) -> Figure | None:
    """``158 con bò (bò đực 97, bò cái 61), nhiều nhất là Tân Lập (61 con)``: the whole of what is most."""
    if not any(word in figure.low_before for word in _MOST_WORDS) or _MOST.search(figure.low_before) is None:
        return None
    return _divided_before(figure)


def _divided_before(figure: Figure) -> Figure | None:
    """The last figure of the same things shortly before ``figure`` that is no smaller, or what that is a part of."""
    if figure.role not in _TOLD or figure.over or figure.under or figure.unit in (None, "%") or figure.task:
        return None
    main = figure.previous
    for _ in range(_FAR):
        if main is None or figure.measure.span.start - main.measure.span.end > _NEAR:
            return None
        if main.role in _TOLD and same_kind(main, figure) and main.over is None and not_above(figure, main):
            return main.whole if main.whole is not None and same_kind(main.whole, figure) else main
        main = main.previous
    return None


def link_through(sentence: Sentence, earlier: Sequence[Figure]) -> None:
    """``... phải xử lý 1.073 đơn. Qua phân loại, có 849 đơn đủ điều kiện``: some of those in the sentence before."""
    figure = sentence.figures[0]
    if figure.role not in _TOLD or figure.over or figure.under:
        return
    settled = _THEN_SETTLED.fullmatch(figure.low_before) is not None
    alone = None if settled else _ALONE_THEN.fullmatch(figure.low_before)
    if not settled and alone is None and not _THROUGH.fullmatch(figure.low_before):
        return
    for near in reversed(earlier[-_FAR:]):
        main = near.whole if settled and near.role == "part" and near.whole is not None else near
        if main.role in _TOLD and same_kind(main, figure):
            if (settled and not _RECEIVED.search(main.low_before)) or (alone and alone["noun"] not in main.low_before):
                return
            close = sentence.span.start - near.measure.span.end < _NEAR
            if close and main.over is None and not_above(figure, main):
                _attach(figure, main, "parts.through")
            return


def is_of_other_time(figure: Figure) -> bool:
    """``91 vụ (quý II/2023: 84 vụ)``: what it was at another time, where the bracket does not go on to the next."""
    if not figure.opens or _OTHER_TIME.search(figure.low_before) is None:
        return False
    return _NEXT_TIME.match(figure.low_after) is None


def is_otherwise(words: str) -> bool:
    """Whether ``words`` of a bracket tell of another time, of a plan, or of the same again."""
    return _OTHERWISE.search(words) is not None


def _main_before(figure: Figure) -> Figure | None:
    """The figure before ``figure``, past changes, shares and rates of it and plans in brackets."""
    main = figure.previous
    for _ in range(_FAR):
        if main is None or not (main.role in _BESIDE or (main.role == "plan" and main.depth > figure.depth)):
            break
        main = main.previous
    return main if main is not None and main.role in _TOLD else None


def _attach(figure: Figure, main: Figure, rule: str) -> None:
    figure.whole, figure.role = main, "part"
    figure.evidence.append(Evidence("of", rule))
