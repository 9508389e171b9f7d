"""Reports that no office wrote: true figures in sentences of many kinds, each figure with its place and its relation.

What a relation is, and when its figures agree, stands in planted_relations.py.
"""

import random
import tomllib
from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise
from pathlib import Path
from typing import Any

from benchmarks.planted_relations import Printed, Relation, rounded, written

WORDINGS: dict[str, Any] = tomllib.loads((Path(__file__).parent / "planted_wordings.toml").read_text(encoding="utf-8"))
_WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
_ROMAN = ("I", "II", "III", "IV", "V")
_SECTIONS = ("KINH TẾ", "VĂN HÓA - XÃ HỘI", "NỘI CHÍNH, CẢI CÁCH HÀNH CHÍNH", "ĐẦU TƯ, XÂY DỰNG")


@dataclass(frozen=True, slots=True)
class Report:
    """A report with its relations; ``month`` and ``year`` are what it reports on."""

    text: str
    relations: tuple[Relation, ...]
    month: int
    year: int


class Writer:
    """Writes one report from a seed."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)  # noqa: S311
        self.text = ""
        self.relations: list[Relation] = []
        self.month = self.chance.randint(2, 11)
        self.year = self.chance.randint(2012, 2026)
        self._used: set[str] = set()

    def write(self) -> Report:
        """Return the report."""
        chance = self.chance
        level = chance.choice(sorted(WORDINGS["levels"]))
        place = chance.choice(WORDINGS["provinces" if level == "province" else "districts"])
        short, body, below, _, symbol = WORDINGS["levels"][level]
        day = date(self.year, self.month, chance.randint(20, monthrange(self.year, self.month)[1]))
        self._add(f"{body}\n{below.format(place=place.upper())}\n\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\n")
        self._add(f"Độc lập - Tự do - Hạnh phúc\n\nSố: {chance.randint(11, 480)}/BC-{symbol}\n\n")
        month_written = f"{day.month:02d}" if day.month < 3 else str(day.month)
        self._add(f"{place}, ngày {day.day:02d} tháng {month_written} năm {day.year}\n\nBÁO CÁO\n")
        following = self.month + 1
        self._add(
            f"Tình hình kinh tế - xã hội tháng {self.month}, nhiệm vụ trọng tâm tháng {following} năm {self.year}\n\n"
        )
        self._add("Thực hiện chế độ báo cáo định kỳ, ")
        self._add(f"{short} {place} báo cáo kết quả như sau:\n\n")
        for number, title in enumerate(chance.sample(_SECTIONS, chance.randint(2, 4))):
            self._add(f"{_ROMAN[number]}. {title}\n\n")
            for item in range(1, chance.randint(3, 5)):
                self._paragraph(item)
        self._add(f"{_ROMAN[number + 1]}. NHIỆM VỤ TRỌNG TÂM THÁNG {following}/{self.year}\n\n")
        self._counted()
        self._add(f"Trên đây là báo cáo tình hình kinh tế - xã hội của {short} {place}./.\n\n")
        self._add(f"TM. {body}\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH\n\nNguyễn Văn An\n\nNơi nhận:\n- Như trên;\n- Lưu: VT.\n")
        return Report(self.text, tuple(self.relations), self.month, self.year)

    def _add(self, words: str) -> None:
        self.text += words

    def _paragraph(self, item: int) -> None:
        kinds: tuple[str, ...] = (
            "share",
            "share",
            "share",
            "part",
            "sum2",
            "sum3",
            "sum3",
            "sum4",
            "growth_change",
            "growth_base",
        )
        kinds += (
            "sum_trade",
            "sum_sides",
            "named",
            "more",
            "difference",
            "left",
            "average",
            "harvest",
            "cumulative",
            "stale",
            "weekday",
            "plain",
            "plain",
        )
        self._add(f"{item}. ")
        for _ in range(self.chance.randint(2, 4)):
            self._sentence(self.chance.choice(kinds))
            self._add(" ")
        self._add("\n\n")

    def _sentence(self, kind: str) -> None:
        named = "{name}" in WORDINGS["sentences"][kind][0]
        fresh = [line for line in WORDINGS["sentences"][kind] if named or line not in self._used]
        if not fresh:
            return
        template = self.chance.choice(fresh)
        self._used.add(template)
        slots, names = getattr(self, f"_{kind}")()
        self._fill(kind, template, slots, names)

    def _fill(self, kind: str, template: str, slots: dict[str, str], names: dict[str, str]) -> None:
        """Add the sentence, noting where each figure of the relation came to stand."""
        relation = Relation(kind)
        rest = template
        while "{" in rest:
            before, _, rest = rest.partition("{")
            slot, _, rest = rest.partition("}")
            self._add(before)
            if slot in slots:
                relation.figures.append(Printed(slot, slots[slot], len(self.text)))
            self._add(slots.get(slot) or names[slot])
        self._add(rest)
        if relation.figures and kind != "plain":
            self.relations.append(relation)

    def _topic(self, *groups: str) -> tuple[dict[str, str], Decimal, int]:
        """A name and a unit, a value of a size that goes with them, and how many decimals it has."""
        group = self.chance.choice(groups or ("money", "area", "mass", "count"))
        name, unit, least, most, decimals = self.chance.choice(WORDINGS["topics"][group])
        while name in self._used:
            name = f"{name.partition(' tại ')[0]} tại {self.chance.choice(WORDINGS['sentences']['parts'])}"
        self._used.add(name)
        value = Decimal(self.chance.randint(least * 10**decimals, most * 10**decimals)) / 10**decimals
        names = {"name": name, "name_low": name[0].lower() + name[1:], "u": unit, "last": str(self.year - 1)}
        return names, value, decimals

    def _share(self) -> tuple[dict[str, str], dict[str, str]]:
        names, plan, decimals = self._topic()
        done = rounded(plan * self.chance.randint(31, 118) / 100, decimals)
        share = rounded(done / plan * 100, self.chance.choice((1, 2, 2)))
        return {"d": written(done), "p": written(plan), "q": written(share)}, names

    def _part(self) -> tuple[dict[str, str], dict[str, str]]:
        names, whole, _ = self._topic("count")
        part = Decimal(self.chance.randint(int(whole) // 3, int(whole) - 1))
        return {"d": written(part), "p": written(whole), "q": written(rounded(part / whole * 100, 2))}, names

    def _parts(self, number: int) -> tuple[dict[str, str], dict[str, str]]:
        names, whole, decimals = self._topic()
        step = Decimal(1).scaleb(-decimals)
        cuts = sorted(self.chance.sample(range(1, int(whole / step)), number - 1))
        edges = [0, *cuts, int(whole / step)]
        parts = [(after - before) * step for before, after in pairwise(edges)]
        slots = {"w": written(whole)} | {slot: written(part) for slot, part in zip("abcd", parts, strict=False)}
        chosen = self.chance.sample(WORDINGS["sentences"]["parts"], number)
        return slots, names | {f"x{place}": name for place, name in enumerate(chosen, start=1)}

    def _sum2(self) -> tuple[dict[str, str], dict[str, str]]:
        return self._parts(2)

    def _sum_trade(self) -> tuple[dict[str, str], dict[str, str]]:
        return self._two_sides(Decimal("0.1"))

    def _sum_sides(self) -> tuple[dict[str, str], dict[str, str]]:
        return self._two_sides(Decimal(1))

    def _two_sides(self, step: Decimal) -> tuple[dict[str, str], dict[str, str]]:
        first, second = (self.chance.randint(2100, 94000) * step for _ in range(2))
        return {"a": written(first), "b": written(second), "w": written(first + second)}, {}

    def _named(self) -> tuple[dict[str, str], dict[str, str]]:
        whole = Decimal(self.chance.randint(12000, 96000))
        part = Decimal(self.chance.randint(int(whole) // 3, int(whole) - 1))
        return {"d": written(part), "p": written(whole), "q": written(rounded(part / whole * 100, 2))}, {}

    def _more(self) -> tuple[dict[str, str], dict[str, str]]:
        before, more = Decimal(self.chance.randint(1200, 9800)), Decimal(self.chance.randint(104, 890))
        return {"b": written(before), "n": written(before + more), "c": written(more)}, {}

    def _sum3(self) -> tuple[dict[str, str], dict[str, str]]:
        return self._parts(3)

    def _sum4(self) -> tuple[dict[str, str], dict[str, str]]:
        return self._parts(4)

    def _growth_change(self) -> tuple[dict[str, str], dict[str, str]]:
        names, now, decimals = self._topic()
        change = rounded(now * self.chance.randint(2, 24) / 100, decimals) or Decimal(1)
        rate = rounded(change / (now - change) * 100, 2)
        return {"n": written(now), "c": written(change), "r": written(rate)}, names

    def _growth_base(self) -> tuple[dict[str, str], dict[str, str]]:
        names, base, decimals = self._topic()
        now = rounded(base * self.chance.randint(102, 135) / 100, decimals)
        return {"n": written(now), "b": written(base), "r": written(rounded((now / base - 1) * 100, 2))}, names

    def _difference(self) -> tuple[dict[str, str], dict[str, str]]:
        names, _, _ = self._topic("count")
        base = self.chance.randint(30, 900)
        change = self.chance.randint(5, base // 2)
        return {"n": str(base - change), "b": str(base), "c": str(change)}, names

    def _left(self) -> tuple[dict[str, str], dict[str, str]]:
        names, whole, _ = self._topic("count")
        done = Decimal(self.chance.randint(int(whole) // 2, int(whole) - 11))
        return {"w": written(whole), "d": written(done), "l": written(whole - done)}, names

    def _average(self) -> tuple[dict[str, str], dict[str, str]]:
        number = self.chance.randint(24, 480)
        mean = Decimal(self.chance.randint(200, 980)) / 10
        return {"t": written(rounded(mean * number, 1)), "k": str(number), "m": written(mean)}, {}

    def _harvest(self) -> tuple[dict[str, str], dict[str, str]]:
        area, rate = Decimal(self.chance.randint(1200, 48000)), Decimal(self.chance.randint(412, 689)) / 10
        return {"a": written(area), "y": written(rate), "h": written(rounded(area * rate / 10, 0))}, {}

    def _cumulative(self) -> tuple[dict[str, str], dict[str, str]]:
        names, before, decimals = self._topic("money", "mass")
        this = rounded(before / self.chance.randint(6, 12), decimals)
        names |= {"before": str(self.month - 1), "month": str(self.month)}
        return {"p": written(before), "m": written(this), "s": written(before + this)}, names

    def _stale(self) -> tuple[dict[str, str], dict[str, str]]:
        return {"month": str(self.month)}, {"year": str(self.year)}

    def _weekday(self) -> tuple[dict[str, str], dict[str, str]]:
        day = date(self.year, self.month, self.chance.randint(10, 19))
        return {"weekday": _WEEKDAYS[day.weekday()]}, {"day": f"{day.day}/{day.month}/{day.year}"}

    def _plain(self) -> tuple[dict[str, str], dict[str, str]]:
        names, value, _ = self._topic()
        chance = self.chance
        names |= {"n": written(value), "r": f"{chance.randint(11, 189) / 10:.1f}".replace(".", ",")}
        names |= {
            "r2": f"{chance.randint(11, 189) / 10:.1f}".replace(".", ","),
            "small": f"{chance.randint(11, 79) / 10}".replace(".", ","),
        }
        names |= {"tiny": f"0,{chance.randint(11, 98)}", "high": f"{chance.randint(881, 989) / 10}".replace(".", ",")}
        names |= {
            "few": f"{chance.randint(2, 38):02d}",
            "n0": str(chance.randint(120, 980)),
            "tiny0": f"{chance.randint(1, 9):02d}",
        }
        return {}, names | {"month_at": f"{self.month}/{self.year}"}

    def _counted(self) -> None:
        number = self.chance.randint(3, 6)
        self._fill("counted", self.chance.choice(WORDINGS["sentences"]["counted"]) + "\n\n", {"k": f"{number:02d}"}, {})
        for place, item in enumerate(self.chance.sample(WORDINGS["sentences"]["items"], number), start=1):
            self._add(f"{place}. {item}\n\n")
