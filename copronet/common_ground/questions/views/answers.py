"""Answers for evaluators: how many, what each code means, and a copy to take away. Never a name."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.views.generic import TemplateView

from copronet.common_ground.questions.actions import take_answers
from copronet.common_ground.questions.exports import answers_as_csv, answers_as_json, codebook_as_csv
from copronet.common_ground.questions.queries import codebook, counts_of

from .editions import OfEdition

# What can be taken: how it is made, and what kind of file it is.
FILES = {
    "answers.csv": (answers_as_csv, "text/csv; charset=utf-8"),
    "codebook.csv": (codebook_as_csv, "text/csv; charset=utf-8"),
    "answers.json": (answers_as_json, "application/json"),
}
# Without it, spreadsheets take the accents of a CSV file for something else.
BYTE_ORDER_MARK = "\ufeff"


class AnswersView(OfEdition, TemplateView):
    permission = "questions.read_answers"
    template_name = "questions/answers.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(
            edition=self.edition,
            counts=counts_of(self.edition),
            codebook=codebook(self.edition),
            files=list(FILES),
            **context,
        )


class TakeAnswersView(OfEdition):
    """A POST, because the journal keeps who took a copy."""

    permission = "questions.read_answers"
    http_method_names = ["post"]

    def post(self, request: HttpRequest, **_kwargs: Any) -> HttpResponse:
        wanted = request.POST.get("file", "")
        if wanted not in FILES:
            raise Http404
        make, kind = FILES[wanted]
        take_answers(actor=self.actor, edition=self.edition)
        mark = BYTE_ORDER_MARK if wanted.endswith("csv") else ""
        response = HttpResponse(mark + make(self.edition), content_type=kind)
        name = f"{self.edition.questionnaire.code}-{self.edition.number}-{wanted}"
        response["Content-Disposition"] = f'attachment; filename="{name}"'
        response["Cache-Control"] = "no-store"
        return response
