"""How well earlier tasks are recognised in later sentences: precision and recall on our own pairs.

python -m benchmarks.lineage [--misses]
"""

import sys
import tomllib
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from dondoc.lineage import CONTINUES, SPEAKS_OF, nearest_of

FOLDER = Path(__file__).parent.parent / "tests" / "lineage"
# The second was written after the thresholds were set, without looking at the rule.
PAIRS, UNSEEN = FOLDER / "pairs.toml", FOLDER / "unseen_pairs.toml"


def measure(tasks: dict[str, str], sentences: Sequence[dict[str, Any]], least: float) -> tuple[float, float, list[str]]:
    """Precision and recall of the first offer for each sentence, and what went wrong in words."""
    keys = list(tasks)
    offers = nearest_of([each["text"] for each in sentences], list(tasks.values()), least, 1)
    right = offered = wanted = 0
    wrong = []
    for sentence, found in zip(sentences, offers, strict=True):
        first = keys[found[0].index] if found else None
        offered += first is not None
        wanted += bool(sentence["of"])
        right += first in sentence["of"]
        if (first is None) != (not sentence["of"]) or (first is not None and first not in sentence["of"]):
            wrong.append(f"{first} ({found[0].score if found else '-'}) for {sentence['of']}: {sentence['text']}")
    return right / offered if offered else 1.0, right / wanted if wanted else 1.0, wrong


def main() -> None:
    """Print both measures."""
    for file in (PAIRS, UNSEEN):
        data = tomllib.loads(file.read_text(encoding="utf-8"))
        for name, least in (("later", CONTINUES), ("reported", SPEAKS_OF)):
            precision, recall, wrong = measure(data["tasks"], data[name], least)
            said = f"precision {precision:.3f}  recall {recall:.3f}  ({len(data[name])} sentences)"
            print(f"{file.stem:12} {name:10} {said}")
            if "--misses" in sys.argv:
                print(*(f"    {each}" for each in wrong), sep="\n")


if __name__ == "__main__":
    main()
