"""Small readers of a YAML node tree. Each keeps the line, and goes on after a fault.

A reader takes the reading and a node, and returns the value, or None where the node is at
fault. Readers are put together into the shape of a whole file in ``shape``.
"""

import datetime
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

import yaml
from django.utils.translation import gettext as _

from .reading import Reading, Record, line_of

LANGUAGES = ("cy", "en")
CODE = re.compile(r"[A-Z][A-Za-z0-9]*(-[A-Za-z0-9]+(\.[A-Za-z0-9]+)*)+")
NUMBER = re.compile(r"0|[1-9][0-9]{0,8}")


Reader = Callable[[Reading, yaml.Node], Any]


@dataclass(frozen=True)
class Key:
    """One key that a record may have, with the reader of its value."""

    read: Reader
    required: bool = False


def needs(read: Reader) -> Key:
    """A key that must be there."""
    return Key(read, required=True)


def may(read: Reader) -> Key:
    """A key that may be left out."""
    return Key(read)


def plain(reading: Reading, node: yaml.Node) -> str | None:
    """The words of a scalar just as written, so that Welsh "no" or "12" stay words."""
    if not isinstance(node, yaml.ScalarNode):
        reading.fault(node, _("One value is needed here, not a list or a set of keys."))
        return None
    if not node.value.strip():
        reading.fault(node, _("There is nothing written here."))
        return None
    return str(node.value).strip()


def text(limit: int) -> Reader:
    """Words of at most ``limit`` characters."""

    def read(reading: Reading, node: yaml.Node) -> str | None:
        words = plain(reading, node)
        if words is not None and len(words) > limit:
            sentence = _("This is %(length)d characters long. The most is %(limit)d.")
            reading.fault(node, sentence % {"length": len(words), "limit": limit})
        return words

    return read


def choice(values: Mapping[str, Any]) -> Reader:
    """One of the given words, turned into its value."""

    def read(reading: Reading, node: yaml.Node) -> Any:
        word = plain(reading, node)
        if word is None:
            return None
        if word not in values:
            sentence = _("“%(word)s” is not known here. Write one of these: %(words)s.")
            reading.fault(node, sentence % {"word": word, "words": ", ".join(values)})
        return values.get(word)

    return read


def number(reading: Reading, node: yaml.Node) -> int | None:
    """A whole number, nought or more: no pence, no commas, no pound signs."""
    word = plain(reading, node)
    if word is None:
        return None
    if not NUMBER.fullmatch(word) or getattr(node, "style", None) is not None:
        sentence = _("“%(word)s” is not a whole number. Write digits alone, such as 1250.")
        reading.fault(node, sentence % {"word": word})
        return None
    return int(word)


def year(reading: Reading, node: yaml.Node) -> int | None:
    """A year of the plan, counted from 1. Whether the plan reaches it is asked later."""
    value = number(reading, node)
    if value is not None:
        reading.years.append((value, line_of(node)))
    return value


def year_or(word: str) -> Reader:
    """A year of the plan, or ``word``, which is read as None."""

    def read(reading: Reading, node: yaml.Node) -> int | None:
        if isinstance(node, yaml.ScalarNode) and node.value == word:
            return None
        return year(reading, node)

    return read


def date(reading: Reading, node: yaml.Node) -> str | None:
    """A day written as 2026-04-01, kept as written."""
    word = plain(reading, node)
    if word is None:
        return None
    try:
        return datetime.date.fromisoformat(word).isoformat()
    except ValueError:
        sentence = _("“%(word)s” is not a day. Write it like this: 2026-04-01.")
        reading.fault(node, sentence % {"word": word})
        return None


def code(kind: str) -> Reader:
    """The code of a new thing of this kind. A code is used once in the whole file."""

    def read(reading: Reading, node: yaml.Node) -> str | None:
        word = plain(reading, node)
        if word is None:
            return None
        if len(word) > 40 or not CODE.fullmatch(word):
            sentence = _("“%(code)s” is not a code. Write one like this: ACT-1.4.")
            reading.fault(node, sentence % {"code": word})
        elif word in reading.codes:
            sentence = _("The code %(code)s is used twice. It is already on line %(line)d.")
            reading.fault(node, sentence % {"code": word, "line": reading.codes[word][1]})
        else:
            reading.codes[word] = (kind, line_of(node))
        return word

    return read


def reference(*kinds: str, groups: tuple[str, ...] = ()) -> Reader:
    """The code of a thing of one of these kinds (any kind if none is named), or a group."""

    def read(reading: Reading, node: yaml.Node) -> str | None:
        word = plain(reading, node)
        if word is not None and word not in groups:
            reading.references.append((frozenset(kinds), word, line_of(node)))
        return word

    return read


def office(reading: Reading, node: yaml.Node) -> str | None:
    """The code of an office. Whether the network has it is asked later."""
    word = plain(reading, node)
    if word is not None:
        reading.offices.append((word, line_of(node)))
    return word


def items(read_item: Reader) -> Reader:
    """A list, each of whose items is read alike. Items at fault are left out."""

    def read(reading: Reading, node: yaml.Node) -> list[Any] | None:
        if not isinstance(node, yaml.SequenceNode):
            reading.fault(node, _("A list is needed here."))
            return None
        values = [read_item(reading, item) for item in node.value]
        return [value for value in values if value is not None]

    return read


def some(read_item: Reader) -> Reader:
    """A list with at least one item."""
    read_list = items(read_item)

    def read(reading: Reading, node: yaml.Node) -> list[Any] | None:
        if isinstance(node, yaml.SequenceNode) and not node.value:
            reading.fault(node, _("This list is empty. It needs at least one item."))
        return read_list(reading, node)

    return read


@dataclass(frozen=True)
class RecordReader:
    """Reads a set of keys, each in its own way. Unknown, missing and repeated keys are faults."""

    keys: Mapping[str, Key]

    def __call__(self, reading: Reading, node: yaml.Node) -> Record | None:
        if not isinstance(node, yaml.MappingNode):
            reading.fault(node, _("A set of keys is needed here."))
            return None
        found = Record(line_of(node))
        for key_node, value_node in node.value:
            _read_key(reading, found, self.keys, key_node, value_node)
        for name, key in self.keys.items():
            if key.required and name not in found.lines:
                reading.fault(node, _missing(name))
        return found


def record(**keys: Key) -> RecordReader:
    """A reader of a set of keys."""
    return RecordReader(keys)


def pair(limit: int) -> Reader:
    """The same thing said in Welsh and in English. Both are needed."""
    return record(**{language: needs(text(limit)) for language in LANGUAGES})


def table(read_key: Reader, read_value: Reader) -> Reader:
    """A set of keys that are themselves values, such as the years of a target."""

    def read(reading: Reading, node: yaml.Node) -> dict[Any, Any] | None:
        if not isinstance(node, yaml.MappingNode):
            reading.fault(node, _("A set of keys is needed here."))
            return None
        values: dict[Any, Any] = {}
        written: set[str] = set()
        for key_node, value_node in node.value:
            faults = len(reading.faults)
            key, value = read_key(reading, key_node), read_value(reading, value_node)
            if _is_first(reading, written, key_node) and len(reading.faults) == faults:
                values[key] = value
        return values

    return read


def _read_key(
    reading: Reading,
    found: Record,
    keys: Mapping[str, Key],
    key_node: yaml.Node,
    value_node: yaml.Node,
) -> None:
    name = key_node.value if isinstance(key_node, yaml.ScalarNode) else ""
    if name not in keys:
        sentence = _("The format has no key “%(key)s” here. It has these: %(keys)s.")
        reading.fault(key_node, sentence % {"key": name, "keys": ", ".join(keys)})
    elif _is_first(reading, set(found.lines), key_node):
        found.lines[name] = line_of(key_node)
        found[name] = keys[name].read(reading, value_node)


def _is_first(reading: Reading, written: set[str], key_node: yaml.Node) -> bool:
    name = str(key_node.value)
    if name in written:
        reading.fault(key_node, _("The key “%(key)s” is written twice.") % {"key": name})
        return False
    written.add(name)
    return True


def _missing(name: str) -> str:
    if name == "cy":
        return _("The Welsh is missing here.")
    if name == "en":
        return _("The English is missing here.")
    return _("The key “%(key)s” is missing here.") % {"key": name}
