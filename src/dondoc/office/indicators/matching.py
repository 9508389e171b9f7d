"""Which indicator of the office's table a document's wording means.

First the very name or an alias, marks and case aside. Else by words: the wording may be shorter than the name ("giải
ngân đầu tư công" for "Giải ngân vốn đầu tư công") or turned round, and may carry its unit, the indicator's sector, or
words that say nothing of what is counted ("tổng", "đã"). Any other word narrows the meaning ("sản lượng thủy sản nuôi
trồng"), and is no match. Two indicators that fit equally are none either: a wrong place in the table is worse.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from dondoc.office.folding import fold
from dondoc.office.indicators.models import Indicator, IndicatorAlias

_IDLE_WORDS = "so tong cac cua dat uoc da duoc va tren o tai voi toan tinh trong nam thang moi thuc hien"
IDLE = frozenset(_IDLE_WORDS.split())
PERCENT = "%"
MIN_WORDS = 2
MIN_SHARE = 0.4
MIN_SHARE_WITHOUT_UNIT = 0.55
_STRIPPED = str.maketrans(dict.fromkeys(",.;:()/-–%“”\"'", " "))


@dataclass(frozen=True, slots=True)
class Known:
    """An indicator with the names under which it is found, folded and as sets of words."""

    indicator: Indicator
    names: tuple[str, ...]
    wordings: tuple[frozenset[str], ...]


class Directory:
    """The indicators of an office, read once for many names."""

    def __init__(self, indicators: Iterable[Indicator] | None = None) -> None:
        rows = list(Indicator.objects.order_by("pk") if indicators is None else indicators)
        aliases: dict[int, list[str]] = {}
        for pk, folded in IndicatorAlias.objects.order_by("pk").values_list("indicator", "folded"):
            aliases.setdefault(pk, []).append(folded)
        self._known = [_known(row, aliases.get(row.pk, [])) for row in rows]
        self._by_name: dict[str, list[Known]] = {}
        for each in self._known:
            for name in dict.fromkeys(each.names):
                self._by_name.setdefault(name, []).append(each)

    def add(self, indicator: Indicator) -> None:
        """Know one more, made meanwhile."""
        known = _known(indicator, [])
        self._known.append(known)
        self._by_name.setdefault(indicator.folded, []).append(known)

    def match(self, name: str, unit: str, *, by_words: bool = True) -> Indicator | None:
        """The indicator that ``name`` means in ``unit``; no unit: whatever its unit. None where none or several fit."""
        folded = fold(name)[:300]
        if not folded:
            return None
        named = [each.indicator for each in self._by_name.get(folded, [])]
        exact = [each for each in named if each.unit == unit] or [each for each in named if akin(each.unit, unit)]
        if exact:
            return exact[0]
        if named and not unit:
            return _standard(named)
        return self._by_words(folded, unit) if by_words else None

    def _by_words(self, folded: str, unit: str) -> Indicator | None:
        least = MIN_SHARE if unit else MIN_SHARE_WITHOUT_UNIT
        fitting: list[tuple[float, Indicator]] = []
        for each in self._known:
            same_kind = not unit or each.indicator.unit == unit or akin(each.indicator.unit, unit)
            if same_kind and not each.indicator.provisional:
                share = max(_likeness(folded, unit, each.indicator, wording) for wording in each.wordings)
                if share >= least:
                    fitting.append((share, each.indicator))
        # All of a name said beats part of another; between two parts nobody can tell.
        sure = [indicator for share, indicator in fitting if share == 1] or [indicator for _share, indicator in fitting]
        return sure[0] if len(sure) == 1 else None

    def nearest(self, name: str, number: int) -> list[Indicator]:
        """The indicators whose names share most words with ``name``, the likest first; those in the table first."""
        wanted = words_of(fold(name))
        scored = [
            (
                max(_overlap(wanted, wording) for wording in each.wordings),
                not each.indicator.provisional,
                each.indicator,
            )
            for each in self._known
        ]
        found = [each for each in scored if each[0] > 0]
        found.sort(key=lambda each: (-each[0] - 0.05 * each[1], each[2].name, each[2].pk))
        return [indicator for _share, _standard_first, indicator in found[:number]]


def akin(one: str, two: str) -> bool:
    """Whether two units count the same things: "ca" and "ca mắc", "vụ" and "vụ tai nạn giao thông"."""
    short, long = sorted((one, two), key=len)
    return bool(short) and long.startswith(f"{short} ")


def words_of(folded: str) -> frozenset[str]:
    """The words of a folded name, signs aside."""
    return frozenset(folded.translate(_STRIPPED).split())


def _known(indicator: Indicator, aliases: Sequence[str]) -> Known:
    names = (indicator.folded, *aliases)
    return Known(indicator, names, tuple(words_of(name) for name in names))


def _standard(named: list[Indicator]) -> Indicator | None:
    """The one of the table among namesakes, else the only one."""
    standard = [each for each in named if not each.provisional] or named
    return standard[0] if len(standard) == 1 else None


def _likeness(folded: str, unit: str, indicator: Indicator, wording: frozenset[str]) -> float:
    """How much of the indicator's wording ``folded`` says, 0 where it says anything else."""
    one, two = words_of(fold(unit)), words_of(fold(indicator.unit))
    counted = one & two if one and two else one | two
    said = words_of(folded) - IDLE
    meant = wording - IDLE
    told = said - counted
    whole = meant - counted
    if len(told) < MIN_WORDS or not whole:
        return 0.0
    stray = told - meant - words_of(fold(indicator.sector))
    common = told & whole
    return 0.0 if stray or len(common) < MIN_WORDS else len(common) / len(whole)


def _overlap(one: frozenset[str], two: frozenset[str]) -> float:
    one, two = one - IDLE, two - IDLE
    return len(one & two) / len(one | two) if one and two else 0.0
