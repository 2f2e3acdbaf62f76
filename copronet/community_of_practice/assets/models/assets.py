"""An asset: something that a person, an organisation or a place has, and that may serve others."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.media.models import Picture
from copronet.common_ground.people.models import Organisation, Person, Sector
from copronet.common_ground.people.models.order import EnglishSortKeyField, SortKeyField
from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.assets.choices import FADES_AFTER, CheckEvery, Kind, SeenBy, Whose
from copronet.community_of_practice.assets.validators import Square
from copronet.community_of_practice.members.choices import months_from
from copronet.community_of_practice.members.models import Interest

from .events import MappingEvent


class DueField(models.DateField):
    """The day on which an asset is to be checked again, made from its fields whenever it is saved."""

    def pre_save(self, record: models.Model, add: bool) -> date | None:  # noqa: ARG002, FBT001  (Django's signature)
        due = due_after(record.checked_on, record.check_every)  # type: ignore[attr-defined]  # an Asset
        setattr(record, self.attname, due)
        return due


def due_after(checked_on: date, check_every: int) -> date | None:
    """When something checked on a day is to be checked again; None for what does not change."""
    return months_from(checked_on, check_every) if check_every else None


class Asset(models.Model):
    """Something that may serve others, of exactly one person, organisation or place.

    Where it is, is said as areas, as a community or route in words, and at most as a square of one kilometre.
    """

    kind = models.CharField(_("What it is"), max_length=10, choices=Kind)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    about_cy, about_en = pair(models.TextField, _("About it"), max_length=5000)
    about = Both()
    whose = models.CharField(_("Whose it is"), max_length=12, choices=Whose)
    person = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="assets")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, blank=True, related_name="assets"
    )
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, editable=False, related_name="+")
    stewards = models.ManyToManyField(Person, editable=False, related_name="assets_looked_after")
    themes = models.ManyToManyField(Theme, blank=True, related_name="assets", verbose_name=_("Themes"))
    in_all_wales = models.BooleanField(_("In all of Wales"), default=False)
    areas = models.ManyToManyField(Area, blank=True, related_name="assets", verbose_name=_("Areas"))
    place_cy, place_en = pair(models.CharField, _("Community or route"), max_length=200)
    place = Both()
    # A square of the grid in `validators`: nothing more exact is kept anywhere.
    north = models.SmallIntegerField(null=True, blank=True)
    east = models.SmallIntegerField(null=True, blank=True)
    access_cy, access_en = pair(models.TextField, _("Access"), max_length=2000)
    access = Both()
    can_be_borrowed = models.BooleanField(_("It can be lent or borrowed"), default=False)
    seen_by = models.CharField(_("Who may see it"), max_length=8, choices=SeenBy, default=SeenBy.EVERYONE)
    check_every = models.PositiveSmallIntegerField(
        _("How often we ask whether it is still right"), choices=CheckEvery, default=CheckEvery.YEAR
    )
    checked_on = models.DateField(default=timezone.localdate, editable=False)
    due_on = DueField(null=True, editable=False)
    withdrawn_on = models.DateField(null=True, editable=False)
    withdrawn_why = models.CharField(_("Why it was withdrawn"), max_length=300, blank=True, editable=False)
    # What facets ask of every asset stands here, so that no list needs the tables behind it.
    sector = models.ForeignKey(Sector, models.PROTECT, null=True, editable=False, related_name="+")
    sort_key_cy = SortKeyField("name_cy", "name_en")
    sort_key_en = EnglishSortKeyField("name_en", "name_cy")
    changed_at = models.DateTimeField(auto_now=True)
    # Where it came from: what a member said on joining, or a card of an event.
    interest = models.OneToOneField(
        Interest, models.SET_NULL, null=True, editable=False, related_name="asset"
    )
    event = models.ForeignKey(MappingEvent, models.PROTECT, null=True, editable=False, related_name="assets")
    card = models.PositiveSmallIntegerField(null=True, editable=False)

    class Meta:
        verbose_name = _("asset")
        verbose_name_plural = _("assets")
        constraints = [
            one_language("name"),
            models.CheckConstraint(
                name="assets_asset_of_one_holder",
                condition=Q(whose="person", person__isnull=False, organisation__isnull=True)
                | Q(whose="organisation", person__isnull=True, organisation__isnull=False)
                | Q(whose="place", person__isnull=True, organisation__isnull=True),
            ),
            models.CheckConstraint(name="assets_asset_kind_known", condition=Q(kind__in=Kind.values)),
            models.CheckConstraint(name="assets_asset_seen_by_known", condition=Q(seen_by__in=SeenBy.values)),
            models.CheckConstraint(
                name="assets_asset_check_every_known", condition=Q(check_every__in=CheckEvery.values)
            ),
            models.CheckConstraint(
                name="assets_asset_square_whole",
                condition=Q(north__isnull=True, east__isnull=True)
                | Q(north__isnull=False, east__isnull=False),
            ),
            models.CheckConstraint(
                name="assets_asset_withdrawn_with_reason",
                condition=Q(withdrawn_on__isnull=True, withdrawn_why="")
                | Q(withdrawn_on__isnull=False) & ~Q(withdrawn_why=""),
            ),
            models.UniqueConstraint(name="assets_asset_card_once", fields=["event", "card"]),
        ]
        indexes = [
            *(
                models.Index(
                    fields=[f"sort_key_{language}", "id", "seen_by"],
                    name=f"assets_in_order_{language}",
                    condition=Q(withdrawn_on__isnull=True),
                )
                for language in ("cy", "en")
            ),
            models.Index(
                fields=["due_on"],
                name="assets_due",
                condition=Q(withdrawn_on__isnull=True, due_on__isnull=False),
            ),
            models.Index(fields=["changed_at"], name="assets_changed_at"),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("assets:asset", args=[self.pk])

    @property
    def holder(self) -> Person | Organisation | None:
        """The person or organisation that has it; nobody for what belongs to a place."""
        return self.organisation or self.person

    @property
    def square(self) -> Square | None:
        return None if self.north is None or self.east is None else Square(self.north, self.east)

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_on is not None

    @property
    def is_faded(self) -> bool:
        """Whether nobody has answered for it though it was asked about more than six weeks ago."""
        return self.due_on is not None and self.due_on + FADES_AFTER <= timezone.localdate()


class AssetPicture(models.Model):
    """A picture of an asset, in its place among the others."""

    asset = models.ForeignKey(Asset, models.CASCADE, related_name="pictures")
    picture = models.ForeignKey(Picture, models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(name="assets_picture_once", fields=["asset", "picture"])]

    def __str__(self) -> str:
        return f"{self.asset_id}: {self.picture}"
