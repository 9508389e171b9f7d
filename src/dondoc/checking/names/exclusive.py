"""Names that no thing bears twice: parts under them cannot overlap.

Finds         mầm non, tiểu học, THCS · trung ương, địa phương · hoàn thành, đang thi công, chưa khởi công · xã An Phú,
              xã Bình Minh · đúng hạn, quá hạn · giỏi, khá, trung bình · khu vực I, khu vực II
Leaves alone  nhắc nhở, lập biên bản, xử phạt: one case may be all three · hoàn thành, quyết toán · nữ, đảng viên
"""

import re
from collections.abc import Sequence

from dondoc.grammar.anchors import lowered
from dondoc.grammar.finding import Finder

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
        (r"từ chối|trả lại|\brút\b", r"chưa\s|chuẩn bị", r"đang\s",
         r"(?<!chưa )(?:hoàn thành|hoàn thiện|xong|thẩm định|giải quyết)"),
        (r"quá hạn|trễ hạn|chậm hạn|muộn", r"đúng (?:hạn )?và trước hạn|trước (?:hạn )?và đúng hạn",
         r"trước (?:thời )?hạn", r"đúng (?:thời )?hạn|đúng hẹn", r"trong hạn|đang "),
        (r"chuyển tiếp", r"khởi công mới|mở mới|mới\b", r"kéo dài"),
        (r"chưa (?:hoàn thành|đạt|lên lớp)|không (?:hoàn thành|đạt)|yếu|kém", r"xuất sắc", r"giỏi|tốt\b",
         r"khá", r"trung bình|đạt\b|hoàn thành"),
        (r"\bnam\b", r"\bnữ\b"),
        (r"\btăng\b|đi lên", r"\bgiảm\b|đi xuống",
         r"ổn định|không (?:đổi|thay đổi)|đứng (?:giá|yên)|giữ (?:nguyên|ổn định)"),
        (r"dương tính", r"âm tính", r"\bchờ\b"),
        (r"trực tuyến|qua mạng", r"trực tiếp", r"bưu chính"),
        (r"bắt buộc", r"tự nguyện", r"thất nghiệp"),
        (r"bảo hiểm xã hội|bhxh", r"bảo hiểm y tế|bhyt", r"bảo hiểm thất nghiệp|bhtn"),
        (r"khánh thành", r"khởi công", r"động thổ"),
        (r"khiếu nại", r"tố cáo", r"kiến nghị|phản ánh", r"tranh chấp"),
        (r"quốc tế", r"nội địa|trong nước"),
        (r"nstw", r"nsđp"),
        (r"\bcá\b", r"\btôm\b", r"thủy sản khác|thuỷ sản khác"),
        (r"đường bộ", r"đường sắt", r"đường thủy|đường thuỷ", r"hàng không", r"đường biển|hàng hải"),
        (r"xây (?:dựng )?mới|làm mới|xây dựng", r"sửa chữa|nâng cấp|cải tạo"),
        (r"tồn (?:kỳ|đầu|từ|cũ|tháng|năm)|chuyển sang|kỳ trước", r"mới|trong kỳ|trong tháng"),
        (r"sập|đổ|cuốn trôi", r"tốc mái|hư hỏng|hư hại", r"ngập"),
        (r"\bkhỏi\b|ra viện|bình phục", r"đang (?:điều trị|theo dõi|cách ly)",
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
        (r"tây nguyên", r"đông nam bộ", r"cửu long|đbscl", r"sông hồng|đbsh", r"duyên hải|nam trung bộ",
         r"bắc trung bộ", r"đông bắc", r"tây bắc", r"trung du|miền núi"),
        (r"ngắn hạn", r"(?:trung|dài)[^,;.]{0,10} hạn"),
        (r"trong (?:các )?(?:kcn|khu công nghiệp)", r"ngoài (?:các )?(?:kcn|khu công nghiệp)"),
        (r"không khởi tố", r"\bkhởi tố", r"xác minh|đang giải quyết|đang điều tra"),
        (r"hành chính", r"khởi tố|hình sự", r"đang (?:điều tra|xác minh|củng cố|giải quyết|xử lý|làm rõ)"),
        (r"người có công", r"bảo trợ", r"hộ nghèo", r"cận nghèo"),
        (r"công ty tnhh|trách nhiệm hữu hạn", r"cổ phần", r"tư nhân", r"hợp tác xã|\bhtx"),
        (r"\bcháy\b", r"\bphá\b|lấn chiếm"),
        tuple(rf"\b(?:khu vực|kv|loại|nhóm|hạng) (?:{sign})\b" for sign in ("i|1|a", "ii|2|b", "iii|3|c", "iv|4|d")),
        (r"mũi 1|mũi thứ nhất|mũi một", r"mũi 2|mũi thứ hai|mũi hai", r"mũi 3|mũi thứ ba|nhắc lại"),
    )
)  # fmt: skip
# Pairs that leave nothing between them: whatever they are of, the two are all of it.
_ALL_THERE = tuple(
    (re.compile(first), re.compile(second))
    for first, second in (
        (r"\bnam\b", r"\bnữ\b"),
        (r"quốc tế", r"nội địa|trong nước"),
        (r"khai thác|đánh bắt", r"nuôi trồng"),
        (r"thành thị|đô thị", r"nông thôn"),
        (r"(?<!ngoài )công lập", r"ngoài công lập|tư thục|dân lập"),
        (r"(?<!ngoài )trong nước", r"nước ngoài|ngoài nước"),
        (r"trực tuyến|qua mạng", r"trực tiếp"),
        (r"khả năng thu", r"khó thu"),
        (r"trong (?:các )?(?:kcn|khu công nghiệp)", r"ngoài (?:các )?(?:kcn|khu công nghiệp)"),
        (r"khánh thành", r"khởi công"),
        (r"\bcháy\b", r"\bphá\b|lấn chiếm"),
        (r"ngắn hạn", r"trung[^,;.]{0,4} dài hạn|(?<!ngắn )dài hạn"),
        (r"(?:miền|phía) bắc", r"(?:miền|phía) nam"),
        (r"chuyển tiếp", r"(?:khởi công|mở|làm|triển khai) mới"),
        (r"đúng (?:và trước )?hạn|trước (?:và đúng )?hạn", r"quá hạn|trễ hạn"),
    )
)
# Matched against small letters.
_PLACE = re.compile(
    r"\b(?:xã|phường|huyện|thị xã|thị trấn|thành phố|tp\.?|quận|tỉnh|thôn|bản|ấp|khu phố|tổ dân phố|sở|ban|cục"
    r"|chi cục)\s+(?P<name>[^\W\d_]+(?:\s+[^\W\d_]+)?)"
)


_SIGN = re.compile(r"\\[a-z]")
_WORD = re.compile(r"[^\W\d_]+")


def _groups_by_word() -> dict[str, set[int]]:
    """The groups by the words of their patterns: where one of them matches, some word of it stands."""
    groups: dict[str, set[int]] = {}
    for group, kinds in enumerate(_KINDS):
        for kind in kinds:
            for word in _WORD.findall(_SIGN.sub(" ", kind.pattern)):
                groups.setdefault(word, set()).add(group)
    return groups


_WORDS, _GROUPS = zip(*_groups_by_word().items(), strict=True)
_FINDER = Finder(_WORDS, overlap=True)


class Nature:
    """What a name (what the words call a part) is, to be set against others; read as far as somebody asks."""

    __slots__ = ("_kinds", "_low", "_name", "groups")

    def __init__(self, name: str) -> None:
        self._name = name
        self._low = lowered(name)
        self._kinds: dict[int, int | None] = {}
        self.groups: set[int] = set().union(*(_GROUPS[word] for word, _, _ in _FINDER.find(self._low)))

    def kind(self, group: int) -> int | None:
        """Which kind of the ``group``-th, one of its ``groups``, it is of, None where it is of none."""
        if group not in self._kinds:
            self._kinds[group] = next(
                (number for number, word in enumerate(_KINDS[group]) if word.search(self._low)), None
            )
        return self._kinds[group]

    @property
    def place(self) -> str | None:
        """The place that it names."""
        found = _PLACE.search(self._low)
        named = self._name[slice(*found.span("name"))] if found is not None else ""
        return named if named[:1].isupper() else None


def exclude_each_other(natures: Sequence[Nature]) -> bool:
    """Whether each is of another kind of one group, or another place."""
    for group in set.intersection(*(nature.groups for nature in natures)):
        kinds = set()
        for nature in natures:
            kind = nature.kind(group)
            if kind is None:
                break  # nothing need be known of the others
            kinds.add(kind)
        else:
            if len(kinds) == len(natures):
                return True
    places: set[str | None] = set()
    for nature in natures:
        place = nature.place
        if place is None or place in places:
            return False
        places.add(place)
    return True


def leave_nothing(names: Sequence[str]) -> bool:
    """Whether two names divide all there is: nam and nữ, khai thác and nuôi trồng."""
    if len(names) != 2:
        return False
    low, high = names[0].lower(), names[1].lower()
    return any(
        (first.search(low) and second.search(high) and not second.search(low) and not first.search(high))
        or (first.search(high) and second.search(low) and not second.search(high) and not first.search(low))
        for first, second in _ALL_THERE
    )


def are_exclusive(names: Sequence[str]) -> bool:
    """Whether each of ``names`` is of another kind of one group, or another place."""
    return exclude_each_other([Nature(name) for name in names])
