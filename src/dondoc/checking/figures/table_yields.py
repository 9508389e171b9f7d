"""A harvest in a table that the area and the yield beside it do not give.

Finds         | Diện tích (ha) 2.485 | Năng suất (tạ/ha) 51,1 | Sản lượng (tấn) 12.898,4 | (12.698,4), where the other
              rows keep it
Leaves alone  three columns that most rows do not keep to: of other seasons, planted and not harvested
"""

from collections.abc import Iterator

from dondoc.checking.arithmetic.relation import value_of
from dondoc.checking.draft import Draft
from dondoc.checking.figures.yields import TONNES, give, product
from dondoc.checking.finding import Finding
from dondoc.checking.scene import Scene
from dondoc.facts import Quantity, TableFacts

_FEWEST = 2
Row = tuple[Quantity, Quantity, Quantity]


def find(draft: Draft) -> Iterator[Finding]:
    """Yield the harvests of rows that are not area times yield, in tables where most are."""
    scene = draft.scene
    for facts in scene.facts.tables:
        for rows in _triples(scene, facts):
            held = sum(give(*row) for row in rows)
            if held < _FEWEST or held * 3 < len(rows) * 2:
                continue
            for row in rows:
                if not give(*row):
                    yield from product(draft, *row)


def _triples(scene: Scene, facts: TableFacts) -> Iterator[list[Row]]:
    """The rows of area, yield and harvest that stand side by side."""
    cells: dict[int, dict[int, Quantity]] = {}
    for row, column, identifier in facts.figures:
        figure = scene.find(identifier)
        if figure is not None:
            cells.setdefault(column, {})[row] = figure
    for column in cells:
        if not all((one.unit or "").lower() in TONNES for one in cells[column].values()):
            continue
        areas, harvests = cells.get(column - 1, {}), cells.get(column + 1, {})
        rows = [
            (areas[row], rate, harvests[row])
            for row, rate in cells[column].items()
            if row in areas and row in harvests and areas[row].unit == "ha" and harvests[row].unit == "tấn"
        ]
        yield [row for row in rows if all(value_of(one) > 0 for one in row)]
