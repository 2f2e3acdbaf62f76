"""Giving a view of the map a name and a short address."""

from collections.abc import Mapping
from uuid import UUID

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from copronet.common_ground.journal.actions import ActionRefused, Actor, record
from copronet.common_ground.languages.queries import free_code
from copronet.common_ground.people.actions.offices import refuse_unless_able
from copronet.community_of_practice.assets.models import SavedView

ADDRESSES = {"save", "cadw"}  # what the page for saving is called, in both languages


@transaction.atomic
def save_view(
    *, actor: Actor, view: SavedView, facets: Mapping[str, str], key: UUID | None = None
) -> SavedView:
    """Keep what was chosen under a name; its address is made from the name and never changes."""
    if actor.person:
        refuse_unless_able(actor.person)
    if not facets:
        raise ActionRefused(_("Choose something first: a view of everything has an address already."))
    taken = {*ADDRESSES, *SavedView.objects.values_list("code", flat=True)}
    view.code = free_code(view.name_cy or view.name_en, taken, longest=50, otherwise="golwg")
    view.facets, view.added_by = dict(facets), actor.person
    view.save()
    record(actor=actor, verb="assets.view_saved", about=view, key=key)
    return view


@transaction.atomic
def remove_view(*, actor: Actor, view: SavedView) -> None:
    """Take a view off the list. Its address says that it is gone, and nobody else gets it."""
    locked = SavedView.objects.select_for_update().get(pk=view.pk)
    if locked.removed_at is None:
        locked.removed_at = timezone.now()
        locked.save(update_fields=["removed_at"])
        record(actor=actor, verb="assets.view_removed", about=locked)
