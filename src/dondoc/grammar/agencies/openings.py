"""What can begin with a word: one look at the first word spares every reader that could not match there.

Finds         "sở": a listed head, a name, a group · "thủ": a role · "báo": a group
Leaves alone  whether it does begin there: that is for the readers to say
"""

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
    """The kinds of mention that may begin with a word; a slip is a listed name that lost its marks."""

    listed: bool
    role: bool
    name: bool
    slip: bool
    group: bool
    place: bool


def _first_words(*phrases: str) -> frozenset[str]:
    return frozenset(word[0] for phrase in phrases if (word := WORD.match(search_key(phrase))) is not None)


_LISTED = _first_words("các", "những", "02", "hai", *HEADED)
_ROLES = _first_words(*STARTS, *BEFORE_OFFICE)
_GROUPS = _first_words(*DETERMINERS, *BODY_NOUNS, *PLACE_NOUNS)
_PLACES = _first_words(*LEVEL_NAMES)


@lru_cache(maxsize=4096)
def opening(word: str) -> Opening | None:
    """What may begin with ``word``, the first word of a stretch of a search key; None where nothing may."""
    data = gazetteer()
    found = Opening(
        listed=word in _LISTED,
        role=word in _ROLES,
        name=word in data.names.next,
        slip=fold(word) in data.bare.next,
        group=word in _GROUPS,
        place=word in _PLACES,
    )
    return found if any(found) else None
