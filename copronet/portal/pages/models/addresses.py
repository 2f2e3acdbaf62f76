"""The addresses at which pages are read, one in each language, and those they were read at before."""

from django.db import models
from django.db.models import Q

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Phrase


class Address(models.Model):
    """A path below /cy/ or /en/, such as ``newyddion/cyfarfod-cyntaf``, that leads to a page.

    ``title`` is what links to it say; ``title_language`` is its language, where only the other one is there.
    """

    page = models.ForeignKey("wagtailcore.Page", models.CASCADE, related_name="addresses")
    language = models.CharField(max_length=2, choices=Language)
    path = models.CharField(max_length=800)
    title = models.CharField(max_length=200)
    title_language = models.CharField(max_length=2, choices=Language)
    is_current = models.BooleanField(default=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(name="pages_address_leads_to_one_page", fields=["language", "path"]),
            models.UniqueConstraint(
                name="pages_address_one_current_in_a_language",
                fields=["page", "language"],
                condition=Q(is_current=True),
            ),
        ]

    def __str__(self) -> str:
        return self.url

    @property
    def name(self) -> Phrase:
        """What a link to the page says, marked where it is in the other language."""
        return Phrase(
            self.title, Language(self.title_language), is_readers=self.title_language == self.language
        )

    @property
    def url(self) -> str:
        return f"/{self.language}/{self.path}/"
