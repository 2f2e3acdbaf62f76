import io
import json
import zipfile
from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from python_calamine import CalamineWorkbook

from copronet.common_ground.journal.actions import Actor, save
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.people.actions.describing import describe_organisation
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.people.queries import numbers_of, organisations_of
from copronet.common_ground.spreadsheets.actions import clear_old_rows
from copronet.common_ground.spreadsheets.models import KnownHeading, Row, Upload
from copronet.common_ground.work.actions import run_due
from copronet.common_ground.work.models import Job
from tests.factories import OrganisationFactory, PersonFactory, person_with

pytestmark = pytest.mark.django_db
STAFF = Actor(person=None)
HEADINGS = "Enw,Name,Kind,Charity number (England and Wales),Area\n"


@pytest.fixture
def staff(client):
    client.force_login(person_with("people.look_after"))
    return client


def organisation(**said):
    made = Organisation(**said)
    describe_organisation(actor=STAFF, verb="people.organisation_added", organisation=made)
    return made


def send(client, text, sheet="organisations"):
    file = SimpleUploadedFile("rhestr.csv", text.encode())
    return client.post(reverse("spreadsheets:upload", args=[sheet]), {"file": file})


def looked_through(client, text, sheet="organisations"):
    """The file after its guessed columns were agreed to and its rows looked through."""
    page = client.get(send(client, text, sheet)["Location"])
    form = page.context["form"]
    client.post(page.request["PATH_INFO"], {name: form[name].value() for name in form.fields})
    run_due()
    return Upload.objects.get()


def brought_in(client, text, sheet="organisations", **more):
    upload = looked_through(client, text, sheet)
    client.post(reverse("spreadsheets:bring_in", args=[upload.pk]), more)
    run_due()
    return Upload.objects.get()


def undone(client, upload):
    client.post(reverse("spreadsheets:undo", args=[upload.pk]))
    run_due()
    return Upload.objects.get()


def outcomes(upload):
    return list(upload.rows.order_by("number").values_list("outcome", flat=True))


def test_a_dry_run_says_what_each_row_would_do_and_changes_nothing(staff):
    organisation(name_cy="Cwm Hud", kind_id="funder")
    organisation(name_cy="Llanffug")
    organisation(name_cy="Gofalwyr Aberchwedl")
    before = Deed.objects.count()

    upload = looked_through(
        staff,
        HEADINGS + "Cwm Hud,,Regulator,,Powys\n"
        "Llanffug,,,,\n"
        "Pentre Stori,,Grŵp cymunedol,1090095,Ynys Môn\n"
        "Gofalwyr Aberchwedel,,,,\n"
        "Cwm Hudol,,Clwb,12,Lloegr\n"
        "Pentre Stori,,,,\n",
    )

    assert outcomes(upload) == ["changed", "unchanged", "created", "alike", "refused", "refused"]
    assert upload.counts == {"changed": 1, "unchanged": 1, "created": 1, "alike": 1, "refused": 2}
    assert Organisation.objects.count() == 3
    assert Deed.objects.count() == before + 2  # sent, and matched
    page = staff.get(reverse("spreadsheets:file", args=[upload.pk]), {"outcome": "refused"}).text
    assert (
        "Charity number (England and Wales): A charity number of England and Wales is six or seven digits."
        in page
    )
    assert "This row says the same as an earlier one. Row: 4" in page


def test_reasons_are_read_in_either_language(staff):
    upload = looked_through(staff, HEADINGS + "Cwm Hud,,Clwb,,\n")

    welsh, english = upload.rows.get().reasons[0]
    assert (welsh, english) == (
        "Math o sefydliad: Nid yw hwn yn hysbys yma: Clwb",
        "Kind of organisation: This is not known here: Clwb",
    )


def test_rows_are_brought_in_by_deeds_of_whoever_asked(staff):
    existing = organisation(name_cy="Cwm Hud")

    upload = brought_in(staff, HEADINGS + "Cwm Hud,,Funder,1090095,\nPentre Stori,,,,Powys\nX,,Clwb,,\n")

    existing.refresh_from_db()
    made = Organisation.objects.get(name_cy="Pentre Stori")
    assert (existing.kind_id, numbers_of(existing)) == ("funder", {"GB-CHC": "1090095"})
    assert made.area_id == "W06000023"
    assert Deed.objects.get(verb="people.organisation_added", object_id=str(made.pk)).actor == upload.by
    assert (upload.state, upload.counts) == ("done", {"changed": 1, "created": 1, "refused": 1})


def test_only_a_name_written_just_so_is_sure_to_be_the_organisation_here(staff):
    here = organisation(name_cy="Cymdeithas Gofalwyr Llanffug", name_en="Llanffug Carers Society")

    upload = looked_through(
        staff,
        "Enw,Name\n"
        "CYMDEITHAS  gofalwyr Llanffug,\n"
        "Gymdeithas Gofalwyr Llanffug,\n"
        "Cymdeithas Gofalwyr Llanfug,\n",
    )

    assert outcomes(upload) == ["changed", "alike", "alike"]
    assert upload.rows.earliest("number").key == str(here.pk)


@pytest.mark.parametrize(
    ("language", "before", "after"), [("cy", "Bydd yn newid", "Newidiwyd"), ("en", "Will change", "Changed")]
)
def test_the_page_says_what_will_happen_until_it_has(staff, language, before, after):
    organisation(name_cy="Criw Llanffug")
    said = {}

    for state, bring in (("checked", looked_through), ("done", brought_in)):
        Upload.objects.all().delete()
        upload = bring(staff, "Enw,Disgrifiad\nCriw Llanffug,Yn gwrando\n")
        with override(language):
            page = staff.get(reverse("spreadsheets:file", args=[upload.pk]))
            said[state] = [str(row.word) for row in page.context["rows"]], page.context["tabs"][1][0]

    assert said == {"checked": ([before], f"{before} (1)"), "done": ([after], f"{after} (1)")}


def test_those_like_others_are_brought_in_only_when_somebody_says_so(staff):
    organisation(name_cy="Gofalwyr Aberchwedl")
    brought_in(staff, HEADINGS + "Gofalwyr Aberchwedel,,,,\n")
    assert Organisation.objects.count() == 1
    Upload.objects.all().delete()

    brought_in(staff, HEADINGS + "Gofalwyr Aberchwedel,,,,\n", with_alike="on")

    assert Organisation.objects.count() == 2


def test_a_task_that_is_run_again_does_nothing_twice(staff):
    upload = brought_in(staff, HEADINGS + "Cwm Hud,,,,\n")
    Upload.objects.update(state="doing")

    for job in Job.objects.filter(name="spreadsheets.bring_in"):
        job.state = "waiting"
        job.save()
    run_due()

    assert Organisation.objects.count() == 1
    assert Upload.objects.get(pk=upload.pk).state == "done"


def test_for_a_day_it_can_be_undone(staff):
    existing = organisation(name_cy="Cwm Hud", website="https://hud.example")
    existing.areas_served.set(["W06000023"])
    text = "Enw,Website,Areas it works in,Company number\nCwm Hud,newydd.example,Caerdydd; Powys,9506232\nStori,,,\n"
    upload = brought_in(staff, text)
    existing.refresh_from_db()
    assert existing.website == "https://newydd.example"

    upload = undone(staff, upload)

    existing.refresh_from_db()
    assert (existing.website, numbers_of(existing)) == ("https://hud.example", {})
    assert [area.pk for area in existing.areas_served.all()] == ["W06000023"]
    assert list(Organisation.objects.all()) == [existing]
    assert upload.state == "undone"
    assert Deed.objects.filter(verb="people.organisation_removed").count() == 1


def test_what_somebody_has_built_on_since_stays_and_says_so(staff):
    upload = brought_in(staff, HEADINGS + "Cwm Hud,,,,\nStori,,,,\n")
    changed = Organisation.objects.get(name_cy="Stori")
    changed.about_cy = "Mwy"
    save(actor=STAFF, verb="people.organisation_changed", content=changed)

    undone(staff, upload)

    assert list(Organisation.objects.all()) == [changed]
    assert "Somebody has changed this organisation since" in Row.objects.get(outcome="refused").reasons[0][1]


def test_after_a_day_it_stays_and_the_rows_are_cleared_away(staff):
    upload = brought_in(staff, HEADINGS + "Cwm Hud,,,,\n")
    Upload.objects.update(done_at=timezone.now() - timedelta(days=1, minutes=1))

    undone(staff, upload)
    assert Organisation.objects.count() == 1

    clear_old_rows()
    assert Row.objects.count() == 0
    assert Upload.objects.get().counts == {"created": 1}


def test_nobody_brings_the_same_file_in_twice(staff):
    upload = brought_in(staff, HEADINGS + "Cwm Hud,,,,\n")

    for name in ("bring_in", "match"):
        staff.post(reverse(f"spreadsheets:{name}", args=[upload.pk]), {"column_0": "name_cy"})
    run_due()

    assert Organisation.objects.count() == 1


def test_a_change_between_looking_and_doing_is_noticed(staff):
    existing = organisation(name_cy="Cwm Hud")
    upload = looked_through(staff, HEADINGS + "Cwm Hud,,Funder,,\n")
    existing.about_cy = "Newydd"
    save(actor=STAFF, verb="people.organisation_changed", content=existing)

    staff.post(reverse("spreadsheets:bring_in", args=[upload.pk]))
    run_due()

    existing.refresh_from_db()
    assert (existing.kind_id, outcomes(upload)) == (None, ["refused"])


def test_how_headings_were_matched_is_remembered(staff):
    page = staff.get(send(staff, "Elusen,Cwbl arall\nCwm Hud,x\n")["Location"])
    staff.post(page.request["PATH_INFO"], {"column_0": "name_cy", "column_1": ""})

    again = staff.get(send(staff, "ELUSEN,Cwbl arall\nLlan,y\n")["Location"])

    assert [again.context["form"][name].initial for name in again.context["form"].fields] == ["name_cy", ""]
    assert KnownHeading.objects.count() == 2


@pytest.mark.parametrize(
    ("columns", "field"),
    [({"column_0": "kind"}, "__all__"), ({"column_0": "name_cy", "column_1": "name_cy"}, "column_1")],
)
def test_a_file_with_the_wrong_columns_is_answered_exactly(staff, columns, field):
    page = staff.get(send(staff, "Dyddiad,Lliw\n1,2\n")["Location"])

    answer = staff.post(page.request["PATH_INFO"], columns)

    assert list(answer.context["form"].errors) == [field]


def test_a_file_that_is_too_large_is_refused_in_the_form(staff, settings):
    settings.SPREADSHEET_MEGABYTES = 0

    answer = send(staff, HEADINGS + "Cwm Hud,,,,\n")

    assert "too large" in str(answer.context["form"].errors["file"])
    assert Upload.objects.count() == 0


def test_the_same_form_sent_twice_keeps_one_file(staff):
    address = reverse("spreadsheets:upload", args=["organisations"])
    key = str(staff.get(address).context["form"]["deed_key"].value())

    for _time in range(2):
        staff.post(address, {"file": SimpleUploadedFile("a.csv", b"Enw\nCwm\n"), "deed_key": key})

    assert Upload.objects.count() == 1


def test_the_page_of_a_file_asks_the_same_however_many_rows_it_has(staff, count_queries):
    upload = looked_through(staff, HEADINGS + "Cwm Hud,,,,\n")
    address = reverse("spreadsheets:file", args=[upload.pk])
    before = count_queries(lambda: staff.get(address))
    for number in range(3, 6):
        Row.objects.create(upload=upload, number=number, cells=["Llan"], outcome="created")

    assert count_queries(lambda: staff.get(address)) == before


def test_while_it_is_at_work_the_page_says_how_far(staff):
    upload = looked_through(staff, HEADINGS + "Cwm Hud,,,,\n")
    staff.post(reverse("spreadsheets:bring_in", args=[upload.pk]))

    page = staff.get(reverse("spreadsheets:file", args=[upload.pk]))

    assert page.context["job"].name == "spreadsheets.bring_in"
    assert "Look again" in page.text


PEOPLE = "Name,E-mail address,Language,Level,Capacity,Sefydliad,Role\n"


def test_people_are_brought_in_with_the_organisation_they_act_for_and_undone(staff):
    here = PersonFactory(name="Gwen", email="gwen@hud.example", phone="")
    hud = OrganisationFactory(name_en="Cwm Hud")
    text = PEOPLE + (
        'Mair Ffug,mair@hud.example,Welsh,Manager,"carer, citizen",Cwm Hud,Chair\n'
        "Gwen Ffug,GWEN@hud.example,English,,,,\n"
        "Idris,nid-cyfeiriad,,,,,\n"
        ",heb@enw.example,,,,,\n"
        "Gwen,,,,,,\n"
    ).replace("Welsh", "Cymraeg")

    upload = brought_in(staff, text, "people")

    made = Person.objects.get(email="mair@hud.example")
    here.refresh_from_db()
    assert outcomes(upload) == ["created", "changed", "refused", "refused", "alike"]
    assert (made.level, list(organisations_of(made)), here.name) == ("manager", [hud], "Gwen Ffug")
    assert {each.capacity for each in made.capacities.all()} == {"carer", "citizen"}
    undone(staff, upload)
    here.refresh_from_db()
    assert here.name == "Gwen"
    assert not Person.objects.filter(email="mair@hud.example").exists()


def test_somebody_who_has_done_something_since_stays(staff):
    upload = brought_in(staff, PEOPLE + "Mair Ffug,mair@hud.example,,,,,\n", "people")
    made = Person.objects.get(email="mair@hud.example")
    one = OrganisationFactory()
    save(actor=Actor(made), verb="people.organisation_changed", content=one)

    undone(staff, upload)

    assert Person.objects.filter(pk=made.pk).exists()


def test_an_address_is_never_changed_by_a_table(staff):
    here = PersonFactory(email="gwen@hud.example")

    upload = looked_through(
        staff, f"Number of the record,E-mail address\n{here.pk},arall@hud.example\n", "people"
    )

    assert outcomes(upload) == ["refused"]


@pytest.mark.parametrize("sheet", ["organisations", "people"])
def test_what_goes_out_comes_in_again_and_changes_nothing(staff, sheet):
    made = organisation(name_cy="Cwm Hud", name_en="=Cwm", kind_id="funder", size="few")
    made.areas_served.set(["W06000023", "W06000015"])
    PersonFactory(name="Mair", phone="+44 1632 960001", level="leader")

    answer = staff.post(reverse("spreadsheets:give_out", args=[sheet, "csv"]))
    upload = looked_through(staff, b"".join(answer.streaming_content).decode(), sheet)

    assert set(outcomes(upload)) == {"unchanged"}
    assert Deed.objects.filter(verb="spreadsheets.given_out").count() == 1


def test_a_table_goes_out_as_a_workbook_and_for_programs(staff):
    organisation(name_cy="Tŷ Hud", name_en="=1+1")

    workbook = b"".join(
        staff.post(reverse("spreadsheets:give_out", args=["organisations", "xlsx"])).streaming_content
    )
    program = b"".join(
        staff.post(reverse("spreadsheets:give_out", args=["organisations", "json"])).streaming_content
    )

    rows = CalamineWorkbook.from_filelike(io.BytesIO(workbook)).get_sheet_by_index(0).to_python()
    assert rows[1][1:3] == ["Tŷ Hud", "=1+1"]
    assert "<f>" not in zipfile.ZipFile(io.BytesIO(workbook)).read("xl/worksheets/sheet1.xml").decode()
    assert json.loads(program)[0]["name_cy"] == "Tŷ Hud"


@pytest.mark.parametrize(
    ("sheet", "headings"), [("people", "record,name\n"), ("organisations", "record,name_cy\n")]
)
def test_an_absurd_number_of_a_record_is_refused_like_any_other_that_is_not_there(staff, sheet, headings):
    upload = looked_through(staff, headings + "1" * 5000 + ",Mair\n", sheet)

    assert upload.rows.get().outcome == "refused"
