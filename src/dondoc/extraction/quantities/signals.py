"""Which kinds of cue words stand where: found once, before any rule looks at a figure.

One automaton goes over the small letters of a sentence and reports every word without which some rule cannot answer.
The words of a kind set a bit for the gap between two figures that they stand in, so that "is there a word of planning
before this figure" is a test of a bit. A set bit promises nothing: the rule looks closer. A bit that is not set means
that no pattern of the kind can match there.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from typing import NamedTuple

from ahocorasick_rs import AhoCorasick, Implementation, MatchKind

from dondoc.extraction.quantities.cues import cue_words, read_divisions

CHANGE, PLAN, RANK, BEHIND, AVERAGE, AIM, DISBURSED, GROWTH, CUMULATIVE, RESULTING, ATTENDING, LISTED, SETTLED = (
    1 << place for place in range(13)
)
MONTH, UNTIL, WHOLE_YEAR, ATTENDED, SEASON, SAME_PERIOD, SCHOOL, FROM_NEW_YEAR, SLASHED_YEAR, BORROWED = (
    1 << place for place in range(13, 23)
)
WANTED, LEFT, CLAIMED, CERTIFIED, NOW, DIVISION, BEYOND = (1 << place for place in range(23, 30))

# Kinds whose words stand in ``roles.toml``: bit, then table and key.
_OF_LEXICON = (
    (CHANGE, "change", "rise"),
    (CHANGE, "change", "fall"),
    (PLAN, "plan", "before"),
    (PLAN, "plan", "after"),
    (CUMULATIVE, "cumulative", "before"),
    (ATTENDING, "counted", "attending"),
    (BORROWED, "money", "borrowed"),
    (LISTED, "part", "among"),
    (LISTED, "part", "all"),
)
_OWN: Mapping[int, str] = {
    PLAN: (
        "kế hoạch, chỉ tiêu, dự toán, dt, hội đồng, hđnd, quốc hội, phân bổ, bố trí, "
        "được giao, tổng mức, vốn, kinh phí, số tiền"
    ),
    RANK: "thứ, hạng, vị trí",
    BEHIND: "chậm, trễ, thấp hơn, kém, nhanh, sớm, cao hơn, vượt",
    BEYOND: "hơn, kém, thua",
    AVERAGE: "bình quân, trung bình, tính ra, mỗi",
    AIM: "phấn đấu, cố gắng, mục tiêu, quyết tâm, bảo đảm, đảm bảo, chỉ tiêu",
    DISBURSED: "giải ngân",
    GROWTH: "tăng trưởng, grdp, gdp, tốc độ, tổng sản phẩm",
    WANTED: "phải, cần, nhu cầu, đề nghị, đề xuất, kiến nghị, xin, chủ trương, đăng ký",
    LEFT: "còn",
    NOW: "hiện, toàn, địa bàn",
    CUMULATIVE: "nâng, đưa",
    CLAIMED: "chiếm, đóng góp",
    CERTIFIED: "đạt chuẩn, công nhận, chứng nhận, đạt tiêu chuẩn, ocop, phân hạng, xếp hạng",
    RESULTING: "công nhận, có thêm, khởi công, khánh thành, xây mới, sửa chữa, nâng cấp",
    LISTED: "cụ thể, nhất là, tập trung, chủ yếu",
    SETTLED: (
        "giải quyết, trả, thẩm định, xử lý, điều trị, chữa, khỏi, tử vong, chết, tiêu hủy, tiêu huỷ, hoàn thành, "
        "thực hiện, xác minh, phê duyệt, thi công, triển khai, hạn, bình phục, xuất viện, đang, chưa, xem xét, "
        "điều tra, làm rõ, khởi tố, hòa giải, hoà giải, chi trả, bồi thường, di dời, lắp, nhắc nhở, lập biên bản, "
        "xử phạt, cảnh cáo, tháo dỡ, phạt tiền, đình chỉ, thẩm quyền, vi phạm, khám phá"
    ),
    MONTH: "tháng",
    UNTIL: "đến, hết",
    WHOLE_YEAR: "cả năm, cuối năm, hết năm, 31/12",
    ATTENDED: "vắng, thành phần, đại biểu, tham dự, họp, hội nghị, làm việc, kết nối, ý kiến",
    SEASON: "vụ, lúa, hoa tết, mùa khô",
    SAME_PERIOD: "cùng kỳ, cknt, ck",
    SCHOOL: "năm học",
    FROM_NEW_YEAR: "đầu năm",
    SLASHED_YEAR: "/20",
}
# Words that stand nearly everywhere: another word of the phrase says more.
_COMMON = frozenset("đến năm được số tổng kế tháng trong từ so của quý giao hiện".split())  # noqa: SIM905
# The shortest word that is looked for inside other words: "kh" stands in "không".
_SHORT = 2


def telling_words(phrases: Iterable[str]) -> set[str]:
    """For each of ``phrases`` one word that every spelling of it holds, the less common the better."""
    words: set[str] = {phrase for phrase in phrases if " " not in phrase}
    for phrase in phrases:
        parts = phrase.split()
        if words.isdisjoint(parts):
            words.add(max(parts, key=lambda word: (word not in _COMMON, len(word))))
    return words


class _Words(NamedTuple):
    automaton: AhoCorasick
    bits: list[int]
    short: list[bool]


@cache
def _words() -> _Words:
    """The automaton over all telling words, and for each word the bits of its kinds."""
    bits: dict[str, int] = {}
    phrases: dict[int, list[str]] = {kind: words.split(", ") for kind, words in _OWN.items()}
    for kind, table, key in _OF_LEXICON:
        phrases.setdefault(kind, []).extend(cue_words()[table][key])
    phrases[DIVISION] = [part for _, parts in read_divisions() for part in parts]
    for kind, known in phrases.items():
        for word in telling_words(known):
            bits[word] = bits.get(word, 0) | kind
    automaton = AhoCorasick(list(bits), implementation=Implementation.DFA, matchkind=MatchKind.Standard)
    return _Words(automaton, list(bits.values()), [len(word) <= _SHORT for word in bits])


class Signals:
    """The cue words of one sentence, handed out from left to right."""

    __slots__ = ("_at", "_bits", "_ends")

    def __init__(self, low: str) -> None:
        """Find the cue words of a sentence with small letters ``low``."""
        automaton, bits, short = _words()
        self._ends: list[int] = []
        self._bits: list[int] = []
        self._at = 0
        for word, _, end in automaton.find_matches_as_indexes(low, overlapping=True):
            if not (short[word] and low[end : end + 1].isalpha()):
                self._ends.append(end)
                self._bits.append(bits[word])

    def until(self, position: int) -> int:
        """The kinds of the words from where it stands up to ``position``; it stands there afterwards."""
        kinds, at, ends = 0, self._at, self._ends
        last = len(ends)
        while at < last and ends[at] <= position:
            kinds |= self._bits[at]
            at += 1
        self._at = at
        return kinds
