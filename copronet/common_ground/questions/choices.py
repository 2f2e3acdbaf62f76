"""Kinds of question, states of an edition, and the questionnaires that come with the network."""

from dataclasses import dataclass, field
from typing import Any

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _


class Kind(TextChoices):
    CHOICE = "choice", _("Choose one")
    SEVERAL = "several", _("Choose several")
    SCALE = "scale", _("A scale, from low to high")
    NUMBER = "number", _("A whole number")
    DATE = "date", _("A date")
    TEXT = "text", _("In their own words")
    PLACE = "place", _("An area of Wales")

    @property
    def has_options(self) -> bool:
        return self in (Kind.CHOICE, Kind.SEVERAL, Kind.SCALE)


class State(TextChoices):
    """An edition is written, then published, then closed; it never goes back."""

    WRITTEN = "written", _("Being written")
    PUBLISHED = "published", _("Published")
    CLOSED = "closed", _("Closed")


class Given(TextChoices):
    """How answers came in."""

    ONLINE = "online", _("On this site")
    PAPER = "paper", _("On paper")
    PHONE = "phone", _("By phone")


LONGEST_TEXT = 2000  # letters of an answer in one's own words


@dataclass(frozen=True)
class FoundedOption:
    code: str
    text_cy: str
    text_en: str
    value: int | None = None


@dataclass(frozen=True)
class FoundedQuestion:
    code: str
    kind: Kind
    text_cy: str
    text_en: str
    help_cy: str = ""
    help_en: str = ""
    is_required: bool = False
    options: tuple[FoundedOption, ...] = ()
    limits: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class FoundedQuestionnaire:
    code: str
    title_cy: str
    title_en: str
    purpose_cy: str
    purpose_en: str
    questions: tuple[FoundedQuestion, ...]


def scale(*points: tuple[str, str]) -> tuple[FoundedOption, ...]:
    """The points of a scale from low to high; each is worth its place, and has it as its code."""
    return tuple(FoundedOption(str(place), cy, en, place) for place, (cy, en) in enumerate(points, start=1))


AGREEMENT = scale(
    ("Anghytuno'n gryf", "Strongly disagree"),
    ("Anghytuno", "Disagree"),
    ("Ddim yn cytuno nac yn anghytuno", "Neither agree nor disagree"),
    ("Cytuno", "Agree"),
    ("Cytuno'n gryf", "Strongly agree"),
)

BASELINE = FoundedQuestionnaire(
    "membership-baseline",
    "Ble rydych chi'n dechrau",
    "Where you start from",
    "Ychydig gwestiynau am gydgynhyrchu fel y mae i chi heddiw. Byddwn yn gofyn eto ymhen amser, i weld beth"
    " sydd wedi newid. Bydd eich atebion yn cael eu darllen heb eich enw.",
    "A few questions about co-production as it is for you today. We will ask again in time, to see what has"
    " changed. Your answers are read without your name.",
    (
        FoundedQuestion(
            "knows",
            Kind.SCALE,
            "Pa mor dda rydych chi'n gwybod beth yw cydgynhyrchu?",
            "How well do you know what co-production is?",
            is_required=True,
            options=scale(
                ("Ddim o gwbl", "Not at all"),
                ("Ychydig", "A little"),
                ("Yn weddol dda", "Fairly well"),
                ("Yn dda", "Well"),
                ("Digon da i'w esbonio i eraill", "Well enough to explain it to others"),
            ),
        ),
        FoundedQuestion(
            "confident",
            Kind.SCALE,
            "Pa mor hyderus ydych chi wrth gydgynhyrchu gydag eraill?",
            "How confident are you in co-producing with others?",
            is_required=True,
            options=scale(
                ("Ddim yn hyderus o gwbl", "Not confident at all"),
                ("Ddim yn hyderus iawn", "Not very confident"),
                ("Gweddol hyderus", "Fairly confident"),
                ("Hyderus", "Confident"),
                ("Hyderus iawn", "Very confident"),
            ),
        ),
        FoundedQuestion(
            "across",
            Kind.NUMBER,
            "Gyda faint o bobl o fathau eraill o sefydliad neu grŵp rydych chi wedi cydweithio yn y tri mis diwethaf?",
            "How many people from other kinds of organisation or group have you worked with in the last three months?",
            "Mae amcangyfrif yn ddigon da. Os nad oes neb, rhowch 0.",
            "A guess is good enough. If nobody, write 0.",
            limits={"least": 0, "most": 1000},
        ),
        FoundedQuestion(
            "share",
            Kind.CHOICE,
            "Faint o'ch gwaith, neu o'r hyn rydych chi'n cymryd rhan ynddo, sy'n cael ei gydgynhyrchu?",
            "How much of your work, or of what you take part in, is co-produced?",
            options=(
                FoundedOption("none", "Dim ohono", "None of it", 1),
                FoundedOption("little", "Ychydig ohono", "A little of it", 2),
                FoundedOption("half", "Tua hanner", "About half", 3),
                FoundedOption("most", "Y rhan fwyaf", "Most of it", 4),
                FoundedOption("all", "Y cyfan, fwy neu lai", "All of it, more or less", 5),
                FoundedOption("unsure", "Dydw i ddim yn siŵr", "I am not sure"),
            ),
        ),
        FoundedQuestion(
            "valued",
            Kind.SCALE,
            "Mae fy mhrofiad yn cael ei werthfawrogi pan fydd penderfyniadau am wasanaethau'n cael eu gwneud.",
            "My experience is valued when decisions about services are made.",
            options=AGREEMENT,
        ),
        FoundedQuestion(
            "heard",
            Kind.SCALE,
            "Mae pobl yn gwrando arna i pan fydd penderfyniadau am wasanaethau'n cael eu gwneud.",
            "I am listened to when decisions about services are made.",
            options=AGREEMENT,
        ),
        FoundedQuestion(
            "difference",
            Kind.SCALE,
            "Gallaf wneud gwahaniaeth i'r ffordd y mae gwasanaethau'n gweithio.",
            "I can make a difference to how services work.",
            options=AGREEMENT,
        ),
        FoundedQuestion(
            "power",
            Kind.SCALE,
            "Lle rydych chi, i ba raddau y mae pobl sy'n defnyddio gwasanaethau a phobl sy'n eu rhedeg yn"
            " rhannu grym a chyfrifoldeb?",
            "Where you are, how far do people who use services and people who run them share power and"
            " responsibility?",
            options=scale(
                ("Ddim o gwbl", "Not at all"),
                ("Ychydig", "A little"),
                ("I ryw raddau", "To some extent"),
                ("I raddau helaeth", "To a large extent"),
                ("Yn gyfartal", "As equals"),
            ),
        ),
        FoundedQuestion(
            "hopes",
            Kind.SEVERAL,
            "Beth yw eich gobaith chi o'r rhwydwaith?",
            "What do you hope for from the network?",
            "Dewiswch gynifer ag y mynnwch.",
            "Choose as many as you like.",
            options=(
                FoundedOption("learn", "Dysgu am gydgynhyrchu", "To learn about co-production"),
                FoundedOption("meet", "Cwrdd â phobl eraill", "To meet other people"),
                FoundedOption("practical", "Help gyda darn o waith", "Help with a piece of work"),
                FoundedOption("share", "Rhannu'r hyn rwy'n ei wybod", "To share what I know"),
                FoundedOption("voice", "Cael llais", "To have a say"),
                FoundedOption("services", "Newid gwasanaethau", "To change services"),
                FoundedOption(
                    "commissioning",
                    "Newid sut mae gwaith yn cael ei gomisiynu",
                    "To change how work is commissioned",
                ),
            ),
        ),
        FoundedQuestion(
            "needed",
            Kind.TEXT,
            "Beth fyddai'n gwneud cydgynhyrchu'n haws lle rydych chi?",
            "What would make co-production easier where you are?",
            "Peidiwch ag enwi pobl eraill, os gwelwch yn dda.",
            "Please do not name other people.",
        ),
    ),
)

QUESTIONNAIRES = (BASELINE,)
