"""Damaged files by the thousand: each gives facts or one :class:`ReadingError`, in bounded time, and nothing else.

``python -m benchmarks.fuzz --inputs 5000 --seed 1`` prints, format by format, how many were read and refused, the
slowest input (processor time), and every other exception with the seed that makes it again.
"""

import argparse
import random
import sys
import time
import traceback
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, field
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from lxml import etree
from PIL import Image, ImageDraw

from benchmarks.fuzz_pieces import PIECES
from dondoc import ReadingError, check, extract, read
from dondoc.reading.compound import inspect_doc
from tests.extraction.tables.appendices import ALL, as_xlsx
from tests.reading.rewritten import web, word
from tests.reading.sheet_files import ods, opendocument_rows
from tests.reading.test_carried import envelope, mail, packed

ROOT = Path(__file__).parents[1]
IMAGES = {"png": "PNG", "jpg": "JPEG", "tiff": "TIFF"}
FORMATS = ("txt", "html", "docx", "pdf", "xlsx", "ods", "xls", "rtf", "odt", "doc", "zip", "eml", "edxml", *IMAGES)
ZIPPED = {
    "docx": "word/document.xml",
    "xlsx": "xl/worksheets/sheet1.xml",
    "ods": "content.xml",
    "odt": "content.xml",
    "zip": "a.docx",
}
SLOWEST = 5.0


@dataclass(slots=True)
class Outcome:
    """What became of the inputs of one format."""

    read: int = 0
    refused: int = 0
    slowest: float = 0.0
    slowest_seed: str = ""
    failures: list[str] = field(default_factory=list)


def seeds(form: str) -> list[bytes]:
    """Sound files of a format to damage."""
    if form in ("xlsx", "ods", "xls"):
        return _workbooks(form)
    if form == "pdf":
        names = ("chu-thich", "thong-bao", "trinh-duyet", "phong-thieu-chu")
        return [(ROOT / f"tests/reading/files/{name}.pdf").read_bytes() for name in names]
    if form in IMAGES:
        return [
            _pictured(form, lines) for lines in ("Giao Sở Y tế\n12,5 tỷ đồng", "Số: 12/TB-UBND\ntrước ngày 30/9/2025")
        ]
    if form in ("rtf", "odt", "doc"):
        return _written(form)
    if form in ("zip", "eml", "edxml"):
        return _carrying(form)
    texts = [path.read_bytes() for path in sorted((ROOT / "tests/corpus").glob("dev-*.txt"))]
    if form == "txt":
        return texts
    write = word if form == "docx" else web
    return [write(read(data, name="a.txt")) for data in texts]


def _written(form: str) -> list[bytes]:
    """Files of other word processors. A .doc is looked at here, not converted: LibreOffice is not ours to damage."""
    return [(ROOT / f"tests/reading/files/thong-bao-2003.{form}").read_bytes()]


def _carrying(form: str) -> list[bytes]:
    notice = word(read((ROOT / "tests/corpus/dev-hai-lam-2019-10-notice.txt").read_bytes(), name="a.txt"))
    if form == "zip":
        return [packed({"a.docx": notice}), packed({"a.txt": "Giao Sở Y tế".encode(), "b.exe": b"MZ"})]
    if form == "eml":
        return [mail(a_docx=notice), mail("Giao Sở Y tế báo cáo trước ngày 30/9/2025.")]
    plain = ("Giao Sở Y tế báo cáo trước ngày 30/9/2025.\n" * 3).encode()
    return [
        envelope(("a.txt", plain)),
        envelope(("a.txt", plain), space=""),
        envelope(("a.docx", notice)),
        envelope(("a.docx", packed({"b.docx": notice}, stored=True))),
    ]


def _workbooks(form: str) -> list[bytes]:
    if form == "xls":
        return [(ROOT / "tests/reading/files/gieo-trong.xls").read_bytes()]
    if form == "ods":
        return [ods(opendocument_rows(one.rows)) for one in ALL.values()]
    with TemporaryDirectory() as folder:
        return [as_xlsx(Path(folder) / "a.xlsx", one).read_bytes() for one in ALL.values()]


def _pictured(form: str, words: str) -> bytes:
    """A small image of ``words``; a .tiff of two pages."""
    page = Image.new("L", (420, 110), 255)
    ImageDraw.Draw(page).multiline_text((20, 15), words, fill=0, font_size=26)
    target = BytesIO()
    if form == "tiff":
        page.save(target, IMAGES[form], save_all=True, append_images=[page])
    else:
        page.save(target, IMAGES[form])
    return target.getvalue()


def damaged(data: bytes, form: str, chance: random.Random) -> bytes:
    """``data`` with one to four changes."""
    for _ in range(chance.randint(1, 4)):
        if form in ZIPPED and chance.random() < 0.8:
            data = _repacked(data, form, chance)
        elif form == "edxml" and chance.random() < 0.7:
            data = _rearranged(data, chance)
        elif form in ("xls", "doc") and chance.random() < 0.9:
            data = _flipped(data, (), chance)  # anything more moves its sectors, and nothing of it is read
        else:
            data = chance.choice(CHANGES)(data, PIECES[form], chance)
    return data


def _truncated(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    return data[: chance.randint(0, len(data))]


def _flipped(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    changed = bytearray(data)
    for _ in range(min(chance.randint(1, 12), len(changed))):
        changed[chance.randrange(len(changed))] ^= 1 << chance.randrange(8)
    return bytes(changed)


def _stretch(data: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(data))
    return start, min(len(data), start + chance.choice((3, 40, 400, 4000)))


def _doubled(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:end] + data[start:end] * chance.choice((1, 1, 3, 30)) + data[end:]


def _cut(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    return data[:start] + data[end:]


def _moved(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    start, end = _stretch(data, chance)
    rest = data[:start] + data[end:]
    at = chance.randint(0, len(rest))
    return rest[:at] + data[start:end] + rest[at:]


def _nested(data: bytes, pieces: Sequence[bytes], chance: random.Random) -> bytes:
    at = chance.randint(0, len(data))
    return data[:at] + chance.choice(pieces) * chance.choice((1, 1, 2, 50, 3000)) + data[at:]


CHANGES: list[Callable[[bytes, Sequence[bytes], random.Random], bytes]] = [
    _truncated,
    _flipped,
    _doubled,
    _cut,
    _moved,
    _nested,
]


def _repacked(data: bytes, form: str, chance: random.Random) -> bytes:
    """A zipped document with a part changed inside, left out, or exchanged for another."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, ValueError, OSError, EOFError, NotImplementedError, RuntimeError, zlib.error):
        return data
    if not parts:
        return data
    name = chance.choice([ZIPPED[form], *parts])
    other = chance.choice(list(parts))
    kind = chance.randrange(10)
    if kind == 0:
        parts.pop(name, None)
    elif kind == 1 and name in parts:
        parts[name], parts[other] = parts[other], parts[name]
    elif kind < 7 and name in parts:
        parts[name] = _rearranged(parts[name], chance)
    elif name in parts:
        parts[name] = chance.choice(CHANGES)(parts[name], PIECES[form], chance)
    target = BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for known, words in parts.items():
            stored = zipfile.ZIP_STORED if known == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(known, words, stored)
    return target.getvalue()


def _rearranged(data: bytes, chance: random.Random) -> bytes:
    """XML with elements left out, doubled, moved into others, their attributes exchanged: broken sense, sound form."""
    try:
        root = etree.fromstring(data)
    except etree.XMLSyntaxError:
        return data
    for _ in range(chance.randint(1, 6)):
        nodes = list(root.iterdescendants(etree.Element))
        if len(nodes) < 2:
            break
        node, other = chance.choice(nodes), chance.choice(nodes)
        copy, kind = deepcopy(node), chance.randrange(5)
        parent = node.getparent()
        if kind == 0 and parent is not None:
            parent.remove(node)
        elif kind == 1:
            other.append(copy)
        elif kind == 2:
            other.addnext(copy)
        elif kind == 3:
            for key in node.attrib:
                node.attrib[key] = chance.choice(("", "-1", "0", "7", "99999999999", "x", "none", "%1%9%"))
        else:
            node.tag = other.tag
    return etree.tostring(root)


def inputs(form: str, count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield (its seed, damaged file); an input depends on its seed alone."""
    sound = seeds(form)
    for number in range(count):
        name = f"{form}-{seed}-{number}"
        chance = random.Random(name)  # noqa: S311
        yield name, damaged(chance.choice(sound), form, chance)


def run(form: str, count: int, seed: int, *, checks: bool = True) -> Outcome:
    """Read ``count`` damaged files of a format, extract their facts and, with ``checks``, check them."""
    outcome = Outcome()
    for name, data in inputs(form, count, seed):
        begun = time.process_time()
        try:
            if form == "doc":
                inspect_doc(data)
            else:
                facts = extract(read(data, name=f"a.{form}"))
                if checks:
                    check(facts)
            outcome.read += 1
        except ReadingError:
            outcome.refused += 1
        except Exception:  # noqa: BLE001
            outcome.failures.append(f"{name}: {traceback.format_exc(limit=-3)}")
        taken = time.process_time() - begun
        if taken > outcome.slowest:
            outcome.slowest, outcome.slowest_seed = taken, name
    if outcome.slowest > SLOWEST:
        outcome.failures.append(f"{outcome.slowest_seed}: {outcome.slowest:.1f} seconds")
    return outcome


def main() -> int:
    """Print what became of the inputs; 1 where one failed."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("--inputs", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--format", choices=FORMATS, action="append")
    options = parser.parse_args()
    failed = False
    for form in options.format or FORMATS:
        found = run(form, options.inputs, options.seed)
        print(
            f"{form:5} read {found.read:6} refused {found.refused:6} failed {len(found.failures):4} "
            f"slowest {found.slowest:.2f} s ({found.slowest_seed})"
        )
        for failure in found.failures[:20]:
            print("   ", failure)
        failed = failed or bool(found.failures)
    return int(failed)


if __name__ == "__main__":
    sys.exit(main())
