"""Damage guided by what it reaches in the code: by atheris, where it is installed (``uv sync --group fuzz``)."""

import contextlib
import random
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

MISSING = "atheris is not installed: uv sync --group fuzz (Linux only)"


def is_installed() -> bool:
    """Whether atheris is there."""
    return find_spec("atheris") is not None


def explore(form: str, count: int, seed: int) -> None:
    """Try ``count`` inputs of a format; the first failure ends the process, its input and traceback printed."""
    atheris = import_module("atheris")
    with atheris.instrument_imports(include=["dondoc"]):
        from benchmarks.fuzz.formats import seeds
        from benchmarks.fuzz.mutations import damaged
        from benchmarks.fuzz.runner import read_facts
        from dondoc import ReadingError

    def attempt(data: bytes) -> None:
        with contextlib.suppress(ReadingError):
            read_facts(form, data)

    def change(data: bytes, longest: int, number: int) -> bytes:
        return damaged(data, form, random.Random(number))[:longest]  # noqa: S311

    with TemporaryDirectory() as folder:
        for number, data in enumerate(seeds(form)):
            (Path(folder) / f"{number}.{form}").write_bytes(data)
        longest = max(path.stat().st_size for path in Path(folder).iterdir()) * 4
        options = [f"-runs={count}", f"-seed={seed}", f"-max_len={longest}", "-timeout=20", "-rss_limit_mb=2048"]
        atheris.Setup([sys.argv[0], *options, folder], attempt, custom_mutator=change)
        atheris.Fuzz()
