"""The units of measures and the nouns that are counted, read from ``units.toml`` and ``counted_nouns.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, Literal

UnitKind = Literal["money", "percent", "measure", "count", "time"]

_TONE_PLACES = (
    ("oà", "òa"), ("oá", "óa"), ("oả", "ỏa"), ("oã", "õa"), ("oạ", "ọa"), ("oè", "òe"), ("oé", "óe"), ("oẻ", "ỏe"),
    ("oẽ", "õe"), ("oẹ", "ọe"), ("uỳ", "ùy"), ("uý", "úy"), ("uỷ", "ủy"), ("uỹ", "ũy"), ("uỵ", "ụy"),
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit by its written form: the base name (None: as written), its kind, whether it is counted in whole numbers.

    ``group`` is the class of a counted noun; nouns of one class may be coordinated.
    """

    name: str | None
    kind: UnitKind
    whole: bool = False
    group: str = ""


@dataclass(frozen=True, slots=True)
class UnitLexicon:
    """All units. ``words`` maps lower-case words to units, ``symbols`` exact spellings.

    ``ambiguous`` ones also begin other words ("công" in "công an").
    ``first_words`` gives, for the first word of a unit, how many words the longest unit with it has.
    """

    words: dict[str, Unit]
    symbols: dict[str, Unit]
    scales: dict[str, int]
    per: frozenset[str]
    stop: frozenset[str]
    ambiguous: frozenset[str]
    first_words: dict[str, int]


def spellings(words: str) -> set[str]:
    """``words`` in lower case with the tone mark in either place ("hòa giải viên" and "hoà giải viên")."""
    found = {words.lower()}
    for one, other in _TONE_PLACES:
        moved = {form.replace(one, other) for form in found if one in form and "q" + one not in form}
        found |= moved | {form.replace(other, one) for form in found}
    return found


def _load(name: str) -> dict[str, Any]:
    return tomllib.loads(files("dondoc.lexicon").joinpath(name).read_text(encoding="utf-8"))


@cache
def unit_lexicon() -> UnitLexicon:
    """The lexicon of units, read once."""
    units, nouns = _load("units.toml"), _load("counted_nouns.toml")
    words: dict[str, Unit] = {}
    for group, members in nouns["class"].items():
        for noun in members:
            for form in spellings(noun):
                words.setdefault(form, Unit(None, "count", whole=True, group=group))
    for noun in nouns["class"]["score"]:
        words[noun] = Unit(None, "count", whole=False, group="score")
    words |= {word: Unit(None, "measure") for word in units["measure"]["words"]}
    words |= {word: Unit(None, "measure", whole=True) for word in units["measure"]["whole"]}
    words |= {word: Unit("%", "percent") for word in units["percent"]["words"]}
    words |= {word: Unit(None, "percent") for word in units["percent"]["points"]}
    words |= {word: Unit(name, "money", whole=True) for word, name in units["money"].items()}
    words |= {word: Unit(None, "time", whole=True) for word in ("ngày", "tháng", "năm", "tuần", "quý", "tuổi")}
    words |= {word: Unit(None, "time") for word in ("giờ", "phút", "giây", "ngày làm việc", "ngày đêm")}
    symbols = {word: Unit(None, "percent" if word in "%‰" else "measure") for word in units["symbol"]["plain"]}
    first_words: dict[str, int] = {}
    for word in words:
        first = word.split()[0]
        first_words[first] = max(first_words.get(first, 0), word.count(" ") + 1)
    return UnitLexicon(
        words=words,
        symbols=symbols,
        scales=units["scale"],
        per=frozenset(units["per"]["words"]),
        ambiguous=frozenset(units["measure"]["ambiguous"]),
        stop=frozenset(nouns["stop"]["words"]),
        first_words=first_words,
    )
