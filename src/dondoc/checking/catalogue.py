"""The rules by code, and which of them somebody wants to hear."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from dondoc.checking.finding import Severity


class UnknownRuleError(ValueError):
    """Somebody named a rule that does not exist."""


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule as it is listed; ``off`` ones run only where their code is selected."""

    code: str
    family: str
    name: str
    severity: Severity
    off: bool = False


@cache
def catalogue() -> dict[str, Rule]:
    """All rules by code, in the order in which they are listed."""
    data = tomllib.loads(files("dondoc.lexicon").joinpath("finding_rules.toml").read_text(encoding="utf-8"))
    return {code: Rule(code, data["families"][code[:2]], **fields) for code, fields in data["rules"].items()}


def choose(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> frozenset[str]:
    """Return the rules that ``select`` names (all that are on, where it names none) without those of ``ignore``.

    A name is a code ("SL101"), the beginning of one ("SL", "SL1") or "ALL". A rule that is off by default is selected
    by its full code or "ALL". Raises :class:`UnknownRuleError` for a name that begins no code.
    """
    rules = catalogue()
    wanted = [name.strip().upper() for name in select if name.strip()]
    unwanted = [name.strip().upper() for name in ignore if name.strip()]
    for name in (*wanted, *unwanted):
        if name != "ALL" and not any(code.startswith(name) for code in rules):
            raise UnknownRuleError(f"Không có quy tắc {name}; chạy «dondoc rules» để xem danh sách.")
    chosen = {
        code
        for code, rule in rules.items()
        if (not wanted and not rule.off)
        or any(name in ("ALL", code) or (code.startswith(name) and not rule.off) for name in wanted)
    }
    return frozenset(code for code in chosen if not any(name == "ALL" or code.startswith(name) for name in unwanted))
