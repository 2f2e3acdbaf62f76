from copronet.common_ground.work.models import Job
from tests.permissions.rows import SIGN_IN, deed, page


def failed_job():
    return {"pk": Job.objects.create(name="work.prune", state="failed").pk}


PAGES = {
    "work:jobs": page(403, anonymous=SIGN_IN, staff=200),
    "work:try_again": page(403, anonymous=SIGN_IN, staff=405, at=failed_job),
    "work:give_up": page(403, anonymous=SIGN_IN, staff=405, at=failed_job),
}
DEEDS = [
    ("work:try_again", deed(403, anonymous=SIGN_IN, staff=302, at=failed_job)),
    ("work:give_up", deed(403, anonymous=SIGN_IN, staff=302, at=failed_job)),
]
