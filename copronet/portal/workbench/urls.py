from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "workbench"

urlpatterns = [path(_("workbench/"), views.WorkbenchView.as_view(), name="workbench")]
