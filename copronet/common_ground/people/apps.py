from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.registry import add_naming, add_verb

from .registry import add_export, add_power, when_leaving, when_merging


class PeopleConfig(AppConfig):
    name = "copronet.common_ground.people"
    verbose_name = _("People")

    def ready(self) -> None:
        from .queries import names_for  # noqa: PLC0415  (models can be read only once every app is there)

        add_naming(names_for)
        add_power("people.look_after", _("Look after people's records"))
        add_power("people.grant_powers", _("Grant and end offices and powers"))
        # Rooms that people stand on cannot ask for powers themselves.
        add_power("work.see", _("See and steer background work"))
        add_power("letters.see", _("See and post letters"))
        add_power("journal.read_all", _("Read the whole journal"))
        add_power("languages.translate", _("Translate, and check translations"))
        add_verb("people.signed_up", _("joined the network"))
        add_verb("people.email_changed", _("changed their e-mail address"))
        add_verb("people.second_factor_changed", _("changed how they prove who they are"))
        from .adapters import signals  # noqa: F401, PLC0415  (listens to allauth, whose models are ready now)
        self._mind_letters()

    def _mind_letters(self) -> None:
        """Letters stand below people: what becomes of a person's letters is said from here."""
        from copronet.common_ground.letters.actions import forget_letters, move_letters  # noqa: PLC0415  (models)
        from copronet.common_ground.letters.queries import letters_about  # noqa: PLC0415  (models)

        add_export("letters", letters_about)
        when_leaving(forget_letters)
        when_merging(move_letters)
