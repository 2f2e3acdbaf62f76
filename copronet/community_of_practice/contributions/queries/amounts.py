"""Amounts as people read them: time in hours and minutes, money in pounds."""

from django.utils.translation import gettext as _

from copronet.community_of_practice.contributions.choices import Unit

MINUS = "\N{MINUS SIGN}"


def hours(minutes: int) -> str:
    """90 is "1 h 30 min"; less than nought carries its sign."""
    whole, rest = divmod(abs(minutes), 60)
    if not rest:
        said = _("%(hours)s h") % {"hours": f"{whole:,}"}
    elif not whole:
        said = _("%(minutes)d min") % {"minutes": rest}
    else:
        said = _("%(hours)s h %(minutes)d min") % {"hours": f"{whole:,}", "minutes": rest}
    return f"{MINUS}{said}" if minutes < 0 else said


def pounds(pence: int) -> str:
    """125050 is "£1,250.50"; less than nought carries its sign."""
    whole, rest = divmod(abs(pence), 100)
    return f"{MINUS if pence < 0 else ''}£{whole:,}.{rest:02d}"


def whole_pounds(pence: int) -> str:
    """The same without the pence, for figures that are read at a glance."""
    return f"£{pence // 100:,}"


def shown(amount: int, unit: str) -> str:
    """An amount in its unit, as a person reads it."""
    if unit == Unit.MINUTES:
        return hours(amount)
    if unit == Unit.THINGS:
        return f"{MINUS if amount < 0 else ''}{abs(amount):,}"
    return pounds(amount)
