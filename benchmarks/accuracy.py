"""Score the extractor on the annotated documents beside the repository.

usage: accuracy.py [GOLD_DIR] [--misses] [--json]

Extracts every GOLD_DIR/*.txt, writes the predictions to a temporary folder and runs the score.py of the folder
(or of ../shared/gold) on them.
"""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from dondoc.checking import check
from dondoc.extraction import extract
from dondoc.interchange import facts_to_json
from dondoc.reading import read

GOLD = Path(__file__).resolve().parents[2] / "shared" / "gold"


def predict(folder: Path, target: Path) -> int:
    """Write the facts of every annotated text of ``folder`` into ``target``; return how many."""
    texts = sorted(path for path in folder.glob("*.txt") if path.with_suffix(".json").exists())
    for path in texts:
        facts = extract(read(path))
        record = facts_to_json(facts, check(facts))
        (target / f"{path.stem}.json").write_text(json.dumps(record, ensure_ascii=False), encoding="utf-8")
    return len(texts)


def main(arguments: list[str]) -> int:
    """Print the scores; 0 where they could be computed or the folder is absent."""
    folders = [Path(argument) for argument in arguments if not argument.startswith("--")]
    folder = folders[0] if folders else GOLD
    scorer = next((one for one in (folder / "score.py", GOLD / "score.py") if one.exists()), None)
    if not folder.is_dir() or scorer is None:
        print("accuracy: no annotated documents beside the repository, nothing to score")
        return 0
    with tempfile.TemporaryDirectory() as target:
        count = predict(folder, Path(target))
        print(f"{count} documents of {folder.name}", flush=True)
        flags = [argument for argument in arguments if argument.startswith("--")]
        return subprocess.run([sys.executable, str(scorer), str(folder), target, *flags], check=False).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
