from django.urls import URLPattern, URLResolver, include, path, register_converter
from django.views.generic import RedirectView
from wagtail.admin import urls as editing

from . import views
from .adapters import PlaceConverter

register_converter(PlaceConverter, "place")

app_name = "pages"

# Outside /cy/ and /en/: the editing screens follow their person's language, a document has its own.
outside: list[URLPattern | URLResolver] = [
    # Wagtail's own screen for a person's account would keep a portrait as it was sent, and a second language.
    path("workbench-pages/account/", RedirectView.as_view(pattern_name="front:home")),
    # Everybody signs in by the one door that asks for a second factor and counts the tries.
    path("workbench-pages/login/", RedirectView.as_view(pattern_name="account_login")),
    path("workbench-pages/", include(editing)),
    path("documents/", include("copronet.common_ground.media.urls")),
]

# Last of all addresses: whatever no other room answers.
urlpatterns = [path("<place:place>/", views.read, name="page")]
