"""Every page loads the sheets in which its parts are drawn: a class that stands in another sheet draws nothing."""

import re
from pathlib import Path

import pytest

import dondoc.office

ROOT = Path(str(dondoc.office.__file__)).parent
TEMPLATES, SHEETS = ROOT / "templates", ROOT / "static" / "dondoc"
INCLUDED = re.compile(r'{% (?:include|extends) "([^"]+\.html)"')
CLASSES = re.compile(r'class="([^"]*)"')
# Lists of names stand in the template of every form, but only some forms have any.
SOMETIMES = {"dd-combo", "dd-names", "dd-options"}
OWN = re.compile(r"\b((?:dd|fact|b|pg)-[a-z0-9-]+)\b")


def whole(name: str, seen: frozenset[str] = frozenset()) -> str:
    """The text of a template with all that it includes and all that it extends."""
    if name in seen or not (TEMPLATES / name).exists():
        return ""
    text = (TEMPLATES / name).read_text("utf-8")
    return text + "".join(whole(each, seen | {name}) for each in INCLUDED.findall(text))


def drawn_in() -> dict[str, set[str]]:
    """Where each class is drawn."""
    found: dict[str, set[str]] = {}
    for sheet in SHEETS.glob("*.css"):
        for name in re.findall(r"\.([a-z]+-[a-z0-9-]+)", sheet.read_text("utf-8")):
            found.setdefault(name, set()).add(sheet.name)
    return found


PAGES = [
    path.relative_to(TEMPLATES).as_posix()
    for path in sorted(TEMPLATES.rglob("*.html"))
    if "{% extends" in path.read_text("utf-8")
]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_loads_the_sheets_of_its_classes(page: str) -> None:
    text, sheets = whole(page), drawn_in()
    loaded = set(re.findall(r"dondoc/([a-z-]+\.css)", text))
    used = {name for classes in CLASSES.findall(text) for name in OWN.findall(classes)} - SOMETIMES
    elsewhere = {name: sorted(sheets[name]) for name in used if name in sheets and not sheets[name] & loaded}
    assert elsewhere == {}
