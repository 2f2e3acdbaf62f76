from django.apps import AppConfig
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.registry import add_verb
from copronet.common_ground.work.registry import add_daily, add_every, add_task


class LettersConfig(AppConfig):
    name = "copronet.common_ground.letters"
    verbose_name = _("Letters")

    def ready(self) -> None:
        # These stand on models, which exist only from here on.
        from . import adapters, tasks  # noqa: PLC0415  (see the line above)

        add_verb("letters.posted", _("posted a letter"))
        add_verb("letters.address_trusted", _("let letters go to an address again"))
        add_verb("letters.stopped", _("stopped a kind of letter"))
        add_verb("letters.started", _("asked for a kind of letter again"))
        add_task("letters.send", tasks.send_letter, title=_("Send a letter"))
        add_task("letters.send_at_once", tasks.send_letter, title=_("Send a letter"), urgent=True)
        add_task("letters.read", tasks.read_received, title=_("Read a letter that came in"))
        add_task("letters.prune", tasks.prune_letters, title=_("Clear away old letters"))
        add_daily("letters.prune", at="02:40")
        add_task("letters.fetch", tasks.fetch_mail, title=_("Fetch letters that came in"))
        if settings.IMAP_URL:
            add_every("letters.fetch", minutes=2)
        adapters.listen()
