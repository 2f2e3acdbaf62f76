from django.urls import path
from django.utils.translation import gettext_lazy as _

from .views import agreed, directory, joining, memberships, numbers, paper, progress

app_name = "members"

urlpatterns = [
    path(_("join/"), joining.JoinView.as_view(), name="join"),
    path(_("join/begin/"), joining.BeginView.as_view(), name="begin"),
    path(_("join/organisation/"), joining.BeginOrganisationView.as_view(), name="begin_organisation"),
    path(_("join/<int:pk>/"), joining.NextStepView.as_view(), name="next_step"),
    path(_("join/<int:pk>/<int:number>/"), joining.StepView.as_view(), name="step"),
    path(_("join/<int:pk>/check/"), joining.CheckView.as_view(), name="check"),
    path(_("join/paper/"), paper.PaperView.as_view(), name="paper"),
    path(
        _("join/paper/organisation/"),
        paper.PaperView.as_view(party="organisation"),
        name="paper_organisation",
    ),
    path(_("join/type-in/"), paper.BeginFromPaperView.as_view(), name="begin_from_paper"),
    path(_("join/<int:pk>/type-in/"), paper.TypeInView.as_view(), name="type_in"),
    path(_("membership/"), memberships.MyMembershipsView.as_view(), name="my_memberships"),
    path(_("membership/waiting/"), memberships.WaitingView.as_view(), name="waiting"),
    path(_("membership/<int:pk>/"), memberships.MembershipView.as_view(), name="membership"),
    path(_("membership/<int:pk>/told/"), memberships.ToldView.as_view(), name="told"),
    path(_("membership/<int:pk>/kind/"), memberships.KindView.as_view(), name="kind"),
    path(_("membership/<int:pk>/how-it-goes/"), progress.TellView.as_view(), name="tell"),
    path(_("membership/<int:pk>/own-work/"), progress.TellPracticeView.as_view(), name="tell_practice"),
    path(_("members/"), directory.DirectoryView.as_view(), name="directory"),
    path(_("members/promises/"), directory.PromisesView.as_view(), name="promises"),
    path(_("members/own-work/"), directory.PracticeView.as_view(), name="practice"),
    path(_("members/numbers/"), numbers.NumbersView.as_view(), name="numbers"),
    path(_("members/numbers/<slug:form>/"), numbers.NumbersFileView.as_view(), name="numbers_file"),
    path(_("members/agreed/"), agreed.AgreedView.as_view(), name="agreed"),
    path(_("members/agreed/principles/"), agreed.SetPrinciplesView.as_view(), name="set_principles"),
    path(_("members/agreed/active/"), agreed.SetActiveRuleView.as_view(), name="set_active_rule"),
    path(_("how-it-goes/<str:token>/<slug:going>/"), progress.AnswerView.as_view(), name="answer"),
    path(_("membership/<int:pk>/move/<slug:code>/"), memberships.MoveView.as_view(), name="move"),
]
