from django.apps import AppConfig
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.design.registry import add_link, add_panel
from copronet.common_ground.journal.registry import add_record, add_verb
from copronet.common_ground.letters.registry import add_letter
from copronet.common_ground.people.registry import add_power, when_merging_organisations
from copronet.common_ground.search.registry import add_search
from copronet.common_ground.themes.registry import add_panel as add_theme_panel
from copronet.common_ground.work.registry import add_daily, add_task


class SignpostingConfig(AppConfig):
    name = "copronet.community_of_practice.signposting"
    verbose_name = _("Signposting")

    def ready(self) -> None:
        add_link("main", _("Where can I turn?"), "signposting:turn", order=15)
        add_power("signposting.look_after", _("Look after services and sources of help"))
        _name_deeds()
        _let_be_found()
        _work()
        _write()


def _name_deeds() -> None:
    add_verb("signposting.service_added", _("added a service"), public=True)
    add_verb("signposting.service_changed", _("changed a service"), public=True)
    add_verb("signposting.service_confirmed", _("checked that a service is right"), public=True)
    add_verb("signposting.service_brought", _("brought in a service from a feed"))
    add_verb("signposting.service_brought_anew", _("brought in changes to a service from a feed"))
    add_verb("signposting.service_gone", _("noted that a feed no longer has a service"))
    add_verb("signposting.feed_added", _("added a feed"))
    add_verb("signposting.feed_changed", _("changed a feed"))
    add_verb("signposting.question_asked", _("asked where to turn"))
    add_verb("signposting.question_answered", _("answered where to turn"))
    add_verb("signposting.person_introduced", _("introduced somebody to a service"))
    add_verb("signposting.question_followed_up", _("said whether an answer helped"))
    add_verb("signposting.question_forgotten", _("forgot what somebody asked"))


def _write() -> None:
    add_letter(
        "signposting/letters/asked",
        title=_("When somebody asks where they can turn"),
        because=_("You get this because you look after services and sources of help."),
    )
    add_letter(
        "signposting/letters/answer",
        title=_("The answer to what you asked"),
        because=_("You get this because you asked where you can turn and said that we may write to you."),
        urgent=True,
        kept=False,
    )
    add_letter(
        "signposting/letters/introduction",
        title=_("An introduction to a service"),
        because=_("You get this because the network's directory lists your service under this address."),
        urgent=True,
        kept=False,
    )


def _let_be_found() -> None:
    from . import queries  # noqa: PLC0415  (models can be read only once every app is there)
    from .actions import move_services  # noqa: PLC0415  (as above)
    from .models import Feed, Service  # noqa: PLC0415  (as above)
    from .panels import on_the_workbench, services_panel  # noqa: PLC0415  (as above)

    add_record(
        Service,
        edit="signposting.change_service",
        address=lambda service: str(service.get_absolute_url()),
        fetch=("organisation",),
    )
    add_record(
        Feed,
        see="signposting.look_after",
        edit="signposting.look_after",
        address=lambda _feed: reverse("signposting:feeds"),
    )
    add_search(Service, name=_("Services"), describe=queries.service_entry, records=queries.services_to_find)
    add_theme_panel("signposting/theme_panel.html", queries.services_on, order=40)
    add_panel("organisation", services_panel, order=40)
    add_panel("workbench", on_the_workbench, order=15)
    when_merging_organisations(move_services)


def _work() -> None:
    from .tasks import forget_old_questions, read_all_feeds, read_one_feed  # noqa: PLC0415  (models exist only now)

    add_task("signposting.read_feed", read_one_feed, title=_("Read a feed of services"))
    add_task("signposting.read_feeds", read_all_feeds, title=_("Read all feeds of services"))
    add_daily("signposting.read_feeds", at="03:30")
    add_task(
        "signposting.forget_questions", forget_old_questions, title=_("Forget what people asked long ago")
    )
    add_daily("signposting.forget_questions", at="04:15")
