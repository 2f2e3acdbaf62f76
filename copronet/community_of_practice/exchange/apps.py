from functools import partial

from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link, add_panel
from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.letters.registry import add_letter
from copronet.common_ground.people.registry import (
    add_export,
    add_matter,
    add_power,
    when_gone,
    when_leaving,
    when_merging,
    when_merging_organisations,
)
from copronet.common_ground.search.registry import add_search
from copronet.common_ground.themes.registry import add_panel as add_theme_panel
from copronet.common_ground.work.registry import add_daily, add_task
from copronet.community_of_practice.members.choices import Talks
from copronet.community_of_practice.members.registry import add_qualifying

from .choices import MATTER, Happened, SeenBy, YesNo


class ExchangeConfig(AppConfig):
    name = "copronet.community_of_practice.exchange"
    verbose_name = _("Offers and requests")

    def ready(self) -> None:
        add_power("exchange.look_after", _("Look after offers and requests"))
        add_matter(MATTER, _("Offers and requests"))
        _name_deeds()
        _name_letters()
        _bring_together_daily()
        _let_be_found()
        _show_elsewhere()
        _hand_out_and_forget()


def _name_deeds() -> None:
    add_verb("exchange.offer_made", _("offered something"), public=True)
    add_verb("exchange.request_made", _("asked for something"), public=True)
    add_verb("exchange.offer_changed", _("changed an offer"), public=True)
    add_verb("exchange.request_changed", _("changed a request"), public=True)
    add_verb("exchange.offer_closed", _("closed an offer"))
    add_verb("exchange.request_closed", _("closed a request"))
    add_verb("exchange.suggested", _("suggested an offer and a request to each other"))
    add_verb("exchange.answered", _("answered a suggestion"))
    add_verb("exchange.introduced", _("introduced two to each other"))
    add_verb("exchange.let_be", _("let a suggestion be"))
    add_verb("exchange.handed_on", _("left a request to those who look after them"))
    add_verb("exchange.followed_up", _("asked what came of an introduction"))
    add_verb("exchange.told", _("told what came of an introduction"))
    add_qualifying("exchange.offer_made", _("offering something"))
    add_qualifying("exchange.request_made", _("asking for something"))


def _name_letters() -> None:
    why = _("You get this because of what you offer or ask for.")
    add_letter(
        "exchange/letters/suggested",
        title=_("Who may fit what you offer or ask for"),
        because=why,
        can_be_stopped=True,
    )
    add_letter(
        "exchange/letters/introduced",
        title=_("When you are introduced"),
        because=why,
        urgent=True,
        kept=False,
    )
    add_letter(
        "exchange/letters/followed_up",
        title=_("What came of an introduction"),
        because=why,
        can_be_stopped=True,
    )
    add_letter("exchange/letters/thanked", title=_("When somebody thanks you"), because=why)


def _bring_together_daily() -> None:
    from .tasks import bring_together  # noqa: PLC0415  (models exist only now)

    add_task("exchange.bring_together", bring_together, title=_("Bring offers and requests together"))
    add_daily("exchange.bring_together", at="07:30")


def _let_be_found() -> None:
    from .models import Offer, Request  # noqa: PLC0415  (models exist only now)
    from .queries.found import side_entry, sides_to_find  # noqa: PLC0415  (as above)
    from .queries.versions import kept_in_versions  # noqa: PLC0415  (as above)

    for model, name in ((Offer, _("Offers")), (Request, _("Requests"))):
        add_record(
            model,
            see="exchange.see",
            edit="exchange.change",
            history="exchange.change",
            kept=kept_in_versions,
            address=lambda side: str(side.get_absolute_url()),
        )
        add_search(model, name=name, describe=side_entry, records=partial(sides_to_find, model))


def _show_elsewhere() -> None:
    from .panels import on_a_theme, on_my_page, on_the_workbench  # noqa: PLC0415  (models exist only now)

    add_link("main", _("Exchange"), "exchange:requests", order=32)
    add_panel("my_page", on_my_page, order=32)
    add_panel("workbench", on_the_workbench, order=32)
    add_theme_panel("exchange/theme_panel.html", on_a_theme, order=25)


def _hand_out_and_forget() -> None:
    from .actions.departing import (  # noqa: PLC0415  (models exist only now)
        close_exchange,
        forget_exchange,
        move_exchange,
        move_organisations_exchange,
    )
    from .queries.exported import exchange_held  # noqa: PLC0415  (as above)

    add_export("exchange", exchange_held, words=WORDS, called=CALLED)
    when_gone(close_exchange)
    when_leaving(forget_exchange)
    when_merging(move_exchange)
    when_merging_organisations(move_organisations_exchange)


# What the codes say, and what the parts are called, on the page that shows somebody their data.
WORDS = {"talks": Talks, "seen_by": SeenBy, "says": YesNo, "happened": Happened}
CALLED = {
    "exchange": _("What I offer and ask for"),
    "offers": _("Offers"),
    "requests": _("Requests"),
    "suggestions": _("Suggestions"),
    "what_cy": _("What, in Welsh"),
    "what_en": _("What, in English"),
    "online": _("Online is fine"),
    "times": _("When"),
    "access": _("Access"),
    "how_much_cy": _("How much, in Welsh"),
    "how_much_en": _("How much, in English"),
    "until": _("Until when"),
    "in_return_cy": _("Welcome in return, in Welsh"),
    "in_return_en": _("Welcome in return, in English"),
    "closed_on": _("Closed on"),
    "handed_on": _("Left to a person on"),
    "room": _("For how many at once"),
    "introduced_on": _("Introduced on"),
    "says": _("My answer"),
    "happened": _("Whether it happened"),
    "minutes": _("Minutes"),
    "thanks": _("Thanks"),
}
