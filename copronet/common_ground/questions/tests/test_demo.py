import pytest

from copronet.common_ground.people import demo as people
from copronet.common_ground.questions import demo
from copronet.common_ground.questions.models import Answer, Response

pytestmark = pytest.mark.django_db


def test_the_demonstration_answers_once_and_always_the_same():
    people.load()

    demo.load()
    first = list(Answer.objects.order_by("id").values_list("value", flat=True))
    demo.load()

    assert Response.objects.filter(submitted_at__isnull=False).count() == 9
    assert list(Answer.objects.order_by("id").values_list("value", flat=True)) == first
