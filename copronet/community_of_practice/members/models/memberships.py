"""A membership of one person or one organisation, the principles they agreed to, what they offer and would like."""

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.people.models import Organisation, Person, Support
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.members.choices import MEMBERS, InterestKind, Kind, State, Talks


class Membership(models.Model):
    """A person or an organisation in the network: one row for life, whatever state it is in."""

    person = models.OneToOneField(Person, models.PROTECT, null=True, blank=True, related_name="membership")
    organisation = models.OneToOneField(
        Organisation, models.PROTECT, null=True, blank=True, related_name="membership"
    )
    kind = models.CharField(_("Kind of membership"), max_length=9, choices=Kind, default=Kind.FULL)
    state = models.CharField(max_length=7, choices=State, default=State.BEGUN)
    since = models.DateField(_("Since"))  # in this state
    welcomed_on = models.DateField(null=True, blank=True)  # for the first time
    # Whether the directory shows them. A person's own choice of who sees their page holds as well.
    is_listed = models.BooleanField(_("Show us in the directory of members"), default=False)
    has_chosen = models.BooleanField(default=False)  # whether they have said so, one way or the other
    # In which languages others can talk with them: told once, in the directory for all to see.
    talks = models.CharField(_("You can talk with us in"), max_length=4, choices=Talks, blank=True)
    given = models.CharField(
        _("How they joined"), max_length=10, choices=Support.Agreed, default=Support.Agreed.ONLINE
    )
    reminded_on = models.DateField(null=True, blank=True)  # that it is still to be filled in
    # Who typed in a form that was filled in on paper, by phone or at a meeting.
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        verbose_name = _("membership")
        verbose_name_plural = _("memberships")
        constraints = [
            models.CheckConstraint(
                name="members_membership_of_one_party",
                condition=Q(person__isnull=True, organisation__isnull=False)
                | Q(person__isnull=False, organisation__isnull=True),
            ),
            models.CheckConstraint(
                name="members_membership_state_known", condition=Q(state__in=State.values)
            ),
            models.CheckConstraint(
                name="members_membership_welcomed_before_active",
                condition=~Q(state__in=[state.value for state in MEMBERS]) | Q(welcomed_on__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["state", "is_listed"], name="members_membership_listed")]

    def __str__(self) -> str:
        return str(self.party)

    @property
    def party(self) -> Person | Organisation:
        """Whose membership it is."""
        return self.organisation or self.person  # type: ignore[return-value]  # one of the two (constraint)

    @property
    def name(self) -> Any:
        """What the party is called, in the reader's language where it has a name in both."""
        return self.organisation.name if self.organisation else str(self.person)

    @property
    def is_of_a_person(self) -> bool:
        return self.organisation is None

    @property
    def is_member(self) -> bool:
        return self.state in MEMBERS


class Principles(models.Model):
    """One wording of what everybody agrees to who joins, a line for each. A new wording is a new row."""

    number = models.PositiveSmallIntegerField(unique=True)
    text_cy, text_en = pair(models.TextField, _("Principles"))
    text = Both()
    begins = models.DateField(_("From"))

    class Meta:
        verbose_name = _("principles")
        verbose_name_plural = _("principles")
        constraints = [one_language("text")]

    def __str__(self) -> str:
        return f"{self.number}"

    @property
    def lines(self) -> list[str]:
        return [line.strip() for line in str(self.text).splitlines() if line.strip()]


class Agreement(models.Model):
    """A member agreed to one wording of the principles. Only ever added to."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="agreements")
    principles = models.ForeignKey(Principles, models.PROTECT, related_name="agreements")
    given = models.CharField(_("How it was given"), max_length=10, choices=Support.Agreed)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.UniqueConstraint(name="members_agreement_once", fields=["membership", "principles"])
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.principles}"


class Interest(models.Model):
    """What a member could offer or would like, in their own words: the beginning of an offer or a request."""

    membership = models.ForeignKey(Membership, models.CASCADE, related_name="interests")
    kind = models.CharField(max_length=7, choices=InterestKind)
    words = models.TextField(_("In your own words"), blank=True)
    language = models.CharField(max_length=2, choices=Language)
    themes = models.ManyToManyField(Theme, blank=True, related_name="+", verbose_name=_("Themes"))

    class Meta:
        constraints = [models.UniqueConstraint(name="members_interest_once", fields=["membership", "kind"])]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.kind}"
