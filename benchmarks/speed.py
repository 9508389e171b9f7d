"""How fast and how heavy: megabytes a second of each stage, where the time goes, and long documents: time and memory.

Measures on the own-written documents, or on any folder of .txt files given as an argument. Everything is printed beside
a naive floor of the same run (seven plain regexes over the same texts), since machines differ and ratios do not.
Nothing here is asserted; tests never time.
"""

import argparse
import cProfile
import importlib.util
import multiprocessing
import pstats
import re
import resource
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

import dondoc
from dondoc.checking.finding import Finding
from dondoc.checking.review import review
from dondoc.checking.scene import read_scene
from dondoc.extraction.header import extract_header
from dondoc.extraction.structure import read_outline
from dondoc.extraction.time_context import read_context
from dondoc.facts import Facts
from dondoc.grammar.agencies import find_agencies
from dondoc.grammar.dates import find_dates
from dondoc.grammar.deadlines import find_deadlines
from dondoc.grammar.measures import find_measures
from dondoc.grammar.periods import find_periods
from dondoc.grammar.references import find_references
from dondoc.text import Text

Work = Callable[[], object]
OWN_DOCUMENTS = Path(__file__).parent.parent / "tests" / "corpus"
UNDERTHESEA_DOCUMENTS = 5
REPORT_PAGES, PAGE_LETTERS = 30, 2500
# The fewest figures of 1,000 letters: most notices are plain, a report of a city has seven.
KINDS = {"plain": 0, "dense": 6, "figures only": 12}
LEAST_SHARE = 0.01
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


def stopped(work: Work) -> float:
    """The seconds of one single run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def clock(work: Work, repeat: int) -> float:
    """The best of ``repeat`` timings of ``work``, in seconds of this process."""
    return min(stopped(work) for _ in range(repeat))


def findings_of(facts: Facts) -> list[Finding]:
    """Everything that a draft is told: relations recomputed and other slips, over one scene."""
    scene = read_scene(facts)
    return review(facts, dondoc.check(facts, scene), scene=scene)


def megabytes(texts: Iterable[Text]) -> float:
    """Size of the texts in UTF-8."""
    return sum(len(text.source.encode()) for text in texts) / 1e6


def peak() -> float:
    """Peak memory of this process so far, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def stages(sources: list[bytes], texts: list[Text]) -> dict[str, Work]:
    """What is timed, by name, in the order of the flow."""
    facts = [dondoc.extract(text) for text in texts]
    checks = [dondoc.check(one) for one in facts]
    contents = [text.content for text in texts]
    dated = [(text.content, read_context(text, one.header)) for text, one in zip(texts, facts, strict=True)]
    return {
        "read": lambda: [dondoc.read(source) for source in sources],
        "  outline and sentences": lambda: [read_outline(text) for text in texts],
        "  header": lambda: [extract_header(text) for text in texts],
        "  agencies": lambda: [find_agencies(content) for content in contents],
        "  references": lambda: [find_references(content) for content in contents],
        "  numbers and units": lambda: [find_measures(content) for content in contents],
        "  dates": lambda: [find_dates(*one) for one in dated],
        "  periods": lambda: [find_periods(*one) for one in dated],
        "  deadlines": lambda: [find_deadlines(*one) for one in dated],
        "extract": lambda: [dondoc.extract(text) for text in texts],
        "check": lambda: [dondoc.check(one) for one in facts],
        "review, after check": lambda: [review(one, told) for one, told in zip(facts, checks, strict=True)],
        "extract + check": lambda: [dondoc.check(dondoc.extract(text)) for text in texts],
        "naive floor: seven regexes": lambda: [list(rule.finditer(one)) for one in contents for rule in NAIVE],
    }


def print_stages(sources: list[bytes], repeat: int) -> None:
    """Megabytes a second of each stage; indented stages are parts of "extract" on their own."""
    texts = [dondoc.read(source) for source in sources]
    size = megabytes(texts)
    seconds = {name: clock(work, repeat) for name, work in stages(sources, texts).items()}
    floor = seconds["naive floor: seven regexes"]
    print(f"\n{len(sources)} documents, {size * 1e3:.0f} kB; the best of {repeat} passes over all of them, one core")
    for name, spent in seconds.items():
        print(f"{name:28} {size / spent:9.2f} MB/s {spent * 1e3:9.1f} ms {spent / floor:8.1f} x the naive floor")
    print_underthesea(texts, seconds["extract + check"] / size, floor / size)


def print_underthesea(texts: list[Text], ours: float, floor: float) -> None:
    """The same line for underthesea's named entities, on the shortest texts: it is too slow for all of them.

    ``ours`` and ``floor`` are seconds a megabyte of extraction with checks, and of the naive floor.
    """
    if importlib.util.find_spec("underthesea") is None:
        print("underthesea is not installed (make bench installs it): no comparison with its named entities")
        return
    recognise = importlib.import_module("underthesea").ner
    recognise(texts[0].content[:200])
    some = sorted(texts, key=lambda text: len(text.content))[:UNDERTHESEA_DOCUMENTS]
    size = megabytes(some)
    spent = clock(lambda: [recognise(text.content) for text in some], 1)
    name = f"underthesea: NER of {len(some)} texts"
    print(f"{name:28} {size / spent:9.3f} MB/s {spent * 1e3:9.1f} ms {spent / size / floor:8.1f} x the naive floor")
    print(f"dondoc's extract + check takes 1/{spent / size / ours:.0f} of underthesea's time for named entities alone")


def package_of(file: str) -> str:
    """The package of a source file of dondoc ("extraction/quantities"), "elsewhere" for others."""
    _, ours, path = file.rpartition("/dondoc/")
    return "/".join(path.split("/")[:2]).removesuffix(".py") if ours else "elsewhere"


def print_profile(texts: list[Text]) -> None:
    """Where the time of extraction and checks goes, package by package; what is built in counts for who calls it.

    The profiler slows every call down, so that the shares hold and not the speed; the calls are the same in every run.
    """
    profiler = cProfile.Profile()
    profiler.runcall(lambda: [dondoc.check(dondoc.extract(text)) for text in texts])
    stats = pstats.Stats(profiler)
    seconds: Counter[str] = Counter()
    calls: Counter[str] = Counter()
    for (file, _, _), (_, count, own, _, callers) in stats.stats.items():  # type: ignore[attr-defined]
        if file != "~":
            seconds[package_of(file)] += own
            calls[package_of(file)] += count
        for (caller, _, _), (_, times, spent, _) in callers.items() if file == "~" else ():
            seconds[package_of(caller)] += spent
            calls[package_of(caller)] += times
    total = seconds.total()
    print(f"\nextract + check under a profiler: {calls.total():,} calls; share of the time and calls by package")
    for package, spent in seconds.most_common():
        if spent / total >= LEAST_SHARE:
            print(f"{package:28} {spent / total:7.1%} {calls[package]:11,} calls")


def measure_report(words: str, repeat: int) -> tuple[int, list[tuple[float, float]]]:
    """The figures of a report, and the seconds of its facts and of its findings: the first time, and the best.

    The first time is that of a process which has read one other sentence, so that the lexicons are there and nothing
    of the report was looked at before.
    """
    findings_of(dondoc.extract(dondoc.read("Thu ngân sách đạt 12 tỷ đồng, bằng 60% dự toán (20 tỷ đồng).".encode())))
    text = dondoc.read(words.encode())
    facts: list[Facts] = []
    first = stopped(lambda: facts.append(dondoc.extract(text)))
    told = stopped(lambda: findings_of(facts[0]))
    best = clock(lambda: dondoc.extract(text), repeat), clock(lambda: findings_of(facts[0]), repeat)
    return len(facts[0].quantities), [(first, told), best]


def print_report(texts: list[Text], repeat: int) -> None:
    """What a report of thirty pages takes, by how dense in figures it is: documents of one kind, one behind the other.

    Checking is what follows the facts: relations and findings over one scene, as the command and the office do it.
    """
    words: dict[str, list[str]] = {name: [] for name in KINDS}
    for text in texts:
        density = len(dondoc.extract(text).quantities) * 1000 / max(len(text.content), 1)
        words[[name for name, fewest in KINDS.items() if fewest <= density][-1]].append(text.content)
    length = REPORT_PAGES * PAGE_LETTERS
    print(f"\na report of {REPORT_PAGES} pages of {PAGE_LETTERS} letters, already read")
    context = multiprocessing.get_context("spawn")
    for name, report in ((name, "\n\n".join(written)) for name, written in words.items() if written):
        with ProcessPoolExecutor(1, mp_context=context) as alone:
            figures, spent = alone.submit(measure_report, report, repeat).result()
        pages = length / len(report)
        for when, (facts, findings) in zip(("first time", "best"), spent, strict=True):
            print(
                f"{name:12} {figures * pages:5.0f} figures, {when:10}: facts {facts * pages * 1e3:4.0f} ms, checks and "
                f"findings {findings * pages * 1e3:3.0f} ms, together {(facts + findings) * pages * 1e3:4.0f} ms"
            )


def long_document(shape: str, source: str, size: float) -> bytes:
    """About ``size`` megabytes of the words of ``source``: as one line, or paragraph by paragraph."""
    piece = source if shape == "paragraphs" else " ".join(source.split())
    between = "\n\n" if shape == "paragraphs" else " "
    times = max(1, round(size * 1e6 / len(piece.encode())))
    return between.join([piece] * times).encode()


def measure_long(shape: str, source: str, size: float) -> tuple[float, float, float]:
    """Megabytes, seconds and peak memory of reading, extracting and checking one long document."""
    document = long_document(shape, source, size)
    start = time.process_time()
    dondoc.check(dondoc.extract(dondoc.read(document)))
    return len(document) / 1e6, time.process_time() - start, peak()


def print_long(source: str, longest: float) -> None:
    """Time for each megabyte at growing lengths: linear where it stays level. Each document in a process of its own."""
    print("\nread + extract + check of one long document (linear: ms per MB stays level)")
    context = multiprocessing.get_context("spawn")
    for shape in ("paragraphs", "one line"):
        size = longest / 16
        while size <= longest:
            with ProcessPoolExecutor(1, mp_context=context) as alone:
                length, spent, memory = alone.submit(measure_long, shape, source, size).result()
            print(f"{shape:12} {length:6.2f} MB {spent * 1e3 / length:8.0f} ms per MB {memory:6.0f} MB peak memory")
            size *= 4


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", nargs="?", type=Path, default=OWN_DOCUMENTS, help="a folder of .txt documents")
    parser.add_argument("--long", type=float, default=5.0, help="megabytes of the long documents; 0 leaves them out")
    parser.add_argument("--repeat", type=int, default=5, help="passes; the best one counts")
    options = parser.parse_args()
    sources = [path.read_bytes() for path in sorted(options.folder.glob("**/*.txt"))]
    if not sources:
        print(f"no .txt documents under {options.folder}")
        return 1
    start = time.process_time()
    dondoc.check(dondoc.extract(dondoc.read(sources[0])))
    first = (time.process_time() - start) * 1e3
    print(f"first document, lexicons loaded on the way: {first:.0f} ms, {peak():.0f} MB")
    print_stages(sources, options.repeat)
    texts = [dondoc.read(source) for source in sources]
    print_profile(texts)
    print_report(texts, options.repeat)
    if options.long:
        print_long(max(sources, key=len).decode(), options.long)
    return 0


if __name__ == "__main__":
    sys.exit(main())
