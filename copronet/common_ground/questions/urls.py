from django.urls import path
from django.utils.translation import gettext_lazy as _

from . import views

app_name = "questions"

urlpatterns = [
    path(_("questionnaires/"), views.QuestionnairesView.as_view(), name="questionnaires"),
    path(_("add-a-questionnaire/"), views.AddQuestionnaireView.as_view(), name="add_questionnaire"),
    path(_("questionnaires/<slug:code>/"), views.QuestionnaireView.as_view(), name="questionnaire"),
    path(
        _("questionnaires/<slug:code>/change/"),
        views.ChangeQuestionnaireView.as_view(),
        name="change_questionnaire",
    ),
    path(
        _("questionnaires/<slug:code>/new-edition/"), views.BeginEditionView.as_view(), name="begin_edition"
    ),
    path(_("editions/<int:pk>/"), views.EditionView.as_view(), name="edition"),
    path(_("editions/<int:pk>/publish/"), views.PublishView.as_view(), name="publish"),
    path(_("editions/<int:pk>/close/"), views.CloseView.as_view(), name="close"),
    path(_("editions/<int:pk>/add-a-question/"), views.AddQuestionView.as_view(), name="add_question"),
    path(_("editions/<int:pk>/try/"), views.TryView.as_view(), name="try"),
    path(_("editions/<int:pk>/on-paper/"), views.PaperView.as_view(), name="paper"),
    path(_("editions/<int:pk>/answers/"), views.AnswersView.as_view(), name="answers"),
    path(_("editions/<int:pk>/answers/take/"), views.TakeAnswersView.as_view(), name="take_answers"),
    path(_("my-answers/"), views.MyResponsesView.as_view(), name="mine"),
    path(_("my-answers/<int:pk>/"), views.MyResponseView.as_view(), name="my_response"),
    path(_("my-answers/<int:pk>/take-back/"), views.WithdrawView.as_view(), name="withdraw"),
    path(_("questions/<int:pk>/change/"), views.ChangeQuestionView.as_view(), name="change_question"),
    path(_("questions/<int:pk>/move/"), views.MoveQuestionView.as_view(), name="move_question"),
    path(_("questions/<int:pk>/remove/"), views.RemoveQuestionView.as_view(), name="remove_question"),
]
