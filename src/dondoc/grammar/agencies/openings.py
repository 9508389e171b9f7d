"""What can begin with a word: one look at the first two words spares every reader that could not match there.

Finds         "sở": a listed head, a name, a group · "thủ": a role · "báo": a group
Leaves alone  whether it does begin there: that is for the readers to say
"""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from dondoc.grammar.agencies.ellipsis import HEADED
from dondoc.grammar.agencies.folding import fold, search_key
from dondoc.grammar.agencies.gazetteer import WORD, gazetteer
from dondoc.grammar.agencies.group_words import BODY_NOUNS, PLACE_NOUNS
from dondoc.grammar.agencies.groups import DETERMINERS
from dondoc.grammar.agencies.places import LEVEL_NAMES
from dondoc.grammar.agencies.roles import BEFORE_OFFICE, STARTS


class Opening(NamedTuple):
    """The kinds of mention that may begin with a word; a slip is a listed name that lost its marks.

    ``seconds`` are the words that may follow it in small letters and in running text; None: any may.
    """

    listed: bool
    role: bool
    name: bool
    slip: bool
    group: bool
    place: bool
    seconds: frozenset[str] | None

    def goes_on(self, key: str, end: int) -> bool:
        """Whether the word behind the first one, which ends at ``end``, may belong to a mention as well."""
        if self.seconds is None:
            return True
        if key.startswith(_STOPS, end):
            return False
        second = _SECOND.match(key, end)
        return second is None or second[1] in self.seconds


_STOPS = (".", ";", ")")
_SECOND = re.compile(r" ([^\W_]+)")


def _first_words(*phrases: str) -> frozenset[str]:
    return frozenset(word[0] for phrase in phrases if (word := WORD.match(search_key(phrase))) is not None)


def _second_words(first: str, phrases: Iterable[str]) -> set[str] | None:
    """The words that follow ``first`` in ``phrases``; None where it is one of them by itself."""
    following = [words[1:2] for phrase in phrases if (words := WORD.findall(search_key(phrase)))[0] == first]
    return {word for words in following for word in words} if all(following) else None


_LISTED = _first_words("các", "những", "02", "hai", *HEADED)
_ROLES = _first_words(*STARTS, *BEFORE_OFFICE)
_GROUPS = _first_words(*DETERMINERS, *BODY_NOUNS, *PLACE_NOUNS)
_PLACES = _first_words(*LEVEL_NAMES)
_NOUNS = (*BODY_NOUNS, *PLACE_NOUNS)
_PLURALS = frozenset({"các", "những", "mọi", "từng"})
# What joins a noun to the next without a mark: "sở ngành", "sở ban ngành".
_JOINED = frozenset({"ngành", "ban"})


@lru_cache(maxsize=4096)
def opening(word: str) -> Opening | None:
    """What may begin with ``word``, the first word of a stretch of a search key; None where nothing may."""
    data = gazetteer()
    kinds = (
        word in _LISTED,
        word in _ROLES,
        word in data.names.next,
        fold(word) in data.bare.next,
        word in _GROUPS,
        word in _PLACES,
    )
    return Opening(*kinds, _seconds(word)) if any(kinds) else None


def _seconds(word: str) -> frozenset[str] | None:
    """The words that may come second, of every kind of mention; a free name never begins with a small letter."""
    if word in _PLURALS:
        return _first_words(*_NOUNS, *HEADED, *STARTS, *BEFORE_OFFICE) | {*_names_after(word)}
    roles = _second_words(word, (*STARTS, *BEFORE_OFFICE))
    name = gazetteer().names.next.get(word)
    if roles is None or (name is not None and name.name is not None and not name.name.open):
        return None
    nouns = (*_NOUNS, *DETERMINERS, *HEADED)
    listed = (WORD.findall(search_key(phrase)) for phrase in nouns)
    return frozenset(
        {
            *roles,
            *_names_after(word),
            *_JOINED,
            *(words[1] for words in listed if words[:1] == [word] and len(words) > 1),
        }
    )


def _names_after(word: str) -> Iterable[str]:
    """The words that follow ``word`` in listed names."""
    name = gazetteer().names.next.get(word)
    return name.next if name is not None else ()
