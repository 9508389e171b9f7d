"""Feasts and anniversaries with their days, read from ``feasts.toml``."""

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dondoc.lexicon.units import spellings


@dataclass(frozen=True, slots=True)
class Feast:
    """A yearly day: ``day`` and ``month``, of the lunar calendar where ``lunar``."""

    day: int
    month: int
    lunar: bool


@cache
def feasts() -> dict[str, Feast]:
    """Feasts by every lower-case spelling of their names."""
    data = tomllib.loads(files("dondoc.lexicon").joinpath("feasts.toml").read_text(encoding="utf-8"))
    found: dict[str, Feast] = {}
    for entry in data["feast"]:
        day, month = entry.get("lunar") or entry["solar"]
        for name in entry["names"]:
            found |= dict.fromkeys(spellings(name), Feast(day, month, "lunar" in entry))
    return found
