"""The files a command works on: named ones, folders' worth of them, or standard input; one bad file stops nothing."""

import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

import dondoc
from dondoc.facts import Check, Facts
from dondoc.text import Text

STANDARD_INPUT = "-"
Value = TypeVar("Value", covariant=True)

errors = Console(stderr=True, highlight=False, soft_wrap=True)


@dataclass(frozen=True, slots=True)
class Result(Generic[Value]):
    """What became of one file: a value, or the sentence that says why not."""

    file: str
    value: Value | None
    error: str | None = None


def read_text(file: str) -> Text:
    """The text of ``file``; ``-`` is standard input."""
    if file == STANDARD_INPUT:
        return dondoc.read(sys.stdin.buffer.read())
    return dondoc.read(Path(file))


def read_facts(file: str) -> tuple[Facts, list[Check]]:
    """The facts of ``file`` and the checks between them."""
    facts = dondoc.extract(read_text(file))
    return facts, dondoc.check(facts)


def each(files: Sequence[str], work: Callable[[str], Value]) -> Iterator[Result[Value]]:
    """Do ``work`` on every file in turn; errors are printed as they come, progress where a person watches."""
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TimeRemainingColumn(),
        console=errors,
        transient=True,
        disable=len(files) < 2 or not errors.is_terminal,
    ) as progress:
        bar = progress.add_task("Đang đọc", total=len(files))
        for file in files:
            try:
                yield Result(file, work(file))
            except dondoc.ReadingError as error:
                progress.console.print(f"{file}: {error}", markup=False)
                yield Result(file, None, str(error))
            progress.advance(bar)
