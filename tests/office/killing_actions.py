"""Every action of the tables, killed in the middle: what an act needs is done first, and only the action is killed.

An action that is a part of another, a task made by confirming a sentence, is killed with the whole.
"""

import functools
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any

from tests.office.acting import World, make_world
from tests.office.acts_of_the_clock import AGAIN, OF_THE_CLOCK, PARTS
from tests.office.acts_on_people import OF_AGENCIES, OF_PEOPLE
from tests.office.acts_on_tasks import OF_DOCUMENTS, OF_TASKS
from tests.office.killing import Act, Steps, in_a_process, kill, nothing_yet
from tests.office.killing_databases import Database, Rows
from tests.office.office_cast import make_cast, make_document

HOUSE = "dondoc.office."
MOST = 2
EVERY_ACTION = {name: each.do for name, each in (OF_TASKS | OF_DOCUMENTS | OF_PEOPLE | OF_AGENCIES).items()}
EVERY_ACTION |= OF_THE_CLOCK


def make_office() -> World:
    """The world in which every action is possible."""
    cast = make_cast()
    return make_world(cast, make_document(cast.office))


@dataclass
class Watch:
    """What is called while an act is done: the outermost actions, in order, each with those inside it."""

    begins: Callable[[str, int], None] = lambda name, nth: None
    ends: Callable[[str, int], None] = lambda name, nth: None
    calls: list[list[str]] = field(default_factory=list)
    depth: int = 0

    def over(self, name: str, action: Callable[..., Any]) -> Callable[..., Any]:
        """``action``, which says when it begins and ends, if no other is at work."""

        @functools.wraps(action)
        def watched(*args: Any, **named: Any) -> Any:
            if self.depth:
                self.calls[-1].append(name)
                return action(*args, **named)
            self.calls.append([name])
            nth = len(self.calls) - 1
            self.begins(name, nth)
            self.depth += 1
            try:
                return action(*args, **named)
            finally:
                self.depth -= 1
                self.ends(name, nth)

        return watched


@contextmanager
def watching(watch: Watch) -> Iterator[None]:
    """Wherever an action is known by its name, it is the watched one."""
    own: dict[Any, Any] = {}
    for name in (*EVERY_ACTION, *PARTS):
        home, _, function = f"{HOUSE}{name}".rpartition(".")
        action = getattr(import_module(home), function)
        own[action] = watch.over(name, action)
    places = [
        (module, known, value)
        for at, module in list(sys.modules.items())
        if at.startswith((HOUSE, "tests.office"))
        for known, value in list(vars(module).items())
        if callable(value) and getattr(value, "__hash__", None) and value in own
    ]
    for module, known, value in places:
        setattr(module, known, own[value])
    try:
        yield
    finally:
        for module, known, value in places:
            setattr(module, known, value)


def try_action(office: Database, name: str, world: World, folder: Path) -> dict[str, Any]:
    """Kill the action at moments of its own length."""
    told = folder / "told"
    calls = _calls(office, name, world, told)
    nth = _which(calls, name)
    if nth is None:
        return {"missing": True}
    kept = folder / "rows"
    office.restore()
    ended = in_a_process(_only(nth, name, world, office, kept), told, counting=False)
    before, after = json.loads(kept.read_text("utf-8")) if ended == 0 else ({}, {})
    found = nothing_yet(ended, json.loads(told.read_text("utf-8")), MOST)
    again = AGAIN.get(name)
    more = {"again": lambda steps: bool(again(world))} if again else {}
    kill(office, _only(nth, name, world), told, before, after, found, counting=False, **more)
    return found | {"changes": before != after, "inside": sorted(set(calls[nth][1:]))}


def _calls(office: Database, name: str, world: World, told: Path) -> list[list[str]]:
    """The outermost actions of the act, each with what is inside it."""

    def act(_steps: Steps) -> list[list[str]]:
        watch = Watch()
        with watching(watch):
            EVERY_ACTION[name](world)
        return watch.calls

    office.restore()
    if in_a_process(act, told):
        return []
    calls: list[list[str]] = json.loads(told.read_text("utf-8"))["returned"]
    return calls


def _which(calls: list[list[str]], name: str) -> int | None:
    """Which of ``calls`` is the action, or holds it: the last."""
    own = [nth for nth, inside in enumerate(calls) if inside[0] == name]
    holding = [nth for nth, inside in enumerate(calls) if name in inside]
    return max(own or holding, default=None)


def _only(nth: int, name: str, world: World, office: Database | None = None, kept: Path | None = None) -> Act:
    """The act, of which only the outermost action ``nth`` is counted; the rows before and after go to ``kept``."""

    def act(steps: Steps) -> None:
        rows: list[Rows] = []

        def begins(_name: str, at: int) -> None:
            if at == nth:
                if office is not None:
                    rows.append(office.rows())
                steps.counting = True

        def ends(_name: str, at: int) -> None:
            if at == nth:
                steps.step()
                steps.counting = False
                if office is not None and kept is not None:
                    rows.append(office.rows())
                    kept.write_text(json.dumps(rows), encoding="utf-8")

        with watching(Watch(begins, ends)):
            EVERY_ACTION[name](world)

    return act
