"""No deed goes unrecorded: what every public function of every room's actions keeps to, by its source."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
JOURNAL = "copronet.common_ground.journal.actions"
WRITES = {f"{JOURNAL}.record", f"{JOURNAL}.save"}

SPREADSHEETS = "copronet.common_ground.spreadsheets.actions"
WORK = "copronet.common_ground.work.actions"
PAGES = "copronet.portal.pages.actions"
LETTERS = "copronet.common_ground.letters.actions"
PEOPLE = "copronet.common_ground.people.actions"
QUESTIONS = "copronet.common_ground.questions.actions"
MEMBERS = "copronet.community_of_practice.members.actions"
SEARCH = "copronet.common_ground.search.actions"
SEEKING = "copronet.portal.seeking.actions"
CONTRIBUTIONS = "copronet.community_of_practice.contributions.actions"
ASSETS = "copronet.community_of_practice.assets.actions"
EXCHANGE = "copronet.community_of_practice.exchange.actions"
SIGNPOSTING = "copronet.community_of_practice.signposting.actions"
PART = "part of a deed, whose line tells of it"
MAIL = "what the mail system answers; the letter's own row tells of it"
INDEX = "makes the index say again what the records say; nothing is said anew"
CLOCKWORK = "moves the queue along by the clock; what a task does, that records itself"

# Not a person's deed, each with its reason. Short on purpose: a new line here is a conversation.
NO_DEED = {
    f"{JOURNAL}.once": "asks whether a form was sent before; changes nothing",
    "copronet.common_ground.languages.actions.keep_states": PART,
    f"{LETTERS}.sending.send": PART,
    f"{LETTERS}.sending.send_to_stranger": "a letter to an address that nobody here has; nobody is there to name",
    f"{LETTERS}.sending.deliver": MAIL,
    f"{LETTERS}.sending.mark_bounced": MAIL,
    f"{LETTERS}.wishes.forget_letters": PART,
    f"{LETTERS}.wishes.move_letters": PART,
    f"{PEOPLE}.departing.forget_details": PART,
    f"{PEOPLE}.likenesses.keep_keys": PART,
    f"{PEOPLE}.likenesses.keep_likely_pairs": CLOCKWORK,
    f"{PEOPLE}.likenesses.make_missing_keys": CLOCKWORK,
    f"{PEOPLE}.merging.move_relations": PART,
    f"{PEOPLE}.merging_organisations.move_what_people_hold": PART,
    f"{QUESTIONS}.answers.forget_answers": PART,
    f"{QUESTIONS}.answers.move_answers": PART,
    f"{MEMBERS}.activity.keep_qualifications": "notes which deeds count; each has its own line",
    f"{MEMBERS}.keeping.forget_membership": PART,
    f"{MEMBERS}.keeping.move_membership": PART,
    f"{MEMBERS}.keeping.move_organisations_membership": PART,
    f"{CONTRIBUTIONS}.money.receive": PART,
    f"{EXCHANGE}.departing.forget_exchange": PART,
    f"{EXCHANGE}.departing.move_exchange": PART,
    f"{EXCHANGE}.departing.move_organisations_exchange": PART,
    f"{ASSETS}.departing.forget_assets": PART,
    f"{ASSETS}.departing.keep_sector_of_saved": PART,
    f"{ASSETS}.departing.move_assets": PART,
    f"{ASSETS}.departing.move_organisations_assets": PART,
    f"{SIGNPOSTING}.services.move_services": PART,
    f"{SIGNPOSTING}.services.note_reading": "what came of reading a feed; what it changed has lines of its own",
    f"{SPREADSHEETS}.rows.check_some": "judges rows; changes nothing but what is said of them",
    f"{SPREADSHEETS}.rows.carry_out_some": "what a row does is a deed of the room whose row it is",
    f"{SPREADSHEETS}.rows.take_back_some": "as above",
    f"{SPREADSHEETS}.rows.finish": CLOCKWORK,
    f"{SPREADSHEETS}.rows.clear_old_rows": CLOCKWORK,
    f"{SEARCH}.ask_for_rebuild": INDEX,
    f"{SEARCH}.fill_gaps": INDEX,
    f"{SEARCH}.forget_record": PART,
    f"{SEARCH}.keep_leaning": PART,
    f"{SEARCH}.keep_record": PART,
    f"{SEARCH}.keep_saved": PART,
    f"{SEARCH}.rebuild": INDEX,
    f"{SEARCH}.renew": INDEX,
    f"{SEARCH}.write_entries": PART,
    "copronet.common_ground.themes.actions.words_have_changed": INDEX,
    f"{CONTRIBUTIONS}.departing.forget_words": PART,
    f"{CONTRIBUTIONS}.departing.move_what_is_theirs": PART,
    f"{CONTRIBUTIONS}.departing.move_what_is_an_organisations": PART,
    f"{WORK}.asking.enqueue": PART,
    f"{WORK}.running.claim": CLOCKWORK,
    f"{WORK}.running.recover_lost_jobs": CLOCKWORK,
    f"{WORK}.running.run": CLOCKWORK,
    f"{WORK}.running.run_due": CLOCKWORK,
    f"{WORK}.schedule.enqueue_due_slots": CLOCKWORK,
    f"{SEEKING}.count_asking": "counts, and is to name nobody",
    f"{SEEKING}.forget_old_askings": CLOCKWORK,
    f"{SEEKING}.forget_searches": PART,
    f"{SEEKING}.move_searches": PART,
    f"{SEEKING}.tell_what_is_new": "a letter by the clock; its own row tells of it",
    f"{PAGES}.hand_over": PART,
    f"{PAGES}.settle_addresses": "follows from a deed of Wagtail's, which has its own line",
}
# Deeds, and recorded, but called by something that cannot name an actor, or not done whole.
OTHER_SHAPE = {
    f"{PAGES}.record_wagtails_line": "Wagtail's own log says who",
    f"{PAGES}.publish_due": "the clock does it, each page in a transaction of its own",
    f"{CONTRIBUTIONS}.fees.remind_of_fees": "the clock does it, each fee in a transaction of its own",
    f"{CONTRIBUTIONS}.gifts.remind_of_pledges": "the clock does it, each gift in a transaction of its own",
    f"{CONTRIBUTIONS}.money.receive": "the common end of every way in which money comes; the deed is the way",
    f"{PEOPLE}.departing.forget_departed": "the clock does it, each person in a transaction of their own",
}

Functions = dict[str, ast.FunctionDef]


def modules() -> dict[str, Path]:
    """Every module of actions by its dotted name."""
    found = [*ROOT.glob("copronet/**/actions.py"), *ROOT.glob("copronet/**/actions/*.py")]
    return {_dotted(path): path for path in sorted(found) if "tests" not in path.relative_to(ROOT).parts}


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


def _functions(tree: ast.Module) -> Functions:
    return {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}


def _imports(tree: ast.Module, module: str, path: Path) -> dict[str, str]:
    """What each imported name stands for, in full."""
    package = module if path.name == "__init__.py" else module.rpartition(".")[0]
    names = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ImportFrom):
            above = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            origin = ".".join([*above, *(node.module or "").split(".")]).strip(".")
            names.update({alias.asname or alias.name: f"{origin}.{alias.name}" for alias in node.names})
    return names


class Room:
    """One module of actions, as its source says it."""

    def __init__(self, module: str, path: Path) -> None:
        tree = ast.parse(path.read_text(encoding="utf-8"))
        self.module = module
        self.functions = _functions(tree)
        self.imports = _imports(tree, module, path)

    def called(self, function: ast.FunctionDef) -> Iterator[str]:
        """The full names of all that a function calls or hands on by name."""
        for node in ast.walk(function):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
                yield f"{self.imports.get(node.value.id, node.value.id)}.{node.attr}"
            elif isinstance(node, ast.Name):
                yield self.imports.get(node.id, f"{self.module}.{node.id}")


ROOMS = [Room(module, path) for module, path in modules().items()]
SOURCES = {f"{room.module}.{name}": (room, node) for room in ROOMS for name, node in room.functions.items()}
# What a package of actions offers under its own name.
OFFERED = {f"{room.module}.{name}": origin for room in ROOMS for name, origin in room.imports.items()}


def _mentioned(tree: ast.Module) -> Iterator[str]:
    """Every name that a module imports or uses."""
    for node in ast.walk(tree):
        if isinstance(node, ast.alias):
            yield node.name
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Attribute):
            yield node.attr


def _asked_for() -> set[str]:
    """Every name that anything but actions mentions."""
    actions = set(modules().values())
    return {
        name
        for path in ROOT.glob("copronet/**/*.py")
        if path not in actions and not {"tests", "migrations"} & set(path.relative_to(ROOT).parts)
        for name in _mentioned(ast.parse(path.read_text(encoding="utf-8")))
    }


ASKED_FOR = _asked_for()


def is_public(name: str) -> bool:
    """Whether somebody outside of the actions can ask for it; the rest are parts of deeds."""
    bare = name.rpartition(".")[2]
    return not bare.startswith("_") and (bare in ASKED_FOR or name in WRITES)


ACTIONS = sorted(name for name in SOURCES if is_public(name))
DEEDS = [name for name in ACTIONS if name not in NO_DEED]
IN_SHAPE = [name for name in DEEDS if name not in OTHER_SHAPE]


def writes_a_deed(name: str, seen: frozenset[str] = frozenset()) -> bool:
    if name in WRITES:
        return True
    if name in seen:
        return False
    if name not in SOURCES:
        return name in OFFERED and writes_a_deed(OFFERED[name], seen | {name})
    room, node = SOURCES[name]
    return any(writes_a_deed(other, seen | {name}) for other in room.called(node))


def test_there_are_actions_to_look_at():
    assert f"{JOURNAL}.restore" in DEEDS


@pytest.mark.parametrize("name", DEEDS)
def test_every_deed_is_recorded(name):
    assert writes_a_deed(name), f"{name} reaches neither journal.record nor journal.save"


@pytest.mark.parametrize("name", IN_SHAPE)
def test_every_deed_names_who_does_it_first_and_everything_by_keyword(name):
    arguments = SOURCES[name][1].args

    assert [argument.arg for argument in (*arguments.posonlyargs, *arguments.args)] == []
    assert arguments.kwonlyargs[0].arg == "actor"


@pytest.mark.parametrize("name", IN_SHAPE)
def test_every_deed_is_done_whole_or_not_at_all(name):
    decorators = {ast.unparse(decorator) for decorator in SOURCES[name][1].decorator_list}

    assert {"transaction.atomic", "atomic"} & decorators


def test_every_exception_is_still_needed():
    assert {*NO_DEED, *OTHER_SHAPE} - set(SOURCES) == set()
    assert [name for name in NO_DEED if writes_a_deed(name)] == []
