"""The steps of joining. Each form knows its membership, begins with what is there, and writes what it holds."""

from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.languages.models import reading_language
from copronet.common_ground.people.actions.consents import answer_consent
from copronet.common_ground.people.actions.persons import change_details
from copronet.common_ground.people.choices import Answer, Capacity, Level, SeenBy
from copronet.common_ground.people.forms.fields import area_field
from copronet.common_ground.people.models import Person, Support
from copronet.common_ground.people.queries import answers_of, wordings_today
from copronet.common_ground.themes.forms import ThemesField
from copronet.community_of_practice.members.actions.joining import (
    agree_to_principles,
    choose_listing,
    say_interest,
)
from copronet.community_of_practice.members.choices import InterestKind, Talks
from copronet.community_of_practice.members.models import Membership, Principles
from copronet.community_of_practice.members.queries import interests_of, principles_in_force

YES_NO = (
    ("yes", pgettext_lazy("answer to any question", "Yes")),
    ("no", pgettext_lazy("answer to any question", "No")),
)
TOLD = [(each.value, each.label) for each in Support.Agreed if each != Support.Agreed.ONLINE]
AGREES = (("yes", _("Agree")), ("no", _("Do not agree")))


def short_choices() -> forms.RadioSelect:
    return forms.RadioSelect(attrs={"class": "in-a-row"})


class AboutMembership(forms.Form):
    """A form about one membership."""

    # Whether it keeps how a yes or a no was given: then staff who type it in for somebody have to say.
    keeps_how_told = False

    def __init__(self, *args: Any, membership: Membership, **options: Any) -> None:
        self.membership = membership
        super().__init__(*args, **options)
        if membership.pk:  # on paper the form belongs to nobody yet
            self.initial = {**self.so_far(), **self.initial}

    def so_far(self) -> dict[str, Any]:
        """What the member has told already, by field."""
        return {}

    def ask_how_told(self) -> None:
        """For staff, who write down what a member told them."""
        if self.keeps_how_told:
            self.fields["given"] = forms.ChoiceField(
                label=_("How they told us"), choices=TOLD, widget=forms.RadioSelect
            )

    @property
    def given(self) -> str:
        """How what it holds was told: as whoever typed it in says, else as the whole form came."""
        return self.cleaned_data.get("given") or self.membership.given

    def take(self, actor: Actor) -> None:
        """Write what the form holds."""
        raise NotImplementedError


class AboutMeForm(AboutMembership):
    """Where somebody lives and as what they take part. The rest of their details is on a page of its own."""

    area = forms.ChoiceField(required=False)
    capacities = forms.MultipleChoiceField(
        label=_("I take part as"),
        choices=Capacity,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "side-by-side"}),
        help_text=_("Choose as many as are right."),
    )
    level = forms.ChoiceField(
        label=Person._meta.get_field("level").verbose_name,
        choices=[("", _("I would rather not say")), *Level.choices],
        required=False,
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["area"] = area_field(empty_label=_("I would rather not say"))

    def so_far(self) -> dict[str, Any]:
        capacities = [each.capacity for each in self.person.capacities.all()]
        return {"area": self.person.area_id, "capacities": capacities, "level": self.person.level}

    @property
    def person(self) -> Person:
        assert self.membership.person is not None  # noqa: S101  (the step is asked of persons alone)
        return self.membership.person

    def take(self, actor: Actor) -> None:
        person = Person.objects.get(pk=self.person.pk)
        person.area, person.level = self.cleaned_data["area"], self.cleaned_data["level"]
        change_details(actor=actor, person=person, capacities=self.cleaned_data["capacities"])


class PrinciplesForm(AboutMembership):
    keeps_how_told = True

    agrees = forms.BooleanField(
        label=_("Yes, I agree to these principles"),
        error_messages={
            "required": _("Everybody who joins agrees to the principles. Tick the box if you do.")
        },
    )

    @cached_property
    def principles(self) -> Principles | None:
        return principles_in_force()

    def so_far(self) -> dict[str, Any]:
        return {"agrees": self.membership.agreements.filter(principles=self.principles).exists()}

    def take(self, actor: Actor) -> None:
        if self.principles:
            agree_to_principles(
                actor=actor,
                membership=self.membership,
                principles=self.principles,
                given=self.given,
            )


class InterestsForm(AboutMembership):
    """What a member could offer and would like: a few words, some themes, or nothing yet."""

    offer = forms.CharField(
        label=_("What could you offer?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_(
            "A skill, a room, a lift, an hour, what you have lived through. Everybody has something."
        ),
    )
    request = forms.CharField(
        label=_("What would you like?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Somebody to learn from, a partner, a place to meet."),
    )
    offer_themes = ThemesField(label=_("What is your offer about?"), required=False)
    request_themes = ThemesField(label=_("What is your wish about?"), required=False)

    folded = ("offer_themes", "request_themes")
    folded_title = _("Choose themes, so that others find you")

    def so_far(self) -> dict[str, Any]:
        told: dict[str, Any] = {}
        for kind, interest in interests_of(self.membership).items():
            told[kind] = interest.words
            told[f"{kind}_themes"] = [theme.pk for theme in interest.themes.all()]
        return told

    def take(self, actor: Actor) -> None:
        for kind in InterestKind:
            say_interest(
                actor=actor,
                membership=self.membership,
                kind=kind,
                words=self.cleaned_data[kind],
                language=reading_language(),
                themes=self.cleaned_data[f"{kind}_themes"],
            )


class ChoicesForm(AboutMembership):
    """Who may see the member, and what a person agrees to."""

    keeps_how_told = True

    listed = forms.ChoiceField(
        label=_("Be shown in the directory of members?"),
        choices=YES_NO,
        widget=short_choices(),
        help_text=_("It shows your name, your area and your promise, and never how to reach you."),
    )

    talks = forms.ChoiceField(
        label=_("You can talk with us in"), choices=Talks.choices, widget=short_choices()
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.wordings = list(wordings_today()) if self.membership.is_of_a_person else []
        for wording in self.wordings:
            self.fields[self._name(wording)] = forms.ChoiceField(
                label=wording.text, choices=AGREES, widget=short_choices()
            )

    def so_far(self) -> dict[str, Any]:
        if not self.membership.has_chosen:
            return {}
        listed = "yes" if self.membership.is_listed else "no"
        return {"listed": listed, "talks": self.membership.talks, **self._answered()}

    def _answered(self) -> dict[str, str]:
        person = self.membership.person
        newest: dict[str, str] = {}
        for answer in answers_of(person) if person else []:
            newest.setdefault(
                f"consent_{answer.wording.code}", "yes" if answer.answer == Answer.YES else "no"
            )
        return newest

    def _name(self, wording: Any) -> str:
        return f"consent_{wording.code}"

    def take(self, actor: Actor) -> None:
        is_listed = self.cleaned_data["listed"] == "yes"
        choose_listing(
            actor=actor,
            membership=self.membership,
            is_listed=is_listed,
            talks=self.cleaned_data["talks"],
        )
        person = self.membership.person
        if person is None:
            return
        if is_listed and person.seen_by == SeenBy.NOBODY:
            self._open_page(actor, person)
        for wording in self.wordings:
            answer_consent(
                actor=actor,
                person=person,
                wording=wording,
                agrees=self.cleaned_data[self._name(wording)] == "yes",
                given=self.given,
            )

    def _open_page(self, actor: Actor, person: Person) -> None:
        """Whoever is in the directory has a page that at least the people in the network can open."""
        stored = Person.objects.get(pk=person.pk)
        stored.seen_by = SeenBy.MEMBERS
        change_details(actor=actor, person=stored)
