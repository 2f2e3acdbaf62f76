"""Every deed that is done was announced, and every one that was announced is done somewhere."""

import ast
from functools import cache
from pathlib import Path

import pytest
from django.apps import apps
from django.utils import translation

from copronet.common_ground.journal import registry

ROOT = Path(__file__).resolve().parents[2]


def literals(tree: ast.Module) -> set[str]:
    """The texts of a module, outside of the calls that announce verbs."""
    announced = {
        argument
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and ast.unparse(node.func).endswith("add_verb")
        for argument in node.args
    }
    return {
        node.value
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and node not in announced
    }


@cache
def sources() -> list[ast.Module]:
    """Our own modules, without tests and migrations."""
    return [
        ast.parse(path.read_text(encoding="utf-8"))
        for path in ROOT.glob("copronet/**/*.py")
        if not {"tests", "migrations"} & set(path.relative_to(ROOT).parts)
    ]


def used() -> set[str]:
    """Every text of our sources that could be the code of a verb."""
    return {text for tree in sources() for text in literals(tree)}


def verb_keywords() -> set[str]:
    """Every text that is handed over, or set, under the name ``verb``."""
    values = [
        node.value
        for tree in sources()
        for node in ast.walk(tree)
        if (isinstance(node, ast.keyword) and node.arg == "verb")
        or (isinstance(node, ast.Assign) and [ast.unparse(name) for name in node.targets] == ["verb"])
    ]
    return {
        value.value for value in values if isinstance(value, ast.Constant) and isinstance(value.value, str)
    }


# When this module is read, no test has announced any yet.
ANNOUNCED = {verb.code for verb in registry.verbs()}


@pytest.mark.slow
def test_every_verb_announced_is_used():
    assert ANNOUNCED - used() == set()


@pytest.mark.slow
def test_every_verb_used_is_announced():
    assert verb_keywords() - ANNOUNCED == set()


@pytest.mark.parametrize("code", sorted(ANNOUNCED))
def test_a_verb_begins_with_its_room(code):
    assert apps.is_installed(apps.get_app_config(code.partition(".")[0]).name)


@pytest.mark.parametrize("code", sorted(ANNOUNCED))
def test_a_verb_reads_as_a_sentence_after_a_name_in_both_languages(code):
    """English: "Mair joined the network". Welsh: "Mair: wedi ymuno â'r rhwydwaith"."""
    sentence = registry.verb(code).sentence
    with translation.override("cy"):
        welsh = str(sentence)
    with translation.override("en"):
        english = str(sentence)

    assert welsh != english
    assert not english.endswith(".")
    assert (english[:1], welsh[:1]) == (english[:1].lower(), welsh[:1].lower())
