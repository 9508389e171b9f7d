"""Write the documents of the sample province from ``texts/``: ``python -m dondoc.office.sample.build [--pdf]``.

The .docx and .txt files come out the same, byte for byte, every time; the .pdf needs LibreOffice on the machine
and is only written with ``--pdf``.
"""

import subprocess
import sys
import tempfile
import tomllib
from pathlib import Path

from dondoc.office.sample.paper import Paper, as_docx, as_plain

HERE = Path(__file__).parent
STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")


def load_papers() -> dict[str, tuple[Paper, str]]:
    """Return every document of ``texts/`` by name, with the format it is handed out in."""
    papers = {}
    for path in sorted((HERE / "texts").glob("*.toml")):
        fields = tomllib.loads(path.read_text(encoding="utf-8"))
        form = fields.pop("form", "docx")
        fields.setdefault("right", list(STATE))
        lists = {name: tuple(value) for name, value in fields.items() if isinstance(value, list)}
        papers[path.stem] = (Paper(**{**fields, **lists}), form)
    return papers


def build(target: Path, *, pdf: bool = False) -> list[Path]:
    """Write the documents into ``target`` and return their paths."""
    target.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (paper, form) in load_papers().items():
        path = target / f"{name}.{form}"
        if form == "txt":
            path.write_text(as_plain(paper), encoding="utf-8")
        elif form == "docx":
            path.write_bytes(as_docx(paper))
        elif pdf:
            _write_pdf(paper, path)
        if path.exists():
            written.append(path)
    return written


def _write_pdf(paper: Paper, path: Path) -> None:
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / f"{path.stem}.docx"
        source.write_bytes(as_docx(paper))
        command = ["soffice", "--headless", "--convert-to", "pdf", "--outdir", str(path.parent), str(source)]
        subprocess.run(command, check=True, capture_output=True, timeout=120)


if __name__ == "__main__":
    for built in build(HERE / "documents", pdf="--pdf" in sys.argv[1:]):
        print(built.name)
