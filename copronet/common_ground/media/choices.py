"""The words chosen from when a picture or a file is kept."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class PeopleShown(TextChoices):
    """Whether anybody can be recognised in a picture, and whether they agreed to be seen."""

    NOBODY = "nobody", _("Nobody who can be recognised")
    AGREED = "agreed", _("People who have agreed to it")
    NOT_ASKED = "not_asked", _("People whose agreement is not recorded yet")


class SeenBy(TextChoices):
    """Who may have a document."""

    EVERYONE = "everyone", _("Everyone")
    MEMBERS = "members", _("People in the network")
    STAFF = "staff", _("Those who write pages or look after documents")


class Agreed(TextChoices):
    """How the people in a picture said yes."""

    IN_WRITING = "in_writing", _("In writing")
    BY_MESSAGE = "by_message", _("By e-mail or message")
    IN_PERSON = "in_person", _("In person, by word of mouth")


class Kind(TextChoices):
    """The kinds of file that are kept, known by what is inside them."""

    PDF = "pdf", "PDF"
    ODT = "odt", "ODT"
    DOCX = "docx", "DOCX"
    XLSX = "xlsx", "XLSX"
    CSV = "csv", "CSV"
