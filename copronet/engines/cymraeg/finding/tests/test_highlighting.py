from hypothesis import given
from hypothesis import strategies as st

from copronet.engines.cymraeg.finding import Span, best_piece, highlight


def shown(text, query, language, analyser):
    asked = [key for key, _weight in analyser.expand(query, language)]
    return [text[span.start : span.end] for span in highlight(text, asked, language, analyser)]


def test_the_form_found_is_shown_whatever_its_mutation(analyser):
    text = "Mae plant yng Nghaerdydd, a phlentyn yn y tŷ."

    assert shown(text, "plentyn", "cy", analyser) == ["plant", "phlentyn"]
    assert shown(text, "Cardiff", "cy", analyser) == ["Nghaerdydd"]


def test_parts_of_one_word_are_shown_as_one(analyser):
    assert shown("Beth yw cyd-gynhyrchu?", "cydgynhyrchu", "cy", analyser) == ["cyd-gynhyrchu"]


def test_english_forms_are_shown(analyser):
    assert shown("Unpaid carers care.", "carer", "en", analyser) == ["carers"]


def test_the_piece_with_most_of_what_was_found_is_chosen():
    text = "cath " * 100 + "ci ci ci " + "cath " * 100
    found = tuple(Span(at, at + 2) for at in (500, 503, 506))

    piece = best_piece(text, found, length=100)

    assert "ci ci ci" in text[piece.start : piece.end]
    assert piece.end - piece.start <= 130


@given(text=st.text(max_size=600), start=st.integers(0, 600))
def test_a_piece_lies_inside_the_text(text, start):
    piece = best_piece(text, (Span(min(start, len(text)), min(start + 3, len(text))),), length=100)

    assert 0 <= piece.start <= piece.end <= len(text)
