"""What is loaded before the first page is not looked at again when objects are searched for that nobody uses."""

import gc
from collections.abc import Iterator

import pytest

from dondoc.office.running import garbage


@pytest.fixture(autouse=True)
def as_before() -> Iterator[None]:
    thresholds = gc.get_threshold()
    yield
    gc.unfreeze()
    gc.set_threshold(*thresholds)


def test_what_is_loaded_is_put_aside() -> None:
    gc.collect()
    looked_at = len(gc.get_objects())
    garbage.settle()
    assert gc.get_freeze_count() > 0.9 * looked_at
    assert len(gc.get_objects()) < 0.1 * looked_at
    assert gc.get_threshold()[0] == garbage.YOUNG


def test_rings_made_later_are_still_found() -> None:
    garbage.settle()
    ring: list[object] = []
    ring.append(ring)
    del ring
    assert gc.collect() >= 1
