from django.urls import path

from . import views

app_name = "media"

# Outside /cy/ and /en/: a document has a language of its own.
urlpatterns = [path("<int:pk>/<str:filename>", views.hand_out, name="document")]
