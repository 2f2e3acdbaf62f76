from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "work"

urlpatterns = [
    path("", views.WorkView.as_view(), name="jobs"),
    path(_("<int:pk>/try-again/"), views.TryAgainView.as_view(), name="try_again"),
    path(_("<int:pk>/give-up/"), views.GiveUpView.as_view(), name="give_up"),
]
