"""What the rules of the review look at."""

from collections.abc import Sequence
from dataclasses import dataclass

from dondoc.checking.paper import Paper
from dondoc.checking.scene import Scene
from dondoc.facts import Check, Facts
from dondoc.text import Text


@dataclass(frozen=True, slots=True)
class Draft:
    """The figures in their order, the checks between them, and the sheet where the file has one."""

    scene: Scene
    checks: Sequence[Check] = ()
    paper: Paper | None = None

    @property
    def facts(self) -> Facts:
        """Everything that extraction found."""
        return self.scene.facts

    @property
    def text(self) -> Text:
        """The text itself."""
        return self.scene.facts.text
