import pytest

from copronet.engines.cymraeg.finding import Analyser, load_lexicon


@pytest.fixture(scope="session")
def analyser() -> Analyser:
    return Analyser(load_lexicon())
