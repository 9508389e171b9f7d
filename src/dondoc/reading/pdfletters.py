"""The letters of a .pdf page as pdfium knows them: where each stands, how large it is, which way the lines run.

Places are points in the page as it is read: turned so that most lines run from left to right, counted from the left
foot of what the page shows.
"""

import ctypes
from collections import Counter
from collections.abc import Iterable
from typing import Any

import pypdfium2.raw as pdfium

_PROBES = 24


class Letters:
    """The letters of one page, which is turned so that most of its lines run to the right.

    ``turn``: the quarter turns to the right that this takes, beyond those with which the file shows the page.
    """

    def __init__(self, page: Any) -> None:
        self._page, self._shown = page, page.get_rotation() // 90
        if self._shown:
            page.set_rotation(0)  # turned pages come with their lines out of order
        self.textpage = page.get_textpage()
        self._rect = pdfium.FS_RECTF()
        self._matrix = pdfium.FS_MATRIX()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._at_rect, self._at_matrix = ctypes.byref(self._rect), ctypes.byref(self._matrix)
        self._at_x, self._at_y = ctypes.byref(self._x), ctypes.byref(self._y)
        left, foot, right, head = page.get_cropbox()
        self._left, self._foot = min(left, right), min(foot, head)
        self._width, self._height = abs(right - left), abs(head - foot)
        self._text = self.textpage.raw
        self._turn = self._find_turn()
        if self._turn:
            self.textpage.close()
            page.set_rotation(self._turn * 90)
            self.textpage = page.get_textpage()
            self._text = self.textpage.raw
        self.turn = (self._turn - self._shown) % 4

    def close(self) -> None:
        """Let the page be as the file has it."""
        self.textpage.close()
        if self._page.get_rotation() != self._shown * 90:
            self._page.set_rotation(self._shown * 90)

    @property
    def size(self) -> tuple[float, float]:
        """Width and height of the page as it is read."""
        return (self._height, self._width) if self._turn % 2 else (self._width, self._height)

    def _find_turn(self) -> int:
        count = self.textpage.count_chars()
        turns: Counter[int] = Counter()
        for index in range(0, count, max(1, count // _PROBES)):
            if pdfium.FPDFText_GetMatrix(self._text, index, self._at_matrix):
                a, b = self._matrix.a, self._matrix.b
                turns[(0 if a > 0 else 2) if abs(a) >= abs(b) else (1 if b > 0 else 3)] += 1
        return turns.most_common(1)[0][0] if turns else 0

    def height_of(self, index: int) -> float:
        """The size of a letter in points, as it is shown."""
        found = pdfium.FPDFText_GetMatrix(self._text, index, self._at_matrix)
        scale = abs(self._matrix.d) or abs(self._matrix.b) if found else 1.0
        return float(pdfium.FPDFText_GetFontSize(self._text, index)) * (scale or 1.0)

    def base(self, index: int) -> float:
        """The height of a letter's base line above the page's foot."""
        pdfium.FPDFText_GetCharOrigin(self._text, index, self._at_x, self._at_y)
        x, y = self._x.value - self._left, self._y.value - self._foot
        return float((y, self._width - x, self._height - y, x)[self._turn])

    def lefts(self, indexes: Iterable[int]) -> list[float]:
        """The left edges of letters; words are many, so this is the shortest way to them."""
        if self._turn:
            return [self.left(index) for index in indexes]
        box, raw, at, rect, zero = (
            pdfium.FPDFText_GetLooseCharBox,
            self._text,
            self._at_rect,
            self._rect,
            self._left,
        )
        return [rect.left - zero if box(raw, index, at) else 0.0 for index in indexes]

    def left(self, index: int) -> float:
        """The left edge of a letter, 0 where it has none."""
        return self._edge(index, (0, 3, 2, 1))

    def right(self, index: int) -> float:
        """The right edge of a letter, 0 where it has none."""
        return self._edge(index, (2, 1, 0, 3))

    def _edge(self, index: int, sides: tuple[int, int, int, int]) -> float:
        rect = self._rect
        if not pdfium.FPDFText_GetLooseCharBox(self._text, index, self._at_rect):
            return 0.0
        side = sides[self._turn]
        edge = (rect.left, rect.top, rect.right, rect.bottom)[side]
        if self._turn == 0:
            return float(edge - self._left)
        if self._turn == 1:
            return float(edge - self._foot)
        return float(self._width - (edge - self._left) if self._turn == 2 else self._height - (edge - self._foot))
