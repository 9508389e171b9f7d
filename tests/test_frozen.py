"""Values made quickly are in nothing else different from frozen dataclasses."""

import copy
import pickle
from dataclasses import FrozenInstanceError, dataclass, replace
from decimal import Decimal

import pytest

from dondoc.facts import Measure
from dondoc.frozen import quickly_made
from dondoc.text import Span


@dataclass(frozen=True, slots=True)
class Plain:
    start: int
    kind: str
    self_made: bool = False
    parts: tuple[int, ...] = ()


@quickly_made
@dataclass(frozen=True, slots=True)
class Quick:
    start: int
    kind: str
    self_made: bool = False
    parts: tuple[int, ...] = ()


@pytest.mark.parametrize(
    ("given", "named"),
    [((1, "a"), {}), ((1,), {"kind": "a"}), ((1, "a", True, (2,)), {}), ((), {"start": 1, "kind": "a", "parts": (3,)})],
)
def test_fields_are_taken_as_a_dataclass_takes_them(given: tuple[int, ...], named: dict[str, object]) -> None:
    plain, quick = Plain(*given, **named), Quick(*given, **named)  # type: ignore[arg-type]
    assert repr(quick) == repr(plain).replace("Plain", "Quick")
    assert quick == Quick(*given, **named)  # type: ignore[arg-type]
    assert hash(quick) == hash(plain)
    assert type(quick) is Quick


def test_a_missing_field_is_an_error() -> None:
    with pytest.raises(TypeError, match="kind"):
        Quick(1)  # type: ignore[call-arg]


def test_nothing_can_be_written_or_taken_away() -> None:
    quick = Quick(1, "a")
    with pytest.raises(FrozenInstanceError):
        quick.start = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del quick.kind
    assert quick.start == 1


def test_copies_and_changed_copies_are_of_the_same_kind() -> None:
    measure = Measure(Span(3, 9), Span(3, 5), Decimal(12), "ha", Decimal("0.5"), None, "measure.unit")
    assert pickle.loads(pickle.dumps(measure)) == copy.copy(measure) == measure
    changed = replace(measure, unit="tấn")
    assert type(changed) is Measure
    assert (changed.unit, changed.span, measure.unit) == ("tấn", Span(3, 9), "ha")
