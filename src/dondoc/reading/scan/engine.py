"""Tesseract with its Vietnamese data, as the program that the system has: an image in, words with their boxes out.

The program runs on one core and inside the fence: it writes no file, calls nobody where the kernel has an empty network
for it, and is ended when a page takes too long.
"""

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path

from PIL import Image

from dondoc.reading import limits

LANGUAGE = "vie"
DIGITS = "eng"  # its letters are few, so its digits are surer
_OPTIONS = ("-c", "tessedit_do_invert=0")
_WORD = "5"
_FENCE = Path(__file__).parents[1] / "fence.py"
_BOUNDS = tuple(str(int(most)) for most in (limits.SCAN_PAGE_SECONDS + 1, limits.ISOLATED_MEGABYTES * 2**20, 0))


class UnreadPageError(Exception):
    """A page was not read: it took longer than a page may (``slow``), or the program ended on it."""

    def __init__(self, *, slow: bool) -> None:
        super().__init__("slow" if slow else "ended")
        self.slow = slow


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was recognised: its box in pixels, how sure it is (0 to 100), the line it belongs to."""

    text: str
    left: int
    top: int
    right: int
    bottom: int
    confidence: float
    line: tuple[int, int, int]


@lru_cache(maxsize=1)
def languages() -> frozenset[str]:
    """What the installed Tesseract can read; nothing where there is none."""
    program = shutil.which("tesseract")
    if program is None:
        return frozenset()
    try:
        listed = subprocess.run([program, "--list-langs"], capture_output=True, timeout=20, check=False)
    except (OSError, subprocess.TimeoutExpired):
        return frozenset()
    return frozenset(listed.stdout.decode("utf-8", "replace").split())


def is_installed() -> bool:
    """Whether Vietnamese can be read from images here."""
    return LANGUAGE in languages()


def words_of(image: Image.Image, dpi: int, *, as_block: bool = False, figures: bool = False) -> list[Word]:
    """Return the words of a grey ``image`` in the order in which Tesseract reads them.

    ``as_block``: it is one block of lines, such as a table without its rules; columns are not looked for.
    ``figures``: there are only figures in it.
    """
    language = DIGITS if figures and DIGITS in languages() else LANGUAGE
    answer = _run(image, "--psm", "6" if as_block else "3", "--dpi", str(dpi), "-l", language, *_OPTIONS, "tsv")
    if answer.returncode:
        raise UnreadPageError(slow=False)
    return list(_words(answer.stdout.decode("utf-8", "replace")))


def turn_of(image: Image.Image, dpi: int) -> int:
    """The quarter turns to the right that bring ``image`` upright, 0 where that cannot be told."""
    if "osd" not in languages():
        return 0
    answer = _run(image, "--psm", "0", "--dpi", str(dpi))
    lines = answer.stdout.decode("utf-8", "replace").splitlines()
    told = dict(line.split(": ", 1) for line in lines if ": " in line)
    try:
        return int(told["Rotate"]) // 90 % 4 if float(told["Orientation confidence"]) > 1 else 0
    except (KeyError, ValueError):
        return 0


def _run(image: Image.Image, *options: str) -> "subprocess.CompletedProcess[bytes]":
    data = BytesIO()
    image.save(data, "PPM")
    try:
        return subprocess.run(
            [sys.executable, "-I", "-S", str(_FENCE), *_BOUNDS, "tesseract", "-", "-", *options],
            input=data.getvalue(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},
            timeout=limits.SCAN_PAGE_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadPageError(slow=True) from error


def _words(answer: str) -> Iterator[Word]:
    for row in answer.splitlines():
        cells = row.split("\t")
        if len(cells) != 12 or cells[0] != _WORD or not cells[11].strip():
            continue
        block, paragraph, line, _, left, top, width, height = map(int, cells[2:10])
        box = left, top, left + width, top + height
        yield Word(cells[11].strip(), *box, min(float(cells[10]), 100.0), (block, paragraph, line))
