from copronet.common_ground.letters.models import Letter, Trouble
from tests.factories import PersonFactory
from tests.permissions.rows import SIGN_IN, deed, page


def paper_letter():
    letter = Letter.objects.create(
        person=PersonFactory(), template="example", language="cy", subject="Llythyr", state="to_post"
    )
    return {"pk": letter.pk}


def bad_address():
    address = f"neb{Trouble.objects.count()}@enghraifft.example"
    return {"pk": Trouble.objects.create(address=address, is_lasting=True).pk}


# The link to stop letters is a secret of its own; one that was not made by the site opens nothing for anybody.
# The letter box is there for development and the demonstration alone.
PAGES = {
    "letters:post": page(403, anonymous=SIGN_IN, staff=200),
    "letters:print": page(403, anonymous=SIGN_IN, staff=200, at=paper_letter),
    "letters:posted": page(403, anonymous=SIGN_IN, staff=405, at=paper_letter),
    "letters:trust": page(403, anonymous=SIGN_IN, staff=405, at=bad_address),
    "letters:stop": page(404, at=lambda: {"token": "made-up"}),
    "letters:box": page(404),
    "letters:boxed": page(404, at=lambda: {"key": "made-up"}),
    "letters:boxed_html": page(404, at=lambda: {"key": "made-up"}),
}
DEEDS = [
    ("letters:posted", deed(403, anonymous=SIGN_IN, staff=302, at=paper_letter)),
    ("letters:trust", deed(403, anonymous=SIGN_IN, staff=302, at=bad_address)),
    ("letters:stop", deed(404, at=lambda: {"token": "made-up"})),
]
