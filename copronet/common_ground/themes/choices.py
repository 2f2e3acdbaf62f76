"""The first themes, as the network begins with them; from then on the network tends them itself."""

from dataclasses import dataclass, replace

LONGEST_TERM = 100
"""Letters of a name of a theme, or of another word for it."""


@dataclass(frozen=True)
class FoundedTheme:
    """A theme with the other words for it; ``broader`` is the code of the theme it is part of."""

    code: str
    name_cy: str
    name_en: str
    words_cy: tuple[str, ...] = ()
    words_en: tuple[str, ...] = ()
    broader: str = ""


HEALTH = (
    FoundedTheme(
        "mental-health",
        "Iechyd meddwl",
        "Mental health",
        ("lles meddyliol", "llesiant meddyliol", "iechyd emosiynol"),
        ("mental wellbeing", "emotional health", "anxiety and depression"),
    ),
    FoundedTheme(
        "loneliness",
        "Unigrwydd",
        "Loneliness",
        ("ynysigrwydd", "arwahanrwydd cymdeithasol", "cyfeillio"),
        ("isolation", "social isolation", "befriending"),
    ),
    FoundedTheme(
        "social-prescribing",
        "Presgripsiynu cymdeithasol",
        "Social prescribing",
        ("rhagnodi cymdeithasol", "cysylltwyr cymunedol"),
        ("link workers", "community connectors", "community referral"),
    ),
    FoundedTheme(
        "primary-care",
        "Gofal sylfaenol",
        "Primary care",
        ("meddygfa", "meddyg teulu", "fferyllfa"),
        ("GP", "doctor's surgery", "pharmacy"),
    ),
    FoundedTheme(
        "hospital-care", "Gofal mewn ysbyty", "Hospital care", ("ysbyty", "ysbytai"), ("hospitals",)
    ),
    FoundedTheme(
        "end-of-life",
        "Diwedd oes a phrofedigaeth",
        "End of life and bereavement",
        ("gofal lliniarol", "hosbis", "galar", "marw"),
        ("palliative care", "hospice", "grief", "dying"),
    ),
    FoundedTheme(
        "substance-use",
        "Defnyddio alcohol a chyffuriau",
        "Alcohol and drug use",
        ("camddefnyddio sylweddau", "dibyniaeth", "adferiad"),
        ("substance use", "substance misuse", "addiction", "recovery"),
    ),
)
CARE = (
    FoundedTheme(
        "carers",
        "Gofalwyr",
        "Carers",
        ("gofalwyr di-dâl", "gofalwyr ifanc", "gofal seibiant"),
        ("unpaid carers", "young carers", "respite"),
    ),
    FoundedTheme(
        "social-care",
        "Gofal cymdeithasol",
        "Social care",
        ("gwasanaethau cymdeithasol", "gofal cartref", "taliadau uniongyrchol"),
        ("social services", "home care", "direct payments"),
    ),
    FoundedTheme(
        "disability",
        "Anabledd",
        "Disability",
        ("pobl anabl", "hygyrchedd", "byw'n annibynnol"),
        ("disabled people", "accessibility", "independent living"),
    ),
    FoundedTheme(
        "learning-disability",
        "Anabledd dysgu",
        "Learning disability",
        ("anawsterau dysgu", "hunaneiriolaeth"),
        ("learning difficulties", "self-advocacy"),
    ),
    FoundedTheme(
        "neurodiversity",
        "Niwroamrywiaeth",
        "Neurodiversity",
        ("awtistiaeth", "ADHD", "niwrowahaniaeth"),
        ("autism", "ADHD", "neurodivergence"),
    ),
    FoundedTheme(
        "dementia",
        "Dementia",
        "Dementia",
        ("clefyd Alzheimer", "colli cof"),
        ("Alzheimer's disease", "memory loss"),
    ),
)
GENERATIONS = (
    FoundedTheme(
        "older-people", "Pobl hŷn", "Older people", ("pensiynwyr", "heneiddio"), ("pensioners", "ageing")
    ),
    FoundedTheme(
        "children-and-young-people",
        "Plant a phobl ifanc",
        "Children and young people",
        ("ieuenctid", "gwaith ieuenctid", "pobl ifanc yn eu harddegau"),
        ("youth", "youth work", "teenagers"),
    ),
    FoundedTheme(
        "parenting",
        "Magu plant",
        "Parenting",
        ("rhieni", "rhianta", "y blynyddoedd cynnar"),
        ("parents", "early years", "families"),
    ),
    FoundedTheme(
        "learning",
        "Dysgu ac addysg",
        "Learning and education",
        ("ysgolion", "dysgu gydol oes", "sgiliau"),
        ("schools", "lifelong learning", "skills"),
    ),
)
COMMUNITY = (
    FoundedTheme(
        "volunteering", "Gwirfoddoli", "Volunteering", ("gwirfoddolwyr", "rhoi amser"), ("volunteers",)
    ),
    FoundedTheme(
        "time-banking",
        "Bancio amser",
        "Time banking",
        ("credydau amser", "banc amser", "cyfnewid amser"),
        ("time credits", "time bank", "time exchange"),
    ),
    FoundedTheme(
        "arts-and-creativity",
        "Celfyddydau a chreadigrwydd",
        "Arts and creativity",
        ("celf", "cerddoriaeth", "drama", "crefftau"),
        ("art", "music", "drama", "crafts"),
    ),
    FoundedTheme(
        "sport-and-movement",
        "Chwaraeon a symud",
        "Sport and movement",
        ("ymarfer corff", "cadw'n heini", "cerdded", "dawns"),
        ("exercise", "keeping fit", "walking", "dance"),
    ),
    FoundedTheme(
        "heritage",
        "Treftadaeth a hanes lleol",
        "Heritage and local history",
        ("hanes", "amgueddfeydd", "atgofion"),
        ("history", "museums", "memories"),
    ),
    FoundedTheme(
        "welsh-language",
        "Y Gymraeg",
        "Welsh language",
        ("Cymraeg", "dysgu Cymraeg", "dwyieithrwydd"),
        ("Welsh", "learning Welsh", "bilingualism"),
    ),
)
PLACE = (
    FoundedTheme(
        "housing-and-homelessness",
        "Tai a digartrefedd",
        "Housing and homelessness",
        ("cartrefi", "tenantiaid", "cysgu allan"),
        ("homes", "tenants", "rough sleeping"),
    ),
    FoundedTheme(
        "transport",
        "Trafnidiaeth",
        "Transport",
        ("teithio", "bysiau", "trafnidiaeth gymunedol"),
        ("travel", "buses", "community transport"),
    ),
    FoundedTheme(
        "food",
        "Bwyd",
        "Food",
        ("tyfu bwyd", "banc bwyd", "coginio", "rhandiroedd"),
        ("growing food", "food bank", "cooking", "allotments"),
    ),
    FoundedTheme(
        "green-spaces",
        "Mannau gwyrdd",
        "Green spaces",
        ("parciau", "gerddi cymunedol", "byd natur", "coetir"),
        ("parks", "community gardens", "nature", "woodland"),
    ),
    FoundedTheme(
        "climate",
        "Newid hinsawdd",
        "Climate change",
        ("yr amgylchedd", "cynaliadwyedd", "lleihau gwastraff"),
        ("environment", "sustainability", "reducing waste"),
    ),
    FoundedTheme(
        "community-energy",
        "Ynni cymunedol",
        "Community energy",
        ("ynni adnewyddadwy", "tlodi tanwydd"),
        ("renewable energy", "fuel poverty"),
    ),
    FoundedTheme(
        "rural-life",
        "Bywyd gwledig",
        "Rural life",
        ("cefn gwlad", "ffermio", "pentrefi"),
        ("countryside", "farming", "villages"),
    ),
    FoundedTheme(
        "digital-inclusion",
        "Cynhwysiant digidol",
        "Digital inclusion",
        ("allgáu digidol", "sgiliau digidol", "mynd ar-lein"),
        ("digital exclusion", "digital skills", "getting online"),
    ),
)
WORK = (
    FoundedTheme(
        "employment",
        "Gwaith a swyddi",
        "Work and jobs",
        ("cyflogaeth", "diweithdra"),
        ("employment", "unemployment"),
    ),
    FoundedTheme(
        "money-and-debt",
        "Arian a dyled",
        "Money and debt",
        ("tlodi", "budd-daliadau", "undeb credyd", "costau byw"),
        ("poverty", "benefits", "credit union", "cost of living"),
    ),
    FoundedTheme(
        "co-operatives",
        "Mentrau cydweithredol a chymdeithasol",
        "Co-operatives and social enterprise",
        ("cwmnïau cydweithredol", "menter gymdeithasol"),
        ("co-ops", "social business"),
    ),
    FoundedTheme(
        "justice",
        "Cyfiawnder a diogelwch",
        "Justice and safety",
        ("yr heddlu", "carchar", "cyfiawnder adferol", "diogelwch cymunedol"),
        ("police", "prison", "restorative justice", "community safety"),
    ),
)
EQUALITY = (
    FoundedTheme(
        "race-equality",
        "Cydraddoldeb hil",
        "Race equality",
        ("gwrth-hiliaeth", "cymunedau ethnig leiafrifol"),
        ("anti-racism", "ethnic minority communities"),
    ),
    FoundedTheme(
        "refugees-and-migrants",
        "Ffoaduriaid a mudwyr",
        "Refugees and migrants",
        ("ceiswyr lloches", "noddfa"),
        ("asylum seekers", "sanctuary"),
    ),
    FoundedTheme(
        "lgbtq",
        "Pobl LHDTC+",
        "LGBTQ+ people",
        ("hoyw", "lesbiaidd", "deurywiol", "traws", "cwiar"),
        ("gay", "lesbian", "bisexual", "trans", "queer"),
    ),
    FoundedTheme(
        "women",
        "Menywod a merched",
        "Women and girls",
        ("merched", "cam-drin domestig", "cydraddoldeb rhywedd"),
        ("domestic abuse", "gender equality"),
    ),
    FoundedTheme(
        "gypsies-roma-and-travellers",
        "Sipsiwn, Roma a Theithwyr",
        "Gypsies, Roma and Travellers",
        ("Teithwyr",),
        ("Travellers",),
    ),
)
PRACTICE = (
    FoundedTheme(
        "commissioning",
        "Comisiynu a chaffael",
        "Commissioning and procurement",
        ("tendrau", "contractau", "prynu gwasanaethau"),
        ("tenders", "contracts", "buying services"),
    ),
    FoundedTheme(
        "co-design",
        "Cyd-ddylunio gwasanaethau",
        "Co-designing services",
        ("cynllunio ar y cyd", "dylunio gwasanaethau"),
        ("service design", "designing together"),
    ),
    FoundedTheme(
        "evaluation",
        "Gwerthuso a thystiolaeth",
        "Evaluation and evidence",
        ("mesur effaith", "ymchwil", "straeon"),
        ("measuring impact", "research", "stories"),
    ),
    FoundedTheme(
        "community-voice",
        "Llais y gymuned",
        "Community voice",
        ("cyfranogiad", "ymgysylltu", "ymgynghori"),
        ("participation", "engagement", "consultation"),
    ),
    FoundedTheme(
        "leadership",
        "Arwain gyda'n gilydd",
        "Leading together",
        ("arweinyddiaeth", "llywodraethu"),
        ("leadership", "governance"),
    ),
    FoundedTheme(
        "assets",
        "Adeiladu ar gryfderau",
        "Building on strengths",
        ("asedau", "datblygu cymunedol yn seiliedig ar asedau"),
        ("assets", "asset-based community development", "ABCD"),
    ),
)
GROUPS = (
    (FoundedTheme("health", "Iechyd a llesiant", "Health and wellbeing"), HEALTH),
    (FoundedTheme("care", "Gofal a chymorth", "Care and support"), CARE),
    (FoundedTheme("generations", "Teuluoedd a chenedlaethau", "Families and generations"), GENERATIONS),
    (FoundedTheme("community", "Bywyd cymunedol", "Community life"), COMMUNITY),
    (FoundedTheme("place", "Cartref, lle a natur", "Home, place and nature"), PLACE),
    (FoundedTheme("work-and-money", "Gwaith, arian a chyfiawnder", "Work, money and justice"), WORK),
    (FoundedTheme("equality", "Cydraddoldeb a pherthyn", "Equality and belonging"), EQUALITY),
    (FoundedTheme("practice", "Sut rydym yn cydweithio", "How we work together"), PRACTICE),
)
THEMES = tuple(
    theme
    for broad, parts in GROUPS
    for theme in (broad, *(replace(part, broader=broad.code) for part in parts))
)
