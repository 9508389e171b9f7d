"""Damaged files by the thousand: each gives facts or one ReadingError, in bounded time and memory, and nothing else.

``python -m benchmarks.fuzz`` (20,000 inputs a format: a night's work) prints, format by format, how many were read and
refused, the slowest input (processor time), and every other exception, file written or call made, with the seed that
makes the input again. ``--inputs``, ``--seed`` and ``--format`` choose; ``--coverage`` lets atheris guide the damage.
"""

import argparse
import contextlib
import sys
from collections.abc import Sequence

from benchmarks.fuzz import coverage  # nothing of dondoc may be loaded before it is instrumented


def main() -> int:
    """Print what became of the inputs; 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--inputs", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", action="append", help="one of the formats; several may be named")
    parser.add_argument("--coverage", action="store_true", help="guided by what is reached in the code (atheris)")
    options = parser.parse_args()
    if not options.coverage:
        return _run(options.format, options.inputs, options.seed)
    if not coverage.is_installed():
        print(coverage.MISSING)
        return 2
    coverage.explore((options.format or ["docx"])[0], options.inputs, options.seed)
    return 0


def _run(wanted: Sequence[str] | None, count: int, seed: int) -> int:
    from benchmarks.fuzz.formats import FORMATS
    from benchmarks.fuzz.runner import run
    from dondoc.reading.limits import ISOLATED_MEGABYTES

    _bound_memory(ISOLATED_MEGABYTES)
    failed = False
    for form in wanted or FORMATS:
        found = run(form, count, seed)
        print(
            f"{form:5} read {found.read:6} refused {found.refused:6} failed {len(found.failures):4} "
            f"slowest {found.slowest:.2f} s ({found.slowest_seed})",
            flush=True,
        )
        for failure in found.failures[:20]:
            print("   ", failure, flush=True)
        failed = failed or bool(found.failures)
    return int(failed)


def _bound_memory(megabytes: int) -> None:
    """What needs more memory than an upload may take fails here too."""
    with contextlib.suppress(ImportError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (megabytes * 2**20, megabytes * 2**20))


if __name__ == "__main__":
    sys.exit(main())
