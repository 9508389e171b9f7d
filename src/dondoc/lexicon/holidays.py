"""Public holidays, read from ``holidays.toml``."""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, slots=True)
class Holidays:
    """Fixed days and lunar days as (day, month); the New Year as (first year of the rule, days before, days after)."""

    solar: tuple[tuple[int, int], ...]
    lunar: tuple[tuple[int, int], ...]
    new_year: tuple[tuple[int, int, int], ...]
    announced: frozenset[date]
    exchanged: frozenset[date]
    worked: frozenset[date]


@cache
def holidays() -> Holidays:
    """The holidays, read once."""
    data = tomllib.loads(files("dondoc.lexicon").joinpath("holidays.toml").read_text(encoding="utf-8"))
    return Holidays(
        solar=tuple((day, month) for day, month in data["solar"]),
        lunar=tuple((day, month) for day, month in data["lunar"]),
        new_year=tuple((rule["from"], rule["before"], rule["after"]) for rule in data["new_year"]),
        announced=frozenset(data["national_day"]["days"]),
        exchanged=frozenset(data["exchanged"]["off"]),
        worked=frozenset(data["exchanged"]["worked"]),
    )
