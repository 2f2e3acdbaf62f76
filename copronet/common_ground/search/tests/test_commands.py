"""What an operator types."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from copronet.common_ground.search.models import Document
from copronet.common_ground.search.queries import analyse_with, analyser, forget_rings, lexicon_file, search
from tests.factories import OrganisationFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def _the_analyser_stays():
    before = analyser()
    yield
    analyse_with(before)
    forget_rings()


@pytest.mark.slow
def test_rebuilding_says_how_far_it_is():
    OrganisationFactory(name_cy="Gwenynwyr Môn")
    Document.objects.all().delete()
    said = StringIO()

    call_command("search", "rebuild", stdout=said)

    assert "people.organisation: 1 / 1" in said.getvalue()
    assert search("gwenynwr", language="cy").total == 1


def test_a_lexicon_is_kept_for_the_site(settings, tmp_path):
    settings.DATA = tmp_path / "site"
    (tmp_path / "lexicon.txt").write_text("cathod\tcath\tNOUN\tNumber=Plur\n", encoding="utf-8")

    call_command("cymraeg", "import", str(tmp_path / "lexicon.txt"), stdout=StringIO())

    assert lexicon_file().exists()
    with pytest.raises(CommandError):
        call_command("cymraeg", "import", str(tmp_path / "missing.txt"))


def evaluation_folder(folder):
    files = {
        "docs.tsv": "d1\ttest\ts1\tDau gi a thair cath\nd2\ttest\ts2\tY tŷ yng Nghaerdydd\n",
        "queries.dev.tsv": "q1\tci\tNOUN\t1\thard\nq2\ttŷ\tNOUN\t1\teasy\nq3\tCaerdydd\tPROPN\t1\thard\n",
        "formqueries.dev.tsv": "q1\tchŵn\tci\n",
        "qrels.dev.tsv": "q1\td1\nq2\td2\nq3\td2\n",
    }
    for name, content in files.items():
        (folder / name).write_text(content, encoding="utf-8")


@pytest.mark.slow
@pytest.mark.usefixtures("_the_analyser_stays")
def test_the_search_is_measured_and_nothing_of_the_site_touched(tmp_path):
    OrganisationFactory(name_cy="Cŵn Môn")
    before = list(Document.objects.values_list("pk", flat=True))
    evaluation_folder(tmp_path)
    said = StringIO()

    call_command("cymraeg", "evaluate", str(tmp_path), "--json", stdout=said)

    measured = json.loads(said.getvalue())
    assert (
        measured["hard"]["recall"]
        == measured["forms"]["recall"]
        == measured["without accents"]["recall"]
        == 1.0
    )
    assert measured["all"]["queries"] == 3
    assert list(Document.objects.values_list("pk", flat=True)) == before


@pytest.mark.slow
@pytest.mark.usefixtures("_the_analyser_stays")
def test_the_bars_are_reached_on_the_shared_set(shared_data):
    said = StringIO()

    call_command("cymraeg", "evaluate", str(shared_data / "welsh"), stdout=said)

    assert [line for line in said.getvalue().splitlines() if "BELOW" in line and "a second" not in line] == []
