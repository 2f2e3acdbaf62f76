"""The themes from A to Z, one theme with what other rooms hold about it, and curating them."""

from typing import Any

from django.contrib import messages
from django.contrib.auth.mixins import PermissionRequiredMixin
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import FormView, TemplateView

from copronet.common_ground.journal.actions import ActionRefused, Overtaken

from .forms import ThemeForm
from .models import Theme
from .queries import theme_with_words, themes_by_letter, themes_in_order, words_by_language
from .registry import panels

ON_A_LEAF = 200


class ThemesView(TemplateView):
    template_name = "themes/themes.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        """Those on offer, or, a leaf at a time, the others: a dictionary may have been brought in."""
        others = themes_in_order().filter(is_offered=False)
        if "others" in self.request.GET:
            leaf = Paginator(others, ON_A_LEAF).get_page(self.request.GET.get("page"))
            return super().get_context_data(letters=themes_by_letter(leaf), leaf=leaf, **context)
        offered = themes_in_order().filter(is_offered=True)
        return super().get_context_data(letters=themes_by_letter(offered), others=others.count(), **context)


class ThemeView(TemplateView):
    template_name = "themes/theme.html"

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        theme = get_object_or_404(theme_with_words(self.kwargs["code"]))
        collected = [(panel.template, panel.collect(theme, self.request.user)) for panel in panels()]
        return super().get_context_data(
            theme=theme,
            words=[(language, words) for language, words in words_by_language(theme).items() if words],
            panels=[(template, panel) for template, panel in collected if panel is not None],
            **context,
        )


class KeepThemeView(PermissionRequiredMixin, FormView):
    permission_required = "themes.edit"
    template_name = "themes/keep.html"
    form_class = ThemeForm
    title: Any = ""

    @cached_property
    def theme(self) -> Theme:
        raise NotImplementedError

    def get_form_kwargs(self) -> dict[str, Any]:
        return super().get_form_kwargs() | {"instance": self.theme}

    def get_context_data(self, **context: Any) -> dict[str, Any]:
        return super().get_context_data(theme=self.theme, title=self.title, **context)

    def form_valid(self, form: ThemeForm) -> HttpResponse:
        try:
            theme = form.save_as(self.request.actor)  # type: ignore[attr-defined]  # set by people's middleware
        except Overtaken:
            form.show_conflict(form.cleaned_data.get("based_on") or 0)
            return self.form_invalid(form)
        except ActionRefused as refusal:
            form.add_error("broader", str(refusal))
            return self.form_invalid(form)
        messages.success(self.request, _("Saved. The earlier version is kept in the history."))
        return redirect(theme.get_absolute_url())


class AddThemeView(KeepThemeView):
    title = gettext_lazy("Add a theme")

    @cached_property
    def theme(self) -> Theme:
        return Theme()


class ChangeThemeView(KeepThemeView):
    title = gettext_lazy("Change a theme")

    @cached_property
    def theme(self) -> Theme:
        return get_object_or_404(Theme, code=self.kwargs["code"])
