from dondoc.reading.runs import RunWriter
from dondoc.text import Run


def written(*runs: tuple[int, int, int, int]) -> list[Run]:
    return list(RunWriter(Run(*run) for run in runs))


def test_neighbours_that_map_character_by_character_become_one() -> None:
    assert written((0, 4, 10, 14), (4, 6, 14, 16)) == [Run(0, 6, 10, 16)]


def test_a_gap_in_the_source_or_another_length_keeps_runs_apart() -> None:
    apart = (0, 4, 10, 14), (4, 6, 15, 17), (6, 7, 17, 20), (7, 9, 20, 22)
    assert written(*apart) == [Run(*run) for run in apart]


def test_the_end_is_taken_off() -> None:
    runs = RunWriter([Run(0, 4, 10, 14), Run(4, 5, 14, 14)])
    runs.take_off(1)
    assert list(runs) == [Run(0, 4, 10, 14)]
    runs.take_off(1)
    runs.add(3, 5, 13, 15)
    assert list(runs) == [Run(0, 5, 10, 15)]


def test_columns_and_the_last_runs() -> None:
    runs = RunWriter([Run(0, 4, 10, 14), Run(4, 5, 20, 21), Run(5, 9, 30, 34)])
    assert list(runs.column("source_end")) == [14, 21, 34]
    assert runs.since(20) == [Run(4, 5, 20, 21), Run(5, 9, 30, 34)]
    assert runs.source_end == 34
    assert len(runs) == 3
