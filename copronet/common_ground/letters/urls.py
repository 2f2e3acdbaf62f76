from anymail.urls import urlpatterns as anymail_doors
from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "letters"

urlpatterns = [
    path(_("letters/"), views.PostView.as_view(), name="post"),
    path(_("letters/<int:pk>/print/"), views.PrintView.as_view(), name="print"),
    path(_("letters/<int:pk>/posted/"), views.PostedView.as_view(), name="posted"),
    path(_("letters/addresses/<int:pk>/trust/"), views.TrustView.as_view(), name="trust"),
    path(_("letters/stop/<str:token>/"), views.StopView.as_view(), name="stop"),
    path(_("letter-box/"), views.BoxView.as_view(), name="box"),
    path(_("letter-box/<str:key>/html/"), views.BoxedHtmlView.as_view(), name="boxed_html"),
    path(_("letter-box/<str:key>/"), views.BoxedView.as_view(), name="boxed"),
]


def provider_doors(provider: str) -> list[URLPattern]:
    """The webhooks of the one provider in use; those of all others stay shut."""
    named = [door for door in anymail_doors if isinstance(door, URLPattern)]
    return [door for door in named if provider and (door.name or "").startswith(f"{provider}_")]
