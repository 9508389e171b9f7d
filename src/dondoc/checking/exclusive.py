"""Names that no thing bears twice: parts under them cannot overlap.

Finds         mầm non, tiểu học, THCS · trung ương, địa phương · hoàn thành, đang thi công, chưa khởi công · xã An Phú,
              xã Bình Minh · đúng hạn, quá hạn · giỏi, khá, trung bình
Leaves alone  nhắc nhở, lập biên bản, xử phạt: one case may be all three · hoàn thành, quyết toán · nữ, đảng viên
"""

import re
from collections.abc import Sequence

# One kind a group: the first pattern that a name matches is what it is; no two parts may be the same.
_KINDS = tuple(
    tuple(re.compile(word) for word in kinds)
    for kinds in (
        (r"mầm non|mẫu giáo|nhà trẻ", r"tiểu học|cấp 1\b", r"thcs|trung học cơ sở|cấp 2\b", r"thpt|trung học phổ thông",
         r"gdtx|gdnn|thường xuyên|liên cấp", r"đại học|cao đẳng"),
        (r"ngoài (?:nhà nước|quốc doanh)|tư nhân|ngoài công lập|dân doanh",
         r"công lập|quốc doanh|vốn nhà nước|khu vực nhà nước",
         r"nước ngoài|fdi", r"tín dụng", r"dân (?:cư|góp)|nhân dân|đóng góp"),
        (r"trung ương", r"cấp tỉnh|tuyến tỉnh|ngân sách tỉnh|vốn tỉnh", r"huyện", r"\bxã\b|phường",
         r"địa phương|thành phố"),
        (r"chưa\s|chuẩn bị", r"đang\s", r"(?<!chưa )(?:hoàn thành|hoàn thiện|xong|thẩm định|giải quyết)"),
        (r"quá hạn|trễ hạn|chậm hạn|muộn", r"đúng (?:và trước )?hạn|trước (?:và đúng )?hạn|đúng hẹn",
         r"trong hạn|đang "),
        (r"chuyển tiếp", r"khởi công mới|mở mới|mới\b", r"kéo dài"),
        (r"chưa (?:hoàn thành|đạt|lên lớp)|không (?:hoàn thành|đạt)|yếu|kém", r"xuất sắc", r"giỏi|tốt\b",
         r"khá", r"trung bình|đạt\b|hoàn thành"),
        (r"\bnam\b", r"\bnữ\b"),
        (r"dương tính", r"âm tính", r"\bchờ\b"),
        (r"trực tuyến|qua mạng", r"trực tiếp", r"bưu chính"),
        (r"bắt buộc", r"tự nguyện", r"thất nghiệp"),
        (r"xây (?:dựng )?mới|làm mới|xây dựng", r"sửa chữa|nâng cấp|cải tạo"),
        (r"tồn (?:kỳ|đầu|từ|cũ|tháng|năm)|chuyển sang|kỳ trước", r"mới|trong kỳ|trong tháng"),
        (r"sập|đổ|cuốn trôi", r"tốc mái|hư hỏng|hư hại", r"ngập"),
        (r"điều trị khỏi|đã khỏi|ra viện|bình phục", r"đang (?:điều trị|theo dõi|cách ly)",
         r"tử vong|chết|tiêu hủy|tiêu huỷ"),
        (r"thành thị|đô thị", r"nông thôn"),
        (r"trâu", r"\bbò\b", r"lợn|heo", r"gia cầm|\bgà\b|\bvịt\b", r"\bdê\b"),
        (r"lúa", r"ngô|bắp", r"khoai", r"sắn|mì\b", r"rau", r"lạc|đậu", r"mía"),
        (r"nông,? lâm|nông nghiệp|nông, lâm|lâm nghiệp", r"công nghiệp", r"dịch vụ|thương mại", r"thuế sản phẩm"),
        (r"đầu tư(?: phát triển| xdcb)?\b", r"thường xuyên", r"sự nghiệp", r"dự phòng", r"\bkhác\b|còn lại"),
        (r"nội địa", r"xuất,? nhập khẩu|xuất khẩu|hải quan", r"dầu thô", r"bổ sung|trợ cấp"),
        (r"khó thu|chờ (?:xử lý|giải thể)", r"(?:có )?khả năng thu|đang khiếu nại"),
        (r"khai thác|đánh bắt", r"nuôi trồng|\bnuôi\b"),
        (r"(?:miền|phía) bắc|bắc bộ", r"(?:miền|phía) nam|nam bộ", r"miền trung|trung bộ|tây nguyên"),
        (r"cấp(?: phép)? mới", r"tăng (?:thêm )?vốn|vốn tăng", r"góp vốn|mua cổ phần"),
        (r"trong nước", r"(?:ngoài|nước) (?:nước|ngoài)"),
        (r"phòng hộ", r"đặc dụng", r"sản xuất"),
        (r"đất ở", r"đất nông", r"đất khác|phi nông"),
        (r"bị chết|người chết|làm chết|tử vong", r"bị thương"),
    )
)  # fmt: skip
_PLACE = re.compile(
    r"\b(?:xã|phường|huyện|thị xã|thị trấn|thành phố|tp\.?|quận|tỉnh|thôn|bản|ấp|khu phố|tổ dân phố|sở|ban|cục"
    r"|chi cục)\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+)?)",
    re.IGNORECASE,
)


def are_exclusive(names: Sequence[str]) -> bool:
    """Whether each of ``names`` (what the words call a part) is of another kind of one group, or another place."""
    lowered = [name.lower() for name in names]
    if any(len(found) == len(lowered) for kinds in _KINDS if (found := _kinds_of(lowered, kinds))):
        return True
    places = [match["name"] if (match := _PLACE.search(name)) else None for name in names]
    named = {place for place in places if place is not None and place[:1].isupper()}
    return len(named) == len(names)


def _kinds_of(names: Sequence[str], kinds: tuple[re.Pattern[str], ...]) -> set[int]:
    """The kinds that the names are of; none where one is of none or two are of the same."""
    found: set[int] = set()
    for name in names:
        kind = next((number for number, word in enumerate(kinds) if word.search(name)), None)
        if kind is None or kind in found:
            return set()
        found.add(kind)
    return found
