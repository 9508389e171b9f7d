"""Periods offered where a person corrects a figure."""

import re
from collections.abc import Iterable

from dondoc.office.look import numbers


def period_picks(known: Iterable[str]) -> list[tuple[str, list[tuple[str, str]]]]:
    """(year, [(key, words)]) for the years of the ``known`` periods and the year before; known ones are all there."""
    asked = list(dict.fromkeys(known))
    named = {int(year) for each in asked for year in re.findall(r"\b(?:19|20)\d\d\b", each)}
    years = sorted(named | {year - 1 for year in named}, reverse=True)
    groups = []
    for year in years:
        keys = [f"{year}", *(f"{year}-{month:02}" for month in range(1, 13))]
        keys += [f"{year}-01..{year}-{month:02}" for month in range(2, 12)]
        keys += [f"{year}-Q{quarter}" for quarter in range(1, 5)] + [f"{year}-H1", f"{year}-H2"]
        keys += [each for each in asked if each.startswith(str(year)) and each not in keys]
        groups.append((str(year), [(key, numbers.period(key)) for key in keys]))
    return groups
