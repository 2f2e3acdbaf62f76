"""Files as people send them: pictures and documents made on the spot."""

import io
import zipfile

from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image
from PIL.TiffImagePlugin import IFDRational

CAERDYDD = (51.0, 28.0, 53.0)


def picture_file(
    name: str = "llun.jpg", *, kind: str = "JPEG", size: tuple[int, int] = (640, 480), exif: bool = False
) -> SimpleUploadedFile:
    """A plain picture; with ``exif`` it says where, when and with which camera it was taken."""
    written = io.BytesIO()
    options = {"exif": exif_of_cardiff()} if exif else {}
    Image.new("RGB", size, "#8a6d3b").save(written, kind, **options)
    return SimpleUploadedFile(name, written.getvalue())


def exif_of_cardiff() -> Image.Exif:
    exif = Image.Exif()
    exif[0x010F] = "Camera a neb"
    exif[0x0112] = 6  # lying on its side
    place = exif.get_ifd(0x8825)
    place[1], place[2] = "N", tuple(IFDRational(part) for part in CAERDYDD)
    return exif


def package(name: str, *parts: str, mimetype: str = "") -> SimpleUploadedFile:
    """An office file with these parts inside."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as packed:
        if mimetype:
            packed.writestr("mimetype", mimetype)
        for part in parts:
            packed.writestr(part, "<xml/>")
    return SimpleUploadedFile(name, written.getvalue())


def pdf_file(name: str = "adroddiad.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, b"%PDF-1.7\n1 0 obj\n<<>>\nendobj\n%%EOF\n")
