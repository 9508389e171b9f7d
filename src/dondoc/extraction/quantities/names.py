"""The phrase before a figure that names what it measures, cut down to what a statistician would write.

Finds         "Tổng mức bán lẻ hàng hóa ... tháng 02/2023 ước đạt" → the noun phrase · "UBND thành phố đã nhận" → "nhận"
              "Trồng trọt: Vụ lúa Đông xuân: Xuống giống được" → "Vụ lúa Đông xuân Xuống giống"
Leaves alone  words of approximation, time and comparison: they are never part of a name
"""

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files

from dondoc.extraction.quantities.cues import alternatives
from dondoc.extraction.quantities.figures import Figure
from dondoc.grammar.anchors import lowered

_BRACKETED = re.compile(r"\([^()]*\)?")
_TIME = (
    r"(?:trong |đến |tính đến |tính |riêng |vào |của |cả |từ )*(?:hết )?(?:đầu )?"
    r"(?:(?:cuối |đầu )?(?:các )?(?:tháng|quý|năm|kỳ|tuần(?! tra)|ngày|\d+ tháng|6 tháng|9 tháng)(?: đầu|"
    r" cuối)?(?: năm)?"
    r"(?:\s*(?:\d{1,2}(?:[/.-]\d{1,2})?(?:[/.-]\d{4})?|[ivx]{1,4}(?:/\d{4})?|20\d\d|qua|này|nay|"
    r"báo cáo))*(?: năm(?: 20\d\d| nay)?)?)"
)
# _END and _START are matched against small letters.
_END = re.compile(
    r"(?:(?<!\w)(?:ước(?: thực hiện| tính| đạt| thu| chi)?|thực hiện|đạt|được|đã|là|có|còn|với|khoảng|"
    r"trên|hơn|gần|bằng|chiếm|tăng|giảm|lên|xuống|thêm|cho|ở|(?<!gửi )đến|tới|từ|mức|chỉ|cả|đối với|"
    r"dưới|tối thiểu|ít nhất|không quá|tối đa|cộng dồn|xấp xỉ|lũy kế(?: đến nay)?|luỹ kế(?: đến nay)?|đến nay|hiện nay|"
    r"(?<!phát )(?<!thực )(?<!thể )hiện|nâng|nâng tổng số|tổng số|tổng cộng|như sau|trong đó|và|cùng|"
    r"bao gồm|gồm|tính chung|tính riêng|kết quả|số lượng|vượt|đạt tỷ lệ|tỷ lệ|nay|dự kiến|theo|"
    r"kế hoạch(?: năm| giao)?|dự toán(?: giao| năm)?|kh|gồm có|so với|so|cụ thể|tương ứng|tương đương|đang|"
    r"sẽ|lại|chung|mới chỉ|\Amới|bình quân|thu được|thì|cũng|vẫn|(?:đến|ngày) \d{1,2}/\d{1,2}(?:/\d{4})?)|"
    r"=|\(|(?<!\w)" + _TIME + r")[\s,:*(–-]*\Z"
)
_START = re.compile(
    r"[\s,:;.*–()“”\"'-]*(?:\b(?:đã|đang|và|còn|có|riêng|trong đó|kết quả(?: là)?|qua đó|nhất là|đồng thời|"
    r"bên cạnh đó|ngoài ra|cùng với đó|hiện(?: nay| có| tại)?|đến nay|tính đến nay|về|toàn tỉnh|toàn huyện|"
    r"toàn thành phố|"
    r"toàn xã|toàn ngành|trên địa bàn(?: tỉnh| huyện| thành phố| xã| phường)?|trên toàn tỉnh|lũy kế|luỹ kế|"
    r"từ đầu năm(?: đến nay)?|ước|tổ chức|được|qua|là|thì|cũng|tiếp tục|cụ thể|nâng|tổng số hiện nay|hiện|"
    r"theo đó|"
    r"tính chung|tính riêng|so với (?:cùng kỳ|tháng trước|năm trước|quý trước)(?: năm (?:trước|20\d\d))?|"
    r"trong kỳ|trong tháng|trong năm|trong quý|trong tuần|trong ngày|với|gồm|bao gồm|chia ra|tương ứng|"
    r"hoàn thành|công tác|cộng dồn|(?:kế hoạch|chỉ tiêu)(?= [a-zà-ỹ]+ [a-zà-ỹ]+)|phấn đấu|"
    r"cố gắng|chỉ(?! tiêu| số| đạo)|do|cho|như|để|thực hiện(?= [a-zà-ỹ]+ [a-zà-ỹ]+)|đạt)\b|"
    + _TIME
    + r"(?=[\s,:]|\Z))[\s,:*–-]*"
)
_NO_TOPIC = re.compile(
    r"(?:sở|ubnd|ủy ban|uỷ ban|cục|chi cục|phòng|ban|công an|chủ tịch|giám đốc|thủ trưởng|"
    r"các|nhiệm vụ|giải pháp|kết quả|đánh giá|"
    r"tình hình|một số|phương hướng|mục tiêu)\b",
    re.IGNORECASE,
)
_RESULT = re.compile(r"\b(?:kết quả|qua đó|trong đó|nâng tổng số)\b[,:]?", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\s+(?:(?:chưa|không|cơ bản)\s+đạt|đạt\s+(?:thấp|khá)|còn\s+(?:chậm|thấp|cao))\b[^,;:]*", re.IGNORECASE
)
_ATTACHED = re.compile(r"[,;:.]\s|\s(?:và|với|đạt|tăng|giảm|nâng|lũy kế|ước|đã|để|qua|kết quả)\s", re.IGNORECASE)
_NOUN_HEAD = re.compile(
    r"(?:tỷ lệ|tỉ lệ|tổng|số|giá trị|diện tích|sản lượng|kim ngạch|doanh thu|chỉ số|tốc độ|"
    r"mức|vốn|nguồn)\b",
    re.IGNORECASE,
)
_AIMED_AT = re.compile(
    r"\b(?:bảo đảm|đảm bảo|phấn đấu|cố gắng|nỗ lực)\s+(?=\w+\s+\w+)(?!.*\b(?:bảo đảm|đảm bảo)\b)", re.I
)
_RECEIVED = re.compile(r"\bđược\s*\Z", re.IGNORECASE)
_DAYS = re.compile(
    r"\b(?:tính\s+)?(?:từ|đến|trước|sau)\s+(?:hết\s+)?(?:ngày\s+)?\d{1,2}/\d{1,2}(?:/\d{4})?(?:\s+đến\s+nay\b)?|"
    r"\bđến\s+hết\s+(?:tháng|quý|năm)\s+\w{1,4}(?:\s+mới)?\b",
    re.IGNORECASE,
)
_ACTOR = re.compile(
    r"(?:các |toàn )?(?:ubnd|hđnd|ủy ban|uỷ ban|hội đồng nhân dân|sở|cục|chi cục|chủ tịch|phó chủ tịch|"
    r"giám đốc|thường trực|công an|trung tâm|phòng|ban chỉ đạo|hội|đảng bộ|đảng ủy|huyện|"
    r"xã|phường|tỉnh|thành phố) (?=\w+ \w+)",
    re.IGNORECASE,
)
_LISTING = re.compile(r"(?:một số|các|những|kết quả|cụ thể|trong đó|như sau|gồm|số liệu)\b", re.IGNORECASE)
_LONGEST = 14
_END_REACH = 40
# The words that _END can end in: looking at the last word first spares nearly all searches.
_LAST_WORDS = frozenset(
    """
    ước hiện tính đạt thu chi được đã là có còn với khoảng trên hơn gần bằng chiếm tăng giảm lên xuống thêm cho
    ở đến tới từ mức chỉ cả với đối dưới xỉ kế nay nâng số cộng sau đó và cùng gồm quả lượng vượt lệ kiến theo
    hoạch năm giao toán kh so thể ứng đương đang sẽ lại chung quân thì cũng vẫn thiểu nhất quá đa dồn =
    mới tháng quý kỳ tuần ngày đầu cuối i ii iii iv v x qua này cáo
    """.split()  # noqa: SIM905
)  # fmt: skip


@cache
def _name_words() -> tuple[re.Pattern[str], re.Pattern[str], re.Pattern[str], frozenset[str]]:
    words = tomllib.loads(files("dondoc.lexicon").joinpath("name_words.toml").read_text(encoding="utf-8"))
    kept, light = words["verb"]["kept"], words["verb"]["light"]
    return (
        re.compile(rf"(?:\A|(?<=\s))(?:{alternatives(kept)}|(?P<light>{alternatives(light)}))(?=\s|\Z)"),
        re.compile(rf"\A(?:{alternatives(words['topic']['lead'])}\s+)+", re.IGNORECASE),
        re.compile(r"\s+"),
        frozenset(words["topic"]["vague"]),
    )


def is_vague(name: str) -> bool:
    """Whether ``name`` says nothing without the title it stands under ("tổng số vốn")."""
    return name.lower() in _name_words()[3]


def topic_name(title: str) -> str:
    """A title as a name: "Tiến độ thực hiện kế hoạch vốn đầu tư công" → "vốn đầu tư công"."""
    name = _name_words()[1].sub("", trim_name(plain(title)))
    return "" if _NO_TOPIC.match(name) else name


def own_words(figure: Figure) -> str:
    """The words before a figure that can name it: not those that belong to the figure before."""
    before = figure.before
    if figure.opens:
        return before.rsplit("(", 1)[-1]
    closed = before.rfind(")")
    if closed >= 0 and "(" not in before[:closed]:
        return before[closed + 1 :]
    if figure.previous is None:
        return before
    return attached_cut(before)


def attached_cut(before: str) -> str:
    """``before`` without its first words, which go on with the figure before."""
    attached = _ATTACHED.search(before.replace("\n", " "))
    return before[attached.start() :] if attached else ""


@lru_cache(maxsize=64)
def plain(words: str) -> str:
    """``words`` without bold marks and finished brackets, white space single."""
    bare = _BRACKETED.sub(" ", words.replace("*", ""))
    if "/" in bare or "hết" in bare.lower():
        bare = _DAYS.sub(" ", bare)
    return " ".join(bare.split())


def _last_clause(words: str) -> str:
    """What stands behind the last semicolon or full stop of ``words``, whose white space is single."""
    return words[max(words.rfind(";"), words.rfind(". ")) + 1 :].lstrip()


@lru_cache(maxsize=256)
def trim_name(words: str) -> str:
    """Cut the words of time, measure and connection from both ends, again and again until nothing goes."""
    low = lowered(words)
    first, behind = 0, len(words)
    for _ in range(12):
        shorter = low.rstrip(" ,:*–-(")
        last = shorter[shorter.rfind(" ") + 1 :]
        if last in _LAST_WORDS or last[-1:].isdecimal():
            end = _END.search(shorter, max(0, len(shorter) - _END_REACH))
            shorter = shorter[: end.start()] if end else shorter
        behind = first + len(shorter)
        start = _START.match(shorter)
        if start:
            first += start.end()
            shorter = shorter[start.end() :]
        if shorter == low:
            break
        low = shorter
    return words[first:behind].strip(' ,;:.–-()"“”')


def head_phrase(before: str, counted: bool = False) -> str:
    """Return the name that the words before a figure give it, "" where they give none."""
    words = _PREDICATE.sub("", _last_clause(plain(before))) if before else ""
    words = _RESULT.split(words)[-1]
    title = ""
    if ":" in words:
        pieces = [piece for piece in (trim_name(part) for part in words.split(":")) if piece]
        if not pieces:
            return ""
        words = words.rsplit(":", 1)[-1] if trim_name(words.rsplit(":", 1)[-1]) else pieces[-1]
        titled = (
            len(pieces) > 1
            and len(pieces[-2].split()) <= 9
            and len(trim_name(words).split()) <= 2
            and not _LISTING.match(pieces[-2])
        )
        title = pieces[-2] if titled else ""
    received = _RECEIVED.search(words) is not None
    pieces = [piece for piece in (trim_name(piece) for piece in words.split(", ")) if piece]
    if not pieces:
        return title
    phrase = _shortened(pieces[0]) if received and len(pieces) > 1 else _joined(pieces)
    aimed = _AIMED_AT.search(phrase)
    phrase = phrase[aimed.end() :] if aimed else phrase
    long = len(phrase.split()) > _LONGEST - 4 and not _NOUN_HEAD.match(phrase)
    if counted or long or (len(phrase.split()) > 4 and _ACTOR.match(phrase)):
        phrase = from_verb(phrase)
    return f"{title} {phrase}".strip() if len(phrase.split()) <= 2 else phrase


def from_verb(phrase: str) -> str:
    """The phrase from its last verb on; a verb that says nothing is left out itself."""
    last = None
    for match in _name_words()[0].finditer(lowered(phrase)):
        chained = last is not None and phrase[last.end() : match.start()] in (" ", ", ", " và ")
        if not chained or match.group("light") or (last is not None and last.group("light")):
            last = match
    if last is None:
        return phrase
    rest = phrase[last.end() :].strip()
    if last.group("light"):
        return trim_name(rest) or from_verb(trim_name(phrase[: last.start()]))
    return phrase[last.start() :]


def starts_with_verb(phrase: str) -> bool:
    """Whether ``phrase`` begins with a verb of something done ("tiếp nhận")."""
    match = _name_words()[0].match(lowered(phrase))
    return match is not None and not match.group("light")


def _shortened(phrase: str) -> str:
    return " ".join(phrase.split()[:_LONGEST])


def _joined(pieces: list[str]) -> str:
    """The last piece, with those before it that are short members of the same list."""
    phrase = right = pieces[-1]
    for piece in reversed(pieces[:-1]):
        short = len(right.split()) <= 2 or (len(piece.split()) <= 4 and len(phrase.split()) <= 4)
        if not short:
            break
        phrase, right = f"{piece}, {phrase}", piece
    return " ".join(phrase.split()[-_LONGEST:]) if len(phrase.split()) > _LONGEST + 4 else phrase


def result_context(before: str) -> str:
    """What a result is about: the clause before "kết quả" ("Tham gia cuộc thi ..., kết quả đạt 01 giải nhì")."""
    low = before.lower()
    if "quả" not in low and "qua" not in low:
        return ""
    clause = _last_clause(plain(before))
    found = _RESULT.search(clause)
    if found is None or found.group().lower()[:7] not in ("kết quả", "qua đó"):
        return ""
    pieces = [piece for piece in (trim_name(piece) for piece in clause[: found.start()].split(", ")) if piece]
    return " ".join(pieces[-1].split()[-10:]) if pieces else ""


_TAIL_END = re.compile(r"[,;:.()\n]")
_TAIL_STOP = re.compile(
    r"(?:\A|\s)(?:đạt(?= tỷ lệ|\s*\Z| trên| dưới)|tăng|giảm|so với|so|với|trong đó|chiếm|và\s*\Z|bằng|gồm|"
    r"nâng|lũy kế|để|nhằm|qua|kết quả|trên địa bàn|trong tháng|trong năm|trong quý|vượt|thì|do|còn|ước|ở|"
    r"theo|trong\s*\Z|/)(?=\s|\Z)",
    re.IGNORECASE,
)


def tail_phrase(after: str, limit: int = 12) -> str:
    """The words after a counted noun that say which ones: up to the next clause, figure or verb of result."""
    words = " ".join(_TAIL_END.split(after.replace("*", ""), maxsplit=1)[0].split())
    words = _TAIL_STOP.split(words, maxsplit=1)[0]
    return " ".join(words.split()[:limit]).strip(" ,;:.–-")
