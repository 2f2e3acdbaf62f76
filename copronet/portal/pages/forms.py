"""The form Wagtail shows for a page: both languages side by side, and the rule for publishing, in place."""

from typing import Any

from django.utils.translation import gettext_lazy as _
from wagtail.admin.forms.pages import WagtailAdminPageForm

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.media.forms import name_languages

from .models.bilingual import BilingualPage
from .queries import path_below, place_is_free

TAKEN = _("Something else on this site is read at this address. Choose another last part.")
OVERTAKEN = _(
    "Somebody else saved this page while you were writing. What you wrote is still here, and what they wrote stands"
    " in the history of the page. Put the two together and save again."
)


class BilingualPageForm(WagtailAdminPageForm):
    """A draft may be saved in any state; publishing, now or on a day, is refused until the page is ready."""

    instance: BilingualPage

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stems = ("title", "slug", "intro", "body", "one_language_because")
        name_languages(self, *(stem for stem in stems if f"{stem}_cy" in self.fields))

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        if self._is_overtaken():
            self.add_error(None, OVERTAKEN)
        if not (cleaned.get("title_cy") or cleaned.get("title_en")):
            self.add_error("title_cy", _("Give the page a title in one language at least."))
        return cleaned

    def _is_overtaken(self) -> bool:
        """Whether somebody else saved the page since it was opened. Sent again, it is saved, knowingly."""
        newest = str(self.instance.latest_revision_id or "")
        begun = self.data.get("overwrite_revision_id") or self.data.get("loaded_revision_id") or newest
        return bool(begun != newest)

    def _post_clean(self) -> None:
        """After Django has put what was typed into the page, ask the page whether it is ready."""
        super()._post_clean()
        if not self.is_deferred_validation and not self.errors:
            for field, reasons in self.instance.reasons_not_to_publish().items():
                self.add_error(field if field in self.fields else None, reasons)
            self._refuse_taken_addresses()

    def _refuse_taken_addresses(self) -> None:
        for code in Language.values:
            path = path_below(self.parent_page, getattr(self.instance, f"slug_{code}"), code)
            if not place_is_free(path, code, self.instance):
                self.add_error(f"slug_{code}", TAKEN)
