"""Reads damaged files one by one and tells what became of them."""

import random
import time
import traceback
from collections.abc import Iterator
from dataclasses import dataclass, field

from benchmarks.fuzz.formats import seeds
from benchmarks.fuzz.mutations import damaged
from benchmarks.fuzz.watch import watched
from dondoc import ReadingError, check, extract, read
from dondoc.reading.compound import inspect_doc

SLOWEST = 5.0


@dataclass(slots=True)
class Outcome:
    """What became of the inputs of one format."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    slowest_seed: str = ""
    failures: list[str] = field(default_factory=list)


def inputs(form: str, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """(Its seed, damaged file) one by one; an input depends on its seed alone."""
    sound = seeds(form)

    def made(number: int) -> tuple[str, bytes]:
        name = f"{form}-{seed}-{number}"
        chance = random.Random(name)  # noqa: S311
        return name, damaged(chance.choice(sound), form, chance)

    return map(made, range(count))


def read_facts(form: str, data: bytes, *, checks: bool = True) -> None:
    """Read ``data``, extract its facts and, with ``checks``, check them; what it says may be :class:`ReadingError`."""
    if form == "doc":
        inspect_doc(data)
        return
    facts = extract(read(data, name=f"a.{form}"))
    if checks:
        check(facts)


def run(form: str, count: int, seed: int, *, checks: bool = True) -> Outcome:
    """Read ``count`` damaged files of a format; nothing may be written or called meanwhile."""
    outcome = Outcome()
    damaged_files = inputs(form, count, seed)
    with watched() as seen:
        for name, data in damaged_files:
            begun = time.process_time()
            try:
                read_facts(form, data, checks=checks)
                outcome.read += 1
            except ReadingError:
                outcome.refused += 1
            except Exception:  # noqa: BLE001
                outcome.failures.append(f"{name}: {traceback.format_exc(limit=-3)}")
            outcome.failures += [f"{name}: {what}" for what in seen]
            seen.clear()
            taken = time.process_time() - begun
            if taken > outcome.slowest:
                outcome.slowest, outcome.slowest_seed = taken, name
    if outcome.slowest > SLOWEST:
        outcome.failures.append(f"{outcome.slowest_seed}: {outcome.slowest:.1f} seconds")
    return outcome
