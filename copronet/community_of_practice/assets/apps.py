from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link, add_panel
from copronet.common_ground.journal.registry import add_record, add_verb, when_saved
from copronet.common_ground.letters.registry import add_inbox, add_letter
from copronet.common_ground.people.registry import (
    add_export,
    add_matter,
    add_power,
    when_gone,
    when_leaving,
    when_merging,
    when_merging_organisations,
)
from copronet.common_ground.search.registry import add_audience, add_search
from copronet.common_ground.spreadsheets.registry import add_sheet
from copronet.common_ground.themes.registry import add_panel as add_theme_panel
from copronet.common_ground.work.registry import add_daily, add_task
from copronet.community_of_practice.members.registry import add_qualifying

from .choices import CheckEvery, Kind, SeenBy, Whose


class AssetsConfig(AppConfig):
    name = "copronet.community_of_practice.assets"
    verbose_name = _("Asset Map")

    def ready(self) -> None:
        add_power("assets.look_after", _("Look after the Asset Map"))
        add_matter("assets", _("Entries on the Asset Map"))
        _name_deeds()
        _name_letters()
        _ask_and_listen()
        _let_be_found()
        _show_elsewhere()
        _hand_out_and_forget()
        from .imports import AssetSheet  # noqa: PLC0415  (models exist only now)

        add_sheet(AssetSheet)


def _name_deeds() -> None:
    add_verb("assets.added", _("put something on the Asset Map"), public=True)
    add_verb("assets.changed", _("changed something on the Asset Map"), public=True)
    add_verb("assets.withdrawn", _("took something off the Asset Map"))
    add_verb("assets.brought_back", _("brought something back to the Asset Map"))
    add_verb("assets.checked", _("said that something on the Asset Map is still right"), public=True)
    add_verb("assets.steward_named", _("named somebody to look after something on the Asset Map"))
    add_verb("assets.steward_ended", _("ended somebody's looking after something on the Asset Map"))
    add_verb("assets.picture_shown", _("put a picture with something on the Asset Map"))
    add_verb("assets.picture_taken_away", _("took a picture from something on the Asset Map"))
    add_verb("assets.asked", _("asked whether entries on the Asset Map are still right"))
    add_verb("assets.reminded", _("asked once more whether entries on the Asset Map are still right"))
    add_verb("assets.passed_on", _("asked somebody else about entries on the Asset Map"))
    add_verb("assets.handed_on", _("left entries on the Asset Map to those who look after it"))
    add_verb("assets.answered", _("answered whether something on the Asset Map is still right"))
    add_verb("assets.reported", _("said that something on the Asset Map looks out of date"))
    add_verb("assets.event_prepared", _("prepared an asset-mapping event"))
    add_verb("assets.view_saved", _("gave a view of the Asset Map a name"))
    add_verb("assets.view_removed", _("removed a view of the Asset Map"))
    add_qualifying("assets.added", _("putting something on the Asset Map"))
    add_qualifying("assets.checked", _("saying that something on the Asset Map is still right"))


def _name_letters() -> None:
    why = _("You get this because you look after entries on the Asset Map.")
    add_letter(
        "assets/letters/still_right",
        title=_("Whether your entries on the Asset Map are still right"),
        because=why,
        can_be_stopped=True,
    )
    add_letter("assets/letters/reported", title=_("When a reader says an entry is out of date"), because=why)
    add_letter("assets/letters/steward", title=_("When you look after an entry"), because=why)


def _ask_and_listen() -> None:
    from .inbox import take_in_answers  # noqa: PLC0415  (models exist only now)
    from .tasks import ask_whether_right  # noqa: PLC0415  (as above)

    add_inbox("assets.still_right", take_in_answers)
    add_task(
        "assets.ask_whether_right",
        ask_whether_right,
        title=_("Ask whether entries on the Asset Map are right"),
    )
    add_daily("assets.ask_whether_right", at="08:30")


def _let_be_found() -> None:
    from .models import Asset  # noqa: PLC0415  (models exist only now)
    from .queries import (  # noqa: PLC0415  (as above)
        asset_entry,
        assets_to_find,
        audiences_in_assets,
        kept_in_versions,
    )

    add_record(
        Asset,
        see="assets.see",
        edit="assets.edit",
        history="assets.edit",
        kept=kept_in_versions,
        address=lambda asset: str(asset.get_absolute_url()),
    )
    add_search(Asset, name=_("On the Asset Map"), describe=asset_entry, records=assets_to_find)
    add_audience(audiences_in_assets)


def _show_elsewhere() -> None:
    from .panels import on_a_theme, on_my_page, on_the_page_of, on_the_workbench  # noqa: PLC0415  (as above)

    add_link("main", _("Asset Map"), "assets:assets", order=30)
    add_panel("organisation", on_the_page_of, order=40)
    add_panel("person", on_the_page_of, order=40)
    add_panel("my_page", on_my_page, order=30)
    add_panel("workbench", on_the_workbench, order=30)
    add_theme_panel("assets/theme_panel.html", on_a_theme, order=20)


def _hand_out_and_forget() -> None:
    from .actions.departing import (  # noqa: PLC0415  (models exist only now)
        forget_assets,
        keep_sector_of_saved,
        move_assets,
        move_organisations_assets,
        take_off_the_map,
    )
    from .queries.exported import assets_held  # noqa: PLC0415  (as above)

    add_export("assets", assets_held, words=WORDS, called=CALLED)
    when_gone(take_off_the_map)
    when_leaving(forget_assets)
    when_merging(move_assets)
    when_merging_organisations(move_organisations_assets)
    when_saved(keep_sector_of_saved)


# What the codes of an entry say, and what its parts are called, on the page that shows somebody their data.
WORDS = {"kind": Kind, "whose": Whose, "seen_by": SeenBy, "check_every": CheckEvery}
CALLED = {
    "assets": _("What I have on the Asset Map"),
    "own": _("My own entries"),
    "looked_after": _("Entries I look after (numbers)"),
    "views": _("Views I gave a name"),
    "events": _("Asset-mapping events I prepared"),
    "about_cy": _("About it, in Welsh"),
    "about_en": _("About it, in English"),
    "name_cy": _("Name, in Welsh"),
    "name_en": _("Name, in English"),
    "whose": _("Whose it is"),
    "added_by": _("Who added it (number of the record)"),
    "stewards": _("Who looks after it (numbers of records)"),
    "in_all_wales": _("In all of Wales"),
    "areas": _("Areas"),
    "place_cy": _("Community or route, in Welsh"),
    "place_en": _("Community or route, in English"),
    "north": _("Square of the map, to the north"),
    "east": _("Square of the map, to the east"),
    "access_cy": _("Access, in Welsh"),
    "access_en": _("Access, in English"),
    "can_be_borrowed": _("It can be lent or borrowed"),
    "check_every": _("How often we ask whether it is still right"),
    "checked_on": _("Checked on"),
    "due_on": _("To be checked on"),
    "withdrawn_on": _("Off the map since"),
    "withdrawn_why": _("Why it was withdrawn"),
    "sector": _("Sector"),
    "changed_at": _("Changed"),
    "event": _("Asset-mapping event"),
    "card": _("Number of the card"),
    "facets": _("What was chosen"),
    "code": _("Code"),
    "held_on": _("When"),
    "cards": _("How many cards"),
    "added_at": _("Added"),
    "removed_at": _("Removed"),
}
