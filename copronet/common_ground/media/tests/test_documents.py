import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import translation
from wagtail.documents.forms import get_document_form

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.journal.models import Deed
from copronet.common_ground.media.actions import keep_document
from copronet.common_ground.media.models import DocumentFile
from copronet.common_ground.media.validators import DOCUMENT_BYTES, kind_of_document, named_by_content
from tests.factories import DocumentFileFactory, PersonFactory, person_with
from tests.files import package, pdf_file

pytestmark = pytest.mark.django_db

ODT = "application/vnd.oasis.opendocument.text"


@pytest.mark.parametrize(
    ("sent", "kind"),
    [
        (pdf_file("rhywbeth.txt"), "pdf"),
        (package("a.zip", "content.xml", mimetype=ODT), "odt"),
        (package("a.docx", "[Content_Types].xml", "word/document.xml"), "docx"),
        (package("a.bin", "[Content_Types].xml", "xl/workbook.xml"), "xlsx"),
        (SimpleUploadedFile("a.csv", b"enw,tref\nElin,Pwllheli\n"), "csv"),
        (SimpleUploadedFile("a.csv", "\ufeffenw;tŷ\n".encode()), "csv"),
    ],
)
def test_a_document_is_known_by_its_content(sent, kind):
    assert kind_of_document(sent) == kind
    assert named_by_content(sent, kind_of_document(sent)).endswith(f".{kind}")


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (SimpleUploadedFile("a.pdf", b"<html><script>alert(1)</script></html>"), "not_a_document"),
        (SimpleUploadedFile("a.csv", b" <svg onload=alert(1)>,\n"), "not_a_document"),
        (SimpleUploadedFile("a.csv", b"\x7fELF,\x00\x01"), "not_a_document"),
        (SimpleUploadedFile("a.csv", b"one column only\n"), "not_a_document"),
        (SimpleUploadedFile("a.docx", b"PK\x03\x04 cut off"), "not_a_document"),
        (package("a.docx", "word/other.xml"), "not_a_document"),
        (
            package("a.odt", "content.xml", mimetype="application/vnd.oasis.opendocument.graphics"),
            "not_a_document",
        ),
        (package("a.odt", "Basic/script.xml", mimetype=ODT), "has_macros"),
        (package("a.docx", "[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), "has_macros"),
        (SimpleUploadedFile("a.pdf", b"%PDF-" + b"0" * DOCUMENT_BYTES), "too_large"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_anything_else_is_refused(sent, code):
    with pytest.raises(ValidationError) as refused:
        kind_of_document(sent)

    assert refused.value.code == code


def form(*, file=None, person=None, instance=None, **answers):
    filled = {"title": "Adroddiad", "language": "cy", "seen_by": "everyone"} | answers
    files = {"file": file} if file else {}
    return get_document_form(DocumentFile)(
        filled, files, instance=instance or DocumentFile(), user=person or person_with("pages.edit")
    )


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "This is not a PDF, ODT, DOCX, XLSX or CSV file. Save it as one of these and send it again."),
        (
            "cy",
            "Nid ffeil PDF, ODT, DOCX, XLSX na CSV yw hon. Cadwch hi fel un o'r rhain ac anfonwch hi eto.",
        ),
    ],
)
def test_a_refusal_is_in_the_persons_language(language, words):
    translation.activate(language)

    sent = form(file=SimpleUploadedFile("a.pdf", b"<html>"))

    assert sent.errors == {"file": [words]}


def test_two_language_versions_know_each_other():
    welsh = DocumentFileFactory(language="cy")

    sent = form(file=pdf_file(), language="en", other_version=welsh.pk)
    assert sent.is_valid(), sent.errors
    english = sent.save()

    assert (english.other_version, welsh.other_version) == (welsh, english)


def test_the_other_version_is_in_the_other_language():
    welsh = DocumentFileFactory(language="cy")

    sent = form(file=pdf_file(), language="cy", other_version=welsh.pk)

    assert sent.errors == {"other_version": ["The other version must be in the other language."]}
    with pytest.raises(ActionRefused):
        keep_document(actor=Actor(None), document=DocumentFileFactory.build(language="cy"), other=welsh)


def test_a_document_that_takes_a_new_partner_leaves_the_former_one_alone():
    welsh, english = DocumentFileFactory(language="cy"), DocumentFileFactory(language="en")
    keep_document(actor=Actor(None), document=english, other=welsh)
    newer = DocumentFileFactory(language="en")

    keep_document(actor=Actor(None), document=newer, other=welsh)

    english.refresh_from_db()
    assert (newer.other_version, welsh.other_version, english.other_version) == (welsh, newer, None)


def test_versions_can_be_parted():
    welsh, english = DocumentFileFactory(language="cy"), DocumentFileFactory(language="en")
    keep_document(actor=Actor(None), document=english, other=welsh)

    keep_document(actor=Actor(None), document=english)

    assert (welsh.other_version, english.other_version) == (None, None)


def test_the_database_keeps_one_version_in_each_language():
    welsh = DocumentFileFactory(language="cy")

    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentFileFactory(language="cy", versions=welsh.versions)


def test_keeping_a_document_leaves_its_line():
    person = person_with("pages.edit")
    sent = form(file=pdf_file(), person=person)
    assert sent.is_valid(), sent.errors

    document = sent.save()

    lines = Deed.objects.filter(object_id=str(document.pk), object_type="media.documentfile")
    assert [(line.verb, line.actor) for line in lines] == [("media.document_kept", person)]


@pytest.mark.parametrize("name", ["adroddiad.pdf", "rhestr.csv"])
def test_a_document_is_handed_out_as_a_file_and_never_as_a_page(client, name):
    document = DocumentFileFactory(file__filename=name)

    answer = client.get(document.url)

    assert (answer.status_code, b"".join(answer.streaming_content)) == (200, b"%PDF-1.7")
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Security-Policy"] == "default-src 'none'; sandbox"


@pytest.mark.parametrize(
    ("seen_by", "answers"),
    [
        ("everyone", {"outsider": 200, "member": 200, "staff": 200, "translator": 200}),
        ("members", {"outsider": 302, "member": 200, "staff": 200, "translator": 200}),
        ("staff", {"outsider": 302, "member": 404, "staff": 200, "translator": 200}),
    ],
)
def test_a_document_goes_to_those_its_record_names_and_nobody_else(seen_by, answers):
    document = DocumentFileFactory(seen_by=seen_by)
    people = {
        "outsider": None,
        "member": PersonFactory(),
        "staff": person_with("media.look_after"),
        "translator": person_with("languages.translate"),
    }

    given = {}
    for who, person in people.items():
        browser = Client()
        if person:
            browser.force_login(person)
        given[who] = browser.get(document.url)

    assert {who: answer.status_code for who, answer in given.items()} == answers
    kept = {answer.get("Cache-Control") for answer in given.values() if answer.status_code == 200}
    assert kept == {None if seen_by == "everyone" else "private, no-store"}


def test_a_stranger_who_signs_in_gets_the_document_they_asked_for(client):
    document = DocumentFileFactory(seen_by="members")

    asked = client.get(document.url)

    assert asked.url == f"/en/account/login/?next={document.url}"


def test_the_database_knows_who_may_have_a_document():
    with pytest.raises(IntegrityError), transaction.atomic():
        DocumentFileFactory(seen_by="friends")


@pytest.mark.parametrize("path", ["documents", "original_images"])
def test_nothing_but_sizes_of_pictures_is_served_by_its_address(client, path, demonstration, files_on_disk):
    (files_on_disk / path).mkdir()
    (files_on_disk / path / "a.pdf").write_bytes(b"%PDF")

    assert client.get(f"/media/{path}/a.pdf").status_code == 404


def test_a_document_is_not_found_under_another_name(client):
    document = DocumentFileFactory()

    assert client.get(f"/documents/{document.pk}/rhywbeth.pdf").status_code == 404


def test_anybody_reads_a_document_for_everyone_but_only_editors_change_it(client):
    document = DocumentFileFactory()
    client.force_login(PersonFactory())

    assert b"".join(client.get(document.url).streaming_content) == b"%PDF-1.7"
    assert client.get(f"/workbench-pages/documents/edit/{document.pk}/").status_code == 403
