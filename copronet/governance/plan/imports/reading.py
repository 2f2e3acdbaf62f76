"""What has been met so far in one plan file: faults by line, codes, and what points where."""

from dataclasses import dataclass, field
from typing import Any

import yaml


@dataclass(frozen=True, order=True)
class Fault:
    """One thing wrong: the line of the file (from 1) and a sentence about it."""

    line: int
    sentence: str


@dataclass
class Reading:
    """What has been met so far in one file: faults, codes, and what points where."""

    faults: list[Fault] = field(default_factory=list)
    codes: dict[str, tuple[str, int]] = field(default_factory=dict)
    references: list[tuple[frozenset[str], str, int]] = field(default_factory=list)
    years: list[tuple[int, int]] = field(default_factory=list)
    offices: list[tuple[str, int]] = field(default_factory=list)

    def fault(self, where: yaml.Node | int, sentence: str) -> None:
        """Note a fault at a node, or at a line counted from 1."""
        line = where if isinstance(where, int) else line_of(where)
        self.faults.append(Fault(line, sentence))


class Record(dict[str, Any]):
    """A mapping read from the file, which remembers its line and the line of each key."""

    def __init__(self, line: int) -> None:
        super().__init__()
        self.line = line
        self.lines: dict[str, int] = {}


def line_of(node: yaml.Node) -> int:
    """The line where a node starts, counted from 1 as editors do."""
    return int(node.start_mark.line) + 1
