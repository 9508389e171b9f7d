"""Make ``static/vendor/tabler-icons/icons.svg``: one sprite of the icons named in ``icons.txt`` beside it.

python -m dondoc.office.look.sprite FOLDER_OF_@tabler/icons
"""

import re
import sys
from pathlib import Path

HERE = Path(__file__).parent.parent / "static" / "vendor" / "tabler-icons"


def read_icon(path: Path) -> str:
    """Return the shapes of one icon, without the invisible square that Tabler puts under each."""
    shapes = re.findall(r"<(?:path|circle|rect|line|polyline|ellipse)\b[^>]*/>", path.read_text("utf-8"))
    return "".join(re.sub(r"\s+", " ", shape) for shape in shapes if 'stroke="none"' not in shape)


def draw_sprite(icons: Path) -> str:
    """Return the sprite; an icon that the package does not hold is an error that names it."""
    names = (HERE / "icons.txt").read_text("utf-8").split()
    symbols = [
        f'<symbol id="{n}" viewBox="0 0 24 24">{read_icon(icons / "icons/outline" / f"{n}.svg")}</symbol>'
        for n in names
    ]
    return '<svg xmlns="http://www.w3.org/2000/svg">\n' + "\n".join(symbols) + "\n</svg>\n"


if __name__ == "__main__":
    (HERE / "icons.svg").write_text(draw_sprite(Path(sys.argv[1])), "utf-8")
