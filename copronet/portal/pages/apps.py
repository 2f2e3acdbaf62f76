from django.apps import AppConfig
from django.db.models.signals import post_migrate
from django.utils.translation import gettext_lazy as _
from wagtail.users.apps import WagtailUsersAppConfig

from copronet.common_ground.design.registry import add_links
from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.people.registry import add_power, when_merging
from copronet.common_ground.search.registry import add_search
from copronet.common_ground.work.registry import add_every, add_task


class PagesConfig(AppConfig):
    name = "copronet.portal.pages"
    verbose_name = _("Pages")
    default = True

    def ready(self) -> None:
        add_power("pages.edit", _("Write and change pages, pictures and documents"))
        add_power("pages.publish", _("Publish pages"))
        add_verb("pages.created", _("began a page"))
        add_verb("pages.edited", _("changed the draft of a page"))
        add_verb("pages.published", _("published a page"), public=True)
        add_verb("pages.scheduled", _("set a day for publishing a page"))
        add_verb("pages.unpublished", _("took a page off the site"))
        add_verb("pages.removed", _("removed a page"))
        add_verb("pages.tended", _("tended a page: its place, its lock or its schedule"))
        add_verb("pages.held_back", _("held back a page that was due but not ready"))
        from .actions import hand_over  # noqa: PLC0415  (models are not ready before)
        from .adapters import KINDS, address_for, editing_address, lay_the_tree, watch_wagtail  # noqa: PLC0415
        from .models import NewsPage  # noqa: PLC0415
        from .queries import links_at_the_foot, page_entry  # noqa: PLC0415
        from .tasks import publish  # noqa: PLC0415

        watch_wagtail()
        add_links("footer", lambda _request: links_at_the_foot())
        for kind in KINDS:
            add_record(
                kind,
                see="pages.see",
                edit="pages.restore",
                address=address_for,
                name=lambda page: page.heading,
                translated_at=editing_address,
                fetch=("addresses",),
            )
            name = _("News") if kind is NewsPage else _("Pages")
            add_search(kind, name=name, describe=page_entry)
        when_merging(hand_over)
        add_task("pages.publish_due", publish, title=_("Publish and take off pages on their day"))
        add_every("pages.publish_due", minutes=5)
        post_migrate.connect(lay_the_tree, sender=self)


class EditorsConfig(WagtailUsersAppConfig):
    """Wagtail's profiles of editors, without its screens for accounts and groups: powers are data here.

    Stands after Wagtail's rooms for images and documents in INSTALLED_APPS: of two policies the later one counts.
    """

    default = False
    user_viewset = "copronet.portal.pages.adapters.NoScreens"
    group_viewset = "copronet.portal.pages.adapters.NoScreens"

    def ready(self) -> None:
        super().ready()
        from .adapters import give_powers, name_in_the_readers_language  # noqa: PLC0415  (models are not ready before)

        give_powers()
        name_in_the_readers_language()
