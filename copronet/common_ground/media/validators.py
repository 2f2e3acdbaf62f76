"""What a picture or a file really is, whatever its name says; and what is left out before it is kept."""

import secrets
import warnings
import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import IO

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile, File
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageOps

from .choices import Kind

MEGABYTE = 1024 * 1024
PICTURE_BYTES = 15 * MEGABYTE
PICTURE_PIXELS = 50_000_000
PICTURE_SIDE = 2400
DOCUMENT_BYTES = 20 * MEGABYTE
UNPACKED_BYTES = 200 * MEGABYTE
PARTS = 5000  # more than any honest office file has

SUFFIXES = {"JPEG": "jpg", "PNG": "png", "WEBP": "webp"}
OPTIONS: dict[str, dict[str, object]] = {
    "JPEG": {"quality": 85, "optimize": True, "progressive": True},
    "PNG": {"optimize": True},
    "WEBP": {"quality": 85},
}

NOT_A_PICTURE = _("This is not a JPEG, PNG or WebP picture. Save it as one of these and send it again.")
PICTURE_TOO_LARGE = _("This picture is too large. The most we can take is 15 MB and 50 million pixels.")
NOT_A_DOCUMENT = _(
    "This is not a PDF, ODT, DOCX, XLSX or CSV file. Save it as one of these and send it again."
)
DOCUMENT_TOO_LARGE = _("This file is too large. The most we can take is 20 MB.")
HAS_MACROS = _("This file has macros inside, which could do harm. Save it without them and send it again.")


def clean_picture(sent: File) -> ContentFile:
    """The picture drawn anew: upright, at most 2400 pixels a side, without place, camera or any other note.

    Raises ValidationError for anything but a JPEG, PNG or WebP of honest size.
    """
    if sent.size > PICTURE_BYTES:
        raise ValidationError(PICTURE_TOO_LARGE, code="too_large")
    picture, kind = _opened(sent)
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((PICTURE_SIDE, PICTURE_SIDE), Image.Resampling.LANCZOS)
    kept = _without_notes(upright, kind)
    written = BytesIO()
    kept.save(written, format=kind, **OPTIONS[kind])
    return ContentFile(written.getvalue(), name=f"{secrets.token_hex(8)}.{SUFFIXES[kind]}")


def _opened(sent: File) -> tuple[Image.Image, str]:
    """The picture with its pixels read, and its kind; the size is judged before any pixel is read."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            sent.seek(0)
            picture = Image.open(BytesIO(sent.read()), formats=tuple(SUFFIXES))
            _judge_pixels(picture)
            picture.load()
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as bomb:
        raise ValidationError(PICTURE_TOO_LARGE, code="too_large") from bomb
    except (
        OSError,
        SyntaxError,
        ValueError,
        EOFError,
    ) as broken:  # what Pillow raises for what it cannot read
        raise ValidationError(NOT_A_PICTURE, code="not_a_picture") from broken
    return picture, str(picture.format)


def _judge_pixels(picture: Image.Image) -> None:
    frames = getattr(picture, "n_frames", 1)
    if picture.width * picture.height * frames > PICTURE_PIXELS:
        raise Image.DecompressionBombError


def _without_notes(picture: Image.Image, kind: str) -> Image.Image:
    """The pixels alone: a new picture has no EXIF, XMP, comments, thumbnails or further frames."""
    transparent = kind != "JPEG" and picture.has_transparency_data
    pixels = picture.convert("RGBA" if transparent else "RGB")
    return Image.frombytes(pixels.mode, pixels.size, pixels.tobytes())


def kind_of_document(sent: File) -> Kind:
    """What the file is, by its content. Raises ValidationError for anything that is not kept here."""
    if sent.size > DOCUMENT_BYTES:
        raise ValidationError(DOCUMENT_TOO_LARGE, code="too_large")
    sent.seek(0)
    start = sent.read(8)
    sent.seek(0)
    if start.startswith(b"%PDF-"):
        return Kind.PDF
    if start.startswith(b"PK\x03\x04"):
        return _kind_of_package(sent.file or sent)
    return _table(sent)


def _kind_of_package(packed: IO[bytes]) -> Kind:
    try:
        with zipfile.ZipFile(packed) as package:
            names = _names(package)
            if names[:1] == ["mimetype"]:
                return _open_document(package)
            return _office_document(names)
    except (zipfile.BadZipFile, OSError, KeyError, NotImplementedError, RuntimeError) as broken:
        raise ValidationError(NOT_A_DOCUMENT, code="not_a_document") from broken


def _names(package: zipfile.ZipFile) -> list[str]:
    parts = package.infolist()
    if len(parts) > PARTS or sum(part.file_size for part in parts) > UNPACKED_BYTES:
        raise ValidationError(DOCUMENT_TOO_LARGE, code="too_large")
    return [part.filename for part in parts]


def _open_document(package: zipfile.ZipFile) -> Kind:
    if package.read("mimetype").strip() != b"application/vnd.oasis.opendocument.text":
        raise ValidationError(NOT_A_DOCUMENT, code="not_a_document")
    if any(name.startswith(("Basic/", "Scripts/")) for name in package.namelist()):
        raise ValidationError(HAS_MACROS, code="has_macros")
    return Kind.ODT


def _office_document(names: list[str]) -> Kind:
    if any(name.lower().endswith("vbaproject.bin") for name in names):
        raise ValidationError(HAS_MACROS, code="has_macros")
    if "[Content_Types].xml" in names and "word/document.xml" in names:
        return Kind.DOCX
    if "[Content_Types].xml" in names and "xl/workbook.xml" in names:
        return Kind.XLSX
    raise ValidationError(NOT_A_DOCUMENT, code="not_a_document")


def _table(sent: File) -> Kind:
    """Plain text in UTF-8 with a comma, semicolon or tab in its first line, that does not begin like a web page."""
    try:
        text = sent.read().decode("utf-8-sig")
    except UnicodeDecodeError as broken:
        raise ValidationError(NOT_A_DOCUMENT, code="not_a_document") from broken
    first = text.lstrip().splitlines()[:1]
    is_table = bool(first) and not first[0].startswith("<") and any(mark in first[0] for mark in ",;\t")
    if not is_table or any(ord(letter) < 32 and letter not in "\t\r\n" for letter in text):
        raise ValidationError(NOT_A_DOCUMENT, code="not_a_document")
    return Kind.CSV


def named_by_content(sent: File, kind: Kind) -> str:
    """The file's own name with the suffix that its content deserves."""
    return f"{PurePath(sent.name or 'document').stem[:60] or 'document'}.{kind.value}"
