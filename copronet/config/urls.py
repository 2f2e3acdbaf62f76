"""Addresses. Everything people read stands under /cy/ and /en/; machines knock outside."""

from django.conf import settings
from django.conf.urls.i18n import i18n_patterns
from django.conf.urls.static import static
from django.urls import URLPattern, URLResolver, include, path
from django.utils.translation import gettext_lazy as _

from copronet.common_ground.letters.urls import provider_doors
from copronet.common_ground.people.urls import sign_in
from copronet.community_of_practice.contributions.urls import machines as card_doors
from copronet.community_of_practice.signposting.urls import machines as open_referral
from copronet.portal.front.urls import machines
from copronet.portal.pages.urls import outside as pages_outside

urlpatterns: list[URLPattern | URLResolver] = [
    *machines,
    *card_doors,
    *open_referral,
    *pages_outside,
    path("anymail/", include((provider_doors(settings.MAIL_PROVIDER), "anymail"))),
]
urlpatterns += i18n_patterns(
    path(_("account/"), include(sign_in)),
    path(_("background-work/"), include("copronet.common_ground.work.urls")),
    path("", include("copronet.common_ground.languages.urls")),
    path("", include("copronet.common_ground.letters.urls")),
    path("", include("copronet.common_ground.journal.urls")),
    path("", include("copronet.common_ground.people.urls")),
    path("", include("copronet.common_ground.spreadsheets.urls")),
    path("", include("copronet.common_ground.themes.urls")),
    path("", include("copronet.common_ground.questions.urls")),
    path(_("design/"), include("copronet.common_ground.design.urls")),
    path("", include("copronet.community_of_practice.members.urls")),
    path("", include("copronet.community_of_practice.contributions.urls")),
    path("", include("copronet.community_of_practice.assets.urls")),
    path("", include("copronet.community_of_practice.exchange.urls")),
    path("", include("copronet.community_of_practice.signposting.urls")),
    path("", include("copronet.governance.plan.urls")),
    path("", include("copronet.portal.seeking.urls")),
    path("", include("copronet.portal.front.urls")),
    path("", include("copronet.portal.workbench.urls")),
    path("", include("copronet.portal.pages.urls")),  # last: whatever no other room answers
)
if settings.DEBUG or settings.DEMONSTRATION:
    # Sizes of pictures alone: originals and documents are not for whoever has the address.
    urlpatterns += static(f"{settings.MEDIA_URL}images/", document_root=settings.MEDIA_ROOT / "images")
