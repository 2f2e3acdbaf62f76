"""What an address of a page may look like."""

from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

part_of_address = RegexValidator(
    r"^[a-z0-9]+(?:-[a-z0-9]+)*\Z",
    _("Use small letters without accents, numbers, and hyphens between words."),
)
