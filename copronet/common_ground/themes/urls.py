from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "themes"

urlpatterns = [
    path(_("themes/"), views.ThemesView.as_view(), name="themes"),
    path(_("add-a-theme/"), views.AddThemeView.as_view(), name="add"),
    path(_("themes/<slug:code>/"), views.ThemeView.as_view(), name="theme"),
    path(_("themes/<slug:code>/change/"), views.ChangeThemeView.as_view(), name="change"),
]
