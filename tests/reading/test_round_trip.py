"""A change of format costs no fact: the own documents as .docx, .html and .pdf say what their .txt says."""

from pathlib import Path

import pytest

from dondoc import extract, read
from tests.reading.rewritten import items, web, word
from tests.reading.round_trip import CORPUS, NAMES, rows, same, texts, written

PRINTED = ["dev-dong-giang-2025-10-report", "dev-hai-lam-2019-10-notice", "held-ho-chau-2023-plan"]


@pytest.mark.parametrize("name", NAMES)
def test_word_and_web_keep_the_facts(name: str) -> None:
    found = {form: rows(extract(text)) for form, text in texts(name, None).items()}
    assert found["txt"].total() > 10
    assert same(found["txt"], found["docx"]) >= 0.99
    assert same(found["txt"], found["html"]) >= 0.99


def test_the_numbers_are_automatic_and_the_notes_real() -> None:
    plain = read(CORPUS / f"{PRINTED[0]}.txt")
    numbered = [item for item in items(plain) if item.form]
    assert len(numbered) > 20
    assert not any(item.words.startswith(("1.", "a)", "- ", "I.")) for item in numbered)
    for text in (read(word(plain), name="a.docx"), read(web(plain), name="a.html")):
        assert len(text.footnotes) == len(plain.footnotes) == 2
        assert [text[note.span] for note in text.footnotes] == [plain[note.span] for note in plain.footnotes]


@pytest.mark.libreoffice
@pytest.mark.parametrize("name", PRINTED)
def test_an_export_keeps_the_facts(name: str, tmp_path: Path) -> None:
    found = {form: rows(extract(text)) for form, text in texts(name, tmp_path).items()}
    assert same(found["txt"], found["pdf"]) >= 0.97


@pytest.mark.libreoffice
def test_other_word_processors_keep_the_facts(tmp_path: Path) -> None:
    plain = {name: rows(extract(read(CORPUS / f"{name}.txt"))) for name in NAMES}
    for (name, form), path in written(NAMES, tmp_path).items():
        if form != "doc" or name == PRINTED[0]:  # each .doc starts LibreOffice anew
            assert same(plain[name], rows(extract(read(path)))) >= 0.99, (name, form)
