"""Names of Vietnamese provinces, districts and communes, before and after 1 July 2025.

``places.csv`` beside this file (level, name without its type) is drawn from vietnamadminunits, which is heavy to load.
Regenerate it after an update of that package with ``python -m dondoc.lexicon.places``.
"""

import csv
from importlib import resources
from pathlib import Path

LEVELS = {
    "province": (("admin_units_legacy", "provinceShort"), ("admin_units", "provinceShort")),
    "district": (("admin_units_legacy", "districtShort"),),
    "commune": (("admin_units_legacy", "wardShort"), ("admin_units", "wardShort")),
}


def load_places() -> dict[str, frozenset[str]]:
    """Return the names of each level ("province", "district", "commune")."""
    rows = resources.files("dondoc.lexicon").joinpath("places.csv").read_text(encoding="utf-8").splitlines()
    names: dict[str, set[str]] = {level: set() for level in LEVELS}
    for row in rows[1:]:
        level, _, name = row.partition(",")
        names[level].add(name)
    return {level: frozenset(found) for level, found in names.items()}


def regenerate(target: Path) -> None:
    """Write ``places.csv`` anew from the data of vietnamadminunits."""
    import sqlite3
    from importlib.util import find_spec

    package = find_spec("vietnamadminunits")
    if package is None or package.origin is None:
        raise ModuleNotFoundError("vietnamadminunits is not installed; install it to regenerate places.csv")
    database = Path(package.origin).parent / "data" / "dataset.db"
    with sqlite3.connect(database) as connection, target.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(("level", "name"))
        for level, sources in LEVELS.items():
            names = set()
            for table, column in sources:
                rows = connection.execute(f"SELECT DISTINCT {column} FROM {table}")
                names |= {row[0].split(" (")[0] for row in rows if row[0]}
            writer.writerows((level, name) for name in sorted(names) if name[0].isupper() and "," not in name)


if __name__ == "__main__":
    regenerate(Path(__file__).with_name("places.csv"))
