"""Services and the feeds that some of them come from."""

from uuid import uuid4

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Both, Phrase, one_language, pair
from copronet.common_ground.people.models import Organisation
from copronet.common_ground.people.models.order import EnglishSortKeyField, SortKeyField
from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.models import Theme

from .choices import FeedOutcome, Helped, Status


class Feed(models.Model):
    """Somebody else's directory, read every night at its Open Referral UK address."""

    name_cy, name_en = pair(models.CharField, _("Whose directory it is"), max_length=200)
    name = Both()
    address = models.URLField(
        _("Address of the feed"),
        unique=True,
        help_text=_("The address in front of “/services”, with https."),
    )
    language = models.CharField(
        _("Language it is written in"), max_length=2, choices=Language, default=Language.ENGLISH
    )
    is_read = models.BooleanField(_("Read it every night"), default=True)
    outcome = models.CharField(
        max_length=12, choices=FeedOutcome, default=FeedOutcome.NOT_READ, editable=False
    )
    read_at = models.DateTimeField(null=True, editable=False)
    left_out = models.PositiveIntegerField(default=0, editable=False)  # services without what they must have

    class Meta:
        verbose_name = _("feed")
        verbose_name_plural = _("feeds")
        constraints = [
            one_language("name"),
            models.CheckConstraint(
                name="signposting_feed_over_https", condition=Q(address__startswith="https://")
            ),
            models.CheckConstraint(
                name="signposting_feed_language_known", condition=Q(language__in=Language.values)
            ),
            models.CheckConstraint(
                name="signposting_feed_outcome_known", condition=Q(outcome__in=FeedOutcome.values)
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Service(models.Model):
    """Somewhere people can turn: an entry of the network's own, or one that a feed brings.

    Without areas it is there for all of Wales. ``assured_on`` is the last day on which somebody who knows
    said that all of it is right. ``gone_on`` is the day from which its feed no longer has it.
    """

    uuid = models.UUIDField(default=uuid4, unique=True, editable=False)
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    about_cy, about_en = pair(models.TextField, _("What help it gives, and to whom"), max_length=4000)
    about = Both()
    organisation = models.ForeignKey(
        Organisation,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="services",
        verbose_name=_("Organisation in the network"),
    )
    provider_cy, provider_en = pair(models.CharField, _("Who runs it"), max_length=200)
    provider = Both()
    status = models.CharField(_("Is it running?"), max_length=20, choices=Status, default=Status.ACTIVE)
    alert_cy, alert_en = pair(models.CharField, _("Something to know at the moment"), max_length=500)
    alert = Both()
    phone = models.CharField(_("Phone"), max_length=40, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    website = models.URLField(_("Website"), blank=True)
    times_cy, times_en = pair(models.CharField, _("When it is open"), max_length=300)
    times = Both()
    cost_cy, cost_en = pair(models.CharField, _("What it costs"), max_length=200)
    cost = Both()
    minimum_age = models.PositiveSmallIntegerField(_("From what age"), null=True, blank=True)
    maximum_age = models.PositiveSmallIntegerField(_("Up to what age"), null=True, blank=True)
    speaks_welsh = models.BooleanField(_("Help is given in Welsh"), default=False)
    speaks_english = models.BooleanField(_("Help is given in English"), default=False)
    areas = models.ManyToManyField(Area, blank=True, related_name="services", verbose_name=_("Areas"))
    themes = models.ManyToManyField(Theme, blank=True, related_name="services", verbose_name=_("Themes"))
    assured_on = models.DateField(_("Checked on"), null=True, editable=False)
    feed = models.ForeignKey(
        Feed, models.PROTECT, null=True, blank=True, related_name="services", editable=False
    )
    key_in_feed = models.CharField(max_length=100, blank=True, editable=False)
    gone_on = models.DateField(null=True, editable=False)
    changed_at = models.DateTimeField(auto_now=True)

    sort_key_cy = SortKeyField("name_cy", "name_en")
    sort_key_en = EnglishSortKeyField("name_en", "name_cy")

    class Meta:
        verbose_name = _("source of help")
        verbose_name_plural = _("sources of help")
        constraints = [
            one_language("name"),
            models.CheckConstraint(
                name="signposting_service_has_a_provider",
                condition=Q(organisation__isnull=False) | ~Q(provider_cy="") | ~Q(provider_en=""),
                violation_error_message=_("Say who runs it."),
            ),
            models.CheckConstraint(
                name="signposting_service_status_known", condition=Q(status__in=Status.values)
            ),
            models.CheckConstraint(
                name="signposting_service_ages_in_order",
                condition=Q(minimum_age__isnull=True)
                | Q(maximum_age__isnull=True)
                | Q(minimum_age__lte=F("maximum_age")),
                violation_error_message=_("The lower age comes first."),
            ),
            models.CheckConstraint(
                name="signposting_service_key_belongs_to_a_feed",
                condition=Q(feed__isnull=True, key_in_feed="") | Q(feed__isnull=False) & ~Q(key_in_feed=""),
            ),
            models.UniqueConstraint(
                name="signposting_service_once_in_a_feed",
                fields=["feed", "key_in_feed"],
                condition=Q(feed__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    def get_absolute_url(self) -> str:
        return reverse("signposting:service", args=[self.pk])

    @property
    def run_by(self) -> Phrase:
        """Who runs it: the organisation in the network, else the name that was given."""
        return self.organisation.name if self.organisation else self.provider

    @property
    def is_there(self) -> bool:
        return self.status == Status.ACTIVE and self.gone_on is None


class Question(models.Model):
    """Somebody asks a person where they can turn, and says how to reach them.

    What they wrote and how they are reached is cleared ``forgotten_on`` a day; that they asked, where, and
    whether it helped stays.
    """

    language = models.CharField(max_length=2, choices=Language)
    words = models.TextField(_("What would help you?"), max_length=2000, blank=True)
    email = models.EmailField(_("E-mail"), blank=True)
    phone = models.CharField(_("Phone"), max_length=40, blank=True)
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Where?")
    )
    may_be_introduced = models.BooleanField(default=False)  # to a service, with words and contact
    asked_at = models.DateTimeField(auto_now_add=True)
    answer = models.TextField(_("Your answer"), max_length=4000, blank=True)
    answered_at = models.DateTimeField(null=True)
    services = models.ManyToManyField(
        Service, blank=True, related_name="+", verbose_name=_("Services you point to")
    )
    introduced_at = models.DateTimeField(null=True)
    helped = models.CharField(_("Did it help?"), max_length=11, choices=Helped, blank=True)
    forgotten_on = models.DateField(null=True)

    class Meta:
        verbose_name = _("question")
        verbose_name_plural = _("questions")
        constraints = [
            models.CheckConstraint(
                name="signposting_question_can_be_answered",
                condition=Q(forgotten_on__isnull=False) | ~Q(words="") & (~Q(email="") | ~Q(phone="")),
            ),
            models.CheckConstraint(
                name="signposting_question_forgotten_whole",
                condition=Q(forgotten_on__isnull=True) | Q(words="", email="", phone="", answer=""),
            ),
            models.CheckConstraint(
                name="signposting_question_introduced_with_a_yes",
                condition=Q(introduced_at__isnull=True) | Q(may_be_introduced=True),
            ),
            models.CheckConstraint(
                name="signposting_question_helped_after_answer",
                condition=Q(helped="") | Q(answered_at__isnull=False, helped__in=Helped.values),
            ),
        ]

    def __str__(self) -> str:
        return f"#{self.pk}"
