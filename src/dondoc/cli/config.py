"""What an office wants switched off: ``[tool.dondoc]`` in pyproject.toml, or dondoc.toml, nearest above the file."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dondoc.checking.catalogue import UnknownRuleError, choose

_NAMES = ("dondoc.toml", "pyproject.toml")
_KEYS = frozenset(("select", "ignore", "exit-zero"))


class ConfigError(ValueError):
    """A settings file that cannot be followed; the message says which, where and what to do."""


@dataclass(frozen=True, slots=True)
class Config:
    """Rules to run and to leave out, by name; whether findings leave the exit status at 0."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    exit_zero: bool = False


def find_config(folder: Path) -> Config:
    """Return the settings nearest above ``folder``; the defaults where there are none."""
    for place in (folder, *folder.parents):
        for name in _NAMES:
            path = place / name
            if path.is_file():
                found = _read(path)
                if found is not None:
                    return found
    return Config()


@lru_cache(maxsize=256)
def _read(path: Path) -> Config | None:
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(f"{path}: không đọc được tệp cấu hình ({error}); hãy sửa hoặc xóa tệp.") from error
    table = data if path.name == "dondoc.toml" else data.get("tool", {}).get("dondoc")
    if table is None:
        return None
    unknown = sorted(set(table) - _KEYS)
    if unknown:
        raise ConfigError(f"{path}: không có mục «{unknown[0]}»; chỉ dùng {', '.join(sorted(_KEYS))}.")
    config = Config(_names(path, table, "select"), _names(path, table, "ignore"), table.get("exit-zero", False) is True)
    try:
        choose(config.select, config.ignore)
    except UnknownRuleError as error:
        raise ConfigError(f"{path}: {error}") from error
    return config


def _names(path: Path, table: dict[str, object], key: str) -> tuple[str, ...]:
    value = table.get(key, [])
    if not isinstance(value, list) or not all(isinstance(name, str) for name in value):
        raise ConfigError(f'{path}: mục «{key}» phải là danh sách mã quy tắc, ví dụ {key} = ["TT", "SL205"].')
    return tuple(value)


def chosen(config: Config, select: Iterable[str], ignore: Iterable[str]) -> frozenset[str]:
    """The rules to run: what the command line selects, else the settings; ignored by either is left out."""
    wanted = tuple(_split(select)) or config.select
    return choose(wanted, (*config.ignore, *_split(ignore)))


def _split(names: Iterable[str]) -> Iterable[str]:
    return (name for given in names for name in given.split(",") if name.strip())
