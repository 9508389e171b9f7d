"""What a number inside a task stands for: who is told, where, what is to be finished, within how long.

Finds         giải quyết dứt điểm mặt bằng của 23 dự án nêu trên · tháo gỡ vướng mắc cho 2.066 hộ (plan: to be finished)
              vận động 136 hộ còn lại: what remains is to be finished, too (plan)
              giải quyết trong 01 ngày làm việc · chậm nhất 04 ngày kể từ ngày nghiệm thu (plan: the limit)
              yêu cầu các sở, ngành và 135 xã, phường rà soát · giao 03 tổ công tác kiểm tra (count: who is told)
              phối hợp Công an 6 huyện (count: who is told) · niêm yết danh sách tại 237 khu vực bỏ phiếu (count: where)
Leaves alone  báo cáo trong 30 ngày làm việc: when · bám sát 17 dự án: spoken of · trong 09 ngày nghỉ Tết: a stretch
"""

import re

from dondoc.extraction.quantities.figures import Figure

_FINISHED = re.compile(
    r"\b(?:giải quyết|xử lý|khắc phục|tháo gỡ) (?:xong |ngay )?dứt điểm[^,;.()\d]{0,40}\Z|"
    r"\btháo gỡ (?:xong |ngay |kịp thời )*(?:khó khăn|vướng mắc|điểm nghẽn|mặt bằng)[^;.()\d]{0,50}"
    r"\b(?:cho|của|tại)\s*\Z|"
    r"\b(?:xóa|xoá) (?:bỏ |xong )?\Z|\bvận động(?: thêm)?\s*\Z"
)
# "giải quyết dứt điểm mặt bằng cao tốc (164 hộ)": how many of them there are to finish.
_TO_FINISH = re.compile(
    r"\b(?:dứt điểm|giải phóng xong|hoàn thành(?! tốt)|bàn giao(?: toàn bộ| nốt)?) [^,;.()\d]{3,60}\s\(\s*\Z"
)
_RAISED = re.compile(r"\b(?:đưa|nâng)\b[^,;.()\d]{3,60}\blên(?: thành| đạt| khoảng| trên| ít nhất)*\s*\Z")
_REMAIN = re.compile(r"\s*(?:[^\W\d]+ ){0,3}còn lại\b")
_LIMIT = re.compile(
    r"\b(?:chậm nhất|không (?:vượt )?quá|tối đa|tối thiểu|ít nhất|trong vòng|trong thời hạn|xuống còn|còn)"
    r"(?: là| sau)?\s*\Z"
)
_WITHIN = re.compile(
    r"\b(?:giải quyết|thanh toán|thẩm định|xử lý|trả|phê duyệt|kiểm soát)\b[^,;.()\d]{0,50} trong\s*\Z"
)
_STRETCHES = frozenset({"ngày", "ngày làm việc", "giờ", "giờ làm việc", "phút", "tuần", "tháng"})
_BODIES = re.compile(
    r"(?:xã|phường|sở|huyện|quận|tỉnh|đơn vị|chủ đầu tư|tổ công tác|tổ|địa phương|ban|ngành|cơ quan|phòng|đoàn|"
    r"doanh nghiệp|công ty|đồng chí|nhà thầu)\b",
)
_SPOTS, _AT = ("khu vực", "điểm thi", "điểm bầu", "điểm bỏ phiếu", "địa điểm"), re.compile(r"\b(?:tại|ở)\s*\Z")
_AGENCY = re.compile(r"\b(?:ubnd|(?:ủy|uỷ) ban nhân dân|hđnd|công an|chủ tịch|phối hợp)(?: các| với| cùng)*\s*\Z")
_TOLD = re.compile(
    r"\b(?:yêu cầu|đề nghị|giao|phân công)(?:[ ,]+(?:các|sở|ban|ngành|phòng|đơn vị|địa phương|cơ quan|và|cùng|tỉnh|"
    r"huyện|xã|phường|ubnd|giám đốc|thủ trưởng|chủ tịch|lãnh đạo|đoàn thể|thành phố|thị xã))*\s*\Z"
)
# "Riêng 17 xã chưa giải ngân phải giải trình": who is told what to do, by the state that they are in.
_FIRST = re.compile(r"(?:\A|[.;,:])[\s*+–-]*(?:riêng|đối với|và)?\s*\Z")
_IN_STATE = re.compile(r"\s*(?:[^\W\d]+ ){0,3}(?:chưa|không|chậm|thấp|quá hạn|trễ hạn|cố tình|vi phạm|để)\b")
_THINGS = re.compile(r"(?:dự án|công trình|hồ sơ|hộ|trường hợp|gói thầu|cơ sở|nhiệm vụ)\b")


def is_settled_by(figure: Figure, before: str, after: str) -> bool:
    """Whether the task is to finish what ``figure`` counts, or to keep within the time that it is."""
    if figure.unit in _STRETCHES:
        within = figure.unit == "ngày làm việc" and _WITHIN.search(before) is not None
        return within or _LIMIT.search(before) is not None
    if figure.depth:
        return figure.opens and before.rstrip().endswith("(") and _TO_FINISH.search(before) is not None
    return bool(_FINISHED.search(before) or _RAISED.search(before) or _REMAIN.match(after))


def is_named(figure: Figure, before: str, after: str) -> bool:
    """Whether ``figure`` counts those who are told to do something, or where it is done."""
    unit = (figure.unit or "").lower()
    if unit.startswith(_SPOTS):
        return _AT.search(before) is not None
    bodies = _BODIES.match(unit) is not None
    if not (bodies or _THINGS.match(unit)):
        return False
    told = bodies and (_TOLD.search(before) is not None or _AGENCY.search(before) is not None)
    return told or (_FIRST.search(before) is not None and _IN_STATE.match(after) is not None)
