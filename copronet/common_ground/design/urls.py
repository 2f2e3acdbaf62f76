from django.urls import path
from django.utils.translation import pgettext_lazy

from . import views
from .choices import COMPONENTS

app_name = "design"

urlpatterns = [
    path("", views.GalleryView.as_view(), name="gallery"),
    path(pgettext_lazy("address", "forms/"), views.FormsView.as_view(), name="forms"),
    path(pgettext_lazy("address", "questions/withdraw/"), views.QuestionView.as_view(), name="ask"),
    path(
        pgettext_lazy("address", "error-pages/<str:code>/"), views.ErrorPageView.as_view(), name="error_page"
    ),
    *(
        path(component.address, views.ComponentView.as_view(component=component), name=component.key)
        for component in COMPONENTS
        if component.key != "forms"
    ),
]
