"""The few words that the parts of a plan are sorted by."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class ActivityState(TextChoices):
    PLANNED = "planned", _("Planned")
    UNDER_WAY = "under_way", _("Under way")
    DONE = "done", _("Done")
    STOPPED = "stopped", _("Stopped")


class StatementKind(TextChoices):
    """Sentences of a plan that stand in a list and need nothing but words."""

    CONDITION = "condition", _("Condition")
    FOCUS = "focus", _("Focus")
    EVIDENCE_TYPE = "evidence_type", _("Kind of evidence")
    METHOD = "method", _("Way of gathering evidence")


class AreaKind(TextChoices):
    KEY_ACTIVITIES = "key_activities", _("Key activities")
    WORK = "work", _("Area of work")


class IndicatorKind(TextChoices):
    COUNT = "count", _("A number")
    PERCENT = "percent", _("A percentage")


class Direction(TextChoices):
    FORWARD = "forward", _("One way")
    BOTH_WAYS = "both_ways", _("Both ways")


class NoteKind(TextChoices):
    SLIP = "slip", _("A slip in the plan as printed")
    UNCLEAR = "unclear", _("The plan is not clear")
    READING = "reading", _("How we read the plan")


class Role(TextChoices):
    """What a line of a budget is: something that costs money, or a sum of other lines."""

    LINE = "line", _("Line")
    SUBTOTAL = "subtotal", _("Subtotal")
    IN_KIND = "in_kind", _("Match in kind")
    ADDITION = "addition", _("Addition")
    TOTAL = "total", _("Total")
