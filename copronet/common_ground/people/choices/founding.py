"""What the network was founded with: the first offices, their powers, and the first wordings of consent."""

from dataclasses import dataclass

from .persons import ConsentTo


@dataclass(frozen=True)
class FoundedOffice:
    """An office of the founding decision, with the codes of the powers given to it."""

    code: str
    name_cy: str
    name_en: str
    purpose_cy: str
    purpose_en: str
    powers: tuple[str, ...] = ()


FOUNDING_CY = "Penderfyniad sefydlu'r rhwydwaith"
FOUNDING_EN = "The decision that founded the network"

# The code of the office that an operator fills first (management command "appoint").
DIRECTOR = "network-director"

OFFICES = (
    FoundedOffice(
        DIRECTOR,
        "Cyfarwyddwr y Rhwydwaith",
        "Network Director",
        "Yn arwain gwaith y rhwydwaith ac yn atebol i'r bwrdd amdano.",
        "Leads the work of the network and answers to the board for it.",
        (
            "people.look_after",
            "people.edit_kinds",
            "people.grant_powers",
            "people.see_breaches",
            "journal.read_all",
            "plan.edit",
            "pages.edit",
            "pages.publish",
            "media.look_after",
            "letters.look_after",
            "contributions.keep_books",
            "contributions.set_bands",
            "work.see",
            "languages.translate",
            "themes.edit",
            "questions.edit",
            "journal.read_all",
            "workbench.use",
            "seeking.see_sought",
            "members.look_after",
            "signposting.look_after",
            "members.set_rules",
            "assets.look_after",
            "exchange.look_after",
        ),
    ),
    FoundedOffice(
        "network-coordinator",
        "Cydlynydd y Rhwydwaith",
        "Network Co-ordinator",
        "Yn gofalu am waith y rhwydwaith o ddydd i ddydd ac am y bobl sy'n cymryd rhan.",
        "Looks after the network's daily work and the people who take part.",
        (
            "people.look_after",
            "people.edit_kinds",
            "plan.edit",
            "pages.edit",
            "pages.publish",
            "media.look_after",
            "letters.look_after",
            "contributions.keep_books",
            "contributions.set_bands",
            "work.see",
            "languages.translate",
            "themes.edit",
            "questions.edit",
            "workbench.use",
            "seeking.see_sought",
            "members.look_after",
            "assets.look_after",
            "exchange.look_after",
            "signposting.look_after",
        ),
    ),
    FoundedOffice(
        "project-board-member",
        "Aelod o Fwrdd y Prosiect",
        "Project Board member",
        "Yn llywio'r rhwydwaith gydag aelodau eraill y bwrdd nes i'r Bwrdd Rhwydwaith gael ei ethol.",
        "Steers the network with the rest of the board until the Network Board is elected.",
        ("people.grant_powers", "people.see_breaches", "contributions.see_books"),
    ),
    FoundedOffice(
        "evaluator",
        "Gwerthuswr",
        "Evaluator",
        "Yn holi beth mae'r rhwydwaith yn ei newid, ac yn dweud hynny'n agored.",
        "Asks what the network changes, and says so openly.",
        ("questions.read_answers", "contributions.see_books"),
    ),
    FoundedOffice(
        "translator",
        "Cyfieithydd",
        "Translator",
        "Yn cadw'r ddwy iaith yn gyfartal ac yn gywir.",
        "Keeps the two languages equal and true.",
        ("languages.translate", "themes.edit", "pages.edit"),  # pages are translated where they are written
    ),
    FoundedOffice(
        "moderator",
        "Cymedrolwr",
        "Moderator",
        "Yn cadw sgyrsiau'n garedig ac yn ddiogel i bawb.",
        "Keeps conversations kind and safe for everybody.",
    ),
)


@dataclass(frozen=True)
class FoundedWording:
    """The first wording of a consent."""

    code: str
    text_cy: str
    text_en: str


WORDINGS = (
    FoundedWording(
        ConsentTo.ACCESS_NEEDS,
        "Cewch roi gwybod am fy anghenion mynediad i'r rhai sy'n trefnu rhywbeth rwy'n cymryd rhan ynddo.",
        "You may tell my access needs to those who organise something I take part in.",
    ),
    FoundedWording(
        ConsentTo.PICTURES,
        "Cewch ddangos lluniau ohonof ar y wefan hon ac yng nghyhoeddiadau'r rhwydwaith.",
        "You may show pictures of me on this site and in what the network publishes.",
    ),
    FoundedWording(
        ConsentTo.NEWS,
        "Cewch anfon newyddion y rhwydwaith ataf.",
        "You may send me news of the network.",
    ),
)
