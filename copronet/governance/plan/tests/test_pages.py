"""What everyone reads: the plan, its parts and its budget, in both languages."""

import html
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from django.utils.translation import override

from copronet.common_ground.journal.actions import CLOCKWORK
from copronet.governance.plan.imports import load_plan_file
from copronet.governance.plan.models import Activity, Indicator, Link, Note, Plan, YearLine
from tests.factories import OfficeFactory

from .plan_files import SMALL

pytestmark = pytest.mark.django_db
PAGES = [
    ("plan:plan", []),
    ("plan:change", []),
    ("plan:budget", []),
    ("plan:activity", ["ACT-1.4"]),
    ("plan:outcome", ["OUT-2"]),
    ("plan:indicator", ["IND-1.1"]),
]


def address(language: str, name: str, *args: str) -> str:
    with override(language):
        return reverse(name, args=args)


def words(page) -> str:
    """What the page says, without its tags."""
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", page.text)).replace(" :", ":").split())


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        (
            "cy",
            [
                "Ein cynllun", "Beth rydym am ei newid", "Ein cyllideb", "Cwrdd ledled Cymru",
                "Sylfaen dystiolaeth", "Grwpiau a sefydliadau sy&#x27;n cymryd rhan",
            ],
        ),
        (
            "en",
            [
                "Our plan", "What we want to change", "Our budget", "Meet across Wales",
                "Evidence base", "Groups and organisations taking part",
            ],
        ),
    ],
)  # fmt: skip
def test_each_page_speaks_the_readers_language_alone(client, founding_plan, language, headings):
    pages = [client.get(address(language, name, *args)).text for name, args in PAGES]

    assert [re.findall(r"<h1[^>]*>(.*?)</h1>", page, re.DOTALL) for page in pages] == [[h] for h in headings]
    assert [page for page in pages if "language-mark" in page] == []


@pytest.mark.parametrize(
    ("language", "path"),
    [
        ("cy", "/cy/cynllun/beth-rydym-am-ei-newid/"),
        ("en", "/en/plan/what-we-want-to-change/"),
    ],
)
def test_addresses_are_in_the_readers_language(language, path):
    assert address(language, "plan:change") == path


@pytest.mark.parametrize("code", ["%00", "ACT-1%00", "a/b", "A" * 41, "ŵ"])
def test_what_is_no_code_is_no_address(client, founding_plan, code):
    assert client.get(f"/en/plan/activities/{code}/").status_code == 404


NARROWED = {
    "year=ongoing": ["ACT-O.1", "ACT-O.2"],
    "year=3&area=KEY-2": ["ACT-3.4", "ACT-3.5"],
    "area=none": ["ACT-1.3", "ACT-2.2", "ACT-2.3", "ACT-3.2", "ACT-3.3"],
    "state=done": [],
    "year=nonsense": [],
    "year=99999999999999999999": [],
    "year=²": [],
    "area=KEY-9": [],
    "state=%00": [],
    "area=%00": [],
}


def test_the_list_narrows_by_plain_links(client, founding_plan):
    plan = address("en", "plan:plan")

    pages = {query: client.get(f"{plan}?{query}").text for query in NARROWED}

    link = r'<h3><a href="/en/plan/activities/([^/]+)/"'
    assert {query: re.findall(link, page) for query, page in pages.items()} == NARROWED


def test_a_filter_keeps_the_others_that_were_picked(client, founding_plan):
    page = client.get(f"{address('en', 'plan:plan')}?year=1&state=planned")

    assert 'href="/en/plan/?state=planned&amp;year=2"' in page.text
    assert 'href="/en/plan/?year=1"' in page.text


def test_all_23_activities_are_shown_with_state_and_owner(client, founding_plan):
    page = client.get(address("en", "plan:plan"))

    assert "23 activities are shown." in words(page)
    assert words(page).count("Owner: ") == 23
    assert len(re.findall(r'<span class="tag">Planned</span>', page.text)) == 23


def test_the_count_reads_well_in_welsh(client, founding_plan):
    said = {0: "Nid oes gweithgaredd yn cael ei ddangos.", 2: "Dangosir 2 weithgaredd."}
    keys = list(Activity.objects.values_list("pk", flat=True))

    for shown in range(8):
        Activity.objects.filter(pk__in=keys[:shown]).update(state="done")
        page = client.get(f"{address('cy', 'plan:plan')}?state=done")
        assert said.get(shown, f"Dangosir {shown} gweithgaredd.") in words(page)


def test_an_activity_tells_its_numbers_references_and_what_the_plan_leaves_open(client, founding_plan):
    page = words(client.get(address("en", "plan:activity", "ACT-1.4")))

    assert "big events: 2" in page
    assert "regional or local meetings: at least 8" in page
    assert "2.1 Grow the Network" in page
    assert "The plan leaves open: The plan does not say which activity leads to which year outcome." in page


def test_the_slip_in_a_reference_is_kept_and_told(client, founding_plan):
    page = words(client.get(address("en", "plan:activity", "ACT-2.7")))

    assert "Points to 1.4 Meet across Wales" in page
    assert "A slip in the plan as printed. The plan points to 1.4 here." in page


def test_every_target_is_on_its_indicators_page(client, founding_plan):
    for indicator in Indicator.objects.all():
        page = words(client.get(address("en", "plan:indicator", indicator.code)))

        sign = "%" if indicator.kind == "percent" else ""
        assert all(f"{target}{sign}" in page for target in indicator.targets.values())


def test_the_picture_of_change_shows_every_link_and_every_box(client, founding_plan):
    page = client.get(address("en", "plan:change"))

    text = words(page)
    assert all(link.text_en.split(":")[0] in text for link in Link.objects.all())
    boxes = set(re.findall(r'href="/en/plan/(?:outcomes|indicators|activities)/([^/]+)/"', page.text))
    placed = set(Activity.objects.filter(areas__isnull=False).values_list("code", flat=True))
    assert boxes >= placed | set(Indicator.objects.values_list("code", flat=True))


def test_the_budget_shows_every_printed_figure(client, founding_plan):
    page = client.get(address("en", "plan:budget")).text

    for line in YearLine.objects.all():
        row = page.split(f'<tr id="{line.code}">')[1].split("</tr>")[0]
        shown = re.findall(r"£([0-9,]+)", row)
        printed = [line.amounts.get(year) for year in "123"] + [line.total, line.other, line.requested]
        assert [int(cell.replace(",", "")) for cell in shown] == [
            cell for cell in printed if cell is not None
        ]


def test_the_budget_owns_up_to_each_slip_in_a_note(client, founding_plan):
    page = client.get(address("en", "plan:budget")).text

    for note in Note.objects.exclude(slips=[]):
        assert f'<li id="{note.code}"' in page
        assert f'href="#{note.code}"' in page


def test_a_plan_without_a_budget_says_so(client):
    OfficeFactory(code="office-of-all")
    load_plan_file(SMALL.split("budget:")[0], actor=CLOCKWORK)

    page = client.get(address("en", "plan:budget"))

    assert "This plan has no budget yet" in page.text


def test_a_plan_with_its_budget_added_up_by_us_shows_the_same_sums(client):
    OfficeFactory(code="office-of-all")
    total = "    - code: YEAR-TOTAL\n"
    before, rest = SMALL.split(total)
    words_without_total = before + rest[rest.index("  by_outcome:") :]
    load_plan_file(words_without_total, actor=CLOCKWORK)

    page = words(client.get(address("en", "plan:budget")))

    assert "Of £30 in all, £30 was asked from the funder." in page


def test_years_carry_their_days_once_the_first_day_is_known(client, founding_plan):
    Plan.objects.update(begins="2024-02-29")

    page = words(client.get(address("en", "plan:plan")))

    assert "29 February 2024 – 28 February 2025" in page
    assert "1 March 2025 – 28 February 2026" in page


@pytest.mark.parametrize(
    ("name", "most"), [("plan:plan", 6), ("plan:change", 11), ("plan:budget", 7)], ids=str
)
def test_no_page_asks_more_of_the_database_as_the_plan_grows(client, django_assert_num_queries, name, most):
    OfficeFactory(code="office-of-all")
    page = address("en", name)
    load_plan_file(_grown(1), actor=CLOCKWORK)
    client.get(page)
    with CaptureQueriesContext(connection) as with_one:
        client.get(page)

    load_plan_file(_grown(3), actor=CLOCKWORK)

    with django_assert_num_queries(len(with_one)):
        client.get(page)
    assert len(with_one) <= most


def _grown(item_count: int) -> str:
    """The small plan with so many more of everything that can be many."""
    name = "name: {cy: Un, en: One}"
    text = "text: {cy: Un, en: One}"
    more = {
        "year_outcomes:\n": f"  - {{code: OUT-1%d, {name}, {text}}}\n",
        "activities:\n": f"  - {{code: KEY-1%d, kind: key activities, outcome: OUT-1%d, {name}}}\n",
        "indicators:\n": f"  - {{code: ACT-1%d, when: 1, owner: office-of-all, areas: [KEY-1%d], {name}, {text}}}\n",
        "notes:\n": f"    - {{code: COST-1%d, outcome: OUT-1%d, {name}, amounts: {{HEAD-TEA: 0}}, total: 0}}\n",
    }
    grown = SMALL
    for before, line in more.items():
        lines = "".join(line.replace("%d", str(number)) for number in range(item_count))
        grown = grown.replace(f"\n{before}", f"\n{lines}{before}", 1)
    return grown
