from tests.factories import DocumentFileFactory, published_page
from tests.permissions.rows import page


def a_page():
    return {"place": published_page(title_cy="Ein gwaith", title_en="Our work").slug_en}


def a_document():
    document = DocumentFileFactory()
    return {"pk": document.pk, "filename": document.filename}


# The editing screens are behind one door: portal/pages/tests/test_editing.py tries it.
PAGES = {
    "pages:page": page(200, at=a_page),
    "media:document": page(200, at=a_document),
}
