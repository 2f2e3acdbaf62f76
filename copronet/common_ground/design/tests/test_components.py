import pytest
from bs4 import BeautifulSoup
from django.core.paginator import Paginator
from django.template import Context, Template
from django.test import RequestFactory
from django.utils.translation import override

from copronet.common_ground.design import registry
from copronet.common_ground.design.registry import add_link
from copronet.common_ground.design.tables import Bar, BarChart, Tile, TileMap
from copronet.common_ground.places.models import Area


def drawn(source: str, address: str = "/en/", **values: object) -> BeautifulSoup:
    request = RequestFactory().get(address)
    template = Template("{% load components design figures %}" + source)
    return BeautifulSoup(template.render(Context({"request": request, **values})), "html.parser")


@pytest.fixture
def _no_links(monkeypatch):
    monkeypatch.setattr(registry, "_links", {})


def test_pages_of_a_list_keep_the_rest_of_the_address():
    page = Paginator(range(100), 10).get_page(5)

    nav = drawn("{% pagination page %}", "/en/?area=W06000001&page=5", page=page)

    assert [link["href"] for link in nav.select("a")] == [
        "?area=W06000001&page=4",
        "?area=W06000001&page=1",
        "?area=W06000001&page=4",
        "?area=W06000001&page=6",
        "?area=W06000001&page=10",
        "?area=W06000001&page=6",
    ]
    assert nav.select_one("[aria-current]").get_text() == "Page 5"


def test_a_list_of_one_page_has_no_pages():
    page = Paginator(range(3), 10).get_page(1)

    assert drawn("{% pagination page %}", page=page).get_text(strip=True) == ""


def test_the_way_here_ends_with_this_page():
    nav = drawn('{% breadcrumb "Our plan" "/en/plan/" "Budget" %}')

    assert [(step.get_text(), step.get("href")) for step in nav.select("a, span")] == [
        ("Home", "/en/"),
        ("Our plan", "/en/plan/"),
        ("Budget", None),
    ]


@pytest.mark.usefixtures("_no_links")
def test_rooms_put_links_into_every_page_and_hide_them_from_others():
    add_link("main", "Second", "design:gallery", order=20)
    add_link("main", "First", "front:home", order=10)
    add_link("main", "For nobody", "design:forms", shown=lambda _request: False)

    links = drawn(
        "{% links_of 'main' as shown %}"
        "{% for link in shown %}<a>{{ link.name }} {{ link.current }}</a>{% endfor %}"
    )

    assert [link.get_text() for link in links.select("a")] == ["First page", "Second "]


def test_what_people_wrote_is_escaped_in_every_component():
    page = drawn(
        "{% tag bad %}{% notice title=bad %}{{ bad }}{% endnotice %}{% breadcrumb bad %}", bad="<script>"
    )

    assert page.find("script") is None


def test_a_bar_that_is_held_back_shows_its_words_and_no_length():
    bars = (Bar("Many", 40, "40"), Bar("Half", 20, "20"), Bar("Few", None, "fewer than 5"))
    chart = BarChart("Voices", "Many, then half.", "Group", "Voices", bars)

    figure = drawn("{% bar_chart chart %}", chart=chart)

    assert [bar["width"] for bar in figure.select("rect.bar")] == ["100.0%", "50.0%"]
    assert [cell.get_text() for cell in figure.select("td")] == ["40", "20", "fewer than 5"]
    assert figure.select_one("figure > p").get_text() == "Many, then half."


@pytest.mark.django_db
def test_the_map_lists_every_area_and_links_where_there_is_an_address(django_assert_num_queries):
    shown = TileMap(
        "Members", "Most are in Gwynedd.", "Members", {"W06000002": Tile("12", 12, "/en/gwynedd/")}
    )

    with django_assert_num_queries(1), override("cy"):
        figure = drawn("{% tile_map shown %}", shown=shown)

    assert len(figure.select(".places dt")) == Area.objects.count() == 22
    assert [link["aria-label"] for link in figure.select("svg a")] == ["Gwynedd: 12"]
    assert [link["href"] for link in figure.select(".places a")] == ["/en/gwynedd/"]


def test_shades_go_by_quarters_of_the_greatest_value():
    tiles = {
        "a": Tile("0", 0),
        "b": Tile("1", 1),
        "c": Tile("50", 50),
        "d": Tile("51", 51),
        "e": Tile("100", 100),
    }
    shown = TileMap("", "", "", tiles)

    assert [shown.shade(code) for code in [*tiles, "elsewhere"]] == [0, 1, 2, 3, 4, 0]


@pytest.mark.django_db
def test_the_language_switch_is_a_button_of_the_form_on_a_page_with_a_form(rf):
    source = (
        '{% extends "design/base.html" %}{% load components %}'
        '{% block content %}{% form name="f" %}{% endform %}{% endblock %}'
    )
    request = rf.get("/en/design/")

    page = BeautifulSoup(Template(source).render(Context({"request": request})), "html.parser")

    switch = page.select_one(".language-switch")
    assert (switch.name, switch["form"], switch["value"]) == ("button", "f", "cy")
