"""What Django asks of us where something is allowed or not: our rules have the last word on what they name."""

from typing import Any

import rules
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from rules.permissions import ObjectPermissionBackend

from copronet.common_ground.people.models import Person


class Rules(ObjectPermissionBackend):
    """A no from a rule is a no; Django's own tables, which stay empty here, need not be read as well."""

    def has_perm(self, user: Person | AnonymousUser, perm: str, *about: Any, **named: Any) -> bool:
        allowed = bool(super().has_perm(user, perm, *about, **named))
        if not allowed and rules.perm_exists(perm):
            raise PermissionDenied
        return allowed
