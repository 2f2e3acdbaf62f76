from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "languages"

urlpatterns = [
    path(_("translation/"), views.QueueView.as_view(), name="queue"),
    path(_("translation/<str:kind>/<str:key>/"), views.TranslateView.as_view(), name="translate"),
]
