"""Pictures, the sizes they are shown in, and documents with their other language version."""

import uuid

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from wagtail.documents.models import AbstractDocument
from wagtail.images.models import AbstractImage, AbstractRendition

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Both, one_language, pair

from .choices import Agreed, PeopleShown, SeenBy


class Picture(AbstractImage):
    """A picture with what it shows in words, and the agreement of whoever is seen in it."""

    search_auto_update = False  # the form that keeps it also indexes it, at once

    alternative_cy, alternative_en = pair(
        models.CharField,
        _("What the picture shows"),
        max_length=300,
        help_text=_("For people who do not see it. Say what matters in it, in a sentence."),
    )
    alternative = Both()
    people_shown = models.CharField(_("Who can be recognised"), max_length=10, choices=PeopleShown)
    who = models.TextField(_("Who they are"), blank=True, help_text=_("Only staff see this."))
    agreed = models.CharField(_("How they agreed"), max_length=10, choices=Agreed, blank=True)
    agreed_on = models.DateField(_("When they agreed"), null=True, blank=True)
    credit = models.CharField(_("Credit"), max_length=200, blank=True, help_text=_("Who made the picture."))

    admin_form_fields = (
        "file",
        "alternative_cy",
        "alternative_en",
        "people_shown",
        "who",
        "agreed",
        "agreed_on",
        "credit",
        "collection",
        "focal_point_x",
        "focal_point_y",
        "focal_point_width",
        "focal_point_height",
    )

    class Meta(AbstractImage.Meta):
        verbose_name = _("picture")
        verbose_name_plural = _("pictures")
        constraints = [
            one_language("alternative"),
            models.CheckConstraint(
                name="media_picture_agreement_says_how_and_when",
                condition=~Q(people_shown="agreed") | ~Q(agreed="") & Q(agreed_on__isnull=False),
                violation_error_message=_("Say how and when the people in the picture agreed."),
            ),
        ]

    @property
    def may_be_published(self) -> bool:
        """Nobody can be recognised, or those who can have agreed."""
        return self.people_shown in {PeopleShown.NOBODY, PeopleShown.AGREED}

    @property
    def default_alt_text(self) -> str:
        return str(self.alternative)


class Rendition(AbstractRendition):
    """A picture in one of the sizes it is shown in."""

    image = models.ForeignKey(Picture, models.CASCADE, related_name="renditions")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="media_rendition_once", fields=["image", "filter_spec", "focal_point_key"]
            )
        ]


class DocumentFile(AbstractDocument):
    """A file in one language. Versions of the same document in both languages share ``versions``."""

    search_auto_update = False  # as for pictures

    language = models.CharField(_("Language of the document"), max_length=2, choices=Language)
    seen_by = models.CharField(_("Who may have it"), max_length=8, choices=SeenBy, default=SeenBy.EVERYONE)
    versions = models.UUIDField(default=uuid.uuid4, editable=False)

    admin_form_fields = ("title", "file", "language", "seen_by", "collection")

    class Meta(AbstractDocument.Meta):
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            models.UniqueConstraint(
                name="media_document_one_version_in_a_language", fields=["versions", "language"]
            ),
            models.CheckConstraint(
                name="media_document_language_known", condition=Q(language__in=Language.values)
            ),
            models.CheckConstraint(
                name="media_document_seen_by_known", condition=Q(seen_by__in=SeenBy.values)
            ),
        ]

    @property
    def url(self) -> str:
        return reverse("media:document", kwargs={"pk": self.pk, "filename": self.filename})

    @cached_property
    def other_version(self) -> "DocumentFile | None":
        """The same document in the other language. Both sides agree, because they share one key."""
        return DocumentFile.objects.filter(versions=self.versions).exclude(pk=self.pk).first()
