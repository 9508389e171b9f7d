"""The lists of the lexicon say each thing once."""

import tomllib
from collections import Counter
from collections.abc import Iterator
from importlib.resources import files

import pytest

LISTS = sorted(entry.name for entry in files("dondoc.lexicon").iterdir() if entry.name.endswith(".toml"))


def lists_in(value: object, name: str = "") -> Iterator[tuple[str, list[str]]]:
    """The lists of phrases inside ``value``, with the path of keys to each; a text of phrases is cut at semicolons."""
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from lists_in(inner, f"{name}.{key}".lstrip("."))
    elif isinstance(value, str) and ";" in value:
        yield name, [phrase.strip() for phrase in value.split(";") if phrase.strip()]
    elif isinstance(value, list) and all(isinstance(phrase, str) for phrase in value):
        yield name, value


@pytest.mark.parametrize("file", LISTS)
def test_no_list_holds_a_phrase_twice(file: str) -> None:
    lexicon = tomllib.loads(files("dondoc.lexicon").joinpath(file).read_text(encoding="utf-8"))
    twice = {
        name: sorted(phrase for phrase, times in Counter(phrases).items() if times > 1)
        for name, phrases in lists_in(lexicon)
    }
    assert {name: phrases for name, phrases in twice.items() if phrases} == {}
