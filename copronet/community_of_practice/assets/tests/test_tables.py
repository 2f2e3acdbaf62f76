"""Assets kept elsewhere are brought in by a table, looked through first, and can be taken back."""

import pytest

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.spreadsheets.actions.rows import check_some
from copronet.common_ground.spreadsheets.choices import Outcome
from copronet.common_ground.spreadsheets.models import Row, Upload
from copronet.community_of_practice.assets.imports import AssetSheet
from copronet.community_of_practice.assets.models import Asset
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db
ROW = {"name_cy": "Neuadd", "kind": "Ystafelloedd a mannau", "areas": "Ceredigion; Powys"}


@pytest.fixture
def staff():
    return Actor(PersonFactory())


def brought_in(staff, **said):
    sheet = AssetSheet()
    return sheet.carry_out(actor=staff, said=said, verdict=sheet.judge(said))


def test_a_row_puts_something_on_the_map_in_either_languages_words(staff):
    OrganisationFactory(name_en="Valley Crew")

    brought_in(staff, **ROW, organisation="Valley Crew", themes="Carers", point="52.415, -4.083")

    asset = Asset.objects.get()
    assert (asset.kind, asset.organisation.name_en, asset.north) == ("space", "Valley Crew", 5242)
    assert sorted(area.name_en for area in asset.areas.all()) == ["Ceredigion", "Powys"]
    assert [theme.code for theme in asset.themes.all()] == ["carers"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "dragon"},
        {"areas": "Atlantis"},
        {"organisation": "Nobody knows us"},
        {"organisation": "A", "person": "b@c.example"},
        {"point": "52.4, -4.6"},
        {"point": "-4.083, 52.415"},
        {"name_cy": "x" * 201},
        {"can_be_borrowed": "perhaps"},
    ],
)
def test_a_row_that_cannot_be_read_is_refused_with_a_reason_in_both_languages(wrong):
    verdict = AssetSheet().judge(ROW | wrong)

    assert verdict.outcome == Outcome.REFUSED
    assert all(reason.cy and reason.en and reason.cy != reason.en for reason in verdict.reasons)


@pytest.mark.parametrize("missing", ["kind", "areas"])
def test_a_new_row_says_what_it_is_and_where(missing):
    said = {name: cell for name, cell in ROW.items() if name != missing}

    assert AssetSheet().judge(said).outcome == Outcome.REFUSED


def test_a_row_of_something_that_is_here_changes_it_and_can_be_taken_back(staff):
    brought_in(staff, **ROW)
    changed = {"name_cy": "Neuadd", "about_cy": "Cegin fach", "areas": "Powys"}
    verdict = AssetSheet().judge(changed)

    done = brought_in(staff, **changed)
    after = Asset.objects.get().about_cy
    AssetSheet().take_back(actor=staff, done=done)

    asset = Asset.objects.get()
    assert (verdict.outcome, after, asset.about_cy) == (Outcome.CHANGED, "Cegin fach", "")
    assert sorted(area.name_en for area in asset.areas.all()) == ["Ceredigion", "Powys"]


def test_a_row_taken_back_leaves_the_map_and_is_not_deleted(staff):
    done = brought_in(staff, **ROW)

    AssetSheet().take_back(actor=staff, done=done)

    assert Asset.objects.get().is_withdrawn


def test_what_somebody_changed_since_is_not_taken_back(staff):
    done = brought_in(staff, **ROW)
    Asset.objects.update(about_cy="Wedi newid")

    with pytest.raises(ActionRefused):
        AssetSheet().take_back(actor=staff, done=done)


def test_what_goes_out_comes_in_again_unchanged(staff):
    brought_in(staff, **ROW, themes="Carers", point="52.415, -4.083", can_be_borrowed="ie")
    (row,) = AssetSheet().rows()
    columns = {column.code for column in AssetSheet.columns}
    said = {
        name: str(int(cell) if isinstance(cell, bool) else cell)
        for name, cell in row.items()
        if name in columns
    }

    verdict = AssetSheet().judge({name: cell for name, cell in said.items() if cell})

    assert verdict.outcome == Outcome.UNCHANGED


def test_a_point_in_a_table_is_kept_as_its_square_alone():
    columns = ["name_cy", "kind", "", "point", "areas"]
    upload = Upload.objects.create(sheet="assets", name="asedau.csv", state="checking", columns=columns)
    cells = ["Neuadd", "space", "nodyn", "52.41534, -4.08312", "Ceredigion", "dros ben"]
    row = Row.objects.create(upload=upload, number=2, cells=cells)

    check_some(upload, AssetSheet(), {})

    row.refresh_from_db()
    assert row.outcome == Outcome.CREATED
    assert row.cells == ["Neuadd", "space", "nodyn", "52.420, -4.080", "Ceredigion", "dros ben"]
