"""What a member promises to do, what they say of how it goes, and each time they were asked."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.languages.choices import Language
from copronet.common_ground.languages.models import Both, one_language, pair
from copronet.common_ground.media.models import Picture
from copronet.common_ground.people.models import Person, Support
from copronet.common_ground.places.models import Area
from copronet.common_ground.themes.models import Theme
from copronet.community_of_practice.members.choices import About, Going, PromiseState

from .memberships import Membership


class Promise(models.Model):
    """What a member will do, and by when. A changed promise is a new row that replaces the former one."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="promises")
    words_cy, words_en = pair(models.TextField, _("What we promise"))
    words = Both()
    due = models.DateField(_("By when"))
    themes = models.ManyToManyField(Theme, blank=True, related_name="promises", verbose_name=_("Themes"))
    area = models.ForeignKey(
        Area, models.PROTECT, null=True, blank=True, related_name="promises", verbose_name=_("Where")
    )
    is_shared = models.BooleanField(_("Others may read it"), default=True)
    state = models.CharField(max_length=7, choices=PromiseState, default=PromiseState.MADE)
    made_on = models.DateField(_("Made on"))
    settled_on = models.DateField(null=True, blank=True)  # kept, changed or let go
    replaces = models.OneToOneField("self", models.PROTECT, null=True, blank=True, related_name="replaced_by")
    reason = models.CharField(_("Why it changed"), max_length=500, blank=True)

    class Meta:
        verbose_name = _("promise")
        verbose_name_plural = _("promises")
        constraints = [
            one_language("words"),
            models.UniqueConstraint(
                name="members_promise_one_under_way",
                fields=["membership"],
                condition=Q(state=PromiseState.MADE.value),
            ),
            models.CheckConstraint(
                name="members_promise_settled_has_day",
                condition=Q(state="made", settled_on__isnull=True)
                | ~Q(state="made") & Q(settled_on__isnull=False),
            ),
        ]
        indexes = [
            models.Index(
                name="members_promise_to_read",
                fields=["-made_on", "-id"],
                condition=Q(is_shared=True) & ~Q(state="changed"),
            )
        ]

    def __str__(self) -> str:
        return str(self.words)


class Asking(models.Model):
    """Once, a member was asked how it is going. Its number and a signature stand in the letter's links."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="askings")
    about = models.CharField(max_length=8, choices=About)
    promise = models.ForeignKey(Promise, models.PROTECT, null=True, blank=True, related_name="askings")
    asked_on = models.DateField()
    reminded_on = models.DateField(null=True, blank=True)
    answered_at = models.DateTimeField(null=True, blank=True)
    let_be_on = models.DateField(null=True, blank=True)  # no answer came, and nobody asks again

    class Meta:
        constraints = [
            models.UniqueConstraint(
                name="members_asking_one_open",
                fields=["membership", "about"],
                condition=Q(answered_at__isnull=True, let_be_on__isnull=True),
            ),
            models.CheckConstraint(
                name="members_asking_about_a_promise",
                condition=Q(about="practice") | Q(promise__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.about} {self.asked_on}"


class ProgressNote(models.Model):
    """What a member says of how it goes: of their promise, or of how they change their own work."""

    membership = models.ForeignKey(Membership, models.PROTECT, related_name="notes")
    about = models.CharField(max_length=8, choices=About)
    promise = models.ForeignKey(Promise, models.PROTECT, null=True, blank=True, related_name="notes")
    asking = models.OneToOneField(Asking, models.PROTECT, null=True, blank=True, related_name="note")
    going = models.CharField(_("How is it going?"), max_length=6, choices=Going, blank=True)
    words = models.TextField(_("In your own words"), blank=True)
    language = models.CharField(_("Language"), max_length=2, choices=Language)
    link = models.URLField(_("A link"), blank=True)
    picture = models.ForeignKey(
        Picture, models.PROTECT, null=True, blank=True, related_name="+", verbose_name=_("Picture")
    )
    is_shared = models.BooleanField(_("Others may read it"), default=False)
    given = models.CharField(_("How it was told"), max_length=10, choices=Support.Agreed)
    entered_by = models.ForeignKey(Person, models.PROTECT, null=True, blank=True, related_name="+")
    at = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        ordering = ["-id"]
        constraints = [
            models.CheckConstraint(
                name="members_note_says_something",
                condition=~Q(going="", words="", link="") | Q(picture__isnull=False),
            ),
        ]
        indexes = [models.Index(fields=["is_shared", "-id"], name="members_note_shared")]

    def __str__(self) -> str:
        return f"{self.membership_id} {self.about} {self.going}"
