"""Sound files of every format to damage, the same whenever they are made."""

import re
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from PIL import Image, ImageDraw

from benchmarks.fuzz.mutations import ZIPPED, packed, unpacked
from dondoc import read
from tests.extraction.tables.appendices import ALL, as_xlsx
from tests.reading.rewritten import web, word
from tests.reading.sheet_files import ods, opendocument_rows
from tests.reading.test_carried import envelope, mail

ROOT = Path(__file__).parents[2]
IMAGES = {"png": "PNG", "jpg": "JPEG", "tiff": "TIFF"}
FORMATS = ("txt", "html", "docx", "pdf", "xlsx", "ods", "xls", "rtf", "odt", "doc", "zip", "eml", "edxml", *IMAGES)
_PDF_FILES = ("chu-thich", "thong-bao", "trinh-duyet", "phong-thieu-chu")
_SHOWN = ("Giao Sở Y tế\n12,5 tỷ đồng", "Số: 12/TB-UBND\ntrước ngày 30/9/2025")
_BOUNDARY = re.compile(rb"={15}\d+==")
_WRITTEN_AT = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z")


def seeds(form: str) -> list[bytes]:
    """Sound files of the format ``form``."""
    found = _made(form)
    if form in ZIPPED:
        return [_timeless(data) for data in found]
    return [_BOUNDARY.sub(b"===============7==", data) for data in found] if form == "eml" else found


def _timeless(data: bytes) -> bytes:
    """An archive without the time it was made at."""
    at = b"2025-01-01T00:00:00Z"
    return packed(
        {name: _WRITTEN_AT.sub(at, part) if name.endswith(".xml") else part for name, part in unpacked(data).items()}
    )


def _made(form: str) -> list[bytes]:
    if form in ("xlsx", "ods", "xls"):
        return _workbooks(form)
    if form == "pdf":
        return [(ROOT / f"tests/reading/files/{name}.pdf").read_bytes() for name in _PDF_FILES]
    if form in IMAGES:
        return [_pictured(form, lines) for lines in _SHOWN]
    if form in ("rtf", "odt", "doc"):  # a .doc is looked at, not converted: LibreOffice is not ours to damage
        return [(ROOT / f"tests/reading/files/thong-bao-2003.{form}").read_bytes()]
    if form in ("zip", "eml", "edxml"):
        return _carrying(form)
    texts = [path.read_bytes() for path in sorted((ROOT / "tests/corpus").glob("dev-*.txt"))]
    if form == "txt":
        return texts
    write = word if form == "docx" else web
    return [write(read(data, name="a.txt")) for data in texts]


def _carrying(form: str) -> list[bytes]:
    notice = _timeless(word(read((ROOT / "tests/corpus/dev-hai-lam-2019-10-notice.txt").read_bytes(), name="a.txt")))
    if form == "zip":
        return [packed({"a.docx": notice}), packed({"a.txt": "Giao Sở Y tế".encode(), "b.exe": b"MZ"})]
    if form == "eml":
        return [mail(a_docx=notice), mail("Giao Sở Y tế báo cáo trước ngày 30/9/2025.")]
    plain = ("Giao Sở Y tế báo cáo trước ngày 30/9/2025.\n" * 3).encode()
    inner = packed({"b.docx": notice})
    return [
        envelope(("a.txt", plain)),
        envelope(("a.txt", plain), space=""),
        envelope(("a.docx", notice)),
        envelope(("a.docx", inner)),
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
