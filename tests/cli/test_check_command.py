"""``dondoc check`` as a linter: forms of output, rules chosen, settings found, files handed back; ``dondoc rules``."""

import json
from pathlib import Path

import docx as python_docx
import pytest
from typer.testing import CliRunner

from dondoc.checking.catalogue import catalogue
from dondoc.cli import app

REPORT = """BÁO CÁO

Tình hình kinh tế - xã hội tháng 9/2026

Tổng nợ thuế là 36,5 tỷ đồng (trong đó nợ có khả năng thu 20,25 tỷ đồng, nợ khó thu 11,25 tỷ đồng).

Trong tháng 8, bảo hiểm y tế đạt 94,8%% dân số.
"""

runner = CliRunner()


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "bao-cao.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def rules_of(*arguments: str) -> list[str]:
    result = runner.invoke(app, ["check", "--format", "json", *arguments])
    assert result.exit_code in (0, 1), result.output
    return [finding["rule"] for finding in json.loads(result.stdout)["findings"]]


def test_lines_name_file_line_rule_and_severity(report: Path) -> None:
    result = runner.invoke(app, ["check", str(report)])
    lines = result.stdout.splitlines()
    assert lines[0].endswith("bao-cao.txt:5: SL101 lỗi: 20,25 + 11,25 = 31,5 tỷ đồng, văn bản ghi 36,5 tỷ đồng")
    mend = (
        "sửa 20,25 tỷ đồng thành 25,25 tỷ đồng: 25,25 + 11,25 = 36,5 tỷ đồng; hoặc sửa 36,5 tỷ đồng thành 31,5 tỷ đồng"
        "; hoặc sửa 11,25 tỷ đồng thành 16,25 tỷ đồng"
    )
    assert lines[1].strip() == mend
    assert "bao-cao.txt:7: TG601 cần xem: " in result.stdout
    assert "bao-cao.txt:7: SL207 thể thức: " in result.stdout
    assert ": 1 lỗi, 1 cần xem, 1 thể thức; " in lines[-1]
    assert lines[-1].endswith(" phép tính, 3/4 số liệu được đối chiếu")


def test_json_holds_places_in_the_source(report: Path) -> None:
    result = runner.invoke(app, ["check", "--format", "json", str(report)])
    record = json.loads(result.stdout)
    first = record["findings"][0]
    assert REPORT[first["start"] : first["end"]] == first["text"] == "20,25 tỷ đồng"
    assert (first["line"], first["column"], first["severity"]) == (5, 59, "error")
    assert [REPORT[one["start"] : one["end"]] for one in first["related"]] == ["36,5 tỷ đồng", "11,25 tỷ đồng"]
    assert (record["figures"], record["figures_checked"]) == (4, 3)


def test_several_files_as_json_are_a_line_each(report: Path, tmp_path: Path) -> None:
    result = runner.invoke(app, ["check", "--format", "json", str(report), str(tmp_path / "khong-co.txt")])
    assert result.exit_code == 2
    lines = [json.loads(line) for line in result.stdout.splitlines()]
    assert [sorted(line)[:2] for line in lines] == [["checks", "figures"], ["error", "file"]]


def test_interchange_keeps_its_fields_and_gains_findings(report: Path) -> None:
    result = runner.invoke(app, ["check", "--json", str(report)])
    record = json.loads(result.stdout)
    assert set(record) >= {"document", "quantities", "checks", "findings"}
    assert "directives" not in record


def test_github_annotations(report: Path) -> None:
    result = runner.invoke(app, ["check", "--format", "github", str(report)])
    lines = result.stdout.splitlines()
    assert lines[0].startswith("::error file=")
    assert ",line=5,col=59,title=SL101::20,25 + 11,25 = 31,5 tỷ đồng" in lines[0]
    assert {line.split(" ")[0] for line in lines} == {"::error", "::warning", "::notice"}
    assert all("%%" not in line for line in lines)


def test_sarif_log(report: Path) -> None:
    result = runner.invoke(app, ["check", "--format", "sarif", str(report)])
    log = json.loads(result.stdout)
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == list(catalogue())
    first = run["results"][0]
    assert first["ruleId"] == run["tool"]["driver"]["rules"][first["ruleIndex"]]["id"] == "SL101"
    region = first["locations"][0]["physicalLocation"]["region"]
    assert REPORT[region["charOffset"] : region["charOffset"] + region["charLength"]] == "20,25 tỷ đồng"
    assert first["level"] == "error"


def test_rules_are_selected_and_ignored(report: Path) -> None:
    assert rules_of(str(report)) == ["SL101", "TG601", "SL207"]
    assert rules_of(str(report), "--select", "SL1,TG") == ["SL101", "TG601"]
    assert rules_of(str(report), "--ignore", "SL", "--ignore", "TG601") == []


def test_an_unknown_rule_is_one_clear_sentence(report: Path) -> None:
    result = runner.invoke(app, ["check", "--select", "SL999", str(report)])
    assert result.exit_code == 2
    assert result.stderr.strip() == "Không có quy tắc SL999; chạy «dondoc rules» để xem danh sách."


def test_exit_status(report: Path) -> None:
    assert runner.invoke(app, ["check", str(report)]).exit_code == 1
    assert runner.invoke(app, ["check", "--exit-zero", str(report)]).exit_code == 0
    assert runner.invoke(app, ["check", "--ignore", "SL101", str(report)]).exit_code == 0


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("dondoc.toml", 'ignore = ["SL101"]\n'),
        ("pyproject.toml", '[tool.dondoc]\nselect = ["TG", "SL207"]\n'),
    ],
)
def test_settings_above_the_file(name: str, words: str, report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "phong" / "to"
    folder.mkdir(parents=True)
    moved = report.rename(folder / report.name)
    (tmp_path / name).write_text(words, encoding="utf-8")
    assert rules_of(str(moved)) == ["TG601", "SL207"]
    assert rules_of(str(moved), "--select", "SL1") == (["SL101"] if name == "pyproject.toml" else [])


def test_settings_may_leave_the_exit_status_alone(report: Path, tmp_path: Path) -> None:
    (tmp_path / "dondoc.toml").write_text("exit-zero = true\n", encoding="utf-8")
    assert runner.invoke(app, ["check", str(report)]).exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ('ignores = ["SL101"]\n', "không có mục «ignores»"),
        ('ignore = "SL101"\n', "phải là danh sách"),
        ('ignore = ["XX1"]\n', "Không có quy tắc XX1"),
        ("ignore = [\n", "không đọc được tệp cấu hình"),
    ],
)
def test_broken_settings_say_what_and_where(words: str, said: str, report: Path, tmp_path: Path) -> None:
    (tmp_path / "dondoc.toml").write_text(words, encoding="utf-8")
    result = runner.invoke(app, ["check", str(report)])
    assert result.exit_code == 2
    assert "dondoc.toml" in result.stderr
    assert said in " ".join(result.stderr.split())


def word_file(path: Path) -> Path:
    document = python_docx.Document()
    for line in REPORT.split("\n\n"):
        document.add_paragraph(line.strip())
    document.save(str(path))
    return path


def test_the_word_file_comes_back_with_comments(tmp_path: Path) -> None:
    source, target = word_file(tmp_path / "bao-cao.docx"), tmp_path / "ra" / "da-soat.docx"
    result = runner.invoke(app, ["check", str(source), "--ignore", "TT", "--annotate", str(target)])
    assert result.exit_code == 1, result.output
    comments = [comment.text for comment in python_docx.Document(str(target)).comments]
    assert len(comments) == 3
    assert comments[0].startswith("Lỗi: 20,25 + 11,25 = 31,5 tỷ đồng")
    assert "Đề nghị: sửa 20,25 tỷ đồng thành 25,25 tỷ đồng" in comments[0]
    assert comments[1].startswith("Cần xem: ")


def test_the_sheet_of_a_word_file_is_looked_at(tmp_path: Path) -> None:
    source = word_file(tmp_path / "bao-cao.docx")  # the library's own template: Letter, 31.8 mm, Calibri
    assert {"TT207", "TT208"} <= set(rules_of(str(source)))


def test_several_files_are_annotated_into_a_folder(tmp_path: Path) -> None:
    first, second = word_file(tmp_path / "mot.docx"), word_file(tmp_path / "hai.docx")
    runner.invoke(app, ["check", str(first), str(second), "--annotate", str(tmp_path / "ra")])
    assert sorted(path.name for path in (tmp_path / "ra").iterdir()) == ["hai.docx", "mot.docx"]


def test_a_text_file_takes_no_comments(report: Path, tmp_path: Path) -> None:
    result = runner.invoke(app, ["check", str(report), "--annotate", str(tmp_path / "ra.txt")])
    assert result.exit_code == 2
    assert ".docx" in result.stderr
    assert not (tmp_path / "ra.txt").exists()


def test_rules_are_listed() -> None:
    result = runner.invoke(app, ["rules"])
    assert result.exit_code == 0
    assert all(rule.name in result.stdout for rule in catalogue().values())
    listed = json.loads(runner.invoke(app, ["rules", "--json"]).stdout)
    assert [one["rule"] for one in listed] == list(catalogue())
    assert [one["rule"] for one in listed if not one["on"]] == [rule.code for rule in catalogue().values() if rule.off]


def test_explain_lists_what_holds_as_well(report: Path) -> None:
    report.write_text(REPORT + "\nTrồng rừng 250 ha/1.000 ha, đạt 25% kế hoạch.\n", encoding="utf-8")
    plain = runner.invoke(app, ["check", str(report)]).stdout
    explained = runner.invoke(app, ["check", "--explain", str(report)]).stdout
    assert "khớp với văn bản" not in plain
    assert "250 / 1.000 = 25%, khớp với văn bản" in explained
    assert "(ratio.pair)" in explained
