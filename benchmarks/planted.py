"""Slips planted in reports: how many are found, and how often a clean report is blamed.

usage: python -m benchmarks.planted [--reports N] [--seed N] [--no-misses] [--false]

Writes N reports with true figures (planted_reports.py), plants one slip in each (planted_slips.py) that arithmetic on
the printed figures can reveal, and reviews the clean and the slipped copy. A slip is found where a finding that the
clean copy lacks stands on the slipped figure, or names it among the figures that speak against it. Everything else
that is found, in clean and slipped copies, counts against precision. Then the same on the relations that the annotated
documents of tests/corpus state. Form and wording (families TT, VB, CQ, NV) stay out. The same seed prints the same.
"""

import argparse
import json
import random
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.planted_relations import half, value_of
from benchmarks.planted_reports import Writer
from benchmarks.planted_slips import KINDS, Slip, plant
from dondoc.checking import check
from dondoc.checking.catalogue import choose
from dondoc.checking.finding import Finding
from dondoc.checking.review import review
from dondoc.extraction import extract
from dondoc.reading.plain import read_plain
from dondoc.text import Text

CORPUS = Path(__file__).parents[1] / "tests" / "corpus"
FIGURES = choose(("SL", "TG"), ("SL207",))


@dataclass(slots=True)
class Tally:
    """What was planted and found by kind, and what was found that nobody planted."""

    planted: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    as_error: Counter[str] = field(default_factory=Counter)
    false: list[str] = field(default_factory=list)
    misses: list[str] = field(default_factory=list)
    clean: int = 0
    blamed: int = 0

    @property
    def recall(self) -> float:
        """Share of the planted slips that were found."""
        return self.found.total() / max(self.planted.total(), 1)

    @property
    def precision(self) -> float:
        """Share of what was found that had been planted."""
        return self.found.total() / max(self.found.total() + len(self.false), 1)


def findings_of(source: str) -> tuple[Text, list[Finding]]:
    """What is found in the figures and times of ``source``."""
    facts = extract(read_plain(source))
    return facts.text, review(facts, check(facts), rules=FIGURES)


def touches(text: Text, finding: Finding, places: tuple[tuple[int, int], ...]) -> bool:
    """Whether a finding stands on, or names, one of the places of the source."""
    spans = [text.to_source(span) for span in (finding.span, *finding.related)]
    return any(start < place[1] and place[0] < end for start, end in spans for place in places)


def score(tally: Tally, clean: str, slips: list[Slip]) -> None:
    """Review a clean document and each of its slipped copies."""
    text, known = findings_of(clean)
    tally.clean += 1
    tally.blamed += bool(known)
    tally.false += [f"{one.rule} {one.message}: {around(text, one)}" for one in known]
    causes = {one.cause for one in known}
    for slip in slips:
        slipped, found = findings_of(slip.text)
        new = [one for one in found if one.cause not in causes]
        hits = [one for one in new if touches(slipped, one, slip.places)]
        tally.planted[slip.kind] += 1
        tally.found[slip.kind] += bool(hits)
        tally.as_error[slip.kind] += any(one.severity == "error" for one in hits)
        tally.false += [f"{one.rule} {one.message}: {around(slipped, one)}" for one in new if one not in hits]
        if not hits:
            start, end = slip.places[0]
            begin = max(slip.text.rfind("\n", 0, start) + 1, start - 130)
            stop = min(slip.text.find("\n", end) % (len(slip.text) + 1), end + 130)
            shown = f"{slip.text[begin:start]}[{slip.text[start:end]}]{slip.text[end:stop]}"
            tally.misses.append(f"{slip.kind}, {slip.relation}: {slip.before} → {slip.after}: {shown}")


def around(text: Text, finding: Finding) -> str:
    """The words about a finding."""
    return " ".join(text.content[max(0, finding.span.start - 90) : finding.span.end + 40].split())


def score_reports(number: int, seed: int) -> Tally:
    """Generated reports, one slip each, the kinds in turn."""
    tally = Tally()
    for place in range(number):
        report = Writer(seed * 1_000_003 + place).write()
        chance = random.Random(seed + place)  # noqa: S311
        slip = None
        for turn in range(len(KINDS)):
            slip = plant(report, KINDS[(place + turn) % len(KINDS)], chance)
            if slip is not None:
                break
        score(tally, report.text, [slip] if slip else [])
    return tally


def annotated_slips(path: Path, seed: int) -> Iterator[Slip]:
    """One slip in each relation that the annotation of a document holds consistent."""
    source, gold = path.read_text(encoding="utf-8"), json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    chance = random.Random(f"{seed} {path.stem}")  # noqa: S311
    at = {note["id"]: _resolved(source, note["span"]) for note in gold["quantities"]}
    for relation in gold["checks"]:
        if relation["verdict"] != "consistent" or relation["kind"] not in ("ratio", "sum", "difference", "growth"):
            continue
        name = chance.choice([*relation["args"], relation["result"]])
        start, end = at[name]
        digits = source[start:end].strip("+- ")
        digits = digits[: next((i for i, sign in enumerate(digits) if sign not in "0123456789.,"), len(digits))].rstrip(
            ".,"
        )
        kind = chance.choice(("digit", "swapped digits"))
        changed = _miswritten(digits, kind, chance)
        if not changed:
            continue
        start = source.index(digits, start)
        text = source[:start] + changed + source[start + len(digits) :]
        yield Slip(kind, relation["kind"], text, ((start, start + len(changed)),), digits, changed)


def _miswritten(digits: str, kind: str, chance: random.Random) -> str | None:
    """``digits`` with a slip that moves their value by more than a fiftieth and more than their own rounding."""
    for _ in range(20 if digits else 0):
        place = chance.randrange(len(digits))
        if not digits[place].isdecimal():
            continue
        if kind == "digit":
            new = f"{digits[:place]}{chance.choice('123456789')}{digits[place + 1 :]}"
        elif place + 1 < len(digits) and digits[place + 1].isdecimal():
            new = f"{digits[:place]}{digits[place + 1]}{digits[place]}{digits[place + 2 :]}"
        else:
            continue
        moved = abs(value_of(new) - value_of(digits))
        if moved > value_of(digits) / 50 and moved > 2 * half(digits):
            return new
    return None


def _resolved(source: str, span: dict[str, object]) -> tuple[int, int]:
    quote, start = str(span["q"]), -1
    for _ in range(int(str(span.get("n", 1)))):
        start = source.index(quote, start + 1)
    return start, start + len(quote)


def score_documents(seed: int) -> Tally:
    """The annotated documents. Their own errors are annotated too and count for nothing."""
    tally = Tally()
    for path in sorted(CORPUS.glob("*.txt")):
        if not path.with_suffix(".json").exists():
            continue
        before = len(tally.false)
        score(tally, path.read_text(encoding="utf-8"), list(annotated_slips(path, seed)))
        tally.false[before:] = [one for one in tally.false[before:] if one not in _known(path)]
    return tally


def _known(path: Path) -> set[str]:
    """What is found in the unslipped document: it was written with errors."""
    text, known = findings_of(path.read_text(encoding="utf-8"))
    return {f"{one.rule} {one.message}: {around(text, one)}" for one in known}


def show(name: str, tally: Tally, misses: bool, false: bool) -> None:
    """Print the figures of one tally."""
    print(f"\n{name}: {tally.clean} documents, {tally.planted.total()} slips")
    for kind in sorted(tally.planted, key=lambda kind: KINDS.index(kind)):
        planted, found = tally.planted[kind], tally.found[kind]
        print(f"  {kind:16} {found:4}/{planted:<4} {found / planted:6.1%}   {tally.as_error[kind]} as an error")
    print(f"  found {tally.recall:.3f}, precision {tally.precision:.3f} ({len(tally.false)} findings nobody planted)")
    for line in tally.misses if misses else ():
        print(f"  missed: {line}")
    for line in tally.false if false else ():
        print(f"  false: {line}")


def main() -> int:
    """Score and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--reports", type=int, default=600, help="how many reports to write")
    parser.add_argument("--seed", type=int, default=1, help="another seed, other reports")
    parser.add_argument(
        "--misses", action=argparse.BooleanOptionalAction, default=True, help="list the slips that were not found"
    )
    parser.add_argument("--false", action="store_true", help="list the findings that nobody planted")
    options = parser.parse_args()
    show("generated reports", score_reports(options.reports, options.seed), options.misses, options.false)
    show("annotated documents", score_documents(options.seed), options.misses, options.false)
    return 0


if __name__ == "__main__":
    sys.exit(main())
