from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.people.registry import add_power


class MediaConfig(AppConfig):
    name = "copronet.common_ground.media"
    verbose_name = _("Pictures and files")

    def ready(self) -> None:
        add_power("media.look_after", _("Look after pictures and documents"))
        add_verb("media.picture_kept", _("added or changed a picture"))
        add_verb("media.picture_removed", _("removed a picture"))
        add_verb("media.document_kept", _("added or changed a document"))
        add_verb("media.document_removed", _("removed a document"))
        from .models import DocumentFile, Picture  # noqa: PLC0415  (models are not ready before)

        add_record(
            Picture,
            see="media.see",
            edit="media.look_after",
            address=lambda picture: reverse("wagtailimages:edit", args=[picture.pk]),
            name=lambda picture: picture.alternative,
        )
        add_record(DocumentFile, see="media.see", edit="media.restore", address=lambda document: document.url)
        from .adapters import watch_wagtail  # noqa: PLC0415

        watch_wagtail()
