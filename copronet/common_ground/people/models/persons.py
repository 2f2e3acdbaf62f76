"""A person, the capacities they take part in, and whoever they have asked to act for them."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.people.choices import Capacity, Level, ReachedBy, SeenBy, Standing
from copronet.common_ground.people.registry import matters
from copronet.common_ground.places.models import Area

from .order import SortKeyField


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str | None = None, password: str | None = None, **fields: Any) -> "Person":
        """A person who may sign in if they have an address; without one they take part by phone or post."""
        person = self.model(email=self.normalize_email(email) or None, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> "Person":
        return self.create_user(email, password, is_superuser=True, **fields)


class Person(AbstractBaseUser, PermissionsMixin):  # type: ignore[django-manager-missing]  # Wagtail names no relation back
    """Somebody who takes part, online or on paper.

    The row outlives their stay as an empty shell, so that deeds keep an actor.
    """

    name = models.CharField(_("Name"), max_length=200, help_text=_("As you wish to be called."))
    email = models.EmailField(_("E-mail address"), unique=True, null=True, blank=True)
    language = models.CharField(_("Language"), max_length=2, choices=Language, default=Language.WELSH)
    pronouns = models.CharField(_("Pronouns"), max_length=60, blank=True)
    phone = models.CharField(_("Phone"), max_length=40, blank=True)
    postal_address = models.TextField(_("Postal address"), blank=True)
    reached_by = models.CharField(
        _("Best way to reach you"), max_length=5, choices=ReachedBy, default=ReachedBy.EMAIL
    )
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="people", verbose_name=_("Area")
    )
    level = models.CharField(_("Where I stand in my work"), max_length=10, choices=Level, blank=True)
    access_needs = models.TextField(_("Access needs"), blank=True)
    seen_by = models.CharField(_("Who can see my page"), max_length=8, choices=SeenBy, default=SeenBy.NOBODY)
    turns_18_on = models.DateField(_("Eighteenth birthday"), null=True, blank=True)
    standing = models.CharField(max_length=6, choices=Standing, default=Standing.HERE)
    standing_since = models.DateField(null=True, blank=True)
    merged_into = models.ForeignKey("self", models.PROTECT, null=True, related_name="merged_from")
    # A merged record keeps the name of the record it went into, for the deeds that still point here.
    forgotten_at = models.DateTimeField(null=True, blank=True, editable=False)
    sort_key = SortKeyField("name")
    joined_at = models.DateTimeField(auto_now_add=True)
    is_active = models.BooleanField(default=True)

    objects = PersonManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar = ["name"]

    class Meta:
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = [
            models.CheckConstraint(
                name="people_person_merged_has_other",
                condition=Q(standing="merged", merged_into__isnull=False)
                | ~Q(standing="merged") & Q(merged_into__isnull=True),
            ),
            models.CheckConstraint(
                name="people_person_gone_has_date",
                condition=Q(standing="here") | Q(standing_since__isnull=False),
            ),
            models.CheckConstraint(
                name="people_person_gone_cannot_sign_in",
                condition=Q(standing="here") | Q(is_active=False),
            ),
        ]
        indexes = [models.Index(fields=["standing", "sort_key", "id"], name="people_person_in_order")]

    def __str__(self) -> str:
        return self.name or str(_("A former member"))

    def get_full_name(self) -> str:
        return str(self)

    def get_short_name(self) -> str:
        return str(self)


class PersonCapacity(models.Model):
    """One capacity in which a person takes part."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="capacities")
    capacity = models.CharField(_("Capacity"), max_length=20, choices=Capacity)

    class Meta:
        constraints = [models.UniqueConstraint(name="people_capacity_once", fields=["person", "capacity"])]

    def __str__(self) -> str:
        return self.get_capacity_display()


class Support(models.Model):
    """A person has asked another to act for them, from a day and until a day or until either ends it.

    Asked and not yet agreed: it has no ``begins``, and nobody acts by it. It is for its matters alone, and
    for anything where it names none.
    """

    class Agreed(models.TextChoices):
        IN_PERSON = "in_person", _("In person")
        BY_PHONE = "by_phone", _("By phone")
        IN_WRITING = "in_writing", _("In writing")
        ONLINE = "online", _("On this site")

    supported = models.ForeignKey(Person, models.PROTECT, related_name="supported_by")
    supporter = models.ForeignKey(Person, models.PROTECT, related_name="supports")
    agreed = models.CharField(_("How they agreed"), max_length=10, choices=Agreed)
    scope = models.TextField(_("What else you agreed"), blank=True)
    asked_at = models.DateTimeField(default=timezone.now, editable=False)
    begins = models.DateField(_("From"), null=True, blank=True)
    ends = models.DateField(_("Until"), null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="people_support_two_people", condition=~Q(supported=models.F("supporter"))
            ),
            models.CheckConstraint(
                name="people_support_ends_after_it_begins",
                condition=Q(ends__isnull=True) | Q(ends__gte=models.F("begins")),
            ),
            models.UniqueConstraint(
                name="people_support_once_at_a_time",
                fields=["supported", "supporter"],
                condition=Q(ends__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.supporter} → {self.supported}"


class SupportMatter(models.Model):
    """One of the things that a supporter was asked to do, by the label of the room it is done in."""

    support = models.ForeignKey(Support, models.CASCADE, related_name="matters")
    room = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(name="people_matter_once", fields=["support", "room"])]

    def __str__(self) -> str:
        return str(matters().get(self.room, self.room))
