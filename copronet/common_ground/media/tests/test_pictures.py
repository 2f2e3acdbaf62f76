import io
import struct
import zlib

import pytest
from django.core.exceptions import ValidationError
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import IntegrityError, transaction
from django.template import Context, Template
from django.utils import translation
from PIL import Image

from copronet.common_ground.journal.models import Deed
from copronet.common_ground.journal.queries import versions_of
from copronet.common_ground.media.forms import PictureForm
from copronet.common_ground.media.models import Picture
from copronet.common_ground.media.validators import PICTURE_BYTES, clean_picture
from tests.factories import PersonFactory, PictureFactory, person_with
from tests.files import picture_file

pytestmark = pytest.mark.django_db


def opened(kept) -> Image.Image:
    return Image.open(io.BytesIO(kept.read()))


def bomb() -> SimpleUploadedFile:
    """A few bytes that say they hold 60,000 times 60,000 pixels."""

    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = struct.pack(">IIBBBBB", 60_000, 60_000, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\0" * 1000)
    start = b"\x89PNG\r\n\x1a\n"
    return SimpleUploadedFile(
        "bom.png", start + chunk(b"IHDR", header) + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    )


# --- what is kept of a file ---


def test_place_and_camera_are_left_out():
    sent = picture_file(exif=True)
    assert dict(Image.open(sent).getexif().get_ifd(0x8825)) != {}

    kept = opened(clean_picture(sent))

    assert dict(kept.getexif()) == {}
    assert dict(kept.getexif().get_ifd(0x8825)) == {}
    assert "exif" not in kept.info


@pytest.mark.parametrize("kind", ["PNG", "WEBP"])
def test_place_and_camera_are_left_out_of_every_kind(kind):
    kept = opened(clean_picture(picture_file(kind=kind, exif=True)))

    assert (kept.format, dict(kept.getexif()), "xmp" in kept.info) == (kind, {}, False)


def test_a_picture_lying_on_its_side_is_set_upright():
    kept = opened(clean_picture(picture_file(size=(640, 480), exif=True)))

    assert kept.size == (480, 640)


def test_a_picture_is_made_no_larger_than_2400_pixels():
    kept = opened(clean_picture(picture_file(size=(4800, 1200))))

    assert kept.size == (2400, 600)


def test_a_picture_is_known_by_its_content_and_not_by_its_name():
    kept = clean_picture(picture_file("llun.jpg", kind="PNG"))

    assert kept.name.endswith(".png")


def test_the_name_somebody_gave_the_file_is_not_kept():
    assert "mair" not in clean_picture(picture_file("mair-jones-gartref.jpg")).name


@pytest.mark.parametrize(
    "sent",
    [
        SimpleUploadedFile("llun.svg", b"<svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"),
        SimpleUploadedFile("llun.png", b"<html><script>alert(1)</script></html>"),
        SimpleUploadedFile("llun.jpg", picture_file().read()[:300]),
        picture_file("llun.png", kind="GIF"),
        picture_file("llun.jpg", kind="TIFF"),
    ],
    ids=["svg", "html", "cut off", "gif", "tiff"],
)
def test_what_is_not_a_picture_of_our_kinds_is_refused(sent):
    with pytest.raises(ValidationError) as refused:
        clean_picture(sent)

    assert refused.value.code == "not_a_picture"


def test_a_picture_that_would_fill_the_memory_is_refused_before_it_is_opened():
    with pytest.raises(ValidationError) as refused:
        clean_picture(bomb())

    assert refused.value.code == "too_large"


def test_a_file_that_is_too_large_is_refused():
    with pytest.raises(ValidationError) as refused:
        clean_picture(SimpleUploadedFile("llun.jpg", b"\0" * (PICTURE_BYTES + 1)))

    assert refused.value.code == "too_large"


# --- the form ---


def form(*, file=None, person=None, instance=None, **answers) -> PictureForm:
    from wagtail.images.forms import get_image_form

    filled = {"alternative_cy": "Pobl wrth fwrdd", "people_shown": "nobody"} | answers
    files = {"file": file} if file else {}
    return get_image_form(Picture)(filled, files, instance=instance or Picture(), user=person)


def lines_about(picture):
    return Deed.objects.filter(object_type="media.picture", object_id=str(picture.pk))


def kept(**answers) -> Picture:
    sent = form(**answers)
    assert sent.is_valid(), sent.errors
    return sent.save()


def test_keeping_a_picture_leaves_a_version_and_a_line():
    person = person_with("pages.edit")

    picture = kept(file=picture_file(exif=True), person=person)

    assert dict(Image.open(picture.file).getexif()) == {}
    assert versions_of(picture).count() == 1
    assert [(deed.verb, deed.actor) for deed in lines_about(picture)] == [("media.picture_kept", person)]


def test_a_new_file_replaces_the_old_one_and_its_sizes():
    person = person_with("pages.edit")
    picture = kept(file=picture_file(), person=person)
    picture.get_rendition("width-100")
    former = picture.file.name
    storage = picture.file.storage

    kept(file=picture_file(size=(90, 90)), person=person, instance=picture)

    assert not storage.exists(former)
    assert picture.renditions.count() == 0


@pytest.mark.parametrize(
    ("language", "answers", "field", "words"),
    [
        ("en", {"alternative_cy": ""}, "alternative_cy", "Write this in Welsh, in English, or in both."),
        ("en", {"people_shown": "agreed"}, "agreed", "Say how and when the people in the picture agreed."),
        ("cy", {"people_shown": "agreed"}, "agreed_on", "Dywedwch sut a phryd y cytunodd y bobl yn y llun."),
    ],
)
def test_what_is_missing_is_said_in_place_and_in_the_persons_language(language, answers, field, words):
    translation.activate(language)

    sent = form(file=picture_file(), **answers)

    assert sent.errors.get(field) == [words]


def test_one_language_of_the_words_is_enough():
    assert form(file=picture_file(), alternative_cy="", alternative_en="People at a table").is_valid()


def test_the_database_refuses_an_agreement_without_how_and_when():
    with pytest.raises(IntegrityError), transaction.atomic():
        PictureFactory(people_shown="agreed", agreed="", agreed_on=None)


# --- showing it ---


def shown(picture) -> str:
    return Template("{% load media %}{% picture picture %}").render(Context({"picture": picture}))


@pytest.mark.parametrize(("people", "is_shown"), [("nobody", True), ("agreed", True), ("not_asked", False)])
def test_people_are_shown_only_with_their_agreement(people, is_shown):
    agreement = {"agreed": "in_writing", "agreed_on": "2026-03-01"} if people == "agreed" else {}

    assert ("<img" in shown(PictureFactory(people_shown=people, **agreement))) == is_shown


def test_words_in_the_other_language_carry_its_mark():
    picture = PictureFactory(alternative_cy="Pobl wrth fwrdd", alternative_en="")
    translation.activate("en")

    assert 'alt="Pobl wrth fwrdd" lang="cy"' in shown(picture)


def test_a_picture_is_offered_in_three_sizes_and_never_enlarged():
    assert shown(PictureFactory()).count("w,") + 1 == 3


def test_showing_a_picture_again_asks_once(django_assert_num_queries):
    picture = PictureFactory()
    shown(picture)

    with django_assert_num_queries(1):
        shown(picture)


def test_a_removed_picture_leaves_its_line(client):
    picture, person = PictureFactory(), person_with("pages.edit")
    client.force_login(person)

    client.post(f"/workbench-pages/images/{picture.pk}/delete/")

    assert [(deed.verb, deed.actor) for deed in lines_about(picture)] == [("media.picture_removed", person)]
    assert not Picture.objects.exists()


def test_somebody_without_the_power_removes_nothing(client):
    picture = PictureFactory()
    client.force_login(PersonFactory())

    answer = client.post(f"/workbench-pages/images/{picture.pk}/delete/")

    assert (answer.status_code, Picture.objects.count()) == (403, 1)
