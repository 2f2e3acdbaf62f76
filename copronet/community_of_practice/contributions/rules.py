"""Who may see and settle what is given: the two sides of a gift, and those who keep the books."""

import rules
from django.contrib.auth.models import AnonymousUser

from copronet.common_ground.people.models import Person
from copronet.common_ground.people.queries import holds

from .models import Fee, Gift, Invoice
from .queries import stands_for

Reader = Person | AnonymousUser


@rules.predicate
def keeps_the_books(person: Reader) -> bool:
    return holds(person, "contributions.keep_books")


@rules.predicate
def sees_the_books(person: Reader) -> bool:
    return holds(person, "contributions.see_books")


@rules.predicate
def sets_bands(person: Reader) -> bool:
    return holds(person, "contributions.set_bands")


@rules.predicate
def is_on_the_givers_side(person: Reader, gift: Gift) -> bool:
    return isinstance(person, Person) and stands_for(person, gift.giver)


@rules.predicate
def is_on_the_receivers_side(person: Reader, gift: Gift) -> bool:
    return isinstance(person, Person) and stands_for(person, gift.receiver)


@rules.predicate
def is_for_the_network(_person: Reader, gift: Gift) -> bool:
    return gift.receiver is None


@rules.predicate
def stands_for_the_party(person: Reader, record: Fee | Invoice) -> bool:
    return isinstance(person, Person) and stands_for(person, record.party)


receives_it = is_on_the_receivers_side | is_for_the_network & keeps_the_books

rules.add_perm("contributions.keep_books", keeps_the_books)
rules.add_perm("contributions.see_books", sees_the_books | keeps_the_books)
rules.add_perm("contributions.set_bands", sets_bands)
rules.add_perm("contributions.see_gift", is_on_the_givers_side | is_on_the_receivers_side | keeps_the_books)
rules.add_perm("contributions.say_given", is_on_the_givers_side | receives_it | keeps_the_books)
# Nobody confirms their own, on whichever side else they stand.
rules.add_perm("contributions.confirm_gift", receives_it & ~is_on_the_givers_side)
rules.add_perm("contributions.forgive_gift", (receives_it | keeps_the_books) & ~is_on_the_givers_side)
rules.add_perm("contributions.reverse_gift", keeps_the_books & ~is_on_the_givers_side)
rules.add_perm("contributions.see_fee", stands_for_the_party | keeps_the_books)
rules.add_perm("contributions.see_invoice", stands_for_the_party | keeps_the_books)
rules.add_perm("contributions.pay_invoice", stands_for_the_party)
rules.add_perm("contributions.use_credit", stands_for_the_party | keeps_the_books)
# Nobody writes down that their own side has paid: a colleague does, or the bank's statement says so.
rules.add_perm("contributions.settle_invoice", keeps_the_books & ~stands_for_the_party)
