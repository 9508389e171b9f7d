"""The command line: ``dondoc read | extract | check`` on files, ``dondoc up`` for the office."""

from dondoc.cli.commands import app

__all__ = ["app"]
