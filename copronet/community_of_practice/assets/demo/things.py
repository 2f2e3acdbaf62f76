"""The things of the demonstration's Asset Map. In their names "{0}" is an area, after a comma: nothing mutates it."""

from typing import NamedTuple

from copronet.community_of_practice.assets.choices import Kind


class Thing(NamedTuple):
    """Something in both languages, about one theme, by its code."""

    name_cy: str
    name_en: str
    theme: str
    about_cy: str
    about_en: str
    can_be_borrowed: bool = False


THINGS: dict[Kind, tuple[Thing, ...]] = {
    Kind.SPACE: (
        Thing(
            "Neuadd bentref, {0}",
            "Village hall, {0}",
            "rural-life",
            "Lle i wyth deg, cegin, ramp wrth y drws cefn.",
            "Room for eighty, a kitchen, a ramp at the back door.",
            can_be_borrowed=True,
        ),
        Thing(
            "Caffi cymunedol, {0}",
            "Community café, {0}",
            "food",
            "Bwrdd mawr i ddeg wedi tri o'r gloch.",
            "A big table for ten after three o'clock.",
            can_be_borrowed=True,
        ),
        Thing(
            "Ystafell dawel mewn llyfrgell, {0}",
            "A quiet room in a library, {0}",
            "learning",
            "I chwech o bobl, gyda sgrin.",
            "For six people, with a screen.",
            can_be_borrowed=True,
        ),
        Thing(
            "Rhandir a rennir, {0}",
            "A shared allotment, {0}",
            "green-spaces",
            "Llwybrau caled a gwelyau uchel.",
            "Hard paths and raised beds.",
        ),
    ),
    Kind.SKILLS: (
        Thing(
            "Ysgrifennu mewn geiriau plaen, {0}",
            "Writing in plain words, {0}",
            "community-voice",
            "Yn y ddwy iaith, gyda phobl sydd ag anabledd dysgu.",
            "In both languages, with people with a learning disability.",
        ),
        Thing(
            "Cadeirio cyfarfod fel bod pawb yn siarad, {0}",
            "Chairing so that everybody speaks, {0}",
            "leadership",
            "Hanner diwrnod gyda'ch grŵp.",
            "Half a day with your group.",
        ),
        Thing(
            "Trwsio beiciau, {0}",
            "Mending bicycles, {0}",
            "transport",
            "Dysgu tri ar y tro.",
            "Teaches three at a time.",
        ),
        Thing(
            "Cyfieithu ar y pryd, {0}",
            "Simultaneous interpreting, {0}",
            "welsh-language",
            "Offer i ddeugain.",
            "Equipment for forty.",
        ),
    ),
    Kind.LIVED_EXPERIENCE: (
        Thing(
            "Gofalu am ŵr â dementia, {0}",
            "Caring for a husband with dementia, {0}",
            "dementia",
            "Yn hapus i siarad â grŵp bach.",
            "Happy to talk with a small group.",
        ),
        Thing(
            "Byw heb gartref, {0}",
            "Living without a home, {0}",
            "housing-and-homelessness",
            "Yn cynghori ar iaith a drysau.",
            "Advises on language and doors.",
        ),
        Thing(
            "Defnyddio gwasanaethau iechyd meddwl, {0}",
            "Using mental health services, {0}",
            "mental-health",
            "Wedi eistedd ar baneli penodi.",
            "Has sat on appointment panels.",
        ),
        Thing(
            "Magu plentyn awtistig, {0}",
            "Raising an autistic child, {0}",
            "neurodiversity",
            "Sgwrs ar y ffôn gyda'r nos.",
            "A talk by phone in the evening.",
        ),
    ),
    Kind.KNOWLEDGE: (
        Thing(
            "Gwybod sut mae cyllideb y cyngor yn gweithio, {0}",
            "Knows how the council's budget works, {0}",
            "commissioning",
            "Gan rywun a fu'n gynghorydd.",
            "From somebody who was a councillor.",
        ),
        Thing(
            "Hanes lleol, {0}",
            "Local history, {0}",
            "heritage",
            "Teithiau cerdded a hen luniau.",
            "Walks and old pictures.",
        ),
        Thing(
            "Gwerthuso gyda phobl, {0}",
            "Evaluating with people, {0}",
            "evaluation",
            "Mesur beth sy'n bwysig i'r rhai dan sylw.",
            "Measuring what matters to those concerned.",
        ),
    ),
    Kind.PRACTICE: (
        Thing(
            "Panel pobl ifanc sy'n penodi staff, {0}",
            "Young people's panel that appoints staff, {0}",
            "children-and-young-people",
            "Yn ei bedwaredd flwyddyn; dewch i wylio.",
            "In its fourth year; come and watch.",
        ),
        Thing(
            "Banc amser rhwng meddygfeydd, {0}",
            "A time bank between surgeries, {0}",
            "time-banking",
            "Dau gant o aelodau.",
            "Two hundred members.",
        ),
        Thing(
            "Presgripsiynu cymdeithasol gyda garddwyr, {0}",
            "Social prescribing with gardeners, {0}",
            "social-prescribing",
            "Beth weithiodd, a beth na wnaeth.",
            "What worked, and what did not.",
        ),
    ),
    Kind.EQUIPMENT: (
        Thing(
            "Dolen sain symudol, {0}",
            "A portable hearing loop, {0}",
            "disability",
            "Mewn cas; hawdd ei gosod.",
            "In a case; easy to set up.",
            can_be_borrowed=True,
        ),
        Thing(
            "Gazebo a deg bwrdd, {0}",
            "A gazebo and ten tables, {0}",
            "volunteering",
            "I'w casglu gyda fan.",
            "To be fetched with a van.",
            can_be_borrowed=True,
        ),
        Thing(
            "Deuddeg gliniadur, {0}",
            "Twelve laptops, {0}",
            "digital-inclusion",
            "Gyda meddalwedd ddarllen sgrin.",
            "With screen-reading software.",
            can_be_borrowed=True,
        ),
    ),
    Kind.TRANSPORT: (
        Thing(
            "Bws mini â lifft cadair olwyn, {0}",
            "A minibus with a wheelchair lift, {0}",
            "transport",
            "Pymtheg sedd, gyrwyr gwirfoddol.",
            "Fifteen seats, volunteer drivers.",
            can_be_borrowed=True,
        ),
        Thing(
            "Cynllun ceir cymunedol, {0}",
            "Community car scheme, {0}",
            "rural-life",
            "I apwyntiadau ysbyty.",
            "To hospital appointments.",
        ),
    ),
    Kind.NETWORK: (
        Thing(
            "Grŵp gofalwyr bob dydd Mawrth, {0}",
            "Carers' group every Tuesday, {0}",
            "carers",
            "Paned am ddau, croeso i bawb.",
            "A cuppa at two, everybody welcome.",
        ),
        Thing(
            "Fforwm pobl hŷn, {0}",
            "Older people's forum, {0}",
            "older-people",
            "Chwe deg o aelodau, cyfarfod bob mis.",
            "Sixty members, meets every month.",
        ),
        Thing(
            "Rhwydwaith Sipsiwn a Theithwyr, {0}",
            "Gypsy and Traveller network, {0}",
            "gypsies-roma-and-travellers",
            "Gofynnwch cyn ymweld.",
            "Ask before you visit.",
        ),
    ),
    Kind.TIME: (
        Thing(
            "Dwy awr yr wythnos i gyfeillio, {0}",
            "Two hours a week of befriending, {0}",
            "loneliness",
            "Yn y Gymraeg neu'r Saesneg.",
            "In Welsh or English.",
        ),
        Thing(
            "Bore Sadwrn o arddio, {0}",
            "A Saturday morning's gardening, {0}",
            "green-spaces",
            "Gyda fy offer fy hun.",
            "With my own tools.",
        ),
    ),
}
