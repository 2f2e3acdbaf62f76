from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link
from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.people.registry import add_power
from copronet.common_ground.search.registry import add_audience, add_search


class AssetsConfig(AppConfig):
    name = "copronet.community_of_practice.assets"
    verbose_name = _("Asset Map")

    def ready(self) -> None:
        add_power("assets.look_after", _("Look after the Asset Map"))
        _name_deeds()
        _show_elsewhere()


def _name_deeds() -> None:
    add_verb("assets.added", _("put something on the Asset Map"), public=True)
    add_verb("assets.changed", _("changed something on the Asset Map"), public=True)
    add_verb("assets.withdrawn", _("took something off the Asset Map"))
    add_verb("assets.brought_back", _("brought something back to the Asset Map"))
    add_verb("assets.steward_named", _("named somebody to look after something on the Asset Map"))
    add_verb("assets.steward_ended", _("ended somebody's looking after something on the Asset Map"))
    add_verb("assets.picture_shown", _("put a picture with something on the Asset Map"))
    add_verb("assets.picture_taken_away", _("took a picture from something on the Asset Map"))


def _show_elsewhere() -> None:
    from .models import Asset  # noqa: PLC0415  (models exist only now)
    from .queries import asset_entry, assets_to_find, audiences_in_assets  # noqa: PLC0415  (as above)

    add_link("main", _("Asset Map"), "assets:assets", order=30)
    add_record(
        Asset,
        see="assets.see",
        edit="assets.edit",
        address=lambda asset: str(asset.get_absolute_url()),
    )
    add_search(Asset, name=_("On the Asset Map"), describe=asset_entry, records=assets_to_find)
    add_audience(audiences_in_assets)
