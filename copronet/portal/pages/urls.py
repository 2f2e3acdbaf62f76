from django.urls import include, path, register_converter
from wagtail.admin import urls as editing

from . import views
from .adapters import PlaceConverter

register_converter(PlaceConverter, "place")

app_name = "pages"

# Outside /cy/ and /en/: the editing screens follow their person's language, a document has its own.
outside = [
    path("workbench-pages/", include(editing)),
    path("documents/", include("copronet.common_ground.media.urls")),
]

# Last of all addresses: whatever no other room answers.
urlpatterns = [path("<place:place>/", views.read, name="page")]
