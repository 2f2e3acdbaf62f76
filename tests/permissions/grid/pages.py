from itertools import count

from tests.factories import DocumentFileFactory, published_page
from tests.permissions.rows import page

NUMBERS = count(1)


def a_page():
    number = next(NUMBERS)
    return {"place": published_page(title_cy=f"Tudalen {number}", title_en=f"Page {number}").slug_en}


def a_document():
    document = DocumentFileFactory()
    return {"pk": document.pk, "filename": document.filename}


# The editing screens are behind one door: portal/pages/tests/test_editing.py tries it.
PAGES = {
    "pages:page": page(200, at=a_page),
    "media:document": page(200, at=a_document),
}
