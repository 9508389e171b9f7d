"""What the README promises is run here: its commands, its Python, its links."""

import re
import shlex
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dondoc.cli import app

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
SAMPLES = ROOT / "src/dondoc/office/sample/documents"
STAND_INS = {
    "notice.docx": SAMPLES / "2026-11-08-thong-bao-262.docx",
    "report.docx": SAMPLES / "2026-10-28-bao-cao-thang-10.docx",
    "report.pdf": SAMPLES / "2026-11-14-thong-bao-96-tinh-uy.pdf",
    "notice.txt": SAMPLES / "2026-08-27-bao-cao-thang-8.txt",
}


def blocks(language: str) -> list[str]:
    return re.findall(rf"```{language}\n(.*?)```", README, flags=re.DOTALL)


def commands() -> list[str]:
    lines = [line.split("#")[0].strip() for block in blocks("sh") for line in block.splitlines()]
    return [line for line in lines if line.startswith("dondoc ")]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name, sample in STAND_INS.items():
        (tmp_path / name).write_bytes(sample.read_bytes())
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("line", commands())
def test_commands_of_the_readme_run(line: str, folder: Path) -> None:
    words = shlex.split(line.split(">")[0])[1:]
    files = [path.name for word in words if "*" in word for path in sorted(folder.glob(word))]
    result = CliRunner().invoke(app, [word for word in words if "*" not in word] + files)
    expected = 1 if words[:2] == ["check", "report.docx"] else 0
    assert result.exit_code == expected, result.output


def test_python_of_the_readme_runs(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (block,) = blocks("python")
    exec(compile(block, "README.md", "exec"), {})
    assert "462.400" in capsys.readouterr().out


@pytest.mark.parametrize("target", re.findall(r"\]\((?!http)([^)#]+)\)", README))
def test_links_of_the_readme_lead_somewhere(target: str) -> None:
    assert (ROOT / target).exists()


@pytest.mark.parametrize("target", re.findall(r"^make (\w+)|`make (\w+)`", README, flags=re.MULTILINE))
def test_make_targets_of_the_readme_exist(target: tuple[str, str]) -> None:
    name = target[0] or target[1]
    assert re.search(rf"^{name}:", (ROOT / "Makefile").read_text(encoding="utf-8"), flags=re.MULTILINE)
