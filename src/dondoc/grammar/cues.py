"""The words that slow rules begin with or cannot do without: one pass over a text finds all of them.

A rule is then tried where one of its words stands, or not at all, instead of at every letter.
"""

from array import array
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache, partial

from dondoc.grammar.finding import Finder

# In small letters.
TIME = (
    *("tháng", "quý", "quí", "năm", "tuần", "ngày", "kỳ", "nửa", "mùa", "tết", "giai", "thời", "nhiệm", "khai", "đại"),
    *("trong", "cùng", "từ", "của", "hằng", "hàng", "mỗi", "từng", "cuối", "giữa", "hết", "trước", "khi"),
    *("sáng", "trưa", "chiều", "tối", "đêm"),
)
# Around which slips are looked for.
CHECKED = (
    *("nhất", "đầu", "này", "trên", "vừa", "số", "kèm", "tức", "hay", "nghĩa", "tương", "tính", "lũy", "luỹ", "kể"),
    *("nâng", "đưa", "cộng", "tổng", "xếp", "đứng", "hạng", "bậc", "vị", "đạt"),
)
# By the rule of dondoc.extraction.directives that looks for them.
INSTRUCTION: dict[str, tuple[str, ...]] = {
    "issued": (
        *("đề nghị", "yêu cầu", "lưu ý", "nhắc nhở", "phân công", "quyền", "chỉ đạo", "kêu gọi", "chỉ thị"),
        *("cho phép", "giao", "nhấn mạnh"),
    ),
    "askers": (
        *("ý kiến", "bức xúc", "luật sư", "đại biểu", "cử tri", "người dân", "bà con"),
        *("chuyên gia", "bạn đọc", "hiệp hội"),
    ),
    "together": ("phối", "kết hợp", "làm việc"),
    "led": ("trì",),
    "others": ("cùng",),
    "modal": ("cần", "phải", "không được", "không để", "nghiêm cấm", "tuyệt đối không", "chịu trách", "có trách"),
    "thanks": ("ghi nhận", "biểu dương", "đánh giá cao", "hoan nghênh", "cảm ơn", "chúc mừng", "chia sẻ"),
    "closing": ("thông báo", "trên đây", "này", "thi hành", "hiệu lực", "./.", "trân trọng", "kính ", "bãi bỏ"),
    "product": (
        *("tham mưu", "xây dựng", "ban hành", "trình", "lập", "hoàn thiện", "hoàn chỉnh", "soạn thảo", "dự thảo"),
        *("gửi", "nộp", "báo cáo"),
    ),
    "strive": ("phấn đấu", "hoàn thành", "bảo đảm", "đảm bảo"),
    "targets": ("chỉ tiêu", "mục tiêu"),
}
_WORDS = tuple(dict.fromkeys((*TIME, *CHECKED, *(word for words in INSTRUCTION.values() for word in words))))
_FINDER = Finder(_WORDS, overlap=True)


@lru_cache(maxsize=2)
def cue_places(low: str) -> Mapping[str, Sequence[int]]:
    """Where each cue begins in ``low``, a text in small letters."""
    places: dict[str, Sequence[int]] = dict.fromkeys(_WORDS, ())
    found: defaultdict[int, array[int]] = defaultdict(partial(array, "I"))  # a long text has a hundred thousand
    for word, start, _ in _FINDER.find(low):
        found[word].append(start)
    places.update((_WORDS[word], starts) for word, starts in found.items())
    return places
