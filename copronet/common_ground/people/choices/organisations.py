"""What organisations choose from, and the first sectors and kinds, as the founding proposal names them."""

from dataclasses import dataclass

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Size(TextChoices):
    """How many people an organisation pays: enough to see who is missing, and nobody has to count."""

    VOLUNTEERS = "volunteers", _("Volunteers only")
    FEW = "few", _("1 to 9 paid staff")
    SOME = "some", _("10 to 49 paid staff")
    MANY = "many", _("50 to 249 paid staff")
    VAST = "vast", _("250 paid staff or more")


class Scheme(TextChoices):
    """The registers that number organisations here, by the codes of org-id.guide."""

    CHARITY = "GB-CHC", _("Charity number (England and Wales)")
    COMPANY = "GB-COH", _("Company number")
    MUTUAL = "GB-MPR", _("Number in the Mutuals Public Register")
    LEARNING = "GB-UKPRN", _("UK Provider Reference Number")
    SCOTTISH_CHARITY = "GB-SC", _("Charity number (Scotland)")
    IRISH_CHARITY = "GB-NIC", _("Charity number (Northern Ireland)")
    LEGAL_ENTITY = "XI-LEI", _("Legal Entity Identifier")


class Alike(TextChoices):
    """In what two organisations are alike. The three about names bear the names of `engines.likeness`."""

    NUMBER = "number", _("The same number in a register")
    NAME = "same", _("The same name")
    SPELLING = "nearly", _("Almost the same spelling")
    DOMAIN = "domain", _("The same website")
    INITIALS = "initials", _("The same initials or short name")
    WITHIN = "within", _("One name holds the other")


@dataclass(frozen=True)
class FoundedSector:
    """A sector that breadth is watched by."""

    code: str
    name_cy: str
    name_en: str


@dataclass(frozen=True)
class FoundedKind:
    """A kind of organisation, and the sector it belongs to."""

    code: str
    sector: str
    name_cy: str
    name_en: str


SECTORS = (
    FoundedSector("citizens-communities", "Dinasyddion a chymunedau", "Citizens and communities"),
    FoundedSector("third-sector", "Y trydydd sector", "Third sector"),
    FoundedSector("local-government", "Llywodraeth leol", "Local government"),
    FoundedSector("health", "Iechyd", "Health"),
    FoundedSector("housing", "Tai", "Housing"),
    FoundedSector("partnerships", "Partneriaethau cyhoeddus", "Public partnerships"),
    FoundedSector("national", "Llywodraeth a chyrff cenedlaethol", "National government and bodies"),
    FoundedSector("research-learning", "Ymchwil a dysgu", "Research and learning"),
)

KINDS = tuple(
    FoundedKind(*facts)
    for facts in (
        (
            "user-led",
            "citizens-communities",
            "Sefydliad dan arweiniad defnyddwyr",
            "User-led organisation",
        ),
        ("community-voice", "citizens-communities", "Prosiect llais cymunedol", "Community voice project"),
        ("community-group", "citizens-communities", "Grŵp cymunedol", "Community group"),
        (
            "social-enterprise",
            "third-sector",
            "Menter gymdeithasol neu gydweithredol",
            "Social enterprise or co-operative",
        ),
        ("third-sector", "third-sector", "Sefydliad trydydd sector", "Third-sector organisation"),
        ("county-voluntary-council", "third-sector", "Cyngor gwirfoddol sirol", "County voluntary council"),
        ("local-authority", "local-government", "Awdurdod lleol", "Local authority"),
        (
            "town-community-council",
            "local-government",
            "Cyngor tref neu gymuned",
            "Town or community council",
        ),
        ("local-health-board", "health", "Bwrdd iechyd lleol", "Local health board"),
        ("primary-care", "health", "Gofal sylfaenol", "Primary care"),
        ("housing-association", "housing", "Cymdeithas dai", "Housing association"),
        (
            "partnership-board",
            "partnerships",
            "Bwrdd partneriaeth neu fwrdd ardal",
            "Partnership or area board",
        ),
        (
            "public-services-board",
            "partnerships",
            "Bwrdd gwasanaethau cyhoeddus",
            "Public services board",
        ),
        ("national-body", "national", "Corff cenedlaethol", "National body"),
        ("regulator", "national", "Rheoleiddiwr", "Regulator"),
        ("professional-body", "national", "Corff proffesiynol", "Professional body"),
        (
            "government-programme",
            "national",
            "Tîm rhaglen yn y llywodraeth",
            "Government programme team",
        ),
        ("funder", "national", "Cyllidwr", "Funder"),
        (
            "research-network",
            "research-learning",
            "Rhwydwaith ymchwil neu academaidd",
            "Research or academic network",
        ),
    )
)
