"""Organisations, which outlive any one person, and the people who act for them."""

from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.choices import Scheme, Size
from copronet.common_ground.places.models import Area

from .kinds import OrganisationKind
from .order import SortKeyField
from .persons import Person


class Organisation(models.Model):
    name_cy, name_en = pair(models.CharField, _("Name"), max_length=200)
    name = Both()
    short_name_cy, short_name_en = pair(
        models.CharField, _("Short name"), max_length=40, help_text=_("The initials people know it by.")
    )
    short_name = Both()
    kind = models.ForeignKey(
        OrganisationKind,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("Kind of organisation"),
    )
    size = models.CharField(_("Size"), max_length=10, choices=Size, blank=True)
    about_cy, about_en = pair(models.TextField, _("What the organisation does"))
    about = Both()
    website = models.URLField(_("Website"), blank=True)
    area = models.ForeignKey(
        Area,
        models.PROTECT,
        null=True,
        blank=True,
        related_name="organisations",
        verbose_name=_("Area where it is at home"),
    )
    serves_all_wales = models.BooleanField(_("Works in all of Wales"), default=False)
    areas_served = models.ManyToManyField(
        Area, blank=True, related_name="served_by", verbose_name=_("Areas it works in")
    )
    # A record that was a second one of the same organisation: its page and its deeds lead to the one kept.
    merged_into = models.ForeignKey(
        "self", models.PROTECT, null=True, editable=False, related_name="merged_from"
    )

    sort_key_cy = SortKeyField("name_cy", "name_en")
    sort_key_en = SortKeyField("name_en", "name_cy")

    class Meta:
        verbose_name = _("organisation")
        verbose_name_plural = _("organisations")
        constraints = [one_language("name")]

    def __str__(self) -> str:
        return str(self.name)


class OrganisationNumber(models.Model):
    """The number that a register gives an organisation. No two organisations share one."""

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="numbers")
    scheme = models.CharField(_("Register"), max_length=10, choices=Scheme)
    number = models.CharField(_("Number"), max_length=30)

    class Meta:
        verbose_name = _("register number")
        verbose_name_plural = _("register numbers")
        constraints = [
            models.UniqueConstraint(name="people_organisation_number_once", fields=["scheme", "number"]),
            models.UniqueConstraint(
                name="people_organisation_number_one_of_each", fields=["organisation", "scheme"]
            ),
        ]

    def __str__(self) -> str:
        return f"{self.scheme}-{self.number}"


class Representation(models.Model):
    """A person acts for an organisation, in a role. At most one at a time answers for it.

    Asked and not yet agreed: it has no ``begins``, and nobody acts by it. Where the person has offered, it is
    the organisation that agrees; otherwise it is the person.
    """

    organisation = models.ForeignKey(Organisation, models.PROTECT, related_name="representations")
    person = models.ForeignKey(Person, models.PROTECT, related_name="representations")
    role_cy, role_en = pair(models.CharField, _("Role"), max_length=120)
    role = Both()
    answers_for_it = models.BooleanField(_("Answers for the organisation"), default=False)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    is_offer = models.BooleanField(default=False, editable=False)
    begins = models.DateField(_("From"), null=True, blank=True)
    ends = models.DateField(_("Until"), null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="people_representation_once_at_a_time",
                fields=["organisation", "person"],
                condition=Q(ends__isnull=True),
            ),
            models.UniqueConstraint(
                name="people_representation_one_answers",
                fields=["organisation"],
                condition=Q(ends__isnull=True, answers_for_it=True),
            ),
            models.CheckConstraint(
                name="people_representation_agreed_before_answering",
                condition=Q(answers_for_it=False) | Q(begins__isnull=False),
            ),
            models.CheckConstraint(
                name="people_representation_ends_after_it_begins",
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("begins")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation}"
