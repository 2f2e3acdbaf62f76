"""What every kind of page has: two equal languages side by side, and the rule for publishing."""

import re
from datetime import date
from typing import TYPE_CHECKING, Any, ClassVar

from django.core.exceptions import ValidationError
from django.db import models
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.text import slugify
from django.utils.translation import gettext_lazy as _
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.models import Page, PagePermissionTester

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Both, pair, reading_language
from copronet.common_ground.media.models import Picture
from copronet.portal.pages.blocks import TextOfPage
from copronet.portal.pages.validators import part_of_address

if TYPE_CHECKING:
    from wagtail.blocks import StreamValue

APOSTROPHES = re.compile("['’]")  # "drysau'r" is two words of an address, not "drysaur"

NEEDS_BOTH = _("Write this in both languages, or say below why it is in one and until when.")
NOT_AGREED = _(
    "This page has a picture of people whose agreement is not recorded. Record it with the picture first."
)
EXCEPTION_OVER = _("This day has passed. Write the other language, or give a new day.")


class OfPair(Both):
    """Reads a pair under another name than its own: Wagtail keeps ``title`` for itself."""

    def __init__(self, name: str) -> None:
        self.name = name

    def __set_name__(self, owner: type, name: str) -> None:
        """Keep the pair's name."""


def side_by_side(stem: str, **options: Any) -> FieldRowPanel:
    return FieldRowPanel([FieldPanel(f"{stem}_cy", **options), FieldPanel(f"{stem}_en", **options)])


class Powers(PagePermissionTester):
    """What somebody may do with a page. Pages are neither copied nor hidden behind passwords here."""

    def can_copy(self) -> bool:
        return False

    def can_set_view_restrictions(self) -> bool:
        return False


class BilingualPage(Page):
    """One page with both languages on it. Neither is the original."""

    search_auto_update = False  # our watch over Wagtail's log indexes at once, without a task

    title_cy, title_en = pair(models.CharField, _("Title"), max_length=200)
    heading = OfPair("title")
    slug_cy, slug_en = pair(
        models.CharField,
        _("Last part of the address"),
        max_length=100,
        validators=[part_of_address],
        help_text=_("Left empty, it is made from the title."),
    )
    intro_cy, intro_en = pair(
        models.TextField,
        _("First sentences"),
        max_length=500,
        help_text=_("Say what the page is for."),
    )
    intro = Both()
    body_cy = StreamField(TextOfPage(), verbose_name=_("Text"), blank=True)
    body_en = StreamField(TextOfPage(), verbose_name=_("Text"), blank=True)
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Picture")
    )
    one_language_because_cy, one_language_because_en = pair(
        models.CharField, _("Why it is in one language for now"), max_length=300
    )
    one_language_because = Both()
    one_language_until = models.DateField(_("When the other language will be here"), null=True, blank=True)

    content_panels: ClassVar = [
        side_by_side("title"),
        side_by_side("slug"),
        side_by_side("intro"),
        FieldPanel("picture"),
        side_by_side("body"),
        MultiFieldPanel(
            [side_by_side("one_language_because"), FieldPanel("one_language_until")],
            heading=_("If the page has to appear in one language first"),
        ),
    ]
    promote_panels: ClassVar[list[Any]] = []
    settings_panels: ClassVar = [PublishingPanel()]
    preview_modes: ClassVar = [(Language.WELSH.value, "Cymraeg"), (Language.ENGLISH.value, "English")]
    parent_page_types: ClassVar = ["pages.RootPage", "pages.ContentPage"]

    class Meta:
        abstract = True

    @property
    def default_preview_mode(self) -> str:
        return reading_language().value

    @property
    def body(self) -> "StreamValue":
        """The text in the reader's language, or in the other one where theirs is missing."""
        return getattr(self, f"body_{self.body_language.value}")

    @property
    def body_language(self) -> Language:
        wanted = reading_language()
        missing = not getattr(self, f"body_{wanted.value}") and getattr(self, f"body_{wanted.other.value}")
        return wanted.other if missing else wanted

    # --- publishing -----------------------------------------------------------------------------------------

    def sides_missing(self) -> list[str]:
        """The fields that are empty although their other side is written; both titles where there is none."""
        missing = [f"title_{code}" for code in Language.values if not getattr(self, f"title_{code}")]
        for stem in ("intro", "body"):
            sides = [f"{stem}_{code}" for code in Language.values]
            empty = [side for side in sides if not getattr(self, side)]
            missing += empty if len(empty) == 1 else []
        return missing

    @property
    def is_excepted(self) -> bool:
        """Whether it says why one language is missing, and until a day that has not passed."""
        until = self.one_language_until
        return bool(self.one_language_because) and until is not None and until >= timezone.localdate()

    def pictures(self, *bodies: "StreamValue") -> list[Picture]:
        """Every picture on the page, in both languages unless the texts to look through are named."""
        blocks = [block for body in bodies or (self.body_cy, self.body_en) for block in body]
        shown = [block.value["picture"] for block in blocks if block.block_type == "picture"]
        return [picture for picture in [self.picture, *shown] if picture is not None]

    def reasons_not_to_publish(self) -> dict[str, list[Any]]:
        """Field by field, why the page is not ready for readers. Empty when it is."""
        reasons: dict[str, list[Any]] = {}
        if not (self.title_cy or self.title_en):
            reasons["title_cy"] = [NEEDS_BOTH]
        elif not self.is_excepted:
            reasons |= {field: [NEEDS_BOTH] for field in self.sides_missing()}
            reasons |= self._exception_over(reasons)
        if any(not picture.may_be_published for picture in self.pictures()):
            reasons["picture"] = [NOT_AGREED]
        return reasons

    def _exception_over(self, reasons: dict[str, list[Any]]) -> dict[str, list[Any]]:
        until: date | None = self.one_language_until
        return {"one_language_until": [EXCEPTION_OVER]} if reasons and until else {}

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        self.settle_titles()
        super().full_clean(*args, **kwargs)

    def minimal_clean(self) -> None:
        self.settle_titles()
        super().minimal_clean()

    def settle_titles(self) -> None:
        """Fill what Wagtail lists a page by, and an address part wherever none was given."""
        titles = [title for title in (self.title_cy, self.title_en) if title]
        self.title = self.draft_title = " · ".join(dict.fromkeys(titles))[:255]
        for code, other in (("cy", "en"), ("en", "cy")):
            if not getattr(self, f"slug_{code}"):
                title = getattr(self, f"title_{code}") or getattr(self, f"title_{other}")
                setattr(self, f"slug_{code}", slugify(APOSTROPHES.sub("-", title))[:100].strip("-"))

    def save(self, clean: bool = True, **kwargs: Any) -> None:  # noqa: FBT001, FBT002  (Wagtail's own signature)
        """Refuse to go live unready. Wagtail publishes by saving, on several paths; this is what they share."""
        if clean and self.live and (reasons := self.reasons_not_to_publish()):
            raise ValidationError(reasons)
        super().save(clean=clean, **kwargs)

    # --- where it is read -----------------------------------------------------------------------------------

    def get_url_parts(self, request: HttpRequest | None = None) -> tuple[int, str, str] | None:
        """The site and the address in the language of the moment; None for a page never published."""
        wanted = reading_language().value
        found = [each for each in self.addresses.all() if each.is_current and each.language == wanted]
        roots = self._get_relevant_site_root_paths(request)
        if not found or not roots:
            return None
        return roots[0].site_id, roots[0].root_url, reverse("pages:page", kwargs={"place": found[0].path})

    def permissions_for_user(self, user: Any) -> PagePermissionTester:
        return Powers(user, self)

    def serve_preview(self, request: HttpRequest, mode_name: str) -> HttpResponse:
        """The draft as it would be read in one language."""
        with translation.override(mode_name if mode_name in Language.values else reading_language().value):
            response = super().serve_preview(request, mode_name)
            return response.render()
