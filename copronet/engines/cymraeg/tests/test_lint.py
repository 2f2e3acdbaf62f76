import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.cymraeg import MutatingPlaceholder, mutating_placeholders


@pytest.mark.parametrize(
    ("msgstr", "trigger", "placeholder"),
    [
        ("Digwyddiadau yn %(place)s", "yn", "%(place)s"),
        ("Croeso i %(name)s", "i", "%(name)s"),
        ("Neges o {org}", "o", "{org}"),
        ("Elin a {{ name }}", "a", "{{ name }}"),
        ("ei %s", "ei", "%s"),
        ("Ei %s", "Ei", "%s"),
        ("Mae'n {0}", "'n", "{0}"),
        ("i’w %(thing)s", "’w", "%(thing)s"),
        ("o'r {}", "'r", "{}"),
        ("yn\n%(place)s", "yn", "%(place)s"),
        ("yn <strong>%(place)s</strong>", "yn", "%(place)s"),
        ("gyda %(body)s", "gyda", "%(body)s"),
        ("gydag %(body)s", "gydag", "%(body)s"),
        ("3 %(noun)s", "3", "%(noun)s"),
        ("%(count)d %(noun)s", "%(count)d", "%(noun)s"),
        ("â {thing.name!s}", "â", "{thing.name!s}"),
    ],
)
def test_a_placeholder_after_a_mutating_word_is_found(msgstr, trigger, placeholder):
    assert mutating_placeholders(msgstr) == (
        MutatingPlaceholder(trigger, placeholder, msgstr.index(placeholder)),
    )


@pytest.mark.parametrize(
    "msgstr",
    [
        "Lleoliad: %(place)s",
        "Mae %(name)s wedi ymuno",
        "Gan: %(name)s",
        "yn “%(title)s”",
        "yn (%(place)s)",
        "lori %(name)s",
        "cân %(name)s",
        "i bawb %(name)s",
        "100%% o bobl",
        "50% o bobl",
        "i %(area_soft)s",
        "i {{ area|mutate:'soft' }}",
        "%(count)s aelod",
        "o %(total)d",
        "eich %(thing)s",
        "",
    ],
)
def test_what_nothing_mutates_is_left_alone(msgstr):
    assert mutating_placeholders(msgstr) == ()


def test_every_fault_of_a_text_is_found():
    found = mutating_placeholders("O %(one)s i %(two)s, yn %(three)s: o %(four)d %(five)s")

    assert [(fault.trigger, fault.placeholder) for fault in found] == [
        ("O", "%(one)s"),
        ("i", "%(two)s"),
        ("yn", "%(three)s"),
        ("%(four)d", "%(five)s"),
    ]


def test_a_person_may_follow_gan_but_not_a_that_a_vowel_would_change():
    msgstr = "Gan %(person)s a %(person)s, i %(place)s"

    found = mutating_placeholders(msgstr, never_mutated=frozenset({"person"}))

    assert [(fault.trigger, fault.placeholder) for fault in found] == [
        ("a", "%(person)s"),
        ("i", "%(place)s"),
    ]


def plain_triggers(tables):
    """The words of the reviewed table, without what it says of the nouns that follow."""
    kinds = {key: entries for key, entries in tables["triggers"].items() if key not in {"soft", "none"}}
    entries = [*tables["triggers"]["soft"]["full"], *tables["triggers"]["soft"]["limited_ll_rh_resist"]]
    entries += [entry for kind in kinds.values() for entry in kind]
    for entry in entries:
        if " after " not in entry:  # numbers before years and days: counting is checked elsewhere
            yield from re.sub(r"\s*[(+].*", "", entry).split("/")


def test_every_trigger_of_the_reviewed_table_is_known(tables):
    triggers = set(plain_triggers(tables))

    missed = [
        trigger
        for trigger in triggers
        if not mutating_placeholders(f"a{trigger} %(x)s" if trigger.startswith("'") else f"{trigger} %(x)s")
    ]

    assert len(triggers) > 50
    assert missed == []


@given(msgstr=st.text())
def test_any_text_at_all_can_be_checked(msgstr):
    assert isinstance(mutating_placeholders(msgstr), tuple)
