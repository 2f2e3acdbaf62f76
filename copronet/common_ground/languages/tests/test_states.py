"""How each side of a pair came to be, and whether it says what the other says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from copronet.common_ground.journal.actions import CLOCKWORK, ActionRefused, Overtaken, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.languages.actions import check, translate
from copronet.common_ground.languages.choices import Language, State
from copronet.common_ground.languages.models import Passage, keep_as_right
from copronet.common_ground.languages.queries import passages_of, states_after, whats_new
from tests.factories import OrganisationFactory

from .conftest import states_of

db = pytest.mark.django_db
CY, EN = Language.WELSH, Language.ENGLISH
texts = st.fixed_dictionaries({CY: st.sampled_from(["", "a", "b"]), EN: st.sampled_from(["", "a", "b"])})


@given(texts, texts, st.dictionaries(st.sampled_from([CY, EN]), st.sampled_from(list(State))))
def test_whatever_is_saved_an_empty_side_is_missing_and_a_full_one_is_not(before, after, states):
    found = states_after(before, after, states)

    assert bool(found) == any(after.values())
    assert all((found[side] is State.MISSING) == (not after[side]) for side in found if after[side] == "")


@given(
    texts, texts, st.dictionaries(st.sampled_from([CY, EN]), st.sampled_from([State.WRITTEN, State.CHECKED]))
)
def test_never_are_both_sides_out_of_date(before, after, states):
    found = states_after(before, after, states)

    assert list(found.values()).count(State.OUT_OF_DATE) <= 1


@db
def test_both_sides_written_at_once_are_written_here(write):
    organisation = write(name_cy="Cylch", name_en="Circle")

    assert states_of(organisation) == {"name_cy": "written", "name_en": "written"}


@db
def test_an_optional_pair_that_says_nothing_has_no_passages(write):
    organisation = write(name_cy="Cylch", name_en="Circle", about_cy="", about_en="")

    assert {passage.field for passage in Passage.objects.all()} == {"name"}
    assert states_of(organisation) == {"name_cy": "written", "name_en": "written"}


@db
def test_a_side_not_written_yet_is_missing_and_then_translated(write):
    organisation = write(name_cy="Cylch")
    at_first = states_of(organisation)

    write(organisation, name_en="Circle")

    assert at_first == {"name_cy": "written", "name_en": "missing"}
    assert states_of(organisation) == {"name_cy": "written", "name_en": "translated"}


@db
@pytest.mark.parametrize(("changed", "other"), [("name_cy", "name_en"), ("name_en", "name_cy")])
def test_when_one_side_changes_the_other_is_out_of_date(write, changed, other):
    organisation = write(name_cy="Cylch", name_en="Circle")

    write(organisation, **{changed: "Something else"})

    assert states_of(organisation)[changed] == "written"
    assert states_of(organisation)[other] == "out_of_date"


@db
def test_catching_up_makes_a_side_translated_and_leaves_the_other(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    write(organisation, name_cy="Cylch mawr")

    write(organisation, name_en="Big circle")

    assert states_of(organisation) == {"name_cy": "written", "name_en": "translated"}


@db
def test_both_changed_in_one_save_are_written_here(write):
    organisation = write(name_cy="Cylch")
    write(organisation, name_en="Circle")

    write(organisation, name_cy="Sgwâr", name_en="Square")

    assert states_of(organisation) == {"name_cy": "written", "name_en": "written"}


@db
def test_a_side_said_to_be_right_stays_as_it_is(write):
    organisation = write(name_cy="Cylch", name_en="Cirlce")
    keep_as_right(organisation, {"name_cy"})

    write(organisation, name_en="Circle")

    assert states_of(organisation) == {"name_cy": "written", "name_en": "written"}


@db
def test_a_side_taken_away_leaves_the_other_alone(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    write(organisation, name_cy="Sgwâr")

    write(organisation, name_cy="")

    assert states_of(organisation) == {"name_cy": "missing", "name_en": "written"}


@db
def test_a_pair_emptied_has_no_passages_any_more(write):
    organisation = write(name_cy="Cylch", name_en="Circle", about_cy="Hyn")

    write(organisation, about_cy="")

    assert states_of(organisation) == {"name_cy": "written", "name_en": "written"}


@db
def test_something_kept_before_states_were_gets_them_at_its_next_save():
    organisation = OrganisationFactory(name_cy="Cylch", name_en="Circle")

    save(actor=CLOCKWORK, verb="people.tried", content=organisation)

    assert states_of(organisation) == {"name_cy": "written", "name_en": "written"}


@db
def test_a_state_keeps_its_time_while_it_stays(write):
    organisation = write(name_cy="Cylch")
    since = passages_of(organisation)["name_en"].since

    write(organisation, name_cy="Cylch mawr")

    assert passages_of(organisation)["name_en"].since == since


@db
def test_a_translator_is_shown_all_that_changed_since_both_sides_agreed(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    write(organisation, name_en="Big circle")
    write(organisation, name_en="Very big circle")

    news = whats_new(organisation, passages_of(organisation))

    ((change,),) = news.values()
    assert list(news) == ["name_cy"]
    assert [piece.text.strip() for piece in change.pieces if piece.side == "removed"] == ["Circle"]
    assert [piece.text.strip() for piece in change.pieces if piece.side == "added"] == ["Very big circle"]


@db
def test_a_translation_changes_its_side_and_leaves_the_other_right(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    write(organisation, name_en="Big circle")
    organisation.name_cy = "Cylch mawr"

    deed = translate(actor=CLOCKWORK, content=organisation)

    assert states_of(organisation) == {"name_cy": "translated", "name_en": "written"}
    assert (deed.verb, deed.version.number) == ("languages.translated", 3)


@db
def test_what_a_translator_polishes_does_not_put_the_other_side_out_of_date(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    organisation.name_cy = "Cylch bach"

    translate(actor=CLOCKWORK, content=organisation, checked={"name_cy"})

    assert states_of(organisation) == {"name_cy": "checked", "name_en": "written"}


@db
def test_a_checked_side_needs_checking_again_when_it_changes(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    check(actor=CLOCKWORK, content=organisation, sides={"name_cy"})
    organisation.name_cy = "Cylch bach"

    translate(actor=CLOCKWORK, content=organisation)

    assert states_of(organisation)["name_cy"] == "translated"


@db
def test_checking_is_a_deed_without_a_new_version(write):
    organisation = write(name_cy="Cylch")
    write(organisation, name_en="Circle")

    check(actor=CLOCKWORK, content=organisation, sides={"name_en"})

    deed = Deed.objects.first()
    assert states_of(organisation)["name_en"] == "checked"
    assert (deed.verb, deed.version) == ("languages.checked", None)


@db
@pytest.mark.parametrize("sides", [set(), {"name_en"}, {"about_cy"}, {"website"}])
def test_what_says_nothing_cannot_be_checked(write, sides):
    organisation = write(name_cy="Cylch")

    with pytest.raises(ActionRefused):
        check(actor=CLOCKWORK, content=organisation, sides=sides)

    assert states_of(organisation) == {"name_cy": "written", "name_en": "missing"}


@db
def test_a_translator_changes_words_only(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    organisation.website = "https://elsewhere.example"

    with pytest.raises(ActionRefused):
        translate(actor=CLOCKWORK, content=organisation)


@db
def test_a_translation_of_an_older_version_is_told(write):
    organisation = write(name_cy="Cylch", name_en="Circle")
    write(organisation, name_en="Ring")
    organisation.name_cy = "Modrwy"

    with pytest.raises(Overtaken):
        translate(actor=CLOCKWORK, content=organisation, based_on=1)
