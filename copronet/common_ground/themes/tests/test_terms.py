"""Lists of terms brought in: from a command, and as a table with its dry run."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from copronet.common_ground.journal.actions import ActionRefused, Actor
from copronet.common_ground.search.queries import forget_rings, search
from copronet.common_ground.spreadsheets.choices import Outcome
from copronet.common_ground.themes.imports import VocabularySheet
from copronet.common_ground.themes.models import Theme, ThemeWord
from copronet.common_ground.work.models import Job
from tests.factories import OrganisationFactory, PersonFactory

pytestmark = pytest.mark.django_db

TMX = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE tmx SYSTEM "tmx14.dtd">
<tmx version="1.4"><header srclang="en-GB" datatype="plaintext"/><body>
<tu><tuv xml:lang="en-GB"><seg>beekeeping</seg></tuv><tuv xml:lang="cy-GB"><seg>cadw <hi>gwenyn</hi></seg></tuv>
<tuv xml:lang="cy-GB"><seg>gwenyna</seg></tuv></tu>
<tu><tuv xml:lang="en-GB"><seg>mental health</seg></tuv><tuv xml:lang="cy-GB"><seg>iechyd y meddwl ŵ</seg></tuv></tu>
<tu><tuv xml:lang="en-GB"><seg>apiculture</seg></tuv><tuv xml:lang="cy-GB"><seg>gwenyna</seg></tuv></tu>
<tu><tuv xml:lang="en-GB"><seg>alone</seg></tuv></tu>
</body></tmx>"""


def bring_in(path, *options):
    said = StringIO()
    call_command("themes", "import", str(path), *options, stdout=said)
    return said.getvalue()


def counts(said):
    return {
        line.split(" / ")[1]: int(line.split()[0])
        for line in said.splitlines()
        if line.split(" / ")[-1] in {"New", "Changed", "Unchanged", "Refused"}
    }


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_translation_memory_is_brought_in(tmp_path, encoding):
    (tmp_path / "termau.tmx").write_bytes(TMX.format(encoding=encoding).encode(encoding))

    said = bring_in(tmp_path / "termau.tmx")

    assert counts(said) == {"New": 1, "Changed": 2, "Unchanged": 0, "Refused": 1}
    assert "5: " in said  # the row of one language, with its reason
    theme = Theme.objects.get(name_en="beekeeping")
    assert (theme.name_cy, theme.is_offered) == ("cadw gwenyn", False)
    assert set(theme.words.values_list("language", "word")) == {("cy", "gwenyna"), ("en", "apiculture")}
    assert Theme.objects.get(code="mental-health").words.filter(word="iechyd y meddwl ŵ").exists()
    assert Job.objects.filter(name="search.rebuild").count() == 1


def test_a_dry_run_says_the_same_and_changes_nothing(tmp_path):
    (tmp_path / "termau.tmx").write_text(TMX.format(encoding="utf-8"))
    before = (Theme.objects.count(), ThemeWord.objects.count())

    said = bring_in(tmp_path / "termau.tmx", "--dry-run")

    assert (Theme.objects.count(), ThemeWord.objects.count()) == before
    assert said == bring_in(tmp_path / "termau.tmx")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "windows-1252"])
def test_a_table_is_brought_in_whatever_its_letters(tmp_path, encoding):
    (tmp_path / "termau.csv").write_bytes("Saesneg;Cymraeg\nsea;môr\n".encode(encoding))

    bring_in(tmp_path / "termau.csv")

    assert Theme.objects.get(name_en="sea").name_cy == "môr"


def test_brought_in_twice_it_changes_nothing(tmp_path):
    (tmp_path / "termau.csv").write_text("English,Welsh,Synonyms\nsea,môr,ocean; the deep\n")
    bring_in(tmp_path / "termau.csv")

    assert counts(bring_in(tmp_path / "termau.csv")) == {"New": 0, "Changed": 0, "Unchanged": 1, "Refused": 0}


def test_a_query_in_one_language_finds_what_only_the_other_says(tmp_path):
    OrganisationFactory(name_cy="Cymdeithas Gwenyna", name_en="")
    (tmp_path / "termau.csv").write_text("English,Welsh\napiculture,gwenyna\n")

    bring_in(tmp_path / "termau.csv")
    call_command("search", "rebuild", stdout=StringIO())
    forget_rings()

    found = search("apiculture", language="en").results
    assert "people.organisation" in {result.document.kind for result in found}
    forget_rings()


HOSTILE = {
    "entities": '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a "b">]><tmx><body>&a;</body></tmx>',
    "outside": '<?xml version="1.0"?><!DOCTYPE tmx [<!ENTITY a SYSTEM "file:///etc/passwd">]><tmx>&a;</tmx>',
    "another": '<?xml version="1.0"?><html><body/></html>',
    "broken": '<?xml version="1.0"?><tmx><body><tu>',
    "nothing": '<?xml version="1.0"?><tmx><body/></tmx>',
    "unknown letters": '<?xml version="1.0" encoding="x-none"?><tmx/>',
    "empty": "",
}


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_what_is_no_list_of_terms_is_refused(tmp_path, content):
    (tmp_path / "termau.tmx").write_text(content)

    with pytest.raises(CommandError):
        bring_in(tmp_path / "termau.tmx")


def test_a_huge_file_is_refused(tmp_path, settings):
    settings.SPREADSHEET_ROWS = 2
    (tmp_path / "termau.tmx").write_text(TMX.format(encoding="utf-8"))

    with pytest.raises(CommandError):
        bring_in(tmp_path / "termau.tmx")
    with pytest.raises(CommandError):
        bring_in(tmp_path / "missing.tmx")


def judged(**said):
    return VocabularySheet().judge(said)


def test_each_refusal_has_its_reason():
    assert judged(words_cy=" ; ").outcome == Outcome.REFUSED
    assert judged(name_en="x" * 101, name_cy="y").outcome == Outcome.REFUSED
    assert judged(name_en="something nobody has").outcome == Outcome.REFUSED
    Theme.objects.create(code="one", name_cy="Un", name_en="One")
    Theme.objects.create(code="two", name_cy="Dau", name_en="Two")
    refused = judged(name_cy="Un", name_en="Two")
    assert (refused.outcome, "one, two" in refused.reasons[0].cy) == (Outcome.REFUSED, True)


def carried_out(sheet, **said):
    return sheet.carry_out(actor=Actor(PersonFactory()), said=said, verdict=sheet.judge(said))


def test_what_was_brought_in_can_be_taken_back():
    sheet, actor = VocabularySheet(), Actor(PersonFactory())
    new = carried_out(sheet, name_cy="Môr", name_en="Sea")
    changed = carried_out(sheet, name_en="Carers", words_en="helpers at home")

    for done in (changed, new):
        sheet.take_back(actor=actor, done=done)

    assert not Theme.objects.filter(name_en="Sea").exists()
    assert not ThemeWord.objects.filter(word="helpers at home").exists()
    assert Theme.objects.filter(code="carers").exists()


def test_a_theme_that_carries_something_stays():
    sheet, actor = VocabularySheet(), Actor(PersonFactory())
    done = carried_out(sheet, name_cy="Môr", name_en="Sea")
    Theme.objects.create(code="coast", name_en="Coast", broader=Theme.objects.get(name_en="Sea"))

    with pytest.raises(ActionRefused):
        sheet.take_back(actor=actor, done=done)


def test_terms_brought_in_do_not_bury_the_themes_on_offer(client):
    carried_out(VocabularySheet(), name_cy="Môr", name_en="Sea")

    assert ">Sea<" not in client.get("/en/themes/").text
    assert ">Sea<" in client.get("/en/themes/?others").text
