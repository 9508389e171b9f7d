"""How much of a document's facts a change of format costs: the own documents written as .docx, .html, .pdf, .doc, …

``python -m tests.reading.round_trip [--pdf] [--written]`` prints F1 of the facts against those of the .txt, document
by document.
"""

import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from dondoc import extract, read
from dondoc.facts import Facts
from dondoc.text import Span, Text
from tests.reading.rewritten import web, word

CORPUS = Path(__file__).parents[1] / "corpus"
NAMES = sorted(path.stem for path in CORPUS.glob("*.txt") if not path.stem.startswith("blind-"))
Row = tuple[str, ...]


def rows(facts: Facts) -> Counter[Row]:
    """The facts as rows of words: what they say, not where they stand in the file."""

    def words(span: Span) -> str:
        return " ".join(facts.text[span].split())

    directives = (
        (
            "directive",
            words(item.span),
            "; ".join(mention.name for mention in item.lead),
            str(item.deadline.by if item.deadline else None),
        )
        for item in facts.directives
    )
    quantities = (
        (
            "quantity",
            words(item.span),
            str(item.value),
            str(item.unit),
            str(item.role),
            str(item.period),
            str(item.indicator),
        )
        for item in facts.quantities
    )
    head = facts.header
    stated = (
        head.type,
        head.number,
        head.symbol,
        head.issuer,
        head.issued,
        head.subject,
        head.signer and head.signer.name,
    )
    header = (("header", str(at), str(value)) for at, value in enumerate(stated) if value)
    return Counter([*header, *directives, *quantities])


def same(before: Counter[Row], after: Counter[Row]) -> float:
    """F1 of the rows ``after`` against those ``before``."""
    return 2 * (before & after).total() / max(before.total() + after.total(), 1)


def printed(data: bytes, folder: Path, name: str) -> bytes:
    """The .docx ``data`` exported to .pdf by LibreOffice."""
    path = folder / f"{name}.docx"
    path.write_bytes(data)
    home = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", home, "--headless", "--convert-to", "pdf", "--outdir", str(folder), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    return path.with_suffix(".pdf").read_bytes()


WRITTEN = {"doc": "doc:MS Word 97", "rtf": "rtf", "odt": "odt"}


def written(names: Sequence[str], folder: Path) -> dict[tuple[str, str], Path]:
    """The documents ``names`` as LibreOffice saves them for other word processors, by (name, format)."""
    paths = [folder / f"{name}.docx" for name in names]
    for name, path in zip(names, paths, strict=True):
        path.write_bytes(word(read(CORPUS / f"{name}.txt")))
    home = f"-env:UserInstallation=file://{folder}/profile"
    for export in WRITTEN.values():
        command = ["soffice", home, "--headless", "--convert-to", export, "--outdir", str(folder), *map(str, paths)]
        subprocess.run(command, check=True, capture_output=True, timeout=300)
    return {(path.stem, form): path.with_suffix(f".{form}") for path in paths for form in WRITTEN}


def texts(name: str, folder: Path | None) -> dict[str, Text]:
    """The document ``name`` in every format; .pdf only where there is a ``folder`` to export it in."""
    plain = read(CORPUS / f"{name}.txt")
    found = {"txt": plain, "docx": read(word(plain), name="a.docx"), "html": read(web(plain), name="a.html")}
    if folder is not None:
        found["pdf"] = read(printed(word(plain), folder, name), name="a.pdf")
    return found


def main() -> None:
    """Print the figures; with ``--show`` also the facts that differ."""
    totals: dict[str, list[int]] = {}
    with tempfile.TemporaryDirectory() as folder:
        others = written(NAMES, Path(folder)) if "--written" in sys.argv else {}
        for name in NAMES:
            found = {
                form: rows(extract(text))
                for form, text in texts(name, Path(folder) if "--pdf" in sys.argv else None).items()
            }
            found |= {form: rows(extract(read(path))) for (known, form), path in others.items() if known == name}
            before = found.pop("txt")
            print(name.ljust(44), *(f"{form} {same(before, after):.3f}" for form, after in found.items()))
            for form, after in found.items():
                sums = totals.setdefault(form, [0, 0])
                sums[0] += 2 * (before & after).total()
                sums[1] += before.total() + after.total()
                if "--show" in sys.argv:
                    for sign, difference in (("-", before - after), ("+", after - before)):
                        for row in difference:
                            print("   ", form, sign, *(part[:150] for part in row))
    print("all".ljust(44), *(f"{form} {same_:.4f}" for form, (a, b) in totals.items() for same_ in (a / b,)))


if __name__ == "__main__":
    main()
