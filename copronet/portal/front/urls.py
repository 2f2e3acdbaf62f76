from django.urls import path

from . import views

app_name = "front"

# For machines; outside /cy/ and /en/.
machines = [
    path("healthz", views.alive, name="alive"),
    path("readyz", views.ready, name="ready"),
]

urlpatterns = [
    path("", views.HomeView.as_view(), name="home"),
]
