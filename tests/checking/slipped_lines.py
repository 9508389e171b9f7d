"""Lines with one figure in [brackets], [as it is|as it is miswritten]: what checking says of both."""

from dondoc.checking import check
from dondoc.extraction import extract
from dondoc.facts import Check
from dondoc.reading.plain import read_plain


def written(line: str, slipped: bool) -> str:
    """``line`` with its bracket as it is, or as it is miswritten."""
    before, _, rest = line.partition("[")
    choice, _, after = rest.partition("]")
    return before + choice.split("|")[slipped] + after


def checks_of(source: str) -> list[Check]:
    """The checks of a text."""
    return check(extract(read_plain(source)))


def holds(line: str, kind: str) -> bool:
    """Whether a relation of ``kind`` holds in the line as it is, and nothing is found wrong."""
    found = checks_of(written(line, slipped=False))
    return (kind, "consistent") in [(one.kind, one.verdict) for one in found] and not wrong(found)


def is_flagged(line: str, kind: str) -> bool:
    """Whether a relation of ``kind`` is found wrong in the line as it is miswritten."""
    found = checks_of(written(line, slipped=True))
    return kind in [one.kind for one in found if one.verdict == "inconsistent"]


def wrong(found: list[Check]) -> list[str]:
    """Why the checks that do not hold do not."""
    return [one.reason for one in found if one.verdict != "consistent"]
