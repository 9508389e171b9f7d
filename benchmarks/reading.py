"""How fast files are read, and in how much memory: ``python -m benchmarks.reading [FORMAT ...]``.

Documents a second for .docx, .odt, .rtf and .pdf of five pages, seconds a page for scans (processor time of one core,
Tesseract's with it), and the memory that a file of 500 pages takes beside one of five.
"""

import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from dondoc import read
from dondoc.reading import scan
from tests.reading.rewritten import word
from tests.reading.scanned import scan as scanned

ROOT = Path(__file__).parents[1]
NOTICE = ROOT / "tests/reading/files/thong-bao.pdf"
# Some 12,000 letters: five pages in the size of letters that Nghị định 30/2020/NĐ-CP asks for.
FIVE_PAGES = [
    ROOT / f"tests/corpus/dev-{name}.txt" for name in ("dong-giang-2025-10-report", "phu-xuyen-dong-2018-06-report")
]
ROUNDS = 7
PEAK = """
import resource, sys
from dondoc import read
for name in sys.argv[1:]:
    read(name)
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024)
"""


def spent() -> float:
    """Processor seconds of this process and those it started and ended."""
    own, others = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + others.ru_utime + others.ru_stime


def best(work: Callable[[], object], times: int) -> float:
    """The least processor time of ``times`` runs of ``work``: what other work on the machine adds is no part of it."""
    taken = []
    for _ in range(times):
        begun = spent()
        work()
        taken.append(spent() - begun)
    return min(taken)


def pages(count: int) -> bytes:
    """A .pdf of ``count`` pages of the notice."""
    source = pypdfium2.PdfDocument(NOTICE)
    made = pypdfium2.PdfDocument.new()
    for number in range(count):
        made.import_pages(source, [number % len(source)])
    target = BytesIO()
    made.save(target)
    return target.getvalue()


def peak(name: Path) -> int:
    """The megabytes that a process takes to read the file ``name``."""
    done = subprocess.run([sys.executable, "-c", PEAK, str(name)], capture_output=True, text=True, check=True, cwd=ROOT)
    return int(done.stdout)


def measure_pdf(folder: Path) -> None:
    """Print documents a second and memory for .pdf with a text layer."""
    data = pages(5)
    read(data, name="a.pdf")

    def twenty() -> None:
        for _ in range(20):
            read(data, name="a.pdf")

    print(f"pdf   {20 / best(twenty, ROUNDS):7.0f} five-page documents a second")
    for count in (5, 500):
        path = folder / f"{count}.pdf"
        path.write_bytes(pages(count))
        begun = time.perf_counter()
        megabytes = peak(path)
        print(f"      {count:4} pages: {megabytes:4} MB, {time.perf_counter() - begun:.1f} s with the program's start")


def measure_scan(folder: Path) -> None:
    """Print seconds a page and memory for scans."""
    if not scan.is_installed():
        print("scan  left out: no Tesseract with Vietnamese")
        return
    data = scanned(NOTICE.read_bytes())
    count = len(pypdfium2.PdfDocument(data))
    print(f"scan  {best(lambda: read(data, name='a.pdf'), 3) / count:7.2f} s a page")
    for times in (1, 5):
        made = pypdfium2.PdfDocument.new()
        for _ in range(times):
            made.import_pages(pypdfium2.PdfDocument(data))
        path = folder / f"scan-{times}.pdf"
        made.save(path)
        print(f"      {count * times:4} pages: {peak(path):4} MB beside Tesseract's own")


def measure_written(form: str) -> Callable[[Path], None]:
    """What prints documents a second for the format ``form`` of word processors."""

    def measure(folder: Path) -> None:
        data = word(read("\n".join(name.read_text("utf-8") for name in FIVE_PAGES).encode(), name="a.txt"))
        if form != "docx":
            if shutil.which("soffice") is None:
                print(f"{form:5} left out: no LibreOffice")
                return
            source = folder / "a.docx"
            source.write_bytes(data)
            home = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
            command = ["soffice", home, "--headless", "--convert-to", form, "--outdir", str(folder), str(source)]
            subprocess.run(command, check=True, capture_output=True, timeout=120)
            data = source.with_suffix(f".{form}").read_bytes()
        read(data, name=f"a.{form}")

        def twenty() -> None:
            for _ in range(20):
                read(data, name=f"a.{form}")

        print(f"{form:5} {20 / best(twenty, ROUNDS):7.0f} five-page documents a second")

    return measure


FORMATS: dict[str, Callable[[Path], None]] = {
    "docx": measure_written("docx"),
    "odt": measure_written("odt"),
    "rtf": measure_written("rtf"),
    "pdf": measure_pdf,
    "scan": measure_scan,
}


def main() -> None:
    """Print the figures of the formats named, or of all."""
    with TemporaryDirectory() as folder:
        for name in sys.argv[1:] or FORMATS:
            FORMATS[name](Path(folder))


if __name__ == "__main__":
    main()
