"""Where a member starts from: the questions of the baseline, answered while joining and read without a name."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from copronet.common_ground.journal.actions import Actor
from copronet.common_ground.people.models import Support
from copronet.common_ground.questions.actions import begin_response
from copronet.common_ground.questions.choices import Given
from copronet.common_ground.questions.forms import AnswersForm
from copronet.common_ground.questions.queries import response_of
from copronet.community_of_practice.members.models import Membership
from copronet.community_of_practice.members.queries.baseline import baseline_in_force

GIVEN = {
    Support.Agreed.ONLINE: Given.ONLINE,
    Support.Agreed.BY_PHONE: Given.PHONE,
    Support.Agreed.IN_WRITING: Given.PAPER,
    Support.Agreed.IN_PERSON: Given.PAPER,
}


class BaselineForm(AnswersForm):
    """Handed in with the step. What has been handed in stays as it is: change is seen by asking again later."""

    folded_title = _("Answer a few more questions, if you have two minutes")

    def __init__(self, *, membership: Membership, **options: Any) -> None:
        self.membership = membership
        edition = baseline_in_force()
        assert edition is not None  # noqa: S101  (the step is asked only where there is one)
        response = response_of(edition, membership.party) if membership.pk else None
        options.pop("files", None)
        super().__init__(edition=edition, response=response, finish=True, **options)
        if self.is_handed_in:
            for field in self.fields.values():
                field.disabled = True

    @property
    def folded(self) -> list[str]:
        """What can be left out is folded away, so that joining stays short; what has been answered is shown."""
        if self.is_handed_in:
            return []
        return [name for name, field in self.fields.items() if not field.required]

    @property
    def is_handed_in(self) -> bool:
        return self.response is not None and self.response.submitted_at is not None

    def take(self, actor: Actor) -> None:
        if self.is_handed_in:
            return
        response = begin_response(
            actor=actor,
            edition=self.edition,
            person=self.membership.person,
            organisation=self.membership.organisation,
            given=GIVEN[Support.Agreed(self.membership.given)],
        )
        self.save_as(actor, response)
