"""Who may see, add, change and look after assets. Nobody deletes one."""

import rules

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds
from copronet.common_ground.people.rules import Reader, is_signed_in

from .models import Asset, MappingEvent, SavedView
from .queries import is_open_to, looked_after_by


@rules.predicate
def may_look_after_assets(person: Reader) -> bool:
    return holds(person, "assets.look_after")


@rules.predicate
def is_shown_on_the_map(person: Reader, asset: Asset) -> bool:
    return is_open_to(asset, person)


@rules.predicate
def looks_after_it(person: Reader, asset: Asset) -> bool:
    return isinstance(person, Person) and looked_after_by(person).filter(pk=asset.pk).exists()


@rules.predicate
def made_the_event(person: Reader, event: MappingEvent) -> bool:
    return isinstance(person, Person) and event.added_by_id == person.pk


@rules.predicate
def made_the_view(person: Reader, view: SavedView) -> bool:
    return isinstance(person, Person) and view.added_by_id == person.pk


may_edit = may_look_after_assets | looks_after_it

rules.add_perm("assets.look_after", may_look_after_assets)
rules.add_perm("assets.see", is_shown_on_the_map | may_edit)
rules.add_perm("assets.add", is_signed_in)
rules.add_perm("assets.edit", may_edit)
rules.add_perm("assets.type_in", may_look_after_assets | made_the_event)
rules.add_perm("assets.remove_view", may_look_after_assets | made_the_view)
