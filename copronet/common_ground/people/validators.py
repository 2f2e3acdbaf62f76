"""Whether a number can stand in the register it is said to come from, and how it is kept.

Sources of the forms: org-id.guide for each register's examples; the numbers of Companies House as their own
data has them; ISO 17442 and ISO 7064 (mod 97-10) for the check digits of a Legal Entity Identifier. The
other registers publish no check digit, so their numbers are checked by form alone.
"""

import re
from collections.abc import Callable
from typing import NamedTuple

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from .choices import Scheme

# Two letters before six digits: who is registered by another law than most companies.
COMPANY_PREFIXES = (
    "AC|CE|CS|EN|ES|FC|FE|GE|GN|GS|IC|LP|NA|NC|NF|NI|NL|NO|NP|NZ|OC|OE|PC|R0|RC"
    "|SA|SC|SE|SF|SG|SI|SL|SO|SR|SZ|ZC"
)


class _Form(NamedTuple):
    pattern: str
    wrong: object  # what to say, in either language
    example: str


_FORMS = {
    Scheme.CHARITY: _Form(
        r"\d{6,7}",
        _("A charity number of England and Wales is six or seven digits."),
        "1090095",
    ),
    Scheme.COMPANY: _Form(
        rf"\d{{8}}|({COMPANY_PREFIXES})\d{{6}}|(IP|SP|RS)[A-Z\d]{{6}}|(NI|SL)\d{{5}}A",
        _("A company number is eight digits, or two letters and six digits."),
        "09506232",
    ),
    Scheme.MUTUAL: _Form(
        r"(IP|SP|NP|RS)?\d{1,6}[A-Z]{0,3}",
        _("A number in the Mutuals Public Register is up to six digits, with letters before or after them."),
        "30388R",
    ),
    Scheme.LEARNING: _Form(
        r"1\d{7}",
        _("A UK Provider Reference Number is eight digits and begins with 1."),
        "10000346",
    ),
    Scheme.SCOTTISH_CHARITY: _Form(
        r"SC\d{6}",
        _("A Scottish charity number is SC and six digits."),
        "SC042386",
    ),
    Scheme.IRISH_CHARITY: _Form(
        r"1\d{5}",
        _("A charity number of Northern Ireland is six digits and begins with 1."),
        "100280",
    ),
    Scheme.LEGAL_ENTITY: _Form(
        r"[A-Z\d]{18}\d{2}",
        _("A Legal Entity Identifier is 18 letters and digits, and two more digits."),
        "506700GE1G29325QX363",
    ),
}
SLIP = _("There is a slip in this number: its last two digits do not fit the others.")


def number_as_kept(scheme: str, number: str) -> str:
    """The number without spaces and what people write around it; raises ValidationError where it cannot be one."""
    register = Scheme(scheme)
    bare = re.sub(r"[\s.\-/]", "", number).upper()
    bare = _TIDYING.get(register, str)(bare)
    if not re.fullmatch(_FORMS[register].pattern, bare, re.ASCII):
        raise ValidationError(_FORMS[register].wrong, code="wrong_form")  # type: ignore[arg-type]  # a lazy text
    if register is Scheme.LEGAL_ENTITY and not _divides_by_97(bare):
        raise ValidationError(SLIP, code="check_digits")
    return bare


def example_of(scheme: str) -> str:
    """A number of the register's form, to show people what is meant."""
    return _FORMS[Scheme(scheme)].example


def _eight_places(number: str) -> str:
    """A company number as the register writes it: digits filled up with noughts in front."""
    return number.zfill(8) if re.fullmatch(r"\d{6,7}", number) else number


_TIDYING: dict[Scheme, Callable[[str], str]] = {
    Scheme.COMPANY: _eight_places,
    Scheme.IRISH_CHARITY: lambda number: number.removeprefix("NIC"),
}


def _divides_by_97(number: str) -> bool:
    """ISO 7064 mod 97-10: letters count from 10, and the whole leaves a remainder of 1."""
    return int("".join(str(int(character, 36)) for character in number)) % 97 == 1
