"""How fast and how heavy: megabytes a second of each stage, a whole-process peak, and two reference points.

Prints ratios of one run on one machine: the stages over own-written documents repeated to a given size, beside the
naive floor (seven plain regexes). Nothing here is asserted; tests never time.
"""

import argparse
import re
import resource
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path

import dondoc
from dondoc.text import Text

NAIVE = [
    re.compile(pattern)
    for pattern in (
        r"\d[\d.,]*\s*(?:tỷ|triệu|nghìn|ngàn)?\s*đồng",
        r"\d[\d.,]*\s*%",
        r"\d{1,2}/\d{1,2}/\d{4}|ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}",
        r"\d+/(?:\d{4}/)?[A-ZĐ]{2,}(?:-[A-ZĐ]+)*",
        r"(?:tháng|quý|năm)\s+\d{1,4}(?:/\d{4})?",
        r"(?:Sở|Ban|Ủy ban|UBND|Văn phòng|Chi cục|Cục)\s+[A-ZĐ]\w+(?:\s+\w+){0,6}",
        r"\d[\d.,]*\s*(?:ha|tấn|người|hộ|vụ|dự án|trường hợp)",
    )
]


def sample_documents(folder: Path) -> list[bytes]:
    """The texts to measure on: every .txt under ``folder``."""
    return [path.read_bytes() for path in sorted(folder.glob("**/*.txt"))]


def clock(work: Callable[[], object], repeat: int = 3) -> float:
    """The best of ``repeat`` timings of ``work``, in seconds."""
    best = float("inf")
    for _ in range(repeat):
        start = time.perf_counter()
        work()
        best = min(best, time.perf_counter() - start)
    return best


def megabytes(texts: Iterable[Text]) -> float:
    """Size of the texts in UTF-8."""
    return sum(len(text.source.encode()) for text in texts) / 1e6


def peak() -> float:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=Path("tests/corpus"), help="a folder of .txt documents")
    parser.add_argument("--long", type=float, default=5.0, help="megabytes of the long document")
    options = parser.parse_args()
    sources = sample_documents(options.folder)
    if not sources:
        print(f"no .txt documents under {options.folder}")
        return 1
    start = time.perf_counter()
    dondoc.check(dondoc.extract(dondoc.read(sources[0])))
    print(
        f"first document, everything loaded on the way: {(time.perf_counter() - start) * 1e3:.0f} ms, {peak():.0f} MB"
    )

    texts = [dondoc.read(source) for source in sources]
    facts = [dondoc.extract(text) for text in texts]
    size = megabytes(texts)
    print(f"{len(sources)} documents, {size * 1e3:.0f} kB; each line: best of three passes over all of them")
    stages: dict[str, Callable[[], object]] = {
        "read": lambda: [dondoc.read(source) for source in sources],
        "extract": lambda: [dondoc.extract(text) for text in texts],
        "check": lambda: [dondoc.check(one) for one in facts],
        "extract + check": lambda: [dondoc.check(dondoc.extract(text)) for text in texts],
        "naive floor: seven regexes": lambda: [list(rule.finditer(t.content)) for t in texts for rule in NAIVE],
    }
    seconds = {name: clock(work) for name, work in stages.items()}
    whole = seconds["extract + check"]
    for name, spent in seconds.items():
        rate = size / spent
        print(
            f"{name:28} {rate:8.2f} MB/s   {spent * 1e3:8.1f} ms   {spent / whole:6.2f} x the time of extract + check"
        )

    print("\nlinear in length (one document repeated; ms per MB should stay level)")
    source = max(sources, key=len)
    for factor in (1, 4, 16, 64):
        if len(source) * factor > options.long * 1e6:
            break
        text = dondoc.read(b"\n\n".join([source] * factor))
        spent = clock(lambda text=text: dondoc.check(dondoc.extract(text)), repeat=1)  # type: ignore[misc]
        length = megabytes([text])
        print(f"{length:8.2f} MB   {spent * 1e3 / length:8.0f} ms per MB")
    print(f"\npeak memory of the whole run: {peak():.0f} MB")
    return 0


if __name__ == "__main__":
    sys.exit(main())
