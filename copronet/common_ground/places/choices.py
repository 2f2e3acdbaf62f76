"""The public facts: names and codes of the areas and health boards, and where each tile stands on our map.

Names and codes: Office for National Statistics, licensed under the Open Government Licence v3.0
(codes as of April 2019, when Bridgend moved to Cwm Taf Morgannwg); Welsh names as the bodies themselves
write them.
The tile map is our own drawing.
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class BoardFacts:
    code: str
    name_cy: str
    name_en: str


@dataclass(frozen=True)
class AreaFacts:
    code: str
    name_cy: str
    name_en: str
    short_cy: str
    short_en: str
    health_board: str
    column: int
    row: int


BETSI, POWYS, HYWEL, GWENT = "W11000023", "W11000024", "W11000025", "W11000028"
CARDIFF, CWM_TAF, SWANSEA = "W11000029", "W11000030", "W11000031"

HEALTH_BOARDS = (
    BoardFacts(BETSI, "Bwrdd Iechyd Prifysgol Betsi Cadwaladr", "Betsi Cadwaladr University Health Board"),
    BoardFacts(POWYS, "Bwrdd Iechyd Addysgu Powys", "Powys Teaching Health Board"),
    BoardFacts(HYWEL, "Bwrdd Iechyd Prifysgol Hywel Dda", "Hywel Dda University Health Board"),
    BoardFacts(GWENT, "Bwrdd Iechyd Prifysgol Aneurin Bevan", "Aneurin Bevan University Health Board"),
    BoardFacts(
        CARDIFF, "Bwrdd Iechyd Prifysgol Caerdydd a'r Fro", "Cardiff and Vale University Health Board"
    ),
    BoardFacts(
        CWM_TAF, "Bwrdd Iechyd Prifysgol Cwm Taf Morgannwg", "Cwm Taf Morgannwg University Health Board"
    ),
    BoardFacts(SWANSEA, "Bwrdd Iechyd Prifysgol Bae Abertawe", "Swansea Bay University Health Board"),
)

AREAS = (
    AreaFacts("W06000001", "Ynys Môn", "Isle of Anglesey", "Môn", "Angl.", BETSI, 1, 0),
    AreaFacts("W06000002", "Gwynedd", "Gwynedd", "Gwyn.", "Gwyn.", BETSI, 2, 1),
    AreaFacts("W06000003", "Conwy", "Conwy", "Conwy", "Conwy", BETSI, 3, 0),
    AreaFacts("W06000004", "Sir Ddinbych", "Denbighshire", "Dinb.", "Denb.", BETSI, 3, 1),
    AreaFacts("W06000005", "Sir y Fflint", "Flintshire", "Fflint", "Flint.", BETSI, 4, 0),
    AreaFacts("W06000006", "Wrecsam", "Wrexham", "Wrec.", "Wrex.", BETSI, 4, 1),
    AreaFacts("W06000023", "Powys", "Powys", "Powys", "Powys", POWYS, 3, 2),
    AreaFacts("W06000008", "Ceredigion", "Ceredigion", "Cered.", "Cered.", HYWEL, 2, 2),
    AreaFacts("W06000009", "Sir Benfro", "Pembrokeshire", "Benfro", "Pemb.", HYWEL, 0, 3),
    AreaFacts("W06000010", "Sir Gaerfyrddin", "Carmarthenshire", "Caerf.", "Carm.", HYWEL, 1, 3),
    AreaFacts("W06000011", "Abertawe", "Swansea", "Abert.", "Swan.", SWANSEA, 2, 4),
    AreaFacts("W06000012", "Castell-nedd Port Talbot", "Neath Port Talbot", "CNPT", "NPT", SWANSEA, 2, 3),
    AreaFacts("W06000013", "Pen-y-bont ar Ogwr", "Bridgend", "P-y-b.", "Bridg.", CWM_TAF, 3, 4),
    AreaFacts("W06000016", "Rhondda Cynon Taf", "Rhondda Cynon Taf", "RhCT", "RCT", CWM_TAF, 3, 3),
    AreaFacts("W06000024", "Merthyr Tudful", "Merthyr Tydfil", "Merth.", "Merth.", CWM_TAF, 4, 3),
    AreaFacts("W06000014", "Bro Morgannwg", "Vale of Glamorgan", "Y Fro", "Vale", CARDIFF, 3, 5),
    AreaFacts("W06000015", "Caerdydd", "Cardiff", "Caerd.", "Card.", CARDIFF, 4, 5),
    AreaFacts("W06000018", "Caerffili", "Caerphilly", "Caerff.", "Caer.", GWENT, 4, 4),
    AreaFacts("W06000019", "Blaenau Gwent", "Blaenau Gwent", "Bl. G.", "Bl. G.", GWENT, 5, 3),
    AreaFacts("W06000020", "Torfaen", "Torfaen", "Torf.", "Torf.", GWENT, 5, 4),
    AreaFacts("W06000021", "Sir Fynwy", "Monmouthshire", "Mynwy", "Monm.", GWENT, 6, 4),
    AreaFacts("W06000022", "Casnewydd", "Newport", "Casn.", "Newp.", GWENT, 5, 5),
)
