"""An offer and a request: two sides of the same form."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.models import Organisation, Person
from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.exchange.choices import Kind, SeenBy
from copronet.community_of_practice.members.choices import Talks


class Side(models.Model):
    """What an offer and a request have in common. It is of exactly one person or organisation.

    ``times`` and ``access`` are codes of `choices.Time` and `choices.Access`. What would be welcome in return may
    be nothing.
    """

    kind: Kind

    what_cy, what_en = pair(models.CharField, _("What"), max_length=200)
    what = Both()
    about_cy, about_en = pair(models.TextField, _("More about it"), max_length=3000)
    about = Both()
    person = models.ForeignKey(Person, models.PROTECT, null=True, editable=False, related_name="%(class)ss")
    organisation = models.ForeignKey(
        Organisation, models.PROTECT, null=True, editable=False, related_name="%(class)ss"
    )
    added_by = models.ForeignKey(Person, models.PROTECT, null=True, editable=False, related_name="+")
    themes = models.ManyToManyField(Theme, blank=True, related_name="+", verbose_name=_("Themes"))
    areas = models.ManyToManyField(
        Area,
        blank=True,
        related_name="+",
        verbose_name=_("Where"),
        help_text=_("Choose none if it can be anywhere in Wales."),
    )
    online = models.BooleanField(_("Online is fine"), default=False)
    times = models.JSONField(_("When"), default=list, blank=True)
    talks = models.CharField(_("In which language"), max_length=4, choices=Talks, default=Talks.BOTH)
    access = models.JSONField(_("Access"), default=list, blank=True)
    how_much_cy, how_much_en = pair(models.CharField, _("How much"), max_length=120)
    how_much = Both()
    until = models.DateField(_("Until when"), null=True, blank=True)
    in_return_cy, in_return_en = pair(models.CharField, _("What would be welcome in return"), max_length=200)
    in_return = Both()
    seen_by = models.CharField(_("Who may see it"), max_length=8, choices=SeenBy, default=SeenBy.EVERYONE)
    made_on = models.DateField(default=timezone.localdate, editable=False)
    closed_on = models.DateField(null=True, editable=False)

    class Meta:
        abstract = True
        constraints = [
            one_language("what"),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_of_one_party",
                condition=Q(person__isnull=False, organisation__isnull=True)
                | Q(person__isnull=True, organisation__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_seen_by_known", condition=Q(seen_by__in=SeenBy.values)
            ),
        ]
        indexes = [
            models.Index(
                fields=["-made_on", "-id"],
                name="%(app_label)s_%(class)s_open",
                condition=Q(closed_on__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return str(self.what)

    def get_absolute_url(self) -> str:
        return reverse(f"exchange:{self.kind.value}", args=[self.pk])

    @property
    def name(self) -> Any:
        return self.what

    @property
    def party(self) -> Person | Organisation:
        """Whose it is."""
        return self.organisation or self.person  # type: ignore[return-value]  # one of the two (constraint)

    @property
    def is_open(self) -> bool:
        """Neither closed by somebody nor past its last day."""
        return self.closed_on is None and (self.until is None or self.until >= timezone.localdate())


class Offer(Side):
    """Something that somebody would give. ``room`` is for how many requests it may be suggested at once."""

    kind = Kind.OFFER
    room = models.PositiveSmallIntegerField(
        _("For how many at once"), default=3, help_text=_("So many people at most are suggested to you.")
    )

    class Meta(Side.Meta):
        verbose_name = _("offer")
        verbose_name_plural = _("offers")
        constraints = [
            *Side.Meta.constraints,
            models.CheckConstraint(name="exchange_offer_some_room", condition=Q(room__gte=1, room__lte=50)),
        ]


class Request(Side):
    """Something that somebody asks for. Nobody who asks is left without an answer: see ``handed_on``."""

    kind = Kind.REQUEST
    handed_on = models.DateField(null=True, editable=False)  # to a person who looks for somebody

    class Meta(Side.Meta):
        verbose_name = _("request")
        verbose_name_plural = _("requests")
