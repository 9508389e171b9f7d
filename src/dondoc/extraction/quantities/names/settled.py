"""What offices always mean by a word that says too little, or by words that say more than a row is called.

Finds         Du lịch đón 3 triệu lượt khách (lượt khách du lịch) · hoàn thành 268/2.900 căn (nhà ở xã hội, told before)
              UBND 02 huyện phối hợp với Sở A (huyện): counted only to say who acts
              khiếu nại 96 đơn (đơn khiếu nại) · giành 11 huy chương (huy chương) · OCOP 3 sao (sản phẩm OCOP)
Leaves alone  02 huyện hoàn thành, 12 xã đạt chuẩn: what became of them
"""

import re

from dondoc.extraction.quantities.figures import Figure
from dondoc.extraction.quantities.names.name_state import NameState, is_counted, unit_noun
from dondoc.extraction.quantities.names.programmes import in_programme
from dondoc.extraction.quantities.names.settled_amounts import AMOUNTS, settled_amount
from dondoc.extraction.quantities.names.tails import tail_phrase
from dondoc.extraction.quantities.names.trimming import trim_name
from dondoc.extraction.quantities.names.verbs import any_verb_first

_VISITED = re.compile(
    r"(?:(?:đã )?(?:đón|thu hút|phục vụ)(?: được)?,? )+(?:và phục vụ )?(?:(?:lượt )?(?:khách|du khách)|lượt)"
    r"(?: (?:du lịch|tham quan|đến tham quan))?",
    re.IGNORECASE,
)
_GUESTS = frozenset({"lượt khách", "khách", "lượt du khách", "du khách", "lượt"})
_PLACES = re.compile(
    r"(?:ubnd |công an )?(?:xã|phường|thị trấn|huyện|quận|thị xã|tỉnh|thành phố|đặc khu)(?:(?:, | và )(?:xã|phường|"
    r"thị trấn|huyện|quận|thị xã|thị|thành|tỉnh|thành phố|đặc khu))*",
    re.IGNORECASE,
)
_ACTS = re.compile(
    r"(?: nói trên| nêu trên| này)? (?:khẩn trương|tập trung|chủ động|phối hợp|thực hiện|xác định|rà soát|kiểm tra|"
    r"đôn đốc|hoàn thiện|tiếp tục|nghiêm túc|chỉ đạo|tổ chức|triển khai|tăng cường|báo cáo|lồng ghép|phải|cần|chịu|"
    r"thẩm tra|bố trí|hướng dẫn|quán triệt|bám sát)\b"
)
_COMPLAINT = re.compile(
    r"(?:\A|[,;:(]\s|\bvà |\bđó )(?P<kind>khiếu nại(?:, tố cáo)?|tố cáo|kiến nghị(?:, phản ánh)?|phản ánh|tranh chấp|"
    r"đề nghị)\s\Z"
)
_LETTERS = frozenset({"đơn", "đơn thư", "lượt đơn"})
_MEDALS = frozenset({"huy chương", "hcv", "hcb", "hcđ"})
_DWELLING = re.compile(
    r"nhà ở (?:xã hội|công nhân|thương mại|tái định cư)|nhà (?:tình nghĩa|tình thương|đại đoàn kết|tạm, nhà dột nát)",
    re.IGNORECASE,
)
_CASES = frozenset({"vụ", "trường", "giải", "cuộc", "ca", "việc"})
# What became of a part: "trong đó 240 ha được cấp mã số vùng trồng".
_BECAME = re.compile(r" (?:được|đã|chưa|bị|đang|không) [^\W\d]")
_SHORT, _REST = 4, 7
_LABEL = 4
_PRIZE = "giải"
# What happened, right before how often: "tai nạn giao thông 01 vụ".
_EVENT = re.compile(
    r"(?:\A|[,;:.] |\) ?,? )(?P<event>tai nạn (?:giao thông|lao động)|tngt|va chạm giao thông|cháy(?: nổ| rừng)?|"
    r"đuối nước|ngộ độc thực phẩm)(?: [^,;:.()]{0,30} xảy ra)?\s\Z"
)
# "An toàn giao thông: xảy ra 12 vụ": the noun, and no more than the field of work with it.
_BARE_CASES = re.compile(
    r"(?:(?:tổng |số |bảo đảm |đảm bảo |công tác |trật tự,? |xã hội,? )*"
    r"(?:an toàn giao thông|an toàn lao động|phòng cháy,? chữa cháy|PCCC|TTATGT|ATGT)? ?vụ ?)+"
    r"(?:trật tự,? )?(?:an toàn giao thông|an toàn lao động|phòng cháy,? chữa cháy)?",
    re.IGNORECASE,
)
# "Kỳ thi chọn học sinh giỏi quốc gia, đoàn Hà Lam giành 64 giải"
_CONTEST = re.compile(
    r"(?:kỳ thi|cuộc thi|hội thi)(?: chọn)? (?P<what>[^,;:.()]{5,60}?)(?: năm(?: học)? 20[^,;:.]*)?, "
    r"[^;:.]{0,40}(?:giành|đoạt|đạt)(?: được)?\s*\Z",
    re.IGNORECASE,
)
_CALLED_UP = frozenset({"thanh niên", "công dân", "tân binh", "chiến sĩ mới", "quân nhân"})
_ENLISTED = re.compile(
    r"\bgiao(?: đủ)? quân|\bgiao(?: đủ)?(?= +(?:công dân|thanh niên|\Z| ))|(?<!tuổi )(?<!ký )nhập ngũ"
)
_PROJECTS = frozenset({"dự", "lượt"})
_FUNDS = frozenset({"đồng", "usd"})
_NEAR = 30
_DWELLINGS = frozenset({"căn", "căn hộ", "căn nhà", "nhà"})


def settled(figure: Figure, name: str, state: NameState) -> str:
    """``name`` as offices call the row, where it says too little, or only who acts."""
    unit = (figure.unit or "").lower()
    if unit in AMOUNTS or unit.startswith("điểm "):
        name = settled_amount(figure, name, state)
        if unit not in _FUNDS:
            return name
    by_unit = _by_unit(figure, unit, name, state) or in_programme(figure, name, state)
    if by_unit != name:
        return by_unit
    whole = _of_whole(figure, name) or _invested_abroad(figure, state) or _labelled(figure, name)
    if whole:
        return whole
    alone = figure.under is None and figure.over is None and figure.whole is None
    return (figure.unit or name) if alone and _PLACES.fullmatch(unit) and _ACTS.match(figure.low_after) else name


def _by_unit(figure: Figure, unit: str, name: str, state: NameState) -> str:
    """What the things counted are always called, whatever the words around do; "" for others."""
    if figure.role == "rank" and unit == "sao" and "OCOP" in name:
        return "sản phẩm OCOP"
    if unit in _MEDALS:
        return figure.unit or name
    if unit.rpartition("triệu ")[2].rpartition("nghìn ")[2].rpartition("ngàn ")[2] in _GUESTS:
        received = name.removesuffix(f" {state.field}") if state.field else name
        if _VISITED.fullmatch(received) and "khách" in received:
            told = f"{figure.low_before} {state.topic} {state.before}".lower()
            return "lượt khách du lịch" if "du lịch" in told else "đón khách du lịch"
    if unit == "giải" and not tail_phrase(figure.after) and (contest := _CONTEST.search(figure.before)) is not None:
        return f"giải {trim_name(contest['what'])}"
    if unit in _CALLED_UP:
        around = f"{figure.low_before[-_NEAR:]} {(figure.under or figure).low_after[:_NEAR]}"
        if _ENLISTED.search(around):
            return f"giao quân {unit}"
    if unit in _LETTERS and (kind := _COMPLAINT.search(figure.low_before)) is not None:
        return f"đơn {kind['kind']}"
    if unit == "vụ" and (event := _EVENT.search(figure.low_before)) is not None and event["event"] not in name.lower():
        return f"vụ {event['event']}"
    if unit == "vụ" and state.event and _BARE_CASES.fullmatch(name):
        return f"vụ {state.event}"
    if unit in _DWELLINGS and name.lower().startswith(("căn", "hoàn thành căn", "nhà")) and not _DWELLING.search(name):
        return _dwelling(figure, name, state)
    return ""


def _of_whole(figure: Figure, name: str) -> str:
    """A part with what its whole says of both: ``14 vụ trộm cắp, khám phá 12 vụ`` (khám phá vụ trộm cắp)."""
    whole = figure.whole
    if whole is None or not whole.indicator or figure.over is not None:
        return ""
    if not is_counted(figure.unit):
        told = _BECAME.match(figure.low_after) if name == whole.indicator and whole.unit == figure.unit else None
        tail = tail_phrase(figure.after) if told is not None else ""
        return f"{name} {tail}" if tail else ""
    noun = unit_noun(figure.unit)
    if noun not in _CASES or unit_noun(whole.unit) != noun or len(name.split()) > _SHORT or "(" in name:
        return ""
    before, _, after = f" {whole.indicator} ".partition(f" {noun} ")
    before = before.strip()
    rest = after.strip() or ("" if any_verb_first(before) else before)
    said = set(name.lower().split())
    if noun == _PRIZE and name.startswith(f"{_PRIZE} ") and " " in rest and len(rest.split()) <= _REST:
        return f"{name} {rest[:1].lower()}{rest[1:]}"
    twice = said & set(rest.lower().split())
    if not rest or len(rest.split()) > _REST or twice or not any_verb_first(name.removeprefix(f"{noun} ")):
        return ""
    return f"{name} {rest}"


def _labelled(figure: Figure, name: str) -> str:
    """``tiếp 2.304 lượt (thường xuyên 1.786 lượt)`` · ``hỗ trợ: xây mới 60 triệu đồng, sửa chữa 30 triệu đồng``.

    A label alone is that of the whole, or of the same label that the figure before it stands under.
    """
    whole, last = figure.whole, figure.previous
    if len(name.split()) > _LABEL or not name.islower():
        return ""
    if whole is not None and whole.indicator and is_counted(figure.unit) and whole.unit == figure.unit:
        said = set(whole.indicator.lower().split()) & set(name.split())
        short = len(whole.indicator.split()) <= _SHORT and " " in name and (figure.unit or "") not in name.split()
        short = short and not said
        return f"{whole.indicator} {name}" if short and not any_verb_first(name) else ""
    if last is None or last.unit != figure.unit or last.depth != figure.depth or ":" not in last.before:
        return ""
    label, own = last.before.rpartition(":")[0].rpartition("\n")[2], trim_name(last.before.rpartition(":")[2])
    base = (last.indicator or "").removesuffix(own).strip() if own else ""
    listed = figure.before.strip(" ,;").removeprefix("và ").strip() == name and base and base in label
    return f"{base} {name}" if listed and len(base.split()) <= _SHORT else ""


def _invested_abroad(figure: Figure, state: NameState) -> str:
    """``cấp mới 9 dự án với 46 triệu USD, tăng vốn 6 lượt dự án với 28 triệu USD`` (vốn FDI cấp mới, ... tăng)."""
    last = figure.previous
    projects = figure if unit_noun(figure.unit) in _PROJECTS else last
    if projects is None or unit_noun(projects.unit) not in _PROJECTS or figure.depth != projects.depth:
        return ""
    said = f"{state.topic} {state.before} {state.head} {' '.join(name for _, name in state.named)}"
    abroad = next((word for word in ("FDI", "đầu tư nước ngoài") if word in said), "")
    if not abroad or (
        projects is last and ((figure.unit or "").lower() not in _FUNDS or "đăng ký" in figure.low_before)
    ):
        return ""
    around = f"{projects.low_before[-_NEAR:]} {figure.low_before if projects is last else figure.low_after[:_NEAR]}"
    raised, granted = "tăng vốn" in around, "cấp mới" in around
    if raised == granted or (projects is figure and granted):
        return ""
    if projects is figure:
        return f"{figure.unit} {abroad} điều chỉnh tăng vốn"
    return f"vốn {abroad} {'điều chỉnh tăng' if raised else 'cấp mới'}"


def _dwelling(figure: Figure, name: str, state: NameState) -> str:
    """``nhà ở xã hội đã hoàn thành 268/2.900 căn``: the noun that the clause names, or the sentence before."""
    behind = _DWELLING.match(f"nhà{(figure.under or figure).after}") if (figure.unit or "").endswith("nhà") else None
    if behind is not None:
        return behind.group()
    before = list(_DWELLING.finditer(figure.before))
    if before:
        return before[-1].group()
    told = (found.group() for _, one in (*reversed(state.named), *state.told) if (found := _DWELLING.search(one)))
    return next(told, name) if name.lower() in ("căn", "căn hộ", "căn nhà") or "căn" in name.lower().split() else name
